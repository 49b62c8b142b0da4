using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>What is owed by whom once a member is removed, and who hears of what cannot be read.</summary>
public sealed class RemovedMembersTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Kiri = "kiri@council.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task<string> OpenAsync() => rig.OrderAsync($"""
        member add "Administration of Australia" --country AU --email {Jane}
        member add "Administration of New Zealand" --country NZ --email {Kiri}
        call open "TSB Circular 320" --kind questionnaire --title "National approaches" --deadline 2012-10-31 --question "1=Hotline?" --question "2=Law?" --question "3=Body?"
        """);

    private async Task<ObligationState> OwedAsync(string country) => Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Debtor.Country == country).State;

    [Fact]
    public async Task A_member_that_was_removed_owes_nothing_again_when_what_waited_of_it_is_refused()
    {
        await OpenAsync();
        var mail = await rig.MailAsync(Kiri, "TSB Circular 320: answers", "With reference to TSB Circular 320, the Administration of New Zealand answers:\n1. None.\n2. The Act of 2010.");
        Assert.Equal(MessageState.Held, mail.Line.State);
        await rig.OrderAsync("member remove NZ");
        await rig.OrderAsync($"review reject {mail.Line.Id}");
        Assert.Equal(ObligationState.Waived, await OwedAsync("NZ"));
        Assert.DoesNotContain(await rig.LiveUntilAsync(new(2012, 10, 31, 12, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString().Contains(Kiri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_mail_that_is_too_large_the_chairman_hears_once_though_it_is_read_again()
    {
        await using var small = new TalkRig(over: new Dictionary<string, string?> { ["Mailboxes:0:SizeLimit"] = "65536" });
        var mail = await small.MailAsync(Jane, "Contribution", string.Concat(Enumerable.Repeat("Filters in schools. ", 5_000)));
        Assert.Equal(MessageState.SetAside, mail.Line.State);
        await small.RunAsync($"review replay {mail.Line.Id}");
        await small.DrainAsync();
        Assert.Single(await small.LettersAsync(), letter => letter.To == TalkRig.Chairman);
    }

    [Fact]
    public async Task Whoever_asks_leave_for_what_is_told_is_read_by_a_person()
    {
        await rig.DeskAsync("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote\nmeeting announce 7");
        var mail = await rig.MailAsync(Jane, "Registration", "I will attend the meeting on 5 November 2012 remotely, if that is all right with you.\n\nJane Sample");
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Contains("condition", mail.Line.Reason, StringComparison.Ordinal);
    }
}
