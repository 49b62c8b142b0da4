using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>The chairman sends a new text of the report, and not in the thread of our request.</summary>
public sealed class RevisedReportsByMailTests : IAsyncDisposable
{
    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Name"] = "JCA-EX" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task<MessageDetails> SendAsync(string from, string subject, string text, string file, string? reply = null) => rig.TakeAsync($"""
        Authentication-Results: {TalkRig.Server}; dmarc=pass{(reply is null ? "" : $"\r\nIn-Reply-To: <{reply}>")}
        From: {from}
        To: {TalkRig.Desk}
        Subject: {subject}
        Date: {rig.Clock.GetUtcNow():r}
        Message-ID: <{Guid.NewGuid():N}@presidency.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        {text}
        --b
        Content-Type: text/plain; name="{file}"
        Content-Disposition: attachment; filename="{file}"
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"The Chairman welcomed all who came. {text}"))}
        --b--

        """.ReplaceLineEndings("\r\n"));

    private async Task ReportedAsync()
    {
        await rig.DeskAsync("meeting open 7 --date 2012-10-05 --from 9:30 --until 17:30 --place Geneva\nmeeting announce 7");
        var asked = Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 8, 9, 0, 0, TimeSpan.Zero)),
            letter => letter.Subject!.Contains("eport", StringComparison.Ordinal) && letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal));
        await SendAsync(TalkRig.Chairman, "Draft report of the 7th meeting", "Please find attached the draft report of the 7th meeting of JCA-EX.", "report.txt", asked.MessageId);
        Assert.Single((await ReportAsync()).Revisions);
    }

    private async Task<DocumentEntry> ReportAsync() => Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>(), document => document.Sort == DocumentSort.Report);

    [Theory]
    [InlineData("Report", "Dear Ines,\n\nattached is Rev.1 of the report, with two corrections.", "report.txt")]
    [InlineData("DOC001 Rev.1", "As attached.", "DOC001_Rev1.txt")]
    [InlineData("Revised report", "Please use the attached version instead.", "report new.txt")]
    [InlineData("Rapport", "Voici la version corrigée du rapport.", "rapport.txt")]
    [InlineData("Informe", "Adjunto la versión corregida del informe.", "informe.txt")]
    [InlineData("Отчёт", "Прилагаю исправленный отчёт.", "otchet.txt")]
    [InlineData("报告", "附上修订后的报告。", "report.txt")]
    [InlineData("التقرير", "مرفق التقرير المنقح.", "report.txt")]
    public async Task Outside_the_thread_it_is_filed_as_the_next_text_of_the_report(string subject, string text, string file)
    {
        await ReportedAsync();
        var mail = await SendAsync(TalkRig.Chairman, subject, text, file);
        Assert.True(mail.Line.State == MessageState.Processed, mail.Line.Reason);
        Assert.Equal([0, 1], (await ReportAsync()).Revisions.Select(revision => revision.Number));
        // What all are to get again is approved by a word.
        Assert.Equal(ReportState.Drafted, Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>()).Report.State);
    }

    [Theory]
    [InlineData(TalkRig.Chairman, "Slides", "Attached are the slides of my talk.", "slides.txt")]
    [InlineData("jane@ministry.example", "Report", "Attached is Rev.1 of the report.", "DOC001_Rev1.txt")]
    public async Task Another_file_or_another_sender_revises_no_report(string from, string subject, string text, string file)
    {
        await ReportedAsync();
        await SendAsync(from, subject, text, file);
        Assert.Single((await ReportAsync()).Revisions);
    }
}
