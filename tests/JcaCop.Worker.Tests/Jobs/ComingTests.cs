using JcaCop.Register.Mail;
using JcaCop.Worker.Digests;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Jobs;

/// <summary>What goes out next is told before it does, and one word stops it.</summary>
public sealed class ComingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preview_tells_the_letters_of_calls_meetings_and_the_mandate_and_they_leave_when_it_says()
    {
        await using var rig = await OpenAsync();
        var until = rig.Clock.GetUtcNow().AddDays(80);
        var told = await rig.Get<ComingBook>().ListAsync(rig.Group, until, Stop);
        var (_, printed) = await rig.RunAsync("preview --days 80");
        foreach (var kind in new[] { "call-reminder", "escalation", "call-closed", "meeting-announcement", "contributions-call", "report-request", "mandate-review" })
        {
            Assert.Contains(told, letter => letter.Kind == kind);
            Assert.Contains(Post.Letters.Wording.TermWords.English.Letter(kind), printed, StringComparison.Ordinal);
        }
        Assert.Equal(told.OrderBy(letter => letter.At), told);
        await rig.LiveUntilAsync(until);
        var left = await rig.LettersAsync();
        foreach (var letter in told)
        {
            // The rig runs all jobs a few times a day, and not by the plan (TimesToldTests go by it); the announcement's day is that of its rule.
            var sent = left.Where(one => one.Kind == letter.Kind && one.CreatedAt >= letter.At.AddHours(-3) && one.CreatedAt <= letter.At.AddHours(40)).ToList();
            Assert.True(sent.Count > 0, $"{letter.Kind} was told for {letter.At:u}; there are {string.Join(", ", left.Where(one => one.Kind == letter.Kind).Select(one => one.CreatedAt.ToString("u")))}");
        }
    }

    [Fact]
    public async Task A_letter_that_is_stopped_by_its_key_does_not_leave_and_the_next_step_does()
    {
        await using var rig = await OpenAsync();
        var first = (await rig.Get<ComingBook>().ListAsync(rig.Group, rig.Clock.GetUtcNow().AddDays(60), Stop)).First(letter => letter.Kind == "call-reminder");
        Assert.Equal(0, (await rig.RunAsync($"preview stop {first.Key}")).Code);
        Assert.Equal(0, (await rig.RunAsync("preview stop meeting-1-contributions-call")).Code);
        Assert.Equal(2, (await rig.RunAsync($"preview stop {first.Key}")).Code);
        Assert.DoesNotContain(first.Key!, (await rig.RunAsync("preview --days 60")).Printed, StringComparison.Ordinal);
        await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddDays(60));
        var letters = await rig.LettersAsync();
        Assert.Equal(3, letters.Count(letter => letter.Kind == "call-reminder"));
        Assert.All(letters.Where(letter => letter.Kind == "call-reminder"), letter => Assert.True(letter.CreatedAt > first.At.AddDays(1)));
        Assert.DoesNotContain(letters, letter => letter.Kind == "contributions-call");
        Assert.Contains(letters, letter => letter.Kind == "meeting-announcement");
    }

    [Fact]
    public async Task While_the_debtor_is_away_preview_names_the_deputy_who_gets_the_letter()
    {
        await using var rig = await OpenAsync();
        await rig.MailAsync("itu@ministry.example", "Automatic reply: Circular 7", "I am out of the office until 1 November 2012. In urgent cases please contact ann.marsh@ministry.example.", "Auto-Submitted: auto-replied");
        var told = (await rig.Get<ComingBook>().ListAsync(rig.Group, rig.Clock.GetUtcNow().AddDays(45), Stop)).Where(letter => letter.Subject == "Circular 7").ToList();
        Assert.Equal([("absence-deputy", "ann.marsh@ministry.example"), ("call-reminder", "Administration of Australia")], told.Take(2).Select(letter => (letter.Kind, Assert.Single(letter.To))));
        var left = (await rig.LiveUntilAsync(told[1].At.AddDays(1))).Where(letter => letter.To.ToString().Contains("ministry.example", StringComparison.Ordinal) && letter.Subject!.Contains("Circular 7", StringComparison.Ordinal)).ToList();
        Assert.Equal(["ann.marsh@ministry.example", "itu@ministry.example"], left.TakeLast(2).Select(letter => letter.To.Mailboxes.Single().Address));
    }

    [Fact]
    public async Task Reminders_of_two_announced_contributions_are_told_each_and_stopping_one_stops_no_other()
    {
        await using var rig = await OpenAsync();
        foreach (var title in new[] { "Views on filters", "Views on hotlines" })
            Assert.Equal(0, (await rig.RunAsync($"document reserve \"{title}\" --kind contribution --source \"Administration of Australia\" --meeting 3")).Code);
        var until = rig.Clock.GetUtcNow().AddDays(60);
        var told = (await rig.Get<ComingBook>().ListAsync(rig.Group, until, Stop)).Where(letter => letter.Kind == "contribution-reminder").ToList();
        var first = told.First(letter => letter.Subject.Contains("filters", StringComparison.Ordinal));
        Assert.Contains(told, letter => letter.At == first.At && letter.Subject.Contains("hotlines", StringComparison.Ordinal));
        Assert.Equal(0, (await rig.RunAsync($"preview stop {first.Key}")).Code);
        var left = (await rig.LiveUntilAsync(first.At.AddDays(1)))
            .Where(letter => letter.To.ToString().Contains("itu@ministry.example", StringComparison.Ordinal) && letter.TextBody!.Contains("Views on", StringComparison.Ordinal)).ToList();
        Assert.Contains("Views on hotlines", Assert.Single(left).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_of_documents_that_nobody_sent_nor_of_an_approval_that_was_asked_for()
    {
        await using var rig = await OpenAsync();
        var until = rig.Clock.GetUtcNow().AddDays(80);
        Assert.DoesNotContain(await rig.Get<ComingBook>().ListAsync(rig.Group, until, Stop), letter => letter.Kind == JcaCop.Register.Deciding.Meetings.MeetingLetters.Documents);
        Assert.Equal(0, (await rig.RunAsync("meeting register 3 \"Lucy Park\" --email l.park@comms.example")).Code);
        var draft = Path.Combine(rig.Data, "paper.docx");
        await File.WriteAllTextAsync(draft, "A text.", Stop);
        Assert.Equal(0, (await rig.RunAsync($"document add \"Views on filters\" {draft} --meeting 3")).Code);
        Assert.Contains(await rig.Get<ComingBook>().ListAsync(rig.Group, until, Stop), letter => letter.Kind == JcaCop.Register.Deciding.Meetings.MeetingLetters.Documents);

        await rig.LiveUntilAsync(until);
        Assert.Equal(0, (await rig.RunAsync("report draft 3")).Code);
        Assert.Contains(await rig.Get<ComingBook>().ListAsync(rig.Group, rig.Clock.GetUtcNow().AddDays(3), Stop), letter => letter.Kind == JcaCop.Register.Deciding.Meetings.MeetingLetters.ReportApproval);
        await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddHours(12));
        Assert.DoesNotContain(await rig.Get<ComingBook>().ListAsync(rig.Group, rig.Clock.GetUtcNow().AddDays(3), Stop), letter => letter.Kind == JcaCop.Register.Deciding.Meetings.MeetingLetters.ReportApproval);
    }

    [Fact]
    public async Task A_consultation_that_waits_for_a_decision_is_told_on_no_day_that_is_past()
    {
        await using var rig = new TalkRig();
        foreach (var line in new[]
        {
            "member add \"Administration of Australia\" --country AU --email itu@ministry.example", "member add \"Administration of Chile\" --country CL --email itu@subtel.example",
            "call open \"Circular 8\" --kind consultation --title \"About eight\" --deadline 2012-10-12",
        }) Assert.Equal(0, (await rig.RunAsync(line)).Code);
        await rig.MailAsync("somebody@free.example", "Circular 8", "The Administration of Chile objects to the proposal in Circular 8.");
        await rig.LiveUntilAsync(new(2012, 10, 17, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, (await rig.RunAsync("call show 8")).Code);
        Assert.Contains(await rig.LettersAsync(), letter => letter.Kind == "call-waits");
        Assert.DoesNotContain(await rig.Get<ComingBook>().ListAsync(rig.Group, rig.Clock.GetUtcNow().AddDays(20), Stop), letter => letter.Subject == "Circular 8");
        Assert.Equal(0, (await rig.RunAsync("review reject 1")).Code);
        var told = Assert.Single(await rig.Get<ComingBook>().ListAsync(rig.Group, rig.Clock.GetUtcNow().AddDays(20), Stop), letter => letter.Subject == "Circular 8");
        // At nine by the clocks of the group, when calls are looked at.
        Assert.Equal(("call-closed", new DateTimeOffset(2012, 10, 18, 7, 0, 0, TimeSpan.Zero)), (told.Kind, told.At));
    }

    [Fact]
    public async Task One_word_with_the_code_in_the_digest_stops_a_coming_letter()
    {
        await using var rig = await OpenAsync();
        var first = (await rig.Get<ComingBook>().ListAsync(rig.Group, rig.Clock.GetUtcNow().AddDays(60), Stop)).First(letter => letter.Kind == "call-reminder");
        rig.Clock.SetUtcNow(first.At.AddDays(-2));
        await rig.SendAsync();
        // Something must have happened for a digest to be written.
        await rig.RunAsync("member add \"Administration of Chile\" --country CL --email itu@subtel.example");
        await rig.Get<DigestJob>().RunAsync(Stop);
        var digest = (await rig.SendAsync()).Single();
        var code = System.Text.RegularExpressions.Regex.Match(digest.TextBody!, @"([0-9A-Z]{4}-[0-9A-Z]{4}) Circular 7 – reminder of a circular").Groups[1].Value;
        Assert.NotEqual("", code);
        await rig.MailAsync(TalkRig.Secretary, $"Re: {digest.Subject}", $"{code} stop\n", TalkRig.Passed);
        await rig.LiveUntilAsync(first.At.AddDays(2));
        Assert.DoesNotContain(await rig.LettersAsync(), letter => letter.Kind == "call-reminder");
    }

    [Fact]
    public async Task On_quiet_days_one_digest_leaves_a_working_day_before_a_letter_that_can_be_stopped_and_none_where_nothing_does()
    {
        await using var rig = await OpenAsync();
        var first = (await rig.Get<ComingBook>().ListAsync(rig.Group, rig.Clock.GetUtcNow().AddDays(60), Stop)).First(letter => letter.Key is not null);
        await rig.LiveUntilAsync(first.At.AddDays(-6));
        var told = new List<DateTimeOffset>();
        for (var at = new DateTimeOffset(first.At.UtcDateTime.Date.AddDays(-5).AddHours(6), TimeSpan.Zero); at < first.At; at = at.AddDays(1))
        {
            if (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            rig.Clock.SetUtcNow(at);
            if (await rig.Get<DigestJob>().RunAsync(Stop) is not null) told.Add(at);
        }
        // Told once, with a working day between to answer it.
        var between = Enumerable.Range(1, 7).Select(days => Assert.Single(told).UtcDateTime.Date.AddDays(days)).TakeWhile(day => day < first.At.UtcDateTime.Date).Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.True(first.At - told[0] > TimeSpan.FromHours(24) && between <= 1, $"{first.Kind} {first.At:u}: {string.Join(", ", told)}");
        var digest = (await rig.SendAsync()).Last(letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal));
        Assert.Matches(@"[0-9A-Z]{4}-[0-9A-Z]{4} .*\w", digest.TextBody!);
    }

    [Fact]
    public async Task What_waits_and_is_not_new_comes_back_in_the_digest_once_a_week()
    {
        await using var rig = new TalkRig();
        await rig.MailAsync("somebody@else.example", "A question", "Dear secretariat, could you please tell me who may take part in the meeting?");
        var days = new List<DayOfWeek>();
        for (var day = new DateTimeOffset(2012, 10, 2, 5, 0, 0, TimeSpan.Zero); day < new DateTimeOffset(2012, 10, 20, 0, 0, 0, TimeSpan.Zero); day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            rig.Clock.SetUtcNow(day);
            if (await rig.Get<DigestJob>().RunAsync(Stop) is not null) days.Add(day.DayOfWeek);
        }
        Assert.Equal([DayOfWeek.Tuesday, DayOfWeek.Monday, DayOfWeek.Monday], days);
    }

    /// <summary>A call that one administration has not answered, a meeting in some weeks, a mandate that ends.</summary>
    private static async Task<TalkRig> OpenAsync()
    {
        var rig = new TalkRig();
        foreach (var line in new[]
        {
            "member add \"Administration of Australia\" --country AU --email itu@ministry.example",
            "call open \"Circular 7\" --kind nomination --title \"About seven\" --deadline 2012-11-09",
            "meeting open 3 --title \"Third meeting\" --date 2012-12-05 --from 9:30 --until 17:30 --place Geneva",
            "mandate add \"Terms of reference of 2012\" --decided-by \"ITU-T SG17\" --until 2013-01-31",
        })
            Assert.Equal((0, line), ((await rig.RunAsync(line)).Code, line));
        return rig;
    }
}
