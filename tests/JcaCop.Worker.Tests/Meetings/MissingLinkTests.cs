using JcaCop.Worker.Jobs;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>What a meeting owes on days on which nobody works, and what it cannot do without a person.</summary>
public sealed class MissingLinkTests : IAsyncDisposable
{
    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<List<string>> DueAsync(string day, int hour = 7)
    {
        rig.Clock.SetUtcNow(new DateTimeOffset(DateOnly.Parse(day, null), new TimeOnly(hour, 0), TimeSpan.Zero));
        for (var runs = 0; await rig.Get<MeetingJob>().RunAsync(TestContext.Current.CancellationToken) is { } told; runs++) Assert.True(runs < 10, told);
        return [.. (await rig.SendAsync()).Select(letter => $"{letter.To.Mailboxes.Single().Address}: {letter.Subject}\n{letter.TextBody}")];
    }

    [Fact]
    public async Task Secretariat_and_chairman_hear_once_on_the_last_working_day_that_remote_participants_have_no_link()
    {
        // A Monday: the connection details are due on Sunday.
        await rig.DeskAsync("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote\nmeeting announce 7");
        await rig.DeskAsync("meeting register 7 \"Otto Held\" --email o.held@comms.example --mode in-person");
        Assert.DoesNotContain(await DueAsync("2012-11-02"), letter => letter.Contains("no link", StringComparison.Ordinal));
        await rig.DeskAsync("meeting register 7 \"Lucy Park\" --email l.park@comms.example --mode remote");
        var told = (await DueAsync("2012-11-02", 8)).Where(letter => letter.Contains("no link is known", StringComparison.Ordinal)).ToList();
        Assert.Equal([TalkRig.Chairman, TalkRig.Secretary], told.Select(letter => letter.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.All(told, letter => Assert.Contains("meeting set 7 --link URL", letter, StringComparison.Ordinal));
        Assert.DoesNotContain(await DueAsync("2012-11-03"), letter => letter.Contains("no link", StringComparison.Ordinal));

        await rig.DeskAsync("meeting set 7 --link https://conference.example/7");
        Assert.Contains(await DueAsync("2012-11-04"), letter => letter.StartsWith("l.park@comms.example", StringComparison.Ordinal) && letter.Contains("https://conference.example/7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Documents_that_came_later_than_the_day_of_their_letter_are_announced_in_the_morning_and_not_at_midnight()
    {
        await rig.DeskAsync("meeting open 7 --date 2012-10-25 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7\nmeeting announce 7\nmeeting register 7 \"Lucy Park\" --email l.park@comms.example --mode remote");
        Assert.DoesNotContain(await DueAsync("2012-10-19"), letter => letter.Contains("Documents available", StringComparison.Ordinal));
        var file = Path.Combine(rig.Data, "views.txt");
        await File.WriteAllTextAsync(file, "Views on filters.", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await rig.RunAsync($"document add \"Views on filters\" \"{file}\" --meeting 7")).Code);
        await rig.Get<ArchiveJob>().RunAsync(TestContext.Current.CancellationToken);
        // Five past midnight in Geneva.
        Assert.DoesNotContain(await DueAsync("2012-10-19", 22), letter => letter.Contains("Documents available", StringComparison.Ordinal));
        // Saturday, and the night to Monday.
        Assert.DoesNotContain(await DueAsync("2012-10-20", 6), letter => letter.Contains("Documents available", StringComparison.Ordinal));
        Assert.DoesNotContain(await DueAsync("2012-10-21", 22), letter => letter.Contains("Documents available", StringComparison.Ordinal));
        Assert.Contains(await DueAsync("2012-10-22", 6), letter => letter.Contains("Documents available", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_for_contributions_that_waits_for_the_invitation_to_be_read_leaves_on_a_working_day()
    {
        await rig.DeskAsync("member add \"Administration of France\" --country FR --email itu@ministry-fr.example\nmeeting open 7 --date 2012-10-25 --from 9:30 --until 17:30 --place Geneva");
        // A Wednesday.
        rig.Clock.SetUtcNow(new DateTimeOffset(2012, 10, 3, 8, 0, 0, TimeSpan.Zero));
        await rig.DeskAsync("meeting announce 7");
        await rig.SendAsync();
        var coming = await rig.Get<MeetingJob>().ComingAsync(rig.Group, rig.Clock.GetUtcNow().AddDays(10), TestContext.Current.CancellationToken);
        Assert.Equal(new DateTimeOffset(2012, 10, 8, 6, 0, 0, TimeSpan.Zero), coming.Single(letter => letter.Kind == "contributions-call").At);
        Assert.Empty(await DueAsync("2012-10-06", 9));
        Assert.Contains("Call for contributions", Assert.Single(await DueAsync("2012-10-08")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_of_a_missing_link_is_foretold_and_keeps_to_the_holidays_of_the_settings()
    {
        await using var own = new TalkRig(over: new Dictionary<string, string?> { ["Reminders:Holidays:0"] = "2012-11-02" });
        await own.DeskAsync("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote\nmeeting announce 7\nmeeting register 7 \"Lucy Park\" --email l.park@comms.example --mode remote");
        var told = (await own.Get<MeetingJob>().ComingAsync(own.Group, own.Clock.GetUtcNow().AddDays(40), TestContext.Current.CancellationToken)).Single(letter => letter.Kind == "link-missing");
        // Due on Sunday 4 November; the Friday before is a holiday of this office.
        Assert.Equal(new DateTimeOffset(2012, 11, 1, 7, 0, 0, TimeSpan.Zero), told.At);
    }

    [Fact]
    public async Task An_invitation_that_was_due_while_the_worker_was_down_does_not_leave_on_a_Sunday()
    {
        await rig.DeskAsync("member add \"Administration of France\" --country FR --email itu@ministry-fr.example\nmeeting open 7 --date 2012-11-20 --from 9:30 --until 17:30 --place Geneva");
        Assert.Empty(await DueAsync("2012-10-28", 10));
        // Five past midnight on Monday.
        Assert.Empty(await DueAsync("2012-10-28", 23));
        Assert.Contains("Invitation", Assert.Single(await DueAsync("2012-10-29", 8)), StringComparison.Ordinal);
    }
}
