using System.Text;
using JcaCop.Reading;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Register.Tests.Deciding;

/// <summary>What becomes of an organization that was invited when somebody answers for it.</summary>
public sealed class InvitationAnsweredTests
{
    private const string Accepts = "The Harbour Trust thanks you for the invitation and is pleased to take part in the work of JCA-COP.";
    private const string Declines = "The Harbour Trust regrets that it cannot take part in the work of JCA-COP.";

    private static readonly JudgePolicy Policy = new("g", ["group@example.org"]);

    [Theory]
    [InlineData(Accepts, OrganizationState.TakingPart)]
    public void The_contact_of_an_invited_organization_answers_for_it(string body, OrganizationState state)
    {
        var judged = Judged(body, "lin@harbour.example", OrganizationState.Invited);
        Assert.Equal(MessageState.Processed, judged.Verdict.State);
        Assert.Equal(state, Assert.IsType<OrganizationEntry>(Assert.Single(judged.Changes).After).State);
        Assert.False(judged.Reading.NeedsAttention);
    }

    [Theory]
    [InlineData(Accepts, "lin@harbour.example", OrganizationState.Proposed)]   // nobody has invited it yet
    [InlineData(Accepts, "lin@harbour.example", OrganizationState.Declined)]
    [InlineData(Declines, "lin@harbour.example", OrganizationState.Invited)] // "cannot before June" is one too: a person sees it
    [InlineData(Accepts, "somebody@harbour.example", OrganizationState.Invited)] // not its contact
    [InlineData("The Meadow League is pleased to take part in the work of JCA-COP.", "lin@harbour.example", OrganizationState.Invited)] // another house
    [InlineData("If our board agrees, the Harbour Trust will take part in the work of JCA-COP.", "lin@harbour.example", OrganizationState.Invited)]
    [InlineData("The Harbour Trust is pleased to take part in the work of JCA-COP. Could you send us the rules?", "lin@harbour.example", OrganizationState.Invited)]
    public void Every_other_answer_is_shown_to_a_person_and_changes_nothing(string body, string from, OrganizationState state)
    {
        var judged = Judged(body, from, state);
        Assert.Equal(MessageState.Held, judged.Verdict.State);
        Assert.Empty(judged.Changes);
    }

    private static JudgedMail Judged(string body, string from, OrganizationState state)
    {
        var known = new Known("g");
        known.Put(new PersonEntry(1, "g", "Lin Park", null, 1, [new Entries.PersonAddress("lin@harbour.example", Reachability.Unknown)], null, null, null));
        known.Put(new OrganizationEntry(1, "g", "Harbour Trust", [], "AU", null, null, state, 1, null));
        var raw = Encoding.UTF8.GetBytes($"From: Lin Park <{from}>\r\nTo: group@example.org\r\nSubject: JCA-COP\r\nDate: Mon, 3 Sep 2012 10:00:00 +0200\r\nMessage-ID: <1@harbour.example>\r\n\r\n{body}\r\n");
        var taken = new TakenMail(1, new MailKey("box", 7, "1"), "1@harbour.example", Mails.Start, raw.Length, raw, false, 0);
        return Judge.DecideAll([(taken, MailReader.Read(new MemoryStream(raw)))], known, Policy, Mails.Start)[0];
    }
}
