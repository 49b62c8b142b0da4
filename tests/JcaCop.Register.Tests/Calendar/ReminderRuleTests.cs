using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Register.Calendar;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Tests.Calendar;

public sealed class ReminderRuleTests
{
    private static readonly TimeZoneInfo Geneva = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
    private static readonly TimeZoneInfo Sydney = TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney");
    private static readonly SendingHours Hours = new(new TimeOnly(9, 0), new TimeOnly(17, 0), WorkingDays.Geneva);

    [Fact]
    public void Each_step_comes_when_office_hours_begin_where_the_addressee_is()
    {
        // Circular 278: answers by 22 August 2012 (a Wednesday), Geneva.
        var owed = Owed(Utc("2012-05-14 14:00"), Utc("2012-08-22 21:59"));
        Assert.Equal(
            [(14, "2012-08-07 23:00"), (7, "2012-08-14 23:00"), (2, "2012-08-19 23:00"), (0, "2012-08-21 23:00"), (-3, "2012-08-27 07:00")],
            Story(owed, Sydney, Utc("2012-05-14 14:00"), Utc("2012-09-30 00:00")).Select(letter => (letter.Step, letter.At.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void A_week_of_downtime_brings_one_late_reminder_and_never_a_burst()
    {
        var owed = Owed(Utc("2012-05-14 14:00"), Utc("2012-08-22 21:59"));
        var letters = Story(owed, Geneva, Utc("2012-08-21 10:00"), Utc("2012-09-30 00:00"));
        Assert.Equal([2, 0, -3], letters.Select(letter => letter.Step));
    }

    [Fact]
    public void Nothing_is_sent_before_an_absent_debtor_is_back()
    {
        var owed = Owed(Utc("2012-05-14 14:00"), Utc("2012-08-22 21:59")) with { NotBefore = Utc("2012-08-20 06:00") };
        Assert.All(Story(owed, Geneva, Utc("2012-08-01 00:00"), Utc("2012-08-22 21:59")), letter => Assert.True(letter.At >= Utc("2012-08-20 06:00")));
    }

    [Fact]
    public void A_closed_obligation_brings_nothing()
    {
        var owed = Owed(Utc("2012-05-14 14:00"), Utc("2012-08-22 21:59")) with { State = ObligationState.Met };
        Assert.Empty(Story(owed, Geneva, Utc("2012-08-01 00:00"), Utc("2012-09-22 21:59")));
    }

    [Fact]
    public void What_was_opened_on_the_eve_of_its_deadline_is_not_reminded_in_the_wake_of_its_letter()
    {
        var owed = Owed(Utc("2012-08-21 15:00"), Utc("2012-08-22 21:59"));
        var letters = Story(owed, Geneva, Utc("2012-08-21 15:00"), Utc("2012-09-22 21:59"));
        Assert.Equal([0, -3], letters.Select(letter => letter.Step));
        Assert.Equal(Utc("2012-08-22 11:00"), letters[0].At);
    }

    [Fact]
    public void A_step_of_the_days_before_the_opening_letter_was_not_missed()
    {
        // Asked on the Monday of the meeting for a report within a fortnight: the step of that Monday is no reason for a letter on Wednesday.
        var owed = Owed(Utc("2015-10-26 16:31"), Utc("2015-11-09 22:59"));
        Assert.Equal([7, 2, 0, -3], Story(owed, Geneva, Utc("2015-10-26 16:31"), Utc("2015-11-30 00:00")).Select(letter => letter.Step));
        var late = Owed(Utc("2015-06-08 14:00"), Utc("2015-06-13 21:59"));
        Assert.Equal([(2, Utc("2015-06-11 07:00")), (0, Utc("2015-06-12 07:00")), (-3, Utc("2015-06-16 07:00"))], Story(late, Geneva, Utc("2015-06-08 14:00"), Utc("2015-06-30 00:00")));
    }

    [Fact]
    public void The_reminder_to_confirm_a_seat_is_its_first_letter_and_does_not_pass()
    {
        var owed = Owed(Utc("2015-03-02 08:30"), Utc("2015-03-16 22:59")) with { Matter = ObligationMatter.ConfirmSeat };
        Assert.Equal(14, Story(owed, Geneva, Utc("2015-03-02 08:30"), Utc("2015-03-16 22:59"))[0].Step);
    }

    [Fact]
    public void Reminders_keep_to_the_working_week_of_the_addressee()
    {
        var cairo = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo");
        // Sunday 14 June: Fridays and Saturdays are off in Cairo, Sundays are not.
        var owed = Owed(Utc("2015-05-04 08:00"), Utc("2015-06-14 21:59"));
        var letters = ReminderRule.Upcoming(new ReminderState(owed, [], null, cairo, Hours.In("EG")), ReminderPlan.Usual, Hours, Geneva, owed.OpenedAt, Utc("2015-06-30 00:00"));
        Assert.Equal(["2015-05-31", "2015-06-07", "2015-06-11", "2015-06-14", "2015-06-17"], letters.Select(letter => letter.At.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>A year with random looks, pauses and deadlines: whatever happens, the rules of the calendar hold.</summary>
    [Property(MaxTest = 300)]
    public Property A_year_of_random_looks_and_downtime_keeps_the_rules() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
    {
        var random = new Random(seed);
        var zone = new[] { Geneva, Sydney, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia"), TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu") }[random.Next(5)];
        var opened = Utc("2015-01-01 00:00").AddMinutes(random.Next(300 * 24 * 60));
        var owed = Owed(opened, opened.AddMinutes(random.Next(20, 100 * 24 * 60)));
        if (random.Next(3) == 0) owed = owed with { NotBefore = opened.AddDays(random.Next(1, 60)) };
        var answered = random.Next(2) == 0 ? opened.AddMinutes(random.Next(120 * 24 * 60)) : (DateTimeOffset?)null;

        var state = new ReminderState(owed, [], null, zone);
        var letters = new List<(int Step, DateTimeOffset At)>();
        var down = false;
        for (var now = opened; now < owed.Deadline!.At.AddDays(20);)
        {
            if (answered <= now && state.Obligation.Live) state = state with { Obligation = owed with { State = ObligationState.Met } };
            var verdict = ReminderRule.Ask(state, ReminderPlan.Usual, Hours, Geneva, now);
            if (verdict.Send is { } step) letters.Add((step.DaysBefore, now));
            state = state with
            {
                Done = [.. state.Done, .. verdict.Passed.Select(passed => passed.DaysBefore), .. verdict.Send is { } sent ? (int[])[sent.DaysBefore] : []],
                LastSent = verdict.Send is null ? state.LastSent : now,
            };
            // Mostly every ten minutes; now and then the service is down for days.
            down = random.Next(400) == 0;
            now += down ? TimeSpan.FromHours(random.Next(1, 400)) : TimeSpan.FromMinutes(random.Next(1, 45));
        }

        Assert.Equal(letters.Count, letters.Select(letter => letter.Step).Distinct().Count());
        Assert.All(letters, letter => Assert.True(Hours.Hold(letter.At, letter.Step < 0 ? Geneva : zone)));
        Assert.All(letters.Where(letter => letter.Step >= 0), letter => Assert.True(letter.At <= owed.Deadline!.At && (owed.NotBefore is null || letter.At >= owed.NotBefore)));
        Assert.All(letters, letter => Assert.True(answered is null || letter.At < answered));
        Assert.All(letters.Zip(letters.Skip(1)).Where(pair => pair.Second.Step >= 0), pair => Assert.True(pair.Second.At - pair.First.At >= ReminderPlan.Usual.Gap / 2));
        return true;
    });

    [Property(MaxTest = 100)]
    public Property Whoever_owes_with_a_fortnight_to_go_is_reminded_before_the_deadline() => Prop.ForAll(Arb.From(Gen.Choose(0, 400)), days =>
    {
        var opened = Utc("2014-12-20 12:00").AddDays(days);
        var owed = Owed(opened, opened.AddDays(16));
        return Story(owed, Sydney, opened, owed.Deadline!.At.AddDays(10)) is { Count: > 1 } letters && letters[0].At < owed.Deadline!.At && letters[^1].Step == -3;
    });

    private static ObligationEntry Owed(DateTimeOffset opened, DateTimeOffset due) => new(
        1, "g", ObligationMatter.AnswerCall, EntryKind.Call, 1, "Circular 278", new Debtor("Somebody"), new Deadline(due, "test"), ObligationState.Open, opened, null, null);

    private static IReadOnlyList<(int Step, DateTimeOffset At)> Story(ObligationEntry owed, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until) =>
        [.. ReminderRule.Upcoming(new ReminderState(owed, [], null, zone), ReminderPlan.Usual, Hours, Geneva, from, until).Select(one => (one.Step.DaysBefore, one.At))];

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
