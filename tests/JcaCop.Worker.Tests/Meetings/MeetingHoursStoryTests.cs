using JcaCop.Register.Entries;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;
using Xunit;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>Letters about meetings keep to the days and hours of the office, and a clock that was wrong ends no meeting that is still to come.</summary>
public sealed class MeetingHoursStoryTests : MeetingStory
{
    [Fact]
    public async Task An_invitation_that_becomes_due_on_a_public_holiday_leaves_on_the_next_working_day()
    {
        // Whit Sunday: the day to complete the meeting ends on Whit Monday.
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 5, 19, 6, 0, 0, TimeSpan.Zero));
        await OpenMeetingAsync("2013-06-03");
        Assert.Empty(await DueAsync("2013-05-20"));
        Assert.Contains("post@ministry.example", To(await DueAsync("2013-05-21")));
    }

    [Fact]
    public async Task What_was_due_while_the_service_was_down_leaves_in_the_morning_and_not_at_night()
    {
        await OpenMeetingAsync("2012-11-05");
        // Half past ten on a Wednesday evening.
        Assert.Empty(await DueAtAsync(new DateTimeOffset(2012, 10, 17, 20, 30, 0, TimeSpan.Zero)));
        Assert.Contains("post@ministry.example", To(await DueAsync("2012-10-18")));
    }

    [Fact]
    public async Task An_invitation_that_cannot_wait_for_a_working_day_leaves_at_once()
    {
        // Saturday afternoon, for a meeting on Monday at half past seven.
        rig.Clock.SetUtcNow(new DateTimeOffset(2012, 11, 2, 9, 0, 0, TimeSpan.Zero));
        await OpenMeetingAsync("2012-11-05", "--from 7:30 --until 9:30");
        Assert.NotEmpty(await DueAtAsync(new DateTimeOffset(2012, 11, 3, 15, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("--document-days 8", "2012-10-25", "2012-10-26")] // Sunday 28 October: the Friday before
    [InlineData("--document-days 10", "2012-10-25", "2012-10-26")]
    public async Task Documents_are_announced_on_a_working_day(string days, string before, string day)
    {
        await OpenMeetingAsync("2012-11-05", days);
        await DueAsync("2012-10-05");
        await FileAsync();
        await DueAsync(before);
        Assert.Contains(await DueAsync(day), IsOfDocuments);
    }

    [Fact]
    public async Task Documents_that_are_due_when_the_service_comes_up_at_a_weeks_end_are_announced_on_Monday()
    {
        await OpenMeetingAsync("2012-11-05", "--document-days 9");
        await DueAsync("2012-10-05");
        await FileAsync();
        await DueAsync("2012-10-12");
        Assert.DoesNotContain(await DueAsync("2012-10-28"), IsOfDocuments);
        Assert.Contains(await DueAsync("2012-10-29"), IsOfDocuments);
    }

    [Fact]
    public async Task A_meeting_that_a_clock_ahead_ended_early_goes_on_when_the_clock_is_right_and_its_report_is_asked_for_when_it_is_over()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        Assert.Equal(0, (await rig.RunAsync("meeting register 7 \"Hawa Kamara\" --email h.kamara@ministry.example --mode remote")).Code);
        Assert.Contains(await DueAsync("2012-11-06"), IsRequest);
        Assert.Equal(MeetingState.Held, await StateAsync());

        rig.Clock.AdjustTime(new DateTimeOffset(2012, 11, 3, 9, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain(await DueAsync("2012-11-03"), IsRequest);
        Assert.Equal(MeetingState.Announced, await StateAsync());
        Assert.DoesNotContain((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Live);
        Assert.Contains(await DueAsync("2012-11-04"), letter => letter.TextBody!.Contains("https://conference.example/7", StringComparison.Ordinal));
        Assert.DoesNotContain(await DueAsync("2012-11-05"), IsRequest);
        Assert.Contains(await DueAtAsync(new DateTimeOffset(2012, 11, 5, 16, 31, 0, TimeSpan.Zero)), IsRequest);
        Assert.DoesNotContain(await DueAsync("2012-11-07"), IsRequest);
        Assert.Equal(ObligationMatter.SendReport, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Live).Matter);
    }

    [Fact]
    public async Task A_meeting_that_ended_before_its_hour_and_was_noted_as_held_stays_so()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        rig.Clock.SetUtcNow(new DateTimeOffset(2012, 11, 5, 13, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, (await rig.RunAsync("meeting held 7")).Code);
        Assert.Contains(await DueAtAsync(new DateTimeOffset(2012, 11, 5, 13, 1, 0, TimeSpan.Zero)), IsRequest);
        Assert.Equal(MeetingState.Held, await StateAsync());
    }

    [Theory]
    // Limit 24 October, reminder three days before: Sunday is a working day in Cairo, and in Geneva it is the Friday before.
    [InlineData("EG", 21)]
    [InlineData("CH", 19)]
    public async Task A_participant_is_reminded_of_the_deadline_for_contributions_in_the_working_week_of_the_own_country(string country, int day)
    {
        await OpenMeetingAsync("2012-11-05");
        await DueAsync("2012-10-05");
        Assert.Equal(0, (await rig.RunAsync($"meeting register 7 \"Hawa Kamara\" --email h.kamara@delegation.example --country {country} --mode in-person")).Code);
        var left = await rig.LiveUntilAsync(new DateTimeOffset(2012, 10, 25, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(day, Assert.Single(left, letter => letter.To.ToString().Contains("kamara", StringComparison.Ordinal)).Date.Day);
    }

    private async Task OpenMeetingAsync(string day, string options = "--from 9:30 --until 17:30")
    {
        Assert.Equal(0, (await rig.RunAsync("member add \"Ministry of Australia\" --country AU --email post@ministry.example")).Code);
        var hours = options.Contains("--from", StringComparison.Ordinal) ? options : $"--from 9:30 --until 17:30 {options}";
        Assert.Equal(0, (await rig.RunAsync($"meeting open 7 --date {day} --place Geneva {hours}")).Code);
    }

    private async Task FileAsync()
    {
        var file = Path.Combine(rig.Data, "paper.txt");
        await File.WriteAllTextAsync(file, "A paper.", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await rig.RunAsync($"document add \"A paper\" \"{file}\" --meeting 7")).Code);
    }

    private async Task<IReadOnlyList<MimeMessage>> DueAtAsync(DateTimeOffset at)
    {
        rig.Clock.SetUtcNow(at);
        await SettleAsync(rig.Get<MeetingJob>());
        return await rig.SendAsync();
    }

    private async Task<MeetingState> StateAsync() => Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>()).State;

    private static bool IsOfDocuments(MimeMessage letter) => letter.Subject!.Contains("Documents available", StringComparison.Ordinal);

    private static bool IsRequest(MimeMessage letter) => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal) && letter.Subject!.Contains("Report awaited", StringComparison.Ordinal);
}
