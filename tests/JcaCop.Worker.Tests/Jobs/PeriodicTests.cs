using JcaCop.Register.Entries;
using JcaCop.Worker.Periodic;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Jobs;

/// <summary>What comes back year by year, and who is reminded of what.</summary>
public sealed class PeriodicTests
{
    private const string Holder = "peter.hall@ministry.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seat_is_asked_about_after_a_year_and_one_word_of_its_holder_confirms_it()
    {
        await using var rig = await SeatAsync();
        Assert.Null(await rig.Get<SeatConfirmationJob>().RunAsync(Stop));
        await rig.SendAsync();
        // A Tuesday, a year and a day later.
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 10, 1, 8, 0, 0, TimeSpan.Zero).AddDays(1));
        Assert.Equal("1 seat to be confirmed", await rig.Get<SeatConfirmationJob>().RunAsync(Stop));
        Assert.Null(await rig.Get<SeatConfirmationJob>().RunAsync(Stop));
        var letters = await RemindAsync(rig, 20, stopAt: 1);
        var letter = Assert.Single(letters);
        Assert.Equal((Holder, "seat-confirmation"), (letter.To, letter.Kind));
        var mail = Assert.Single(await rig.SendAsync());
        await rig.MailAsync(Holder, $"Re: {mail.Subject}", "Yes\n");
        var register = await rig.RegisterAsync();
        Assert.Equal(ObligationState.Met, Confirmation(register.All<ObligationEntry>()).State);
        Assert.Equal(2013, register.Seats[0].ConfirmedAt!.Value.Year);
        Assert.Equal(QuestionState.Answered, register.All<QuestionEntry>().Single().State);
        Assert.Empty(await RemindAsync(rig, 40));
        Assert.Null(await rig.Get<SeatConfirmationJob>().RunAsync(Stop));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("2013-08-08", 0)]
    [InlineData("2012-12-24", 1)]   // a day of this year says nothing of the next
    public async Task The_secretariat_is_asked_once_in_November_for_the_days_off_of_a_year_of_which_the_settings_name_none(string? known, int letters)
    {
        await using var rig = new TalkRig(over: known is null ? null : new Dictionary<string, string?> { ["Reminders:Holidays:0"] = known });
        for (var day = new DateOnly(2012, 11, 12); day < new DateOnly(2012, 12, 31); day = day.AddDays(1))
        {
            rig.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(8, 30), TimeSpan.Zero));
            var told = await rig.Get<HolidaysJob>().RunAsync(Stop);
            Assert.True(told is null || day == new DateOnly(2012, 11, 15), $"{day}: {told}");
        }
        var sent = await rig.SendAsync();
        Assert.Equal(letters, sent.Count);
        Assert.All(sent, letter => Assert.Contains("29 March 2013", letter.TextBody!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_seat_that_ends_is_asked_about_no_more()
    {
        await using var rig = await SeatAsync();
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 10, 2, 8, 0, 0, TimeSpan.Zero));
        await rig.Get<SeatConfirmationJob>().RunAsync(Stop);
        Assert.Equal(0, (await rig.RunAsync("seat end 1 --why \"left the ministry\"")).Code);
        Assert.Equal(ObligationState.Waived, Confirmation((await rig.RegisterAsync()).All<ObligationEntry>()).State);
        Assert.Empty(await RemindAsync(rig, 40));
    }

    [Fact]
    public async Task A_seat_that_ends_after_midnight_in_the_groups_zone_is_asked_about_no_more()
    {
        await using var rig = await SeatAsync();
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 10, 2, 8, 0, 0, TimeSpan.Zero));
        await rig.Get<SeatConfirmationJob>().RunAsync(Stop);
        // Half past midnight in Geneva, and the day before in Greenwich.
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 10, 2, 22, 30, 0, TimeSpan.Zero));
        Assert.Equal(0, (await rig.RunAsync("seat end 1 --why \"left the ministry\"")).Code);
        Assert.Equal(ObligationState.Waived, Confirmation((await rig.RegisterAsync()).All<ObligationEntry>()).State);
    }

    [Theory]
    [InlineData("2013-11-20", 0)]   // its end is known, and told
    [InlineData("2015-06-30", 1)]   // a term that runs on: whether it is still held, nobody knows
    public async Task A_seat_that_ends_before_it_would_be_asked_about_again_is_not_handed_to_the_secretariat(string until, int handed)
    {
        await using var rig = await SeatAsync();
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 10, 2, 8, 0, 0, TimeSpan.Zero));
        await rig.Get<SeatConfirmationJob>().RunAsync(Stop);
        Assert.Equal(0, (await rig.RunAsync($"seat end 1 --until {until} --why \"end of the term\"")).Code);
        Assert.Equal(handed, (await RemindAsync(rig, 40)).Count(letter => letter.Kind == "escalation"));
    }

    [Fact]
    public async Task Nobody_is_asked_about_a_seat_any_more_once_the_day_has_come_on_which_it_ends()
    {
        await using var rig = await SeatAsync();
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 10, 2, 8, 0, 0, TimeSpan.Zero));
        await rig.Get<SeatConfirmationJob>().RunAsync(Stop);
        await rig.RunAsync("seat end 1 --until 2013-10-21");
        Assert.Null(await rig.Get<SeatConfirmationJob>().RunAsync(Stop));
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 10, 20, 22, 30, 0, TimeSpan.Zero));
        Assert.Equal("1 seat over, and asked about no longer", await rig.Get<SeatConfirmationJob>().RunAsync(Stop));
        Assert.Equal(ObligationState.Waived, Confirmation((await rig.RegisterAsync()).All<ObligationEntry>()).State);
        Assert.Empty(await RemindAsync(rig, 40));
    }

    [Fact]
    public async Task A_seat_that_nobody_confirms_is_handed_to_the_secretariat_once()
    {
        await using var rig = await SeatAsync();
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 10, 2, 8, 0, 0, TimeSpan.Zero));
        await rig.Get<SeatConfirmationJob>().RunAsync(Stop);
        var letters = await RemindAsync(rig, 60);
        Assert.Equal(4, letters.Count(letter => letter.Kind == "seat-confirmation"));
        Assert.Single(letters, letter => letter.Kind == "escalation");
    }

    [Fact]
    public async Task The_end_of_the_mandate_is_told_once_in_good_time_to_secretariat_and_chairman_and_reminded()
    {
        await using var rig = new TalkRig();
        Assert.Equal(0, (await rig.RunAsync("mandate add \"Terms of reference of 2012\" --decided-by \"ITU-T SG17\" --until 2013-04-30")).Code);
        Assert.Null(await rig.Get<MandateJob>().RunAsync(Stop));
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 1, 31, 8, 30, 0, TimeSpan.Zero));
        Assert.NotNull(await rig.Get<MandateJob>().RunAsync(Stop));
        Assert.Null(await rig.Get<MandateJob>().RunAsync(Stop));
        Assert.Equal([TalkRig.Chairman, TalkRig.Secretary], (await rig.LettersAsync()).Where(letter => letter.Kind == "mandate-review").Select(letter => letter.To).Order());
        Assert.Equal(["mandate-review", "mandate-review", "mandate-review", "mandate-review", "escalation"], (await RemindAsync(rig, 100)).Select(letter => letter.Kind));
    }

    [Fact]
    public async Task A_mandate_that_is_reviewed_before_its_day_is_not_told_and_the_new_day_is()
    {
        await using var rig = new TalkRig();
        await rig.RunAsync("mandate add \"Terms of reference of 2012\" --decided-by \"ITU-T SG17\" --until 2013-04-30");
        Assert.Equal(0, (await rig.RunAsync("mandate review 1 --decided-by TSAG --until 2014-04-30")).Code);
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 2, 10, 8, 30, 0, TimeSpan.Zero));
        Assert.Null(await rig.Get<MandateJob>().RunAsync(Stop));
        rig.Clock.SetUtcNow(new DateTimeOffset(2014, 2, 10, 8, 30, 0, TimeSpan.Zero));
        Assert.Equal("JCA-COP: End of the mandate's lifetime, 2014-04-30", await rig.Get<MandateJob>().RunAsync(Stop));
        var letter = (await rig.SendAsync()).Single(mail => mail.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal));
        Assert.Contains("Terms of reference of 2012", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretariat_hears_at_once_which_addressees_of_a_call_have_no_address()
    {
        await using var rig = new TalkRig();
        await rig.RunAsync("member add \"Administration of Chad\" --country TD");
        await rig.RunAsync("member add \"Administration of Chile\" --country CL --email itu@subtel.example");
        Assert.Equal(0, (await rig.RunAsync("call open \"Circular 9\" --kind nomination --title \"About nine\" --deadline 2012-12-01")).Code);
        var letters = await rig.SendAsync();
        Assert.Equal(2, letters.Count);
        var word = letters.Single(mail => mail.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal));
        Assert.Contains("Administration of Chad", word.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Chile", word.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_told_of_an_activity_is_asked_for_news_twice_a_year_until_it_is_over()
    {
        await using var rig = new TalkRig();
        await rig.MailAsync("ann.marsh@ministry.example", "TSB Circular 313 - activity", """
            Dear Secretariat,

            we would like to report the following activity.

            Activity: Safer Internet Week
            Category: training
            Organization: Ministry of Examples
            Country: Australia
            Dates: 4 to 8 February 2013
            Place: Canberra

            Kind regards,
            Ann Marsh
            """);
        Assert.Single((await rig.RegisterAsync()).All<ActivityEntry>());
        await rig.SendAsync();
        var asked = new List<string>();
        for (var day = new DateTimeOffset(2012, 10, 2, 8, 30, 0, TimeSpan.Zero); day.Year < 2014; day = day.AddDays(7))
        {
            rig.Clock.SetUtcNow(day);
            if (await rig.Get<ActivityUpdateJob>().RunAsync(Stop) is not null) asked.Add($"{day:yyyy-MM}");
        }
        Assert.Equal(["2013-01"], asked);
        var letter = Assert.Single(await rig.SendAsync());
        Assert.Contains("Safer Internet Week", letter.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Helpline for parents", "training", "1 March 2013", "2013-07", "from 1 March 2013")]    // it goes on until somebody tells an end
    [InlineData("Conference on filters", "conference", "1 March 2013", "", "")]                         // an event of one day is over
    public async Task What_began_and_has_no_end_told_is_asked_after_and_not_taken_as_done(string title, string category, string date, string month, string shown)
    {
        await using var rig = new TalkRig();
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 2, 12, 8, 30, 0, TimeSpan.Zero));
        await rig.MailAsync("ann.marsh@ministry.example", "TSB Circular 313 - activity", $"""
            Dear Secretariat,

            we would like to report the following activity.

            Activity: {title}
            Category: {category}
            Organization: Ministry of Examples
            Country: Australia
            Start: {date}
            Place: Canberra

            Kind regards,
            Ann Marsh
            """);
        var activity = Assert.Single((await rig.RegisterAsync()).All<ActivityEntry>());
        Assert.Equal((new DateOnly(2013, 3, 1), (DateOnly?)null), (activity.Start!.Value, activity.End));
        await rig.SendAsync();
        Assert.Equal(month.Length > 0 ? "under way" : "done", activity.StatusOn(new DateOnly(2013, 3, 2)));
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 7, 2, 8, 30, 0, TimeSpan.Zero));
        Assert.Equal(month.Length > 0, await rig.Get<ActivityUpdateJob>().RunAsync(Stop) is not null);
        Assert.All(await rig.SendAsync(), letter => Assert.Contains(shown, letter.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_draft_of_the_annual_report_comes_once_in_January_where_something_happened()
    {
        await using var rig = new TalkRig();
        await rig.RunAsync("member add \"Administration of Chile\" --country CL --email itu@subtel.example");
        await rig.RunAsync("call open \"Circular 9\" --kind nomination --title \"About nine\" --no-letters");
        var drafts = new List<string>();
        for (var day = new DateTimeOffset(2012, 10, 2, 8, 30, 0, TimeSpan.Zero); day.Year < 2015; day = day.AddDays(3))
        {
            rig.Clock.SetUtcNow(day);
            if (await rig.Get<AnnualReportJob>().RunAsync(Stop) is { } told) drafts.Add($"{day:yyyy-MM-dd} {told}");
        }
        Assert.Equal(["2013-01-15 JCA-COP: draft of the annual report 2012"], drafts.Select(line => line.Replace("2013-01-16", "2013-01-15", StringComparison.Ordinal).Replace("2013-01-17", "2013-01-15", StringComparison.Ordinal)));
        var letters = await rig.SendAsync();
        Assert.Equal(2, letters.Count);
        Assert.All(letters, letter => Assert.Equal("draft_annual_report_2012.docx", letter.Attachments.OfType<MimeKit.MimePart>().Single().FileName));
    }

    [Fact]
    public async Task No_annual_report_is_told_of_where_no_officer_would_get_it()
    {
        await using var rig = new TalkRig(over: new Dictionary<string, string?> { ["Groups:h:Name"] = "JCA-H", ["Groups:h:FullName"] = "Joint Activity H", ["Groups:h:Address"] = "h@desk.example" });
        foreach (var order in (string[])["member add \"Administration of Chile\" --country CL --email itu@subtel.example --group h", "call open \"Circular 9\" --kind nomination --title \"About nine\" --no-letters --group h"])
            Assert.Equal(0, (await rig.RunAsync(order)).Code);
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 1, 15, 8, 30, 0, TimeSpan.Zero));
        Assert.Null(await rig.Get<AnnualReportJob>().RunAsync(Stop));
    }

    [Fact]
    public async Task A_deputy_is_reminded_in_place_of_whoever_is_away_past_the_deadline()
    {
        await using var rig = new TalkRig();
        await ReachTests.SeatedAsync(rig);
        var due = (await rig.RegisterAsync()).All<ObligationEntry>().Single().Deadline!.At;
        rig.Clock.SetUtcNow(due.AddDays(-20));
        await rig.MailAsync(Holder, "Automatic reply: Circular 7", $"I am out of the office until {due.AddDays(9):d MMMM yyyy}. In urgent cases please contact ann.marsh@ministry.example.", "Auto-Submitted: auto-replied");
        Assert.Equal("ann.marsh@ministry.example", (await rig.RegisterAsync()).All<AbsenceEntry>().Single().Deputy);
        var letters = await RemindAsync(rig, 19);
        Assert.NotEmpty(letters);
        Assert.All(letters, letter => Assert.Equal(("absence-deputy", "ann.marsh@ministry.example"), (letter.Kind, letter.To)));
    }

    [Theory]
    [InlineData("I am out of the office until {0}.", 6, "If the matter can wait for the return")]
    [InlineData("I am out of the office until {0}.", -4, "The closing date lies before the return")]
    public async Task A_deputy_is_told_the_day_that_the_absent_person_wrote(string reply, int daysBefore, string whether)
    {
        await using var rig = new TalkRig();
        await ReachTests.SeatedAsync(rig);
        var due = (await rig.RegisterAsync()).All<ObligationEntry>().Single().Deadline!.At;
        rig.Clock.SetUtcNow(due.AddDays(-20));
        var back = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{due.AddDays(-daysBefore):d MMMM yyyy}");
        await rig.MailAsync(Holder, "Automatic reply: Circular 7", $"{string.Format(System.Globalization.CultureInfo.InvariantCulture, reply, back)} In urgent cases please contact ann.marsh@ministry.example.", "Auto-Submitted: auto-replied");
        await RemindAsync(rig, 12, stopAt: 1);
        var letter = (await rig.SendAsync()).First(one => one.To.ToString().Contains("ann.marsh", StringComparison.Ordinal));
        Assert.Contains($"back on {back}", letter.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains(whether, letter.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    /// <summary>Looks for reminders every four hours, for some days.</summary>
    /// <returns>The letters of these days, oldest first.</returns>
    private static async Task<IReadOnlyList<JcaCop.Register.Mail.OutboxLine>> RemindAsync(TalkRig rig, int days, int? stopAt = null)
    {
        var before = (await rig.LettersAsync()).Select(letter => letter.Id).ToHashSet();
        for (var hour = 0; hour < days * 24; hour += 4)
        {
            rig.Clock.Advance(TimeSpan.FromHours(4));
            await rig.Get<RemindersJob>().RunAsync(Stop);
            if (stopAt is { } enough && (await rig.LettersAsync()).Count(letter => !before.Contains(letter.Id)) >= enough) break;
        }
        return [.. (await rig.LettersAsync()).Where(letter => !before.Contains(letter.Id)).OrderBy(letter => letter.Id)];
    }

    private static async Task<TalkRig> SeatAsync()
    {
        var rig = new TalkRig();
        Assert.Equal(0, (await rig.RunAsync($"person add --name \"Peter Hall\" --email {Holder}")).Code);
        Assert.Equal(0, (await rig.RunAsync("seat add \"ITU-T SG17\" --person 1 --from 2012-10-01")).Code);
        return rig;
    }

    private static ObligationEntry Confirmation(IEnumerable<ObligationEntry> owed) => owed.Single(one => one.Matter == ObligationMatter.ConfirmSeat);
}
