using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Conversing;

public sealed class WholeMailTests
{
    [Fact]
    public async Task A_mail_over_the_size_limit_is_set_aside_and_goes_the_whole_way_once_it_is_fetched_whole()
    {
        await using var rig = new TalkRig(over: new Dictionary<string, string?> { ["Mailboxes:0:SizeLimit"] = "65536" });
        var big = await rig.MailAsync("jane@ministry.example", "TSB Circular 313 - nomination",
            "With reference to TSB Circular 313, we nominate the following organization:\n\nOrganization: Lantern Children's Network\nCountry: Australia\nContact person: Ms Anna Sample\nE-mail: anna.sample@lantern.example\n\n"
            + string.Concat(Enumerable.Repeat("\n> an old line that somebody quoted below", 2_000)));
        Assert.Equal(MessageState.SetAside, big.Line.State);
        await rig.DrainAsync();
        var (code, printed) = await rig.RunAsync($"review replay {big.Line.Id} --whole");
        Assert.True(code == ExitCode.Ok, printed);
        Assert.Equal(MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(big.Line.Id, TestContext.Current.CancellationToken))!.Line.State);
        Assert.Single((await rig.RegisterAsync()).Organizations);
        Assert.Contains("no message 99", (await rig.RunAsync("review replay 99 --whole")).Printed, StringComparison.Ordinal);
    }
}
