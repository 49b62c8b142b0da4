using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>The report of a meeting, told through mail alone: the secretariat opens the meeting by a mail, the chairman is asked, sends the report, says one word, and everybody who is to have it gets it once.</summary>
public sealed class ReportsByMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Parent = "sg17@union.example";
    private const string Advisory = "tsag@union.example";
    private const string List = "list@union.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?>
    {
        ["Groups:g:Name"] = "JCA-EX", ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:List"] = List, ["Groups:g:Copies:0"] = "ITU-T TSAG",
    });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static IEnumerable<string> With(IEnumerable<MimeMessage> letters, string file) =>
        letters.Where(letter => letter.Attachments.OfType<MimePart>().Any(part => part.FileName == file)).SelectMany(letter => letter.To.Mailboxes).Select(to => to.Address).Order(StringComparer.Ordinal);

    private const string Cover = "Dear Secretariat,\n\nplease find attached the draft report of the JCA-EX meeting of 5 November 2012 for distribution.\n\nThe Chairman";

    private Task ReportAsync(string text, MimeMessage? under = null, string cover = Cover) => rig.TakeAsync($"""
        Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example
        From: {TalkRig.Chairman}
        To: {TalkRig.Desk}
        Subject: {(under is null ? "Report of the JCA-EX meeting of 5 November 2012" : $"Re: {under.Subject}")}
        In-Reply-To: <{under?.MessageId ?? "none@presidency.example"}>
        Date: {rig.Clock.GetUtcNow():r}
        Message-ID: <{Guid.NewGuid():N}@presidency.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        {cover}
        --b
        Content-Type: text/plain; name="report.txt"
        Content-Disposition: attachment; filename="report.txt"

        {text}
        --b--

        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public async Task A_report_is_asked_for_numbered_approved_by_one_word_and_distributed_once()
    {
        Assert.DoesNotContain("[Refused]", await rig.OrderAsync($"""
            member add "Administration of Australia" --country AU --email {Jane}
            member add "ITU-T Study Group 17" --sort group --body "ITU-T SG17" --email {Parent}
            member add "Advisory Group" --sort group --body "ITU-T TSAG" --email {Advisory}
            meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva
            meeting announce 7
            """), StringComparison.Ordinal);
        await rig.MailAsync(Jane, "JCA-EX meeting of 5 November 2012", "I will attend the JCA-EX meeting of 5 November 2012 in person.\n\nBest regards,\nJane Example\nHead of Unit, Ministry of Examples");
        await rig.SendAsync();

        var after = await rig.LiveUntilAsync(new(2012, 11, 6, 12, 0, 0, TimeSpan.Zero));
        var request = Assert.Single(after, letter => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal) && letter.Subject!.StartsWith("Report", StringComparison.Ordinal));
        Assert.Contains(request.Attachments.OfType<MimePart>(), part => part.FileName!.EndsWith(".docx", StringComparison.Ordinal));
        Assert.Contains("awaited", await rig.OrderAsync("report list"), StringComparison.Ordinal);

        await ReportAsync("We met and agreed.");
        var approval = Assert.Single(await rig.LiveUntilAsync(new(2012, 11, 7, 18, 0, 0, TimeSpan.Zero)), letter => letter.Subject!.Contains("approval", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(TalkRig.Chairman, approval.To.ToString(), StringComparison.Ordinal);
        await rig.MailAsync(TalkRig.Chairman, $"Re: {approval.Subject}", "accept", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example", to: approval.ReplyTo.Mailboxes.Single().Address);
        var left = (await rig.SendAsync()).Concat(await rig.LiveUntilAsync(new(2012, 11, 12, 12, 0, 0, TimeSpan.Zero))).ToList();

        var file = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>()).Newest!.Files[0].ArchivedAs;
        Assert.Equal([Jane, List, Parent, Advisory], With(left, file!));
        var meeting = Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>());
        Assert.Equal((ReportState.Distributed, TalkRig.Chairman), (meeting.Report.State, meeting.Report.ApprovedBy));
        Assert.Contains("distributed", await rig.OrderAsync("report list"), StringComparison.Ordinal);
        Assert.Contains("Nothing changed", await rig.OrderAsync("report distribute 7"), StringComparison.Ordinal);
    }

    private async Task<MimeMessage> RequestedAsync()
    {
        Assert.DoesNotContain("[Refused]", await rig.OrderAsync($"""
            member add "ITU-T Study Group 17" --sort group --body "ITU-T SG17" --email {Parent}
            meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva
            meeting announce 7
            """), StringComparison.Ordinal);
        return (await rig.LiveUntilAsync(new(2012, 11, 6, 12, 0, 0, TimeSpan.Zero))).Single(letter => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal) && letter.Subject!.StartsWith("Report", StringComparison.Ordinal));
    }

    private Task<MessageDetails> SayAsync(MimeMessage under, string words) =>
        rig.MailAsync($"The Chairman <{TalkRig.Chairman}>", $"Re: {under.Subject}", words, $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example\nIn-Reply-To: <{under.MessageId}>");

    [Theory]
    [InlineData("The draft is fine, no changes.")]
    [InlineData("Dear Secretariat,\n\nthe draft is fine as it stands. Please distribute it.\n\nBest regards,\nThe Chairman")]
    [InlineData("No comments from my side. Thank you!")]
    [InlineData("Le projet de rapport me convient tel quel, aucune modification.\n\nCordialement")]
    [InlineData("El borrador está bien, sin cambios.")]
    [InlineData("Проект отчета меня устраивает, изменений нет.")]
    [InlineData("مشروع التقرير جيد، لا توجد تعديلات.")]
    [InlineData("草案很好，无需修改。")]
    public async Task The_chairman_who_has_nothing_to_change_in_the_draft_approves_it(string words)
    {
        var request = await RequestedAsync();
        var said = await SayAsync(request, words);
        Assert.Equal(MessageState.Processed, said.Line.State);
        var left = (await rig.SendAsync()).Concat(await rig.LiveUntilAsync(new(2012, 11, 8, 12, 0, 0, TimeSpan.Zero))).ToList();
        var meeting = Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>());
        Assert.Equal((ReportState.Distributed, TalkRig.Chairman), (meeting.Report.State, meeting.Report.ApprovedBy));
        var report = left.SelectMany(letter => letter.Attachments).OfType<MimePart>().First(part => part.FileName!.EndsWith(".docx", StringComparison.Ordinal));
        using var content = new MemoryStream();
        await report.Content!.DecodeToAsync(content, TestContext.Current.CancellationToken);
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(content, false);
        var text = document.MainDocumentPart!.Document!.InnerText;
        Assert.DoesNotContain("[", text, StringComparison.Ordinal);
        Assert.Contains("closed the meeting", text, StringComparison.Ordinal);
        Assert.Contains("DOC001", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("Yes, will do.")]
    [InlineData("Thank you!")]
    [InlineData("The draft is fine, but the list of participants lacks two names.")]
    [InlineData("Is the draft fine?")]
    [InlineData("Dear Secretariat, please distribute the report. Kind regards")]
    [InlineData("Veuillez diffuser le rapport.")]
    [InlineData("Прошу разослать отчет.")]
    [InlineData("请分发报告。")]
    [InlineData("The draft is fine, no changes.\nI will send it to SG17 first, please wait.")]
    public async Task Whoever_promises_the_report_or_has_more_to_say_approves_nothing(string words)
    {
        await SayAsync(await RequestedAsync(), words);
        Assert.Equal(ReportState.Awaited, Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>()).Report.State);
    }

    [Fact]
    public async Task A_report_that_comes_as_a_file_is_the_report_whatever_words_go_with_it()
    {
        var request = await RequestedAsync();
        await ReportAsync("We met and agreed.", request, "Nothing to add.");
        var meeting = Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>());
        Assert.NotEqual(ReportState.Awaited, meeting.Report.State);
        var file = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>()).Newest!.Files[0];
        Assert.EndsWith(".txt", file.ArchivedAs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_request_there_is_no_draft_to_be_approved()
    {
        await rig.OrderAsync("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva");
        rig.Clock.SetUtcNow(new(2012, 11, 5, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains("no draft has gone out yet", await rig.OrderAsync("report approve 7 --draft"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_fine_is_approved_under_the_letter_that_asks_for_approval_too()
    {
        await RequestedAsync();
        await ReportAsync("We met and agreed.");
        var approval = Assert.Single(await rig.LiveUntilAsync(new(2012, 11, 7, 18, 0, 0, TimeSpan.Zero)), letter => letter.Subject!.Contains("approval", StringComparison.OrdinalIgnoreCase));
        await SayAsync(approval, "The report is fine, no changes.");
        Assert.Equal(ReportState.Approved, Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>()).Report.State);
    }

    [Fact]
    public async Task Nobody_approves_the_draft_of_whom_our_server_does_not_say_who_it_is()
    {
        var request = await RequestedAsync();
        var said = await rig.MailAsync(TalkRig.Chairman, $"Re: {request.Subject}", "The draft is fine, no changes.", $"In-Reply-To: <{request.MessageId}>");
        Assert.Equal(MessageState.Held, said.Line.State);
        Assert.Equal(ReportState.Awaited, Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>()).Report.State);
    }

    [Fact]
    public async Task A_body_that_was_to_have_the_report_and_has_no_address_on_record_is_named_in_the_digest_once()
    {
        await rig.OrderAsync($"""
            member add "ITU-T Study Group 17" --sort group --body "ITU-T SG17" --email {Parent}
            meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva
            meeting announce 7
            """);
        await rig.LiveUntilAsync(new(2012, 11, 6, 12, 0, 0, TimeSpan.Zero));
        await ReportAsync("We met and agreed.");
        await rig.OrderAsync("report approve 7");
        var digests = (await rig.LiveUntilAsync(new(2012, 11, 14, 12, 0, 0, TimeSpan.Zero)))
            .Where(letter => letter.To.ToString() == TalkRig.Secretary && letter.Subject!.Contains("decisions waiting", StringComparison.Ordinal)).ToList();
        var told = Assert.Single(digests, digest => digest.TextBody!.ReplaceLineEndings(" ").Contains("knows no address of ITU-T TSAG", StringComparison.Ordinal));
        Assert.DoesNotContain("knows no address of ITU-T SG17", told.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
