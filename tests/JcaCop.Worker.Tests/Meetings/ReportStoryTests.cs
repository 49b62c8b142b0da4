using System.Text;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Settings;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;
using Xunit;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>The report: asked for, approved by the chairman's word, distributed.</summary>
public sealed class ReportStoryTests : MeetingStory
{
    [Fact]
    public async Task A_report_goes_from_the_request_over_the_chairmans_word_to_all_who_get_it_each_once_and_says_who_got_it()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        var asked = await DueAsync("2012-11-06");
        var request = Assert.Single(asked, letter => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal));
        Assert.Contains(request.Attachments.OfType<MimePart>(), part => part.FileName!.StartsWith("draft_meeting_report", StringComparison.Ordinal));

        // Who excuses herself is told that the report will come, and gets it.
        var regret = await rig.MailAsync("Rosa Guest <rosa@guest.example>", "Meeting", "I regret that I cannot attend the JCA-X meeting of 5 November 2012.\n\nRosa Guest");
        if (regret.Line.State == MessageState.Held) Assert.Equal(0, (await rig.RunAsync($"review accept {regret.Line.Id}")).Code);
        await rig.SendAsync();

        // Sent anew, and not in answer to our letter: the chairman is asked for a last word.
        await rig.TakeAsync(Raw(rig, TalkRig.Chairman, "Report of the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached the draft report of the JCA-X meeting of 5 November 2012 for distribution.\n\nThe Chairman", "report.txt", "first text"));
        var document = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>());
        Assert.Equal(("DOC001", DocumentSort.Report), (document.Number, document.Sort));
        await rig.SendAsync();
        var approval = Assert.Single(await DueAsync("2012-11-07"), letter => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal));
        Assert.Empty(await DueAsync("2012-11-07"));

        await rig.MailAsync(TalkRig.Chairman, "Re: " + approval.Subject, "accept", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example", to: approval.ReplyTo.Mailboxes.Single().Address);
        await rig.SendAsync();
        var distribution = (await DueAsync("2012-11-08")).Where(letter => letter.Attachments.Any()).ToList();
        Assert.Equal(["list@union.example", "rosa@guest.example", "sg17@union.example"], To(distribution));
        Assert.All(distribution, letter => Assert.Equal("first text", Text(letter.Attachments.OfType<MimePart>().Single())));
        Assert.Empty(await DueAsync("2012-11-09"));

        var meeting = Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>());
        Assert.Equal((ReportState.Distributed, TalkRig.Chairman), (meeting.Report.State, meeting.Report.ApprovedBy));
        Assert.Equal(["parent", "list"], meeting.Report.Deliveries.Select(delivery => delivery.Role).Take(2));
        Assert.All((await rig.RegisterAsync()).All<ObligationEntry>(), obligation => Assert.Equal(ObligationState.Met, obligation.State));

        // TSAG becomes known later: it alone is served then.
        var repeated = await rig.RunAsync("report distribute 7");
        Assert.Contains("Nothing changed", repeated.Printed, StringComparison.Ordinal);
        Assert.Contains("Not reached: the register knows no address of ITU-T TSAG", repeated.Printed, StringComparison.Ordinal);
        await rig.RunAsync("member add \"Advisory Group\" --sort group --body \"ITU-T TSAG\" --email tsag@union.example");
        await rig.RunAsync("report distribute 7");
        Assert.Equal(["tsag@union.example"], To(await rig.SendAsync()));
    }

    [Theory]
    [InlineData("Dear all,\n\nPlease find attached the report.\n\nThe Chairman")]
    [InlineData("Voir ci-joint.")]
    [InlineData("Completed, see the attachment.\n\nThe Chairman")]
    public async Task The_draft_that_went_out_with_the_request_comes_back_completed_and_is_the_report(string text)
    {
        await OpenAsync();
        foreach (var order in new[]
        {
            "meeting agenda 7 \"1 Opening\" \"2 Adoption of the agenda\" \"3 Activities of members\" \"4 Any other business\"",
            "activity add --title \"Safer Internet Day\" --category event --organization \"Department of Communications\" --country AU --start 2012-10-05",
            "meeting register 7 \"Lucy Park\" --organization \"Department of Communications\" --country AU --mode remote --email l.park@ministry.example",
        }) Assert.Equal(0, (await rig.RunAsync(order)).Code);
        await DueAsync("2012-10-05");
        var request = Assert.Single(await DueAsync("2012-11-06"), letter => letter.Subject!.Contains("Report awaited", StringComparison.Ordinal));
        using var draft = new MemoryStream();
        request.Attachments.OfType<MimePart>().Single().Content!.DecodeTo(draft, TestContext.Current.CancellationToken);
        var answer = await rig.TakeAsync(Raw(rig, TalkRig.Chairman, "Re: " + request.Subject, text, "draft_meeting_report.docx", "content")
            .Replace(Convert.ToBase64String(Encoding.UTF8.GetBytes("content")), Convert.ToBase64String(draft.ToArray(), Base64FormattingOptions.InsertLineBreaks), StringComparison.Ordinal)
            .Replace("MIME-Version", $"In-Reply-To: <{request.MessageId}>\r\nMIME-Version", StringComparison.Ordinal));
        Assert.Equal((MessageState.Processed, null), (answer.Line.State, answer.Line.Reason));
        var register = await rig.RegisterAsync();
        Assert.Equal(ReportState.Approved, Assert.Single(register.All<MeetingEntry>()).Report.State);
        Assert.Equal(["Safer Internet Day"], register.All<ActivityEntry>().Select(activity => activity.Title));
    }

    [Theory]
    [InlineData("Reject")]
    [InlineData("Refusé")]
    [InlineData("Rechazado")]
    [InlineData("Отклонить")]
    [InlineData("مرفوض")]
    [InlineData("拒绝")]
    public async Task A_chairman_who_says_no_to_a_report_is_understood_and_asked_about_the_next_text(string no)
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        await DueAsync("2012-11-06");
        await rig.RunAsync("report draft 7");
        var approval = Assert.Single((await rig.SendAsync()).Concat(await DueAsync("2012-11-07")), IsForApproval);
        var word = await rig.MailAsync(TalkRig.Chairman, "Re: " + approval.Subject, no, $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example", to: approval.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal((MessageState.Processed, null), (word.Line.State, word.Line.Reason));
        var register = await rig.RegisterAsync();
        Assert.Equal((ReportState.Rejected, TalkRig.Chairman), (Assert.Single(register.All<MeetingEntry>()).Report.State, Assert.Single(register.All<MeetingEntry>()).Report.RejectedBy));
        // The chairman owes another text, and no word on the one that was refused.
        Assert.Equal([ObligationMatter.SendReport], register.All<ObligationEntry>().Where(owed => owed.Live).Select(owed => owed.Matter));
        Assert.Contains("rejected", (await rig.RunAsync("report list")).Printed, StringComparison.Ordinal);
        await rig.SendAsync();
        Assert.DoesNotContain(await DueAsync("2012-11-08"), IsForApproval);

        await rig.TakeAsync(Raw(rig, TalkRig.Chairman, "Report of the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached the draft report of the JCA-X meeting of 5 November 2012 for distribution.\n\nThe Chairman", "report.txt", "second text"));
        await rig.SendAsync();
        Assert.Contains("DOC001 Rev.1", Assert.Single(await DueAsync("2012-11-09"), IsForApproval).Subject, StringComparison.Ordinal);

        static bool IsForApproval(MimeMessage letter) => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal) && letter.Subject!.Contains("approval", StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("please find attached the corrected report of the seventh meeting of JCA-X (Rev.1), which replaces the one I sent on 7 November.")]
    [InlineData("please find attached the corrected report of the JCA-X meeting of 5 November 2012 for distribution. It replaces the earlier one.")]
    public async Task A_corrected_report_is_filed_approved_by_a_word_and_goes_to_all_as_a_revision(string words)
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        await DueAsync("2012-11-06");
        await rig.TakeAsync(Raw(rig, TalkRig.Chairman, "Report of the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached the draft report of the JCA-X meeting of 5 November 2012 for distribution.\n\nThe Chairman", "report.txt", "first text"));
        await rig.RunAsync("report approve 7");
        await rig.SendAsync();
        Assert.Equal(["list@union.example", "sg17@union.example"], To((await DueAsync("2012-11-08")).Where(letter => letter.Attachments.Any())));

        var corrected = await rig.TakeAsync(Raw(rig, TalkRig.Chairman, "Corrected report of the seventh meeting", $"Dear Secretariat,\n\n{words}\n\nThe Chairman", "report_rev1.txt", "corrected text"));
        // However sure the reader is of the words: a person's word brings it the same way.
        if (corrected.Line.State == MessageState.Held) Assert.Equal(0, (await rig.RunAsync($"review accept {corrected.Line.Id}")).Code);
        await rig.SendAsync();
        var approval = Assert.Single(await DueAsync("2012-11-12"), letter => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal));
        Assert.Contains("DOC001 Rev.1", approval.Subject, StringComparison.Ordinal);
        await rig.MailAsync(TalkRig.Chairman, "Re: " + approval.Subject, "accept", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example", to: approval.ReplyTo.Mailboxes.Single().Address);
        await rig.SendAsync();
        var distribution = (await DueAsync("2012-11-13")).Where(letter => letter.Attachments.Any()).ToList();
        Assert.Equal(["list@union.example", "sg17@union.example"], To(distribution));
        Assert.All(distribution, letter => Assert.Equal("corrected text", Text(letter.Attachments.OfType<MimePart>().Single())));
        Assert.Contains("Nothing changed", (await rig.RunAsync("report distribute 7")).Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_a_chairmans_word_on_the_report_waits_nobody_asks_for_it_again(bool byReplyAddress)
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        await DueAsync("2012-11-06");
        await rig.TakeAsync(Raw(rig, TalkRig.Chairman, "Report of the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached the draft report of the JCA-X meeting of 5 November 2012 for distribution.\n\nThe Chairman", "report.txt", "first text"));
        await rig.SendAsync();
        var approval = Assert.Single(await DueAsync("2012-11-07"), letter => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal));
        var word = await rig.MailAsync(TalkRig.Chairman, "Re: " + approval.Subject, "Reject.\n\nThe second item of the agenda is told wrongly.",
            $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example", to: byReplyAddress ? approval.ReplyTo.Mailboxes.Single().Address : null);
        Assert.Equal(MessageState.Held, word.Line.State);
        await rig.SendAsync();
        Assert.DoesNotContain(await rig.LiveUntilAsync(new(2012, 11, 13, 20, 0, 0, TimeSpan.Zero)), IsToChairman);
        Assert.Equal(0, (await rig.RunAsync($"review reject {word.Line.Id}")).Code);
        await rig.DrainAsync();
        Assert.Contains(await rig.LiveUntilAsync(new(2012, 11, 16, 8, 0, 0, TimeSpan.Zero)), IsToChairman);

        static bool IsToChairman(MimeMessage letter) => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal) && letter.Subject!.Contains("report", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_report_that_answers_our_request_is_approved_and_one_from_anybody_else_waits()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        var request = Assert.Single(await DueAsync("2012-11-06"), letter => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal));
        var text = "Dear Secretariat,\n\nplease find attached the draft report of the JCA-X meeting of 5 November 2012 for distribution.\n\nThe Chairman";
        var stranger = await rig.TakeAsync(Raw(rig, "somebody@elsewhere.example", "Report of the JCA-X meeting of 5 November 2012", text, "report.txt", "forged"));
        Assert.Equal(MessageState.Held, stranger.Line.State);
        Assert.DoesNotContain((await rig.RegisterAsync()).All<DocumentEntry>(), document => document.State == DocumentState.Filed);

        var answer = await rig.TakeAsync(Raw(rig, TalkRig.Chairman, "Re: " + request.Subject, text, "report.txt", "the text").Replace("MIME-Version", $"In-Reply-To: <{request.MessageId}>\r\nMIME-Version", StringComparison.Ordinal));
        Assert.Equal((MessageState.Processed, null), (answer.Line.State, answer.Line.Reason));
        await rig.SendAsync();
        Assert.Equal(ReportState.Approved, Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>()).Report.State);
        Assert.Equal(["list@union.example", "sg17@union.example"], To((await DueAsync("2012-11-07")).Where(letter => letter.Attachments.Any())));
    }

    [Fact]
    public async Task A_file_that_could_not_be_written_is_written_later_from_the_stored_mail()
    {
        await OpenAsync();
        await DueAsync("2012-11-06");
        var root = Path.Combine(rig.Get<DataDirectory>().Path, "documents");
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        // Where the folder should be lies a file.
        await File.WriteAllTextAsync(root, "in the way", TestContext.Current.CancellationToken);
        await rig.TakeAsync(Raw(rig, TalkRig.Chairman, "Report of the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached the draft report of the JCA-X meeting of 5 November 2012 for distribution.\n\nThe Chairman", "report.txt", "the text"));
        Assert.Null(await rig.Get<ArchiveJob>().RunAsync(TestContext.Current.CancellationToken));
        File.Delete(root);
        Assert.NotNull(await rig.Get<ArchiveJob>().RunAsync(TestContext.Current.CancellationToken));
        Assert.Null(await rig.Get<ArchiveJob>().RunAsync(TestContext.Current.CancellationToken));
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(root, "g", "2012_11_05_Geneva")));
        Assert.StartsWith("DOC001_", Path.GetFileName(file), StringComparison.Ordinal);
        Assert.Equal("the text", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    private static string Text(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
