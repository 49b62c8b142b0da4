using DocumentFormat.OpenXml.Packaging;
using JcaCop.Post.Letters.Message;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Liaison statements out and in, told through mail alone.</summary>
public sealed class LiaisonsByMailTests : IAsyncDisposable
{
    private const string Sixteen = "sg16@sixteen.example";
    private const string Nine = "sg9@nine.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?>
    {
        ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:OfficialDomains:sixteen.example"] = "ITU-T SG16", ["Groups:g:OfficialDomains:nine.example"] = "ITU-T SG9",
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task<string> MembersAsync() => rig.OrderAsync($"""
        member add "ITU-T SG16" --sort group --body "ITU-T SG16" --email {Sixteen}
        member add "ITU-T SG9" --sort group --body "ITU-T SG9" --email {Nine}
        """);

    private Task<string> DraftAsync() => rig.OrderAsync(
        "liaison draft \"work on filters\" --action \"ITU-T SG16\" --action \"ITU-T SG9\" --deadline 2012-11-01",
        "JCA-COP asks for an overview of your work on filters.\n\nPlease name the Recommendations concerned.");

    private async Task<LiaisonEntry> StatementAsync(long id) => (await rig.RegisterAsync()).All<LiaisonEntry>().Single(entry => entry.Id == id);

    private static string Statement(string number, string title, string fields) => MailTexts.Statement(number, title, fields, "JCA-COP");

    [Theory]
    [InlineData(true, true, false, MessageState.Processed)]
    // Not in reply, without a word of our server, or with another question open to him: a person decides.
    [InlineData(false, true, false, MessageState.Held)]
    [InlineData(true, false, false, MessageState.Held)]
    [InlineData(true, true, true, MessageState.Held)]
    public async Task A_bare_word_in_reply_to_the_only_letter_that_asks_counts_where_our_server_knows_its_sender(bool replies, bool proved, bool second, MessageState state)
    {
        await MembersAsync();
        await DraftAsync();
        if (second) await rig.OrderAsync("liaison draft \"another matter\" --action \"ITU-T SG9\" --deadline 2012-11-01", "JCA-COP asks for another overview.");
        var asked = (await rig.LiveUntilAsync(new(2012, 10, 1, 14, 0, 0, TimeSpan.Zero))).First(letter => letter.To.ToString() == TalkRig.Chairman && letter.Subject!.Contains("filters", StringComparison.Ordinal));
        var headers = (proved ? $"Authentication-Results: {TalkRig.Server}; dmarc=pass\n" : "X-Test: none\n") + (replies ? $"In-Reply-To: <{asked.MessageId}>\n" : "");
        var word = await rig.MailAsync(TalkRig.Chairman, "Re: the statement", "approve", headers);
        Assert.Equal(state, word.Line.State);
        Assert.Equal(state == MessageState.Processed ? LiaisonState.Sent : LiaisonState.Draft, (await StatementAsync(1)).State);
        if (state == MessageState.Held) Assert.Contains("a reply to the letter that asks", word.Line.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SG16 has no comments on JCA-COP-LS1.")]
    [InlineData("La CE 16 n'a aucun commentaire sur JCA-COP-LS1.")]
    [InlineData("La CE 16 no tiene comentarios sobre JCA-COP-LS1.")]
    [InlineData("ИК16 не имеет замечаний по JCA-COP-LS1.")]
    [InlineData("第16研究组对JCA-COP-LS1没有意见。")]
    [InlineData("ليس لدى لجنة الدراسات 16 اعتراض، ولا ملاحظات على JCA-COP-LS1.")]
    public async Task No_comments_in_the_thread_of_our_statement_is_the_answer(string words)
    {
        await MembersAsync();
        await DraftAsync();
        await rig.MailAsync(TalkRig.Secretary, "Orders", "liaison send 1", TalkRig.Passed);
        var ours = (await rig.SendAsync()).First(letter => letter.To.Mailboxes.Any(to => to.Address == Sixteen));
        await rig.MailAsync(Sixteen, "RE: LS on work on filters", $"Dear colleagues,\n\n{words}\n\nSG16 secretariat", $"In-Reply-To: <{ours.MessageId}>\n");
        Assert.Equal(ObligationState.Met, (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Debtor.Name == "ITU-T SG16").State);
        Assert.DoesNotContain(To(await rig.LiveUntilAsync(new(2012, 11, 10, 0, 0, 0, TimeSpan.Zero)), Sixteen), letter => letter.Subject!.Contains("eminder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_drafts_a_statement_to_a_body_without_an_address_is_told_at_once()
    {
        await MembersAsync();
        var told = await rig.OrderAsync("liaison draft \"filters\" --action \"ITU-T SG16\" --action \"Nonsense Body\" --deadline 2012-11-01", "Please tell.");
        Assert.True(told.ReplaceLineEndings(" ").Contains("No address is known of Nonsense Body", StringComparison.Ordinal), told);
        Assert.DoesNotContain("No address is known", await DraftAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_chairmans_word_on_a_statement_waits_for_the_secretariat_he_is_not_asked_again()
    {
        await MembersAsync();
        await DraftAsync();
        var asked = Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 1, 14, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString() == TalkRig.Chairman);
        var word = await rig.MailAsync(TalkRig.Chairman, $"Re: {asked.Subject}", "Reject.\n\nThe second paragraph asks for too much.", $"Authentication-Results: {TalkRig.Server}; dmarc=pass");
        Assert.Equal(MessageState.Held, word.Line.State);
        Assert.DoesNotContain(await rig.LiveUntilAsync(new(2012, 10, 12, 14, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString() == TalkRig.Chairman && letter.Subject!.Contains("work on filters", StringComparison.Ordinal));
        Assert.Equal(0, (await rig.RunAsync($"review reject {word.Line.Id}")).Code);
        await rig.DrainAsync();
        // On Monday, in office hours.
        Assert.Contains(await rig.LiveUntilAsync(new(2012, 10, 15, 14, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString() == TalkRig.Chairman);
    }

    [Theory]
    [InlineData("Reject.\n\nThe second paragraph asks for too much.", LiaisonState.Withdrawn)]
    [InlineData("Refusé.\n\nLe deuxième paragraphe demande trop.", LiaisonState.Withdrawn)]
    [InlineData("Rechazado.\n\nEl segundo párrafo pide demasiado.", LiaisonState.Withdrawn)]
    [InlineData("Отклонить.\n\nВторой абзац требует слишком многого.", LiaisonState.Withdrawn)]
    [InlineData("مرفوض.\n\nالفقرة الثانية تطلب الكثير.", LiaisonState.Withdrawn)]
    [InlineData("拒绝。\n\n第二段要求过多。", LiaisonState.Withdrawn)]
    // What is added to a yes may be a condition: the secretariat says which word is meant.
    [InlineData("Accept, but please correct the typo in the title.", LiaisonState.Draft)]
    public async Task Accept_in_the_digest_of_a_word_of_the_chairman_that_waits_does_what_the_word_says(string words, LiaisonState state)
    {
        await MembersAsync();
        await DraftAsync();
        var asked = Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 1, 14, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString() == TalkRig.Chairman);
        var word = await rig.MailAsync(TalkRig.Chairman, $"Re: {asked.Subject}", words, $"Authentication-Results: {TalkRig.Server}; dmarc=pass");
        Assert.Equal(MessageState.Held, word.Line.State);
        var digest = (await rig.LiveUntilAsync(new(2012, 10, 2, 14, 0, 0, TimeSpan.Zero))).Last(letter => letter.To.ToString() == TalkRig.Secretary && letter.TextBody!.Contains(asked.Subject!, StringComparison.Ordinal));
        Assert.Contains(words.Split('\n')[0], digest.TextBody, StringComparison.Ordinal);
        var code = System.Text.RegularExpressions.Regex.Match(digest.TextBody!, "[0-9A-Z]{4}-[0-9A-Z]{4}").Value;
        await rig.MailAsync(TalkRig.Secretary, "Re: digest", $"{code} accept", TalkRig.Passed);
        Assert.Equal(state, (await StatementAsync(1)).State);
        Assert.Equal(state == LiaisonState.Draft ? MessageState.Held : MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(word.Line.Id, Stop))!.Line.State);
        if (state != LiaisonState.Draft) return;
        await rig.MailAsync(TalkRig.Secretary, "Re: digest", $"{code} word: accept", TalkRig.Passed);
        Assert.Equal(LiaisonState.Sent, (await StatementAsync(1)).State);
        Assert.Equal(MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(word.Line.Id, Stop))!.Line.State);
    }

    [Fact]
    public async Task A_statement_drafted_by_mail_leaves_at_the_chairmans_word_in_the_form_of_ITU_T_and_who_does_not_answer_is_reminded()
    {
        await MembersAsync();
        Assert.DoesNotContain("not understood", await DraftAsync(), StringComparison.Ordinal);
        var asked = Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 1, 14, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString() == TalkRig.Chairman);
        Assert.Contains("Please name the Recommendations concerned.", asked.TextBody, StringComparison.Ordinal);
        Assert.Equal("JCA-COP-LS-draft.docx", Assert.Single(asked.Attachments).ContentDisposition?.FileName);
        Assert.Null((await StatementAsync(1)).Number);

        await rig.MailAsync(TalkRig.Chairman, $"Re: {asked.Subject}", "Accept\n\nBest regards", $"Authentication-Results: {TalkRig.Server}; dmarc=pass");
        var left = (await rig.SendAsync()).Where(letter => letter.Subject!.Contains("JCA-COP-LS1", StringComparison.Ordinal)).ToList();
        Assert.Equal([Sixteen, Nine], left.Select(letter => letter.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        Assert.All(left, Verify);
        Assert.Equal((LiaisonState.Sent, "JCA-COP-LS1"), ((await StatementAsync(1)).State, (await StatementAsync(1)).Number));
        var question = Assert.Single((await rig.RegisterAsync()).All<QuestionEntry>());
        Assert.Equal((QuestionState.Answered, TalkRig.Chairman), (question.State, question.AnsweredBy));

        await rig.MailAsync(Sixteen, "LS/r on work on filters (reply to JCA-COP-LS1)", Statement("SG16-LS050", "LS/r on work on filters (reply to JCA-COP-LS1)", "FOR INFORMATION TO: JCA-COP\nIN REPLY TO: JCA-COP-LS1"));
        var later = await rig.LiveUntilAsync(new(2012, 11, 10, 0, 0, 0, TimeSpan.Zero));
        // One letter to the chairman, with the mail that brought the statement.
        Assert.Equal("input.eml", Assert.Single(Assert.Single(To(later, TalkRig.Chairman), letter => letter.TextBody!.Contains("SG16-LS050", StringComparison.Ordinal)).Attachments).ContentDisposition?.FileName);
        Assert.NotEmpty(To(later, Nine));
        Assert.DoesNotContain(To(later, Sixteen), letter => letter.Subject!.Contains("JCA-COP-LS1", StringComparison.Ordinal) && !letter.Subject.StartsWith("Re:", StringComparison.Ordinal));
        Assert.Contains(To(later, TalkRig.Secretary), letter => letter.TextBody!.Contains("ITU-T SG9", StringComparison.Ordinal) && letter.TextBody.Contains("JCA-COP-LS1", StringComparison.Ordinal));
        Assert.Equal(LiaisonState.Sent, (await StatementAsync(1)).State);
        Assert.Equal([ObligationState.Open, ObligationState.Met, ObligationState.Met], (await rig.RegisterAsync()).All<ObligationEntry>().Select(owed => owed.State).Order());
    }

    /// <summary>Text and form say the same, and the form is a document that Word takes.</summary>
    private static void Verify(MimeMessage letter)
    {
        Assert.Contains("Please name the Recommendations concerned.", letter.TextBody!, StringComparison.Ordinal);
        var part = Assert.IsType<MimePart>(Assert.Single(letter.Attachments));
        Assert.Equal("JCA-COP-LS1.docx", part.FileName);
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes, Stop);
        using var file = WordprocessingDocument.Open(bytes, isEditable: false);
        var text = file.MainDocumentPart!.Document!.Body!.InnerText;
        foreach (var said in new[] { "LIAISON STATEMENT", "ITU-T SG16; ITU-T SG9", "Chairman of JCA-COP, 1 October 2012", "1 November 2012", "LS on work on filters", "Please name the Recommendations concerned." })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_of_the_chairman_withdraws_the_draft_and_silence_is_asked_twice_more_and_then_told_to_the_secretariat()
    {
        await MembersAsync();
        await DraftAsync();
        await rig.OrderAsync("liaison draft \"second\" --information \"ITU-T SG9\" --text \"For your information.\"");
        var asked = (await rig.LiveUntilAsync(new(2012, 10, 1, 14, 0, 0, TimeSpan.Zero))).Where(letter => letter.To.ToString() == TalkRig.Chairman).ToList();
        Assert.Equal(2, asked.Count);
        await rig.MailAsync(TalkRig.Chairman, $"Re: {asked.Single(letter => letter.Subject!.Contains("filters", StringComparison.Ordinal)).Subject}", "Non, merci", $"Authentication-Results: {TalkRig.Server}; dmarc=pass");
        Assert.Equal(LiaisonState.Withdrawn, (await StatementAsync(1)).State);
        await rig.SendAsync();

        var later = await rig.LiveUntilAsync(new(2012, 11, 20, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["2012-10-08", "2012-10-15"], To(later, TalkRig.Chairman).Where(letter => letter.Subject!.Contains("second", StringComparison.Ordinal)).Select(letter => $"{letter.Date:yyyy-MM-dd}"));
        Assert.Contains(To(later, TalkRig.Secretary), letter => letter.TextBody!.Contains("Approval of the liaison statement: second", StringComparison.Ordinal));
        // The secretariat's own word settles it; nothing is asked any more.
        await rig.OrderAsync("liaison send 2");
        Assert.Equal("JCA-COP-LS1", (await StatementAsync(2)).Number);
        Assert.DoesNotContain((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Live);
        Assert.DoesNotContain((await rig.RegisterAsync()).All<QuestionEntry>(), question => question.Live);
    }

    [Fact]
    public async Task Of_two_statements_for_our_action_one_is_answered_in_time_and_the_other_goes_to_the_secretariat_as_overdue()
    {
        await MembersAsync();
        await rig.MailAsync(Sixteen, "LS on reporting tools", Statement("SG16-LS045", "LS on reporting tools", "FOR ACTION TO: JCA-COP\nDEADLINE: 15 October 2012"));
        await rig.MailAsync(Sixteen, "LS on hotlines", Statement("SG16-LS046", "LS on hotlines", "FOR ACTION TO: JCA-COP\nDEADLINE: 16 October 2012"));
        var first = await rig.LiveUntilAsync(new(2012, 10, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, To(first, TalkRig.Chairman).Count(letter => letter.Subject!.Contains("For action", StringComparison.Ordinal)));
        await rig.OrderAsync("liaison draft \"reporting tools\" --information \"ITU-T SG16\" --reply-to SG16-LS45", "JCA-COP thanks Study Group 16.");
        var asked = Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 5, 14, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString() == TalkRig.Chairman && letter.Subject!.Contains('#', StringComparison.Ordinal));
        await rig.MailAsync(TalkRig.Chairman, "Re: your question", "Acepto", $"Authentication-Results: {TalkRig.Server}; dmarc=pass", to: PlusAddress.Of(TalkRig.Desk, LetterId.New(), ReplyToken.InSubject(asked.Subject!)));
        Assert.Contains(To(await rig.SendAsync(), Sixteen), letter => letter.Subject!.Contains("JCA-COP-LS1", StringComparison.Ordinal));
        var later = await rig.LiveUntilAsync(new(2012, 10, 25, 0, 0, 0, TimeSpan.Zero));
        var told = Assert.Single(To(later, TalkRig.Secretary), letter => letter.TextBody!.Contains("SG16-LS046", StringComparison.Ordinal) && !letter.Subject!.Contains("decisions", StringComparison.Ordinal) && letter.Headers["Subject"] is not null && letter.TextBody.Contains("overdue", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("SG16-LS045", told.TextBody, StringComparison.Ordinal);
        Assert.Equal([(LiaisonState.Answered, "SG16-LS045"), (LiaisonState.Routed, "SG16-LS046")],
            (await rig.RegisterAsync()).All<LiaisonEntry>().Where(entry => entry.Way == LiaisonWay.Incoming).Select(entry => (entry.State, entry.Reference!)));
    }

    [Fact]
    public async Task A_corrigendum_moves_the_duty_and_its_reminders_and_the_chairman_gets_it()
    {
        await MembersAsync();
        await rig.MailAsync(Sixteen, "LS on captions [SG16-LS100]", Statement("SG16-LS100", "LS on captions", "FOR ACTION TO: JCA-COP\nDEADLINE: 15 October 2012"));
        await rig.LiveUntilAsync(new(2012, 10, 3, 14, 0, 0, TimeSpan.Zero));
        var corrected = Statement("SG16-LS100 Corr.1", "LS on captions", "FOR ACTION TO: JCA-COP\nDEADLINE: 29 October 2012");
        Assert.Equal(MessageState.Processed, (await rig.MailAsync(Sixteen, "Corr.1 to LS on captions [SG16-LS100]", corrected)).Line.State);
        var told = To(await rig.LiveUntilAsync(new(2012, 10, 4, 14, 0, 0, TimeSpan.Zero)), TalkRig.Chairman).ToList();
        Assert.Contains("SG16-LS100 Corr.1", Assert.Single(told).Subject, StringComparison.Ordinal);
        var owed = Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>());
        Assert.Equal(new DateOnly(2012, 10, 29), DateOnly.FromDateTime(owed.Deadline!.At.UtcDateTime));
        // The first text, passed on by a delegate, brings no day back.
        await rig.MailAsync(Nine, "FW: LS on captions [SG16-LS100]", Statement("SG16-LS100", "LS on captions", "FOR ACTION TO: JCA-COP\nDEADLINE: 15 October 2012"));
        Assert.Equal(owed.Deadline, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).Deadline);
        var reminded = To(await rig.LiveUntilAsync(new(2012, 10, 30, 14, 0, 0, TimeSpan.Zero)), TalkRig.Chairman).Where(letter => letter.Subject!.Contains("LS100", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(reminded);
        Assert.All(reminded, letter => Assert.Contains("29 October 2012", letter.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_corrigendum_of_what_was_answered_is_passed_on_and_owed_by_nobody()
    {
        await MembersAsync();
        await rig.MailAsync(Sixteen, "LS on captions [SG16-LS100]", Statement("SG16-LS100", "LS on captions", "FOR ACTION TO: JCA-COP\nDEADLINE: 15 October 2012"));
        await rig.LiveUntilAsync(new(2012, 10, 2, 14, 0, 0, TimeSpan.Zero));
        await rig.OrderAsync("liaison draft \"captions\" --information \"ITU-T SG16\" --reply-to SG16-LS100", "JCA-COP thanks Study Group 16.");
        await rig.OrderAsync("liaison send 2");
        await rig.MailAsync(Sixteen, "Corr.1 to LS on captions [SG16-LS100]", Statement("SG16-LS100 Corr.1", "LS on captions", "FOR ACTION TO: JCA-COP\nDEADLINE: 15 October 2012"));
        Assert.Contains(To(await rig.LiveUntilAsync(new(2012, 10, 4, 14, 0, 0, TimeSpan.Zero)), TalkRig.Chairman), letter => letter.Subject!.Contains("SG16-LS100 Corr.1", StringComparison.Ordinal));
        Assert.Equal(LiaisonState.Answered, (await StatementAsync(1)).State);
        Assert.DoesNotContain((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Live);
    }

    [Fact]
    public async Task Who_is_removed_from_the_members_owes_no_answer_to_a_statement_any_more()
    {
        await MembersAsync();
        await DraftAsync();
        await rig.OrderAsync("liaison send 1");
        await rig.OrderAsync("member remove \"ITU-T SG9\"");
        var reminded = await rig.LiveUntilAsync(new(2012, 11, 10, 14, 0, 0, TimeSpan.Zero));
        Assert.Empty(To(reminded, Nine));
        Assert.NotEmpty(To(reminded, Sixteen));
        Assert.DoesNotContain((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Live && owed.Debtor.Name == "ITU-T SG9");
        await rig.OrderAsync("liaison draft \"another matter\" --action \"ITU-T SG9\" --deadline 2012-12-01", "JCA-COP asks for another overview.");
        Assert.Contains("no address is known of ITU-T SG9", await rig.OrderAsync("liaison send 2"), StringComparison.Ordinal);
        // Whoever comes back owes what is still asked.
        await rig.OrderAsync($"member add \"ITU-T SG9\" --sort group --body \"ITU-T SG9\" --email {Nine}");
        Assert.Contains((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Live && owed.Debtor.Name == "ITU-T SG9");
    }

    [Fact]
    public async Task Lines_below_the_orders_that_no_order_takes_are_told()
    {
        var answer = await rig.OrderAsync("liaison list", "the statements\nliaison show 1");
        Assert.Contains("from the first line that is no command: 2", answer, StringComparison.Ordinal);
        Assert.Contains("- the statements\n- liaison show 1", answer.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("needs a text", await rig.OrderAsync("liaison draft \"x\" --information \"ITU-T SG9\""), StringComparison.Ordinal);
        Assert.Contains("names the day", await rig.OrderAsync("liaison draft \"x\" --action \"ITU-T SG9\" --text y"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_order_below_one_without_text_is_named_and_is_no_text_of_a_statement_above_it()
    {
        await rig.OrderAsync($"member add \"ITU-T SG9\" --sort group --body \"ITU-T SG9\" --email {Nine}");
        var answer = await rig.OrderAsync("liaison draft \"hash lists\" --information \"ITU-T SG9\"\nreview list\nfrobnicate all", "SG9 is asked for its list.");
        Assert.Contains("- frobnicate all", answer.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("SG9 is asked for its list.", Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>(), one => one.Title == "hash lists").Text);
    }

    private static List<MimeMessage> To(IEnumerable<MimeMessage> letters, string address) => [.. letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address == address))];
}
