using JcaCop.Post.Letters.Message;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Circulars and the answers to them, told through mail alone: opened by a mail of the secretariat, answered, corrected, decided and closed by mail.</summary>
public sealed class CircularsByMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Kiri = "kiri@council.example";
    private const string Members = $"member add \"Administration of Australia\" --country AU --email {Jane}\nmember add \"Administration of New Zealand\" --country NZ --email {Kiri}\n";
    private const string Consultation = "call open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static string To(IEnumerable<MimeMessage> letters, string address) =>
        string.Join("\n====\n", letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address == address)).Select(letter => $"{letter.Subject}\n{letter.TextBody}"));

    private async Task<CallEntry> CallAsync() => Assert.Single((await rig.RegisterAsync()).All<CallEntry>());

    [Fact]
    public async Task Whoever_writes_from_a_members_domain_is_told_what_the_member_owes_and_a_stranger_is_not()
    {
        await rig.OrderAsync(Members + "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        await rig.MailAsync("tom@ministry.example", "status", "status");
        Assert.Contains("TSB Circular 313", To(await rig.SendAsync(), "tom@ministry.example"), StringComparison.Ordinal);
        await rig.MailAsync("tom@elsewhere.example", "status", "status");
        Assert.DoesNotContain("TSB Circular 313", To(await rig.SendAsync(), "tom@elsewhere.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nomination_without_a_phone_is_completed_by_a_second_mail_corrected_by_reply_and_confirmed_by_one_word()
    {
        await rig.OrderAsync(Members + "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        await rig.MailAsync(Jane, "TSB Circular 313 - nomination", """
            With reference to TSB Circular 313, the Administration of Australia nominates the following organization:

            Organization: Lantern Children's Network
            Country: Australia
            Contact person: Ms Anna Sample
            E-mail: anna.sample@lantern.example
            """);
        Assert.Contains("Not stated: Telephone", To(await rig.SendAsync(), Jane), StringComparison.Ordinal);
        await rig.MailAsync(Jane, "TSB Circular 313 - nomination", """
            With reference to TSB Circular 313, further to our nomination:

            Organization: Lantern Children's Network
            Country: Australia
            Contact person: Ms Anna Sample
            Telephone: +61 3 5550 0101
            Website: www.lantern.example
            """);
        var receipt = Assert.Single(await rig.SendAsync());
        Assert.Contains("+61 3 5550 0101", receipt.TextBody, StringComparison.Ordinal);
        await rig.MailAsync(Jane, $"Re: {receipt.Subject}", "Her telephone number is not +61 3 5550 0101 but +61 3 5550 0199.", $"In-Reply-To: <{receipt.MessageId}>");
        var corrected = To(await rig.SendAsync(), Jane);
        Assert.Contains("+61 3 5550 0199", corrected, StringComparison.Ordinal);
        Assert.Contains("previously: +61 3 5550 0101", corrected, StringComparison.Ordinal);

        // An assistant writes from an address that anybody can have: announced, and not recorded until the secretariat says one word to the digest.
        const string assistant = "assistant.of.kiri@gmail.com";
        await rig.MailAsync(assistant, "TSB Circular 313 - nomination", """
            With reference to TSB Circular 313, the Administration of New Zealand nominates the following organization:

            Organization: Harbour Helpline
            Country: New Zealand
            Contact person: Mr Berto Sample
            E-mail: berto@harbour.example
            Telephone: +64 4 555 0101
            """);
        Assert.Single((await rig.RegisterAsync()).Organizations);
        await rig.SendAsync();
        var digest = Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 2, 8, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal));
        // What one word would record is read before the word is said.
        Assert.Matches(@"Nomination of an organization: Harbour Helpline; New Zealand; Berto Sample;\s+berto@harbour.example;\s+\+64 4 555 0101", digest.TextBody!);
        var code = System.Text.RegularExpressions.Regex.Match(digest.TextBody!, "[0-9A-Z]{4}-[0-9A-Z]{4}(?= accept)").Value;
        await rig.MailAsync(TalkRig.Secretary, $"Re: {digest.Subject}", $"{code} accept", TalkRig.Passed, to: digest.ReplyTo.Mailboxes.First().Address);
        Assert.Contains("Harbour Helpline", To(await rig.SendAsync(), assistant), StringComparison.Ordinal);
        var register = await rig.RegisterAsync();
        Assert.Equal(["Harbour Helpline", "Lantern Children's Network"], register.Organizations.Select(organization => organization.Name).Order(StringComparer.Ordinal));
        var person = register.Persons.Single(one => one.Name == "Anna Sample");
        Assert.Equal(("+61 3 5550 0199", "anna.sample@lantern.example"), (person.Phone, person.Email));
        Assert.Equal(ObligationState.Met, register.All<ObligationEntry>().Single(owed => owed.Debtor.Country == "AU").State);
        Assert.Empty(To(await rig.LiveUntilAsync(new(2012, 10, 30, 0, 0, 0, TimeSpan.Zero)), Jane));
    }

    [Fact]
    public async Task Silence_approves_and_the_result_goes_to_secretariat_and_chairman()
    {
        await rig.OrderAsync($"{Members}{Consultation} --silence approval");
        var letters = await rig.LiveUntilAsync(new(2012, 11, 2, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal((CallState.Closed, CallOutcome.Approved), ((await CallAsync()).State, (await CallAsync()).Result!.Sheet.Outcome));
        foreach (var office in new[] { TalkRig.Chairman, TalkRig.Secretary }) Assert.Contains("no comment had been received", To(letters, office).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_substantive_comment_puts_the_closing_off_by_four_weeks()
    {
        await rig.OrderAsync($"{Members}{Consultation} --silence approval");
        await rig.MailAsync(Kiri, "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.");
        var letters = await rig.LiveUntilAsync(new(2012, 11, 2, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(CallState.Open, (await CallAsync()).State);
        // Four weeks from the day on which it was put off (Rec. ITU-T A.1, 2.2.2).
        Assert.Equal(new DateOnly(2012, 11, 29), DateOnly.FromDateTime((await CallAsync()).Deadline!.At.UtcDateTime));
        Assert.Contains("29 November 2012", To(letters, TalkRig.Chairman), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Administration of New Zealand withdraws its objection to the establishment of JCA-EX.", CallOutcome.Approved)]
    [InlineData("The Administration of New Zealand maintains its objection to the establishment of JCA-EX.", CallOutcome.NotApproved)]
    public async Task After_a_consultation_was_put_off_who_objected_may_say_otherwise_or_say_it_again(string second, CallOutcome outcome)
    {
        await rig.OrderAsync($"{Members}{Consultation} --silence approval");
        await rig.MailAsync(Kiri, "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.");
        await rig.LiveUntilAsync(new(2012, 11, 2, 12, 0, 0, TimeSpan.Zero));
        await rig.OrderAsync("call adjust 270 --text \"The group coordinates.\"");
        Assert.Equal(MessageState.Processed, (await rig.MailAsync(Kiri, "TSB Circular 270", second)).Line.State);
        await rig.LiveUntilAsync(new(2012, 12, 4, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal((CallState.Closed, outcome), ((await CallAsync()).State, (await CallAsync()).Result!.Sheet.Outcome));
    }

    [Fact]
    public async Task An_answer_that_could_not_be_read_keeps_a_consultation_open_until_a_person_says_what_it_says()
    {
        await rig.OrderAsync($"{Members}{Consultation} --silence approval");
        var scan = await rig.TakeAsync($"From: {Kiri}\r\nTo: {rig.Address}\r\nSubject: TSB Circular 270\r\nDate: {rig.Clock.GetUtcNow():r}\r\nMessage-ID: <scan@council.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: text/plain\r\n\r\nPlease see attached.\r\n--b\r\nContent-Type: image/tiff; name=\"reply.tif\"\r\nContent-Disposition: attachment; filename=\"reply.tif\"\r\nContent-Transfer-Encoding: base64\r\n\r\nSUkqAAgAAAA=\r\n--b--\r\n");
        Assert.Equal(MessageState.Held, scan.Line.State);
        Assert.Contains("taken as an answer to TSB Circular 270", To(await rig.SendAsync(), Kiri).ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("cannot be told: 1 answer waits", await rig.OrderAsync("call tally 270"), StringComparison.Ordinal);

        var letters = await rig.LiveUntilAsync(new(2012, 11, 2, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(CallState.Open, (await CallAsync()).State);
        Assert.Contains("TSB Circular 270", To(letters, TalkRig.Chairman), StringComparison.Ordinal);
        Assert.DoesNotContain("Reminder", To(letters, Kiri), StringComparison.Ordinal);

        Assert.Contains("position: support", await rig.OrderAsync($"review accept {scan.Line.Id}"), StringComparison.Ordinal);
        Assert.Contains("is no position", await rig.OrderAsync($"review accept {scan.Line.Id} --field position=maybe"), StringComparison.Ordinal);
        Assert.Contains("[Done]", await rig.OrderAsync($"review accept {scan.Line.Id} --field \"position=objection\""), StringComparison.Ordinal);
        await rig.LiveUntilAsync(new(2012, 11, 6, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal((CallState.Open, 1), ((await CallAsync()).State, (await CallAsync()).Extensions));
    }

    [Fact]
    public async Task Whose_remark_on_a_proposal_was_taken_for_an_entry_that_waits_is_neither_silent_nor_reminded()
    {
        await rig.OrderAsync($"{Members}{Consultation} --silence approval");
        var remark = await rig.MailAsync(Jane, "TSB Circular 270", "With reference to TSB Circular 270, Australia thanks the secretariat. We have only an editorial remark: in clause 3 \"organisation\" should be spelt \"organization\".");
        Assert.Equal(MessageState.Held, remark.Line.State);
        var letters = await rig.LiveUntilAsync(new(2012, 11, 2, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(CallState.Open, (await CallAsync()).State);
        Assert.DoesNotContain("eminder", To(letters, Jane), StringComparison.Ordinal);
        Assert.Contains("[Done]", await rig.OrderAsync($"review reject {remark.Line.Id} --item 0"), StringComparison.Ordinal);
        Assert.Contains("[Done]", await rig.OrderAsync($"review accept {remark.Line.Id} --field \"position=no objection\""), StringComparison.Ordinal);
        await rig.LiveUntilAsync(new(2012, 11, 6, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal((CallState.Closed, CallOutcome.Approved), ((await CallAsync()).State, (await CallAsync()).Result!.Sheet.Outcome));
    }

    [Fact]
    public async Task Without_a_quorum_nothing_is_approved()
    {
        await rig.OrderAsync($"{Members}{Consultation} --silence nothing --quorum 2 --share 70% --comments count");
        await rig.MailAsync(Jane, "TSB Circular 270", "The Administration of Australia supports the establishment of JCA-EX.");
        Assert.Contains("2 replies", await rig.OrderAsync("call tally 270"), StringComparison.Ordinal);
        // A letter keeps no gaps: the cells of a table stay apart all the same.
        Assert.Contains("number | kind | state", await rig.OrderAsync("call list"), StringComparison.Ordinal);
        var letters = await rig.LiveUntilAsync(new(2012, 11, 2, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal((CallState.Closed, CallOutcome.NoQuorum), ((await CallAsync()).State, (await CallAsync()).Result!.Sheet.Outcome));
        Assert.NotEmpty(To(letters, TalkRig.Chairman));
    }

    [Fact]
    public async Task A_circular_that_never_arrives_makes_the_seat_unreachable_and_the_secretariat_hears_who_else_there_is()
    {
        const string seat = "peter.hall@ministry.example";
        await rig.OrderAsync($"""
            person add --name "Peter Hall" --email {seat}
            person add --name "Ann Marsh" --email ann.marsh@ministry.example --phone "+61 2 5550 0100"
            seat add "ITU-T SG17" --person 1 --from 2012-01-01
            seat add "ITU-T SG17" --person 2 --role alternate --from 2012-01-01
            member add "Administration of Australia" --country AU --email {seat}
            call open "TSB Circular 313" --kind nomination --title "Nomination of organizations" --deadline 2012-11-30
            """);
        var circular = (await rig.LettersAsync()).First(letter => letter.To == seat).InternetId;
        await rig.TakeAsync(ReachTests.Bounce(rig.Clock.GetUtcNow(), circular, seat, "5.1.1", null));
        var probe = Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 3, 12, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString() == seat);
        await rig.TakeAsync(ReachTests.Bounce(rig.Clock.GetUtcNow(), probe.MessageId, seat, "5.1.1", null));
        Assert.Contains("Ann Marsh, ann.marsh@ministry.example", To(await rig.SendAsync(), TalkRig.Secretary), StringComparison.Ordinal);
        Assert.Equal(Reachability.Unreachable, (await rig.RegisterAsync()).Persons.Single(person => person.Name == "Peter Hall").Addresses[0].Reachability);
        Assert.Empty(To(await rig.LiveUntilAsync(new(2012, 12, 10, 0, 0, 0, TimeSpan.Zero)), seat));
    }

    [Fact]
    public async Task The_answer_sent_by_fax_and_by_mail_is_one_answer_and_a_corrigendum_moves_the_deadline()
    {
        await rig.OrderAsync(Members + "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-20");
        await rig.OrderAsync("call extend 313 --to 2012-10-31 --why \"Corrigendum 1\"");
        const string nomination = "With reference to TSB Circular 313, the Administration of Australia nominates the following organization:\n\nOrganization: Lantern Children's Network\nCountry: Australia\nContact person: Ms Anna Sample\nE-mail: anna.sample@lantern.example";
        rig.Clock.SetUtcNow(new(2012, 10, 25, 9, 0, 0, TimeSpan.Zero));
        await rig.MailAsync(Jane, "TSB Circular 313 - nomination", nomination);
        var second = await rig.MailAsync("registry@ministry.example", "TSB Circular 313 - nomination (also sent by fax)", nomination);
        Assert.Equal(MessageState.Processed, second.Line.State);
        var register = await rig.RegisterAsync();
        Assert.Single(register.Organizations);
        Assert.Equal(2, Assert.Single(register.All<AnswerEntry>()).Given!.Messages.Count);
        Assert.Equal(ObligationState.Met, register.All<ObligationEntry>().Single(owed => owed.Debtor.Country == "AU").State);
    }
}
