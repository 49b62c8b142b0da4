using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

public sealed class MemberVerbsTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_member_is_added_once_changed_listed_and_removed()
    {
        var added = await data.RunAsync("member", "add", "Administration of Australia", "--country", "au", "--email", "itu@communications.example");
        var changed = await data.RunAsync("member", "add", "Administration of Australia", "--country", "AU", "--email", "cop@communications.example");
        var again = await data.RunAsync("member", "add", "Administration of Australia", "--country", "AU");
        Assert.StartsWith("new member 1 Administration of Australia", added.Output, StringComparison.Ordinal);
        Assert.Contains("itu@communications.example -> cop@communications.example", changed.Output, StringComparison.Ordinal);
        Assert.StartsWith("Nothing changed", again.Output, StringComparison.Ordinal);
        Assert.Contains("cop@communications.example", (await data.RunAsync("member", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await data.RunAsync("member", "remove", "AU")).Code);
        Assert.StartsWith("No members", (await data.RunAsync("member", "list")).Output, StringComparison.Ordinal);
        var gone = await data.RunAsync("member", "remove", "AU");
        Assert.Equal(ExitCode.Usage, gone.Code);
        Assert.Contains("there is no member 'AU'", gone.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--country", "Australia", "no country code")]
    [InlineData("--email", "not an address", "takes a mail address; 'not an address' is none")]
    [InlineData("--email", "nonsense", "takes a mail address; 'nonsense' is none")]
    public async Task A_wrong_word_is_told(string option, string value, string why)
    {
        var run = await data.RunAsync("member", "add", "Somebody", option, value);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }
}
