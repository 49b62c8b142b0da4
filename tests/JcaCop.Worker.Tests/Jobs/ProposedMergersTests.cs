using JcaCop.Worker.Digests;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Jobs;

/// <summary>The digest proposes entries that may be one, and nothing is merged by itself.</summary>
public sealed class ProposedMergersTests : IAsyncDisposable
{
    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task Two_entries_of_one_name_are_proposed_once_with_the_line_that_merges_them()
    {
        await rig.RunAsync("person add --name \"Ann Sample\" --email ann@one.example");
        await rig.RunAsync("person add --name \"Ann Sample\" --email ann.sample@two.example");
        Assert.Contains("person merge 1 2", await DigestAsync(), StringComparison.Ordinal);

        rig.Clock.Advance(TimeSpan.FromDays(3));
        await rig.RunAsync("person add --name \"Ben Other\" --email ben@three.example");
        Assert.DoesNotContain("merge", await DigestAsync(), StringComparison.Ordinal);
        Assert.Contains("person merge 1 2", (await rig.RunAsync("person duplicates")).Printed, StringComparison.Ordinal);
    }

    private async Task<string> DigestAsync()
    {
        await rig.Get<DigestJob>().RunAsync(TestContext.Current.CancellationToken);
        return (await rig.SendAsync()).Single(static letter => letter.To.Contains(MailboxAddress.Parse(TalkRig.Secretary))).TextBody!;
    }
}
