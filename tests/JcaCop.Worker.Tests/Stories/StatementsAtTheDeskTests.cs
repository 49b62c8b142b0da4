using JcaCop.Reading.Items;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>What the secretariat does with liaison statements, beside words of the chairman that wait.</summary>
public sealed class StatementsAtTheDeskTests : IAsyncDisposable
{
    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task<string> DraftAsync() => rig.DeskAsync("member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example\nmember add \"ITU-T Study Group 16\" --sort group --body \"ITU-T SG16\" --email sg16@union.example\nliaison draft \"age verification\" --text \"We ask for your plan.\" --action \"ITU-T SG17\" --information \"ITU-T SG16\" --deadline 2012-12-14");

    [Fact]
    public async Task A_statement_does_not_leave_beside_a_word_of_the_chairman_that_waits()
    {
        await DraftAsync();
        var asked = (await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddHours(6))).First(letter => letter.To.Mailboxes.Any(to => to.Address == TalkRig.Chairman));
        var word = await rig.MailAsync(TalkRig.Chairman, $"Re: {asked.Subject}", "Reject\n\nPlease drop this one; we agreed to wait.", $"{TalkRig.Passed}\nIn-Reply-To: <{asked.MessageId}>");
        var told = await rig.DeskAsync("liaison send 1");
        Assert.Contains($"Mail {word.Line.Id} of {TalkRig.Chairman} may be the word on it", told, StringComparison.Ordinal);
        Assert.Equal(LiaisonState.Draft, Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>()).State);
        await rig.DeskAsync($"review accept {word.Line.Id} --field word=reject");
        Assert.Equal(LiaisonState.Withdrawn, Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>()).State);
    }

    [Fact]
    public async Task A_statement_is_shown_with_what_it_asks_of_whom_and_who_owes_and_has_answered()
    {
        await DraftAsync();
        await rig.DeskAsync("liaison send 1");
        var owing = await rig.DeskAsync("liaison show 1");
        Assert.Matches("for action +ITU-T SG17", owing);
        Assert.Matches("for information +ITU-T SG16", owing);
        Assert.Matches("owes +ITU-T .*17: open, due", owing);
        await rig.MailAsync("sg17@union.example", "Re: JCA-COP-LS1", "Please find below the answer of ITU-T SG17 to JCA-COP-LS1: our plan is unchanged.", TalkRig.Passed);
        var answered = await rig.DeskAsync("liaison show 1");
        Assert.Matches("answered by +liaison 2 .*ITU-T SG17", answered);
        Assert.Matches("owes +ITU-T .*17: met", answered);
    }

    [Fact]
    public async Task A_number_in_brackets_below_the_contact_is_the_number_and_a_missing_one_is_added_by_a_verb()
    {
        await rig.DeskAsync("member add \"ITU-T Study Group 13\" --sort group --body \"ITU-T SG13\" --email tsbsg13@union.example");
        await rig.MailAsync("tsbsg13@union.example", "LS on trusted AI for children", """
            Question(s): 4/13
            Source: ITU-T Study Group 13 (Geneva, 22-26 October 2012)
            Title: LS on trusted AI for children

            LIAISON STATEMENT

            For action to: JCA-COP
            For information to: ITU-T SG16
            Approval: SG13
            Deadline: 1 December 2012
            Contact: Ken Sato, Q4/13, ken.sato@union.example
            (Ref.: SG13-LS77)

            SG13 asks JCA-COP to review the attached draft.
            """, TalkRig.Passed);
        var statement = Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>());
        Assert.Equal("SG13-LS77", statement.Reference);
        Assert.DoesNotContain("Ref.", statement.Contact?.ToString() ?? "", StringComparison.Ordinal);
        await rig.DeskAsync($"liaison set {statement.Id} --number SG13-LS78");
        Assert.Equal("SG13-LS78", Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>()).Reference);
    }
}
