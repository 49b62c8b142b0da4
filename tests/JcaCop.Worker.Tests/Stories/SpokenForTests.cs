using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>What the address of a sender tells where the mail itself says little: whose text it is, whose person comes, what is answered.</summary>
public sealed class SpokenForTests : IAsyncDisposable
{
    private const string Sixteen = "sg16@sixteen.example";
    private const string Nine = "sg9@nine.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?>
    {
        ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:OfficialDomains:sixteen.example"] = "ITU-T SG16", ["Groups:g:OfficialDomains:nine.example"] = "ITU-T SG9",
    });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task<MessageDetails> PaperAsync(string from, string subject, string text, string file, string? answers = null, string content = "What stands in the file, at some length, for whoever reads it.") => rig.TakeAsync($"""
        Authentication-Results: {TalkRig.Server}; dmarc=pass header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}
        From: {from}
        To: {TalkRig.Desk}
        Subject: {subject}
        Date: {rig.Clock.GetUtcNow():r}
        Message-ID: <{Guid.NewGuid():N}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>{(answers is null ? "" : $"\nIn-Reply-To: <{answers}>")}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        {text}
        --b
        Content-Type: text/plain; name="{file}"
        Content-Disposition: attachment; filename="{file}"

        {content}
        --b--

        """.ReplaceLineEndings("\r\n"));

    private Task<string> MeetingAsync() => rig.OrderAsync("""
        member add "Administration of Australia" --country AU --email itu@ministry.example
        meeting open 1 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --title "First meeting of JCA-COP"
        meeting announce 1
        """);

    private async Task AcceptedAsync(MessageDetails mail)
    {
        if (mail.Line.State == MessageState.Held) await rig.OrderAsync($"review accept {mail.Line.Id}");
    }

    [Fact]
    public async Task Who_comes_and_what_is_sent_belongs_to_the_member_whose_address_it_comes_from()
    {
        await MeetingAsync();
        await AcceptedAsync(await rig.MailAsync("lucy.park@ministry.example", "Registration", "Please register Ms Lucy Park, Director, for the meeting of JCA-COP on 5 November 2012. She will attend remotely.", TalkRig.Passed));
        await AcceptedAsync(await PaperAsync("lucy.park@ministry.example", "Contribution to the meeting of 5 November 2012",
            "Dear Secretariat,\n\nPlease find attached a contribution to the meeting of JCA-COP on 5 November 2012: \"Age assurance in app stores\".\n\nLucy Park", "age.txt"));
        var register = await rig.RegisterAsync();
        Assert.Equal("AU", Assert.Single(register.All<RegistrationEntry>()).Country);
        Assert.Equal("Administration of Australia", Assert.Single(register.All<DocumentEntry>(), document => document.Sort == DocumentSort.Contribution).Source);
    }

    [Fact]
    public async Task A_contribution_that_is_sent_twice_goes_to_the_chairman_once()
    {
        await MeetingAsync();
        var passed = 0;
        for (var time = 0; time < 2; time++)
        {
            await PaperAsync("lucy.park@ministry.example", "Contribution to the meeting of 5 November 2012",
                "Dear Secretariat,\n\nPlease find attached a contribution to the meeting of JCA-COP on 5 November 2012: \"Age assurance in app stores\".\n\nLucy Park", "age.txt");
            passed += (await rig.SendAsync()).Count(letter => letter.To.ToString() == TalkRig.Chairman);
        }
        Assert.Equal(1, passed);
    }

    [Fact]
    public async Task What_the_chairman_attaches_to_an_answer_to_our_request_is_the_report_and_approved()
    {
        await MeetingAsync();
        var asked = Assert.Single(await rig.LiveUntilAsync(new(2012, 11, 8, 20, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal) && letter.Subject!.StartsWith("Report", StringComparison.Ordinal));
        var mail = await PaperAsync(TalkRig.Chairman, "Report", "Please find attached the report of the 1st meeting, with my changes to your draft.\n\nChairman", "report1.txt", asked.MessageId);
        Assert.Equal(MessageState.Processed, mail.Line.State);
        var meeting = Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>());
        Assert.Equal((ReportState.Approved, TalkRig.Chairman), (meeting.Report.State, meeting.Report.ApprovedBy));
    }

    [Fact]
    public async Task A_late_answer_that_quotes_only_our_number_closes_what_its_body_owed()
    {
        await StatementAsync();
        var late = await rig.MailAsync("m.okafor@nine.example", "JCA-COP-LS1",
            "Dear colleagues,\n\nPlease find below the answer of Study Group 9 to JCA-COP-LS1.\n\nStudy Group 9 has two work items on the subject, X.age-1 and X.age-2; both are planned for consent in September.\n\nKind regards,\nMary Okafor", TalkRig.Passed);
        Assert.Equal(MessageState.Processed, late.Line.State);
        Assert.Equal(["ITU-T SG9"], await ClosedAsync());
    }

    [Theory, InlineData("Our work", " --field inReplyTo=JCA-COP-LS1"), InlineData("JCA-COP-LS1", "")]
    public async Task What_only_a_person_knows_to_be_an_answer_is_accepted_as_one(string subject, string fields)
    {
        await StatementAsync();
        var mail = await rig.MailAsync("desk@nine.example", subject, "Dear colleagues,\n\nStudy Group 9 has two work items on the subject, X.age-1 and X.age-2; both are planned for consent in September.\n\nKind regards,\nMary Okafor", TalkRig.Passed);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Empty(await ClosedAsync());
        await rig.OrderAsync($"review accept {mail.Line.Id}{fields}");
        Assert.Equal(["ITU-T SG9"], await ClosedAsync());
    }

    [Fact]
    public async Task Thanks_for_a_statement_are_no_answer_to_it()
    {
        await StatementAsync();
        var mail = await rig.MailAsync("desk@nine.example", "Re: JCA-COP-LS1", "Thank you, we have received JCA-COP-LS1.", TalkRig.Passed);
        Assert.Empty(await ClosedAsync());
        Assert.Empty(mail.Items);
    }

    [Fact]
    public async Task A_machine_that_names_who_has_taken_over_is_shown_to_a_person()
    {
        await MeetingAsync();
        var invitation = Assert.Single(await rig.LettersAsync(), letter => letter.To == "itu@ministry.example");
        var mail = await rig.MailAsync("itu@ministry.example", $"Automatic reply: {invitation.Subject}", "I have retired from the ministry. My successor is Ms Anna Sample (anna.sample@ministry.example).",
            $"{TalkRig.Passed}\nAuto-Submitted: auto-replied\nIn-Reply-To: <{invitation.InternetId}>");
        Assert.Equal((MessageState.Held, true), (mail.Line.State, mail.Line.Reason?.Contains("My successor is Ms Anna Sample", StringComparison.Ordinal)));
    }

    private async Task StatementAsync()
    {
        await rig.OrderAsync($"""
            member add "ITU-T SG16" --sort group --body "ITU-T SG16" --email {Sixteen}
            member add "ITU-T SG9" --sort group --body "ITU-T SG9" --email {Nine}
            """);
        await rig.OrderAsync("liaison draft \"work on filters\" --action \"ITU-T SG16\" --action \"ITU-T SG9\" --deadline 2012-11-01", "JCA-COP asks for an overview of your work on filters.");
        await rig.OrderAsync("liaison send 1");
    }

    private async Task<IEnumerable<string>> ClosedAsync() => (await rig.RegisterAsync()).All<ObligationEntry>()
        .Where(owed => owed is { OfKind: EntryKind.Liaison, State: ObligationState.Met or ObligationState.MetLate }).Select(owed => owed.Debtor.Name);

    [Theory]
    [InlineData("Please find attached the second revision of our contribution.\n\nLucy Park", true)]
    [InlineData("Ci-joint le nouveau fichier.\n\nLucy Park", true)]
    [InlineData("附上修订后的文件。\n\nLucy Park", true)]
    [InlineData("Please find attached a further contribution of Australia to the meeting of JCA-COP on 5 November 2012: \"Helplines for children\".\n\nLucy Park", false)]
    public async Task A_new_file_in_reply_to_our_receipt_of_a_contribution_is_its_revision(string text, bool revises)
    {
        await MeetingAsync();
        await AcceptedAsync(await PaperAsync("lucy.park@ministry.example", "Contribution to the meeting of 5 November 2012",
            "Dear Secretariat,\n\nPlease find attached a contribution of Australia to the meeting of JCA-COP on 5 November 2012: \"Age assurance in app stores\".\n\nLucy Park", "age.txt"));
        var receipt = (await rig.SendAsync()).Single(letter => letter.To.ToString().Contains("lucy.park", StringComparison.Ordinal) && letter.TextBody!.Contains("reply to this message with the new file", StringComparison.Ordinal));
        var mail = await PaperAsync("lucy.park@ministry.example", "Re: " + receipt.Subject, text, "age2.txt", receipt.MessageId);
        Assert.Equal((MessageState.Processed, null), (mail.Line.State, mail.Line.Reason));
        var documents = (await rig.RegisterAsync()).All<DocumentEntry>().Where(document => document.Sort == DocumentSort.Contribution).ToList();
        Assert.Equal(revises ? ["DOC001 Rev.1"] : ["DOC001", "DOC002"], documents.Select(document => document.Cited));
        // A colleague who has the receipt from her is not the one to whom it went.
        var other = await PaperAsync("somebody@else.example", "Re: " + receipt.Subject, text, "age3.txt", receipt.MessageId);
        Assert.Equal(MessageState.Held, other.Line.State);
    }

    [Fact]
    public async Task What_was_answered_is_kept_in_the_words_of_the_attached_letter()
    {
        await rig.OrderAsync("""
            member add "Administration of Australia" --country AU --email itu@ministry.example
            call open "TSB Circular 270" --kind consultation --title "Terms of reference" --deadline 2012-11-02 --to administrations --no-letters
            """);
        await PaperAsync("itu@ministry.example", "TSB Circular 270", "Please see the attached letter.", "letter.txt", content: "Dear Sir/Madam,\n\nAustralia objects to the proposal in TSB Circular 270: point 3 goes too far.");
        var answer = (await rig.RegisterAsync()).All<JcaCop.Register.Entries.Calls.AnswerEntry>().Single();
        Assert.Contains("point 3 goes too far", answer.Voices.Single().Said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Opticom supports the proposal in TSB Circular 280.", MessageState.Processed)]
    [InlineData("We have no objection to the proposal in TSB Circular 280.\n\nTim Hall\nOpticom Standards Office", MessageState.Processed)]
    [InlineData("On behalf of the Lantern Trust I object to the proposal in TSB Circular 280.\n\nTim Hall\nLantern Trust", MessageState.Held)]
    public async Task The_address_of_a_sector_member_on_record_speaks_for_it(string text, MessageState state)
    {
        await rig.OrderAsync("""
            member add "Opticom" --sort sector-member --email standards@opticom.example
            organization add --name "Lantern Trust" --country AU
            call open "TSB Circular 280" --kind consultation --title "Revised terms of reference" --deadline 2012-11-02 --to sector-members --no-letters
            """);
        var mail = await rig.MailAsync("standards@opticom.example", "TSB Circular 280", text, TalkRig.Passed);
        Assert.Equal((state, text), (mail.Line.State, text));
        var owed = (await rig.RegisterAsync()).All<ObligationEntry>().Single();
        if (state == MessageState.Processed) Assert.Equal(ObligationState.Met, owed.State);
    }
}
