using JcaCop.Worker.Commands;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Service words, decisions that are told, inputs that are passed on.</summary>
public sealed class TellingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("status")]
    [InlineData("Statut\n\nMerci")]
    [InlineData("Состояние")]
    [InlineData("状态")]
    [InlineData("الحالة")]
    [InlineData("Estado, gracias")]
    public async Task A_member_asks_for_its_status_with_one_word_and_is_told_what_is_on_record(string text)
    {
        await using var rig = new TalkRig();
        await ReachTests.SeatedAsync(rig);
        var mail = await rig.MailAsync("peter.hall@ministry.example", "?", text);
        Assert.Equal(MessageState.Processed, mail.Line.State);
        var letter = Assert.Single(await rig.LettersAsync(), one => one.CauseMessageId == mail.Line.Id);
        Assert.Equal("status", letter.Kind);
        var sent = (await rig.SendAsync()).Single(one => one.To.ToString().Contains("peter.hall", StringComparison.Ordinal) && one.InReplyTo == mail.Line.InternetId);
        Assert.Contains("Circular 7", sent.TextBody, StringComparison.Ordinal);
        Assert.Contains("SG17", sent.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_is_told_what_was_put_forward_in_its_name_and_nothing_of_others()
    {
        await using var rig = new TalkRig();
        await rig.OrderAsync("member add \"Administration of Australia\" --country AU --email jane@ministry.example\nmember add \"Administration of New Zealand\" --country NZ --email kiri@council.example\ncall open \"Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        await rig.MailAsync("office@ministry.example", "Circular 313", "With reference to Circular 313, the Administration of Australia nominates:\n\nOrganization: Lantern Network\nCountry: Australia\nContact person: Ms Anna Sample\nE-mail: anna@lantern.example\nTelephone: +61 3 5550 0101");
        await rig.MailAsync("kiri@council.example", "Circular 313", "With reference to Circular 313, the Administration of New Zealand nominates:\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example");
        await rig.MailAsync("jane@ministry.example", "Representative", "The Administration of Australia designates Mr Peter Hall (peter.hall@ministry.example) as its representative in ITU-T Study Group 17.");
        await rig.SendAsync();
        var mail = await rig.MailAsync("jane@ministry.example", "?", "status");
        var told = (await rig.SendAsync()).Single(letter => letter.InReplyTo == mail.Line.InternetId).TextBody!;
        foreach (var own in new[] { "Lantern Network", "Anna Sample", "+61 3 5550 0101", "Peter Hall", "SG17" }) Assert.Contains(own, told, StringComparison.Ordinal);
        foreach (var other in new[] { "Harbour", "Berto" }) Assert.DoesNotContain(other, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_is_told_its_answers_to_circulars_and_what_of_them_waits()
    {
        await using var rig = new TalkRig();
        await rig.OrderAsync("member add \"Administration of Australia\" --country AU --email jane@ministry.example --email max@ministry.example\nmember add \"Administration of New Zealand\" --country NZ --email kiri@council.example\n"
            + "call open \"Circular 278\" --kind consultation --title \"A proposal\" --deadline 2012-11-30");
        await rig.MailAsync("jane@ministry.example", "Circular 278", "With reference to Circular 278, the Administration of Australia has no objection to the proposal.");
        await rig.MailAsync("max@ministry.example", "Circular 278", "With reference to Circular 278, the Administration of Australia objects to the proposal.");
        await rig.MailAsync("kiri@council.example", "Circular 278", "With reference to Circular 278, the Administration of New Zealand supports the proposal.");
        await rig.SendAsync();
        var mail = await rig.MailAsync("jane@ministry.example", "?", "status");
        var told = (await rig.SendAsync()).Single(letter => letter.InReplyTo == mail.Line.InternetId).TextBody!;
        Assert.Contains("- Circular 278 – no objection (1 October 2012; jane@ministry.example)\n", told.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("- Circular 278 – objection (1 October 2012; max@ministry.example), to be confirmed by the secretariat", told, StringComparison.Ordinal);
        Assert.DoesNotContain("kiri@", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_word_in_the_subject_of_an_empty_mail_counts_too_and_help_is_answered()
    {
        await using var rig = new TalkRig();
        await rig.MailAsync("jane@ministry.example", "help", "");
        Assert.Equal("help", Assert.Single(await rig.LettersAsync()).Kind);
        await rig.MailAsync("jane@ministry.example", "help", "Could you help us? We have lost the circular and the deadline is tomorrow.");
        Assert.DoesNotContain(await rig.LettersAsync(), letter => letter.Kind == "help" && letter.CauseMessageId == 2);
    }

    [Fact]
    public async Task A_service_word_above_something_to_record_is_its_heading()
    {
        await using var rig = new TalkRig();
        var mail = await rig.MailAsync("jane@ministry.example", "TSB Circular 313", "Instructions\n\nOrganization: Lantern Children's Network\nContact: Mr Tom Okafor\nE-mail: tom@lantern.example");
        Assert.DoesNotContain(await rig.LettersAsync(), letter => letter.Kind == "help");
        Assert.True(mail.Line.State == MessageState.Held || (await rig.RegisterAsync()).Organizations.Any(), "filed without a word");
    }

    [Fact]
    public async Task Service_words_cost_the_senders_budget_and_a_machine_gets_no_answer()
    {
        await using var rig = new TalkRig();
        for (var n = 0; n < 30; n++) await rig.MailAsync("jane@ministry.example", "x", "status", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=ministry.example", id: $"{n}@ministry.example");
        Assert.Equal(5, (await rig.LettersAsync()).Count);
        await rig.MailAsync("robot@ministry.example", "x", "status", "Auto-Submitted: auto-generated");
        Assert.Equal(5, (await rig.LettersAsync()).Count);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("help")]
    public async Task The_groups_own_address_is_told_nothing(string word)
    {
        await using var rig = new TalkRig();
        await rig.MailAsync(TalkRig.Desk, word, word);
        Assert.Empty(await rig.LettersAsync());
    }

    [Fact]
    public async Task Whoever_was_told_that_an_item_is_held_hears_what_became_of_it()
    {
        await using var rig = new TalkRig();
        var held = await rig.MailAsync("someone@gmail.com", "TSB Circular 313 - nomination",
            "With reference to TSB Circular 313, we nominate the following organization:\n\nOrganization: Lantern Children's Network\nCountry: Australia\nContact person: Ms Anna Sample\nE-mail: anna.sample@lantern.example\n");
        Assert.Equal(MessageState.Held, held.Line.State);
        await rig.RunAsync($"review accept {held.Line.Id}");
        var told = Assert.Single(await rig.LettersAsync(), letter => letter.Kind == "item-decided");
        Assert.Equal(("someone@gmail.com", held.Line.Id), (told.To, told.CauseMessageId));
        await rig.RunAsync($"review accept {held.Line.Id}");
        Assert.Single(await rig.LettersAsync(), letter => letter.Kind == "item-decided");
    }

    [Fact]
    public async Task A_contribution_that_only_the_secretariat_got_goes_on_to_the_chairman_whole()
    {
        await using var rig = new TalkRig();
        const string text = "Please find attached our contribution for the meeting of 12 November 2012, entitled \"Filtering at the source\".\n\nSource: Administration of Australia\n";
        var alone = await rig.TakeAsync(Contribution(rig, TalkRig.Desk, text, 1));
        Assert.Contains(alone.Items, item => item.Type == "contribution");
        var passed = Assert.Single(await rig.LettersAsync(), letter => letter.Kind == "forwarded-to-other-officer");
        Assert.Equal(TalkRig.Chairman, passed.To);
        var letters = await rig.SendAsync();
        var input = Assert.Single(letters.SelectMany(letter => letter.Attachments).OfType<MimeKit.MessagePart>(), part => part.ContentDisposition?.FileName == "input.eml");
        Assert.Equal(("message/rfc822", "c1@ministry.example"), (input.ContentType.MimeType, input.Message!.MessageId));
        await rig.TakeAsync(Contribution(rig, $"{TalkRig.Desk}, {TalkRig.Chairman}", text, 2));
        Assert.Single(await rig.LettersAsync(), letter => letter.Kind == "forwarded-to-other-officer");
    }

    private static string Contribution(TalkRig rig, string to, string text, int number) => $"""
        From: Jane Example <jane@ministry.example>
        To: {to}
        Subject: Contribution {number}
        Date: {rig.Clock.GetUtcNow():r}
        Message-ID: <c{number}@ministry.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        {text}
        --b
        Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name="contribution.docx"
        Content-Disposition: attachment; filename="contribution.docx"
        Content-Transfer-Encoding: base64

        UEsDBAo=
        --b--

        """.ReplaceLineEndings("\r\n");

    [Fact]
    public async Task Every_order_that_help_shows_to_a_secretary_can_be_given_by_mail()
    {
        await using var rig = new TalkRig();
        await rig.MailAsync(TalkRig.Secretary, "help", "help", TalkRig.Passed);
        var help = await rig.SendTextAsync();
        var verbs = VerbList.ByMail(new FreshServices());
        var shown = help.ReplaceLineEndings("\n").Replace("\n  ", " ", StringComparison.Ordinal).Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal) && line.Contains(" – ", StringComparison.Ordinal))
            .Select(line => line[2..line.IndexOf(" – ", StringComparison.Ordinal)]).Where(line => line is not ("help" or "status")).ToList();
        Assert.InRange(shown.Count, 60, 120);
        Assert.All(shown, line => Assert.Null(CommandLine.WrongWith(verbs, line)));
        Assert.DoesNotContain(shown, line => line.Contains("--out", StringComparison.Ordinal));
    }
}
