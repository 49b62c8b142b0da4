using System.Text;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;
using Xunit;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>Meetings by mail alone: invitation, delegation, contribution, report, with the service's own intake and jobs.</summary>
public sealed class MeetingStoryTests : IAsyncDisposable
{
    private const string Minister = "h.kamara@ministry.example";

    /// <summary>The clock stands at 1 October 2012.</summary>
    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:List"] = "list@union.example", ["Groups:g:Copies:0"] = "ITU-T TSAG" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task OpenAsync()
    {
        Assert.Equal(0, (await rig.RunAsync("member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example")).Code);
        Assert.Equal(0, (await rig.RunAsync("member add \"Ministry of Australia\" --country AU --email post@ministry.example --language fr")).Code);
        Assert.Equal(0, (await rig.RunAsync("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7 --details \"Code 55\"")).Code);
    }

    private async Task<IReadOnlyList<MimeMessage>> DueAsync(string day)
    {
        rig.Clock.SetUtcNow(new DateTimeOffset(DateOnly.Parse(day, null), new TimeOnly(9, 0), TimeSpan.Zero));
        await SettleAsync(rig.Get<ArchiveJob>());
        await SettleAsync(rig.Get<MeetingJob>());
        return await rig.SendAsync();
    }

    /// <summary>A job finds nothing more to do after a few runs at one time.</summary>
    private static async Task SettleAsync(IDueWork work)
    {
        for (var runs = 0; await work.RunAsync(TestContext.Current.CancellationToken) is { } told; runs++) Assert.True(runs < 10, told);
    }

    private static IEnumerable<string> To(IEnumerable<MimeMessage> letters) => letters.Select(letter => letter.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal);

    private static string Raw(TalkRig rig, string from, string subject, string body, string file, string content) =>
        $"From: {from}\r\nTo: {TalkRig.Desk}\r\nSubject: {subject}\r\nDate: {rig.Clock.GetUtcNow():r}\r\nMessage-ID: <{Guid.NewGuid():N}@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + $"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body.ReplaceLineEndings("\r\n")}\r\n--x\r\nContent-Type: application/octet-stream; name=\"{file}\"\r\nContent-Disposition: attachment; filename=\"{file}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}\r\n--x--\r\n";

    [Fact]
    public async Task An_invitation_leaves_by_itself_before_the_limit_once_and_each_member_reads_its_own_language()
    {
        await OpenAsync();
        // A day before the limit is Sunday 7 October: nobody is written to at a week's end.
        Assert.Empty(await DueAsync("2012-10-04"));
        var letters = await DueAsync("2012-10-05");
        Assert.Equal(["list@union.example", "post@ministry.example", "sg17@union.example"], To(letters));
        Assert.Contains("5 novembre 2012", letters.Single(letter => letter.To.ToString().Contains("ministry", StringComparison.Ordinal)).TextBody!, StringComparison.Ordinal);
        Assert.All(letters, letter => Assert.Contains(letter.BodyParts.OfType<TextPart>(), part => part.ContentType.IsMimeType("text", "calendar") && part.ContentType.Parameters["method"] == "PUBLISH"));
        Assert.Empty(await DueAsync("2012-10-08"));
    }

    [Fact]
    public async Task The_parent_and_all_who_hold_a_seat_get_copies_where_the_settings_say_so_and_the_letter_tells_who_reads_it()
    {
        await using var copied = new TalkRig(over: new Dictionary<string, string?>
        {
            ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:Cc:call:0"] = "parent", ["Groups:g:Cc:call:1"] = "seats", ["Groups:g:Cc:call:2"] = "watch@union.example",
        });
        foreach (var order in (string[])
                 [
                     "member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example", "member add \"Ministry of Australia\" --country AU --email post@ministry.example",
                     "person add --name \"Hawa Kamara\" --email hawa@sg2.example", "seat add \"ITU-T SG2\" --person 1", "person add --name \"Otto Held\" --email otto@sg9.example", "seat add \"ITU-T SG9\" --person 2", "seat end 2",
                     "call open \"TSB Circular 313\" --kind nomination --title \"Nominations\" --deadline 2012-12-01 --to AU",
                 ])
            Assert.Equal(0, (await copied.RunAsync(order)).Code);
        var letters = await copied.SendAsync();
        var readers = letters.Select(letter => letter.Headers["X-Original-Cc"] ?? letter.Cc.ToString()).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(["watch@union.example, sg17@union.example, hawa@sg2.example"], readers);
        Assert.Equal(4, letters.Count);
    }

    [Fact]
    public async Task Who_has_a_copy_by_a_role_gets_one_of_a_call_to_many_and_none_beside_a_letter_of_their_own()
    {
        await using var copied = new TalkRig(over: new Dictionary<string, string?>
        {
            ["Groups:g:TimeZone"] = "Pacific/Auckland", ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:Cc:call:0"] = "parent", ["Groups:g:Cc:call:1"] = "seats",
        });
        // In Auckland it is 2 October, on which the seats begin.
        copied.Clock.SetUtcNow(new DateTimeOffset(2012, 10, 1, 12, 0, 0, TimeSpan.Zero));
        foreach (var order in (string[])
                 [
                     "member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example", "member add \"Ministry of Australia\" --country AU --email post@ministry.example",
                     "member add \"Council of New Zealand\" --country NZ --email post@council.example",
                     "person add --name \"Hawa Kamara\" --email hawa@sg2.example", "seat add \"ITU-T SG2\" --person 1", "person add --name \"Otto Held\" --email Post@council.example", "seat add \"ITU-T SG9\" --person 2",
                     $"person add --name \"Desk Probe\" --email {TalkRig.Desk}", "seat add \"ITU-T SG5\" --person 3",
                     "call open \"TSB Circular 313\" --kind nomination --title \"Nominations\" --deadline 2012-12-01 --to AU --to NZ",
                 ])
            Assert.Equal(0, (await copied.RunAsync(order)).Code);
        var calls = (await copied.LettersAsync()).Where(letter => letter.Kind == "call").Select(letter => letter.To).Order(StringComparer.Ordinal);
        Assert.Equal(["hawa@sg2.example", "post@council.example", "post@ministry.example", "sg17@union.example"], calls);
    }

    [Fact]
    public async Task A_delegation_registers_by_one_mail_and_its_remote_member_alone_gets_the_connection_details_once()
    {
        await OpenAsync();
        await DueAsync("2012-10-07");
        await rig.MailAsync(Minister, "Registration for the JCA-X meeting of 5 November 2012", $"Dear Secretariat,\n\n{MailTexts.Delegation("JCA-X on 5 November 2012")}\n\nKind regards,\nHawa Kamara\n");
        var registered = (await rig.RegisterAsync()).All<RegistrationEntry>().ToList();
        Assert.Equal(["Hawa Kamara", "Idris Bangura"], registered.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Contains("registration-receipt", (await rig.LettersAsync()).Select(letter => letter.Kind));
        await rig.SendAsync();
        Assert.DoesNotContain("h.kamara@ministry.example", To((await DueAsync("2012-11-03")).Where(letter => letter.ToString().Contains("conference.example", StringComparison.Ordinal))));
        var connections = (await DueAsync("2012-11-04")).Where(letter => letter.TextBody!.Contains("https://conference.example/7", StringComparison.Ordinal)).ToList();
        Assert.Equal(["h.kamara@ministry.example"], To(connections));
        Assert.Contains("Code 55", connections[0].TextBody!, StringComparison.Ordinal);
        Assert.Empty(await DueAsync("2012-11-04"));

        Assert.Equal(0, (await rig.RunAsync("meeting send-participants 7")).Code);
        var lists = await rig.SendAsync();
        Assert.Superset(new HashSet<string> { "h.kamara@ministry.example", "i.bangura@ministry.example" }, To(lists).ToHashSet());
        Assert.All(lists, letter =>
        {
            Assert.Contains("Idris Bangura", letter.TextBody!, StringComparison.Ordinal);
            Assert.DoesNotContain("i.bangura@ministry.example", letter.TextBody!, StringComparison.Ordinal);
            Assert.Equal(["participants.xlsx"], letter.Attachments.OfType<MimePart>().Select(part => part.FileName));
        });

        await rig.MailAsync(Minister, "Registration for the JCA-X meeting of 5 November 2012", "Please cancel the registration of Mr Idris Bangura for the meeting of 5 November 2012.\n\nHawa Kamara");
        Assert.Equal(RegistrationState.Cancelled, (await rig.RegisterAsync()).All<RegistrationEntry>().Single(one => one.Name == "Idris Bangura").State);
    }

    [Fact]
    public async Task Whoever_registers_from_afar_on_the_day_itself_or_comes_back_after_a_cancellation_gets_the_connection_details_at_once()
    {
        await OpenAsync();
        await DueAsync("2012-10-07");
        const string Subject = "Registration for the JCA-X meeting of 5 November 2012";
        const string Coming = "Dear Secretariat,\n\nI will take part in the JCA-X meeting on 5 November 2012 remotely.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n";
        // Half past ten by the meeting's clock: it has begun an hour ago.
        await DueAsync("2012-11-04");
        rig.Clock.SetUtcNow(new DateTimeOffset(2012, 11, 5, 9, 30, 0, TimeSpan.Zero));
        await rig.MailAsync(Minister, Subject, Coming);
        Assert.Single(await ConnectedAsync());
        Assert.Empty(await ConnectedAsync());
        await rig.MailAsync(Minister, Subject, "Please cancel the registration of Ms Hawa Kamara for the meeting of 5 November 2012.\n\nHawa Kamara");
        Assert.Equal(RegistrationState.Cancelled, (await rig.RegisterAsync()).All<RegistrationEntry>().Single().State);
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.MailAsync(Minister, Subject, Coming);
        Assert.Equal(RegistrationState.Registered, (await rig.RegisterAsync()).All<RegistrationEntry>().Single().State);
        Assert.Single(await ConnectedAsync());

        async Task<IReadOnlyList<MimeMessage>> ConnectedAsync()
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
            await SettleAsync(rig.Get<MeetingJob>());
            return [.. (await rig.SendAsync()).Where(letter => letter.TextBody!.Contains("https://conference.example/7", StringComparison.Ordinal))];
        }
    }

    private static IEnumerable<string> Reminded(IEnumerable<MimeMessage> letters) =>
        To(letters.Where(letter => letter.Subject!.StartsWith("Reminder: contributions", StringComparison.Ordinal) || letter.Subject.StartsWith("Last day for contributions", StringComparison.Ordinal)));

    private async Task<IReadOnlyList<MimeMessage>> RemindAsync(string moment)
    {
        rig.Clock.SetUtcNow(DateTimeOffset.Parse(moment + "Z", System.Globalization.CultureInfo.InvariantCulture));
        await SettleAsync(rig.Get<ArchiveJob>());
        await SettleAsync(rig.Get<MeetingJob>());
        await SettleAsync(rig.Get<RemindersJob>());
        await SettleAsync(rig.Get<ContributionRemindersJob>());
        return await rig.SendAsync();
    }

    private const string Delegate = "i.bangura@council.example";

    /// <summary>Invited on 7 October; contributions are in time until 24 October, and called for on 10 October.</summary>
    private async Task OpenWithTwoParticipantsAsync()
    {
        await OpenAsync();
        await DueAsync("2012-10-07");
        await DueAsync("2012-10-10");
        await rig.MailAsync(Minister, "Registration for the JCA-X meeting of 5 November 2012", "Dear Secretariat,\n\nI will attend the JCA-X meeting on 5 November 2012 in person.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n");
        await rig.MailAsync(Delegate, "Registration for the JCA-X meeting of 5 November 2012", "Dear Secretariat,\n\nI will attend the JCA-X meeting on 5 November 2012 in person.\n\nKind regards,\nIdris Bangura\nCouncil of New Zealand\n");
        Assert.Equal(["Hawa Kamara", "Idris Bangura"], (await rig.RegisterAsync()).All<RegistrationEntry>().Where(one => one.State == RegistrationState.Registered).Select(one => one.Name).Order(StringComparer.Ordinal));
        await rig.SendAsync();
    }

    [Fact]
    public async Task Registered_participants_are_reminded_of_the_deadline_for_contributions_once_in_office_hours_and_not_who_has_contributed()
    {
        await OpenWithTwoParticipantsAsync();
        await rig.TakeAsync(Raw(rig, Delegate, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached our contribution \"Filters in home routers\" to the JCA-X meeting of 5 November 2012.\n\nIdris Bangura\nCouncil of New Zealand", "filters.docx", "text"));
        Assert.Equal(DocumentState.Filed, Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>()).State);
        await rig.SendAsync();

        // Three days before the 24th is a Sunday: the letter leaves on Friday, when office hours begin in Sydney, and none follows.
        Assert.Empty(Reminded(await RemindAsync("2012-10-18T12:00")));
        Assert.Empty(Reminded(await RemindAsync("2012-10-18T21:00")));
        Assert.Equal([Minister], Reminded(await RemindAsync("2012-10-18T23:00")));
        foreach (var moment in new[] { "2012-10-19T02:00", "2012-10-19T14:00", "2012-10-22T01:00", "2012-10-24T01:00" }) Assert.Empty(Reminded(await RemindAsync(moment)));
    }

    [Fact]
    public async Task Whoever_announced_a_contribution_is_reminded_until_it_comes_under_whatever_title_and_then_no_more()
    {
        await OpenAsync();
        await DueAsync("2012-10-07");
        await DueAsync("2012-10-10");
        await rig.MailAsync(Minister, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nwe intend to submit a contribution entitled \"Filters in home routers\" to the JCA-X meeting of 5 November 2012. The text will follow.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n");
        var announced = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>());
        Assert.Equal((DocumentState.Reserved, "DOC001"), (announced.State, announced.Number));
        await rig.SendAsync();

        // Office hours are those of Sydney.
        Assert.Empty(Reminded(await RemindAsync("2012-10-16T21:00")));
        var first = Assert.Single(await RemindAsync("2012-10-16T23:00"));
        Assert.Equal(Minister, first.To.Mailboxes.Single().Address);
        Assert.Contains("DOC001", first.TextBody!, StringComparison.Ordinal);
        Assert.Contains("Filters in home routers", first.TextBody!, StringComparison.Ordinal);
        Assert.Empty(await RemindAsync("2012-10-17T00:00"));
        Assert.Equal([Minister], Reminded(await RemindAsync("2012-10-22T01:00")));

        await rig.TakeAsync(Raw(rig, Minister, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached our contribution \"Blocking at the router\" to the JCA-X meeting of 5 November 2012.\n\nHawa Kamara\nMinistry of Australia", "filters.docx", "text"));
        var filed = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>());
        Assert.Equal((DocumentState.Filed, "DOC001", "Blocking at the router"), (filed.State, filed.Number, filed.Title));
        Assert.Equal(ObligationState.Met, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).State);
        await rig.SendAsync();
        Assert.Empty(Reminded(await RemindAsync("2012-10-24T01:00")));
        Assert.Empty(Reminded(await RemindAsync("2012-10-29T12:00")));
    }

    [Fact]
    public async Task Of_several_announced_contributions_the_one_of_a_kindred_title_has_come_and_a_title_like_none_is_asked_about()
    {
        await OpenAsync();
        await DueAsync("2012-10-07");
        await DueAsync("2012-10-10");
        foreach (var title in (string[])["Age verification survey", "Helpline statistics", "Filters in home routers"])
            await rig.MailAsync(Minister, "Contribution to the JCA-X meeting of 5 November 2012",
                $"Dear Secretariat,\n\nwe intend to submit a contribution entitled \"{title}\" to the JCA-X meeting of 5 November 2012. The text will follow.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n");
        Assert.Equal(3, (await rig.RegisterAsync()).All<DocumentEntry>().Count(document => document.State == DocumentState.Reserved));

        await rig.TakeAsync(Raw(rig, Minister, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached our contribution \"Survey on age checks\" to the JCA-X meeting of 5 November 2012.\n\nHawa Kamara\nMinistry of Australia", "survey.docx", "text"));
        Assert.Equal(["DOC001"], (await rig.RegisterAsync()).All<DocumentEntry>().Where(document => document.State == DocumentState.Filed).Select(document => document.Number));

        await rig.TakeAsync(Raw(rig, Minister, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached our contribution \"Children and games\" to the JCA-X meeting of 5 November 2012.\n\nHawa Kamara\nMinistry of Australia", "games.docx", "other"));
        Assert.Equal(3, (await rig.RegisterAsync()).All<DocumentEntry>().Count());
        await rig.SendAsync();
        // A text of theirs waits: nobody is told that none has come.
        Assert.Empty(Reminded(await RemindAsync("2012-10-22T01:00")));
    }

    [Fact]
    public async Task A_contribution_that_was_promised_and_does_not_come_reaches_the_secretariat_moves_with_the_meeting_and_can_be_taken_back()
    {
        await OpenAsync();
        await DueAsync("2012-10-07");
        Assert.Equal(0, (await rig.RunAsync("document reserve \"Views on filters\" --kind contribution --source \"Ministry of Australia\" --meeting 7")).Code);
        var owed = Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>());
        Assert.Equal((ObligationMatter.SendContribution, "DOC001 Views on filters"), (owed.Matter, owed.Title));
        Assert.Equal(0, (await rig.RunAsync("meeting set 7 --date 2012-11-12")).Code);
        // A week later, and an hour: summer time ends between the two.
        Assert.Equal(new TimeSpan(7, 1, 0, 0), Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).Deadline!.At - owed.Deadline!.At);
        await rig.SendAsync();

        var late = Assert.Single(await RemindAsync("2012-11-05T09:00"), letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal));
        Assert.Contains("DOC001 Views on filters", late.TextBody!, StringComparison.Ordinal);
        Assert.Equal(0, (await rig.RunAsync("document withdraw DOC001")).Code);
        Assert.Equal(ObligationState.Declined, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).State);
    }

    [Fact]
    public async Task A_change_of_room_is_told_to_all_who_know_of_the_meeting_with_the_next_sequence_and_a_cancellation_takes_it_out_of_calendars()
    {
        await OpenAsync();
        await DueAsync("2012-10-07");
        Assert.Equal(0, (await rig.RunAsync("meeting set 7 --room \"Room C\"")).Code);
        var updates = await rig.SendAsync();
        Assert.Equal(3, updates.Count);
        Assert.All(updates, letter => Assert.Contains("SEQUENCE:1", Calendar(letter), StringComparison.Ordinal));
        Assert.Contains("awaited", (await rig.RunAsync("meeting show 7")).Printed, StringComparison.Ordinal);
        Assert.Equal(0, (await rig.RunAsync("meeting cancel 7")).Code);
        Assert.DoesNotContain("awaited", (await rig.RunAsync("meeting show 7")).Printed, StringComparison.Ordinal);
        var cancellations = await rig.SendAsync();
        Assert.Equal(3, cancellations.Count);
        Assert.All(cancellations, letter => Assert.Contains("METHOD:CANCEL", Calendar(letter), StringComparison.Ordinal));
        Assert.All(cancellations, letter => Assert.Contains("SEQUENCE:2", Calendar(letter), StringComparison.Ordinal));

        // Whoever registers all the same is told so at once.
        var late = await rig.MailAsync(Minister, "Registration for the JCA-X meeting of 5 November 2012", "Please register Mr Idris Bangura (i.bangura@ministry.example) for the meeting of 5 November 2012.\n\nHawa Kamara");
        Assert.Equal(MessageState.Held, late.Line.State);
        var receipt = Assert.Single(await rig.SendAsync(), letter => letter.InReplyTo == late.Line.InternetId);
        Assert.Contains("Reason: The meeting was cancelled.", receipt.TextBody!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_goes_from_the_request_over_the_chairmans_word_to_all_who_get_it_each_once_and_says_who_got_it()
    {
        await OpenAsync();
        await DueAsync("2012-10-07");
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
    [InlineData("Reject")]
    [InlineData("Refusé")]
    [InlineData("Rechazado")]
    [InlineData("Отклонить")]
    [InlineData("مرفوض")]
    [InlineData("拒绝")]
    public async Task A_chairman_who_says_no_to_a_report_is_understood_and_asked_about_the_next_text(string no)
    {
        await OpenAsync();
        await DueAsync("2012-10-07");
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
        await DueAsync("2012-10-07");
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
        await DueAsync("2012-10-07");
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
        await DueAsync("2012-10-07");
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

    private static string Calendar(MimeMessage letter) =>
        letter.BodyParts.OfType<TextPart>().First(part => part.ContentType.IsMimeType("text", "calendar")).Text!;

    private static string Text(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
