using System.Text.Json;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Entries that are shown in a way of their own are shown with who changed them, and by which mail.</summary>
public sealed class HistoriesShownTests : IAsyncDisposable
{
    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Theory]
    [InlineData("member add \"Administration of Australia\" --country AU --email jane@ministry.example\ncall open \"TSB Circular 313\" --kind nomination --title \"Nomination\" --deadline 2012-10-20", "call extend 313 --to 2012-10-31", "call show 313")]
    [InlineData("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva", "meeting set 7 --room \"Room H\"", "meeting show 7")]
    [InlineData("document reserve \"Draft agenda\" --kind agenda", "document withdraw DOC001", "document show DOC001")]
    public async Task Who_changed_an_entry_and_by_which_mail_stands_below_it(string opened, string changed, string shown)
    {
        await rig.OrderAsync(opened);
        await rig.OrderAsync(changed);
        var told = (await rig.OrderAsync(shown)).ReplaceLineEndings(" ");
        Assert.Matches($"History:.*{TalkRig.Secretary}, mail 1: .*{TalkRig.Secretary}, mail 2: ", told);
        using var json = JsonDocument.Parse((await rig.RunAsync($"{shown} --json")).Printed);
        Assert.Equal([1, 2], json.RootElement.GetProperty("history").EnumerateArray().Select(line => line.GetProperty("messageId").GetInt32()));
    }

    [Theory]
    [InlineData("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote\nperson add --name \"Ann Sample\" --email ann@ministry.example", "meeting register 7 1 --mode remote", "meeting participants 7")]
    [InlineData("member add \"Administration of Kenya\" --country KE --email itu@ke.example\ncall open \"TSB Circular 401\" --kind consultation --title \"A new name\" --weeks 4 --silence approval --no-letters", "call answer 401 KE --position support", "call answers 401")]
    public async Task What_brought_a_registration_or_an_answer_stands_with_it_in_json(string opened, string told, string listed)
    {
        await rig.OrderAsync(opened);
        await rig.OrderAsync(told);
        using var json = JsonDocument.Parse((await rig.RunAsync($"{listed} --json")).Printed);
        var line = Assert.Single(Assert.Single(json.RootElement.EnumerateArray()).GetProperty("history").EnumerateArray());
        Assert.Equal((2, TalkRig.Secretary), (line.GetProperty("messageId").GetInt32(), line.GetProperty("acceptedBy").GetString()));
    }
}
