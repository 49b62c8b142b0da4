using JcaCop.Worker.Simulation;

namespace JcaCop.Worker.Tests.Simulation;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2012, 3, 22, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_stands_still_until_it_is_moved_and_never_goes_back()
    {
        var clock = new VirtualClock(Start);
        clock.MoveTo(Start.AddDays(1));
        clock.MoveTo(Start);
        Assert.Equal(Start.AddDays(1), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(2), clock.GetElapsedTime(clock.GetTimestamp(), clock.GetTimestamp() + TimeSpan.FromHours(2).Ticks));
    }

    [Fact]
    public void Timers_fire_in_their_order_and_each_sees_its_own_time()
    {
        var clock = new VirtualClock(Start);
        var seen = new List<(string, DateTimeOffset)>();
        using var late = clock.CreateTimer(_ => seen.Add(("late", clock.GetUtcNow())), null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        using var early = clock.CreateTimer(_ => seen.Add(("early", clock.GetUtcNow())), null, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(4));
        clock.MoveTo(Start.AddMinutes(11));
        Assert.Equal(
            [("early", Start.AddMinutes(4)), ("early", Start.AddMinutes(8)), ("late", Start.AddMinutes(10))],
            seen);
    }

    [Fact]
    public async Task A_delay_on_it_ends_when_it_is_moved_and_takes_no_real_time()
    {
        var clock = new VirtualClock(Start);
        var delay = Task.Delay(TimeSpan.FromDays(40), clock, TestContext.Current.CancellationToken);
        Assert.False(delay.IsCompleted);
        clock.MoveTo(Start.AddDays(41));
        await delay;
    }

    [Fact]
    public void A_disposed_timer_is_silent()
    {
        var clock = new VirtualClock(Start);
        var fired = 0;
        clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)).Dispose();
        clock.MoveTo(Start.AddHours(1));
        Assert.Equal(0, fired);
    }

    [Fact]
    public async Task Work_that_pauses_on_it_is_carried_over_the_pause()
    {
        var clock = new VirtualClock(Start);
        async Task<DateTimeOffset> TryTwiceAsync()
        {
            await Task.Delay(TimeSpan.FromMinutes(30), clock, TestContext.Current.CancellationToken);
            return clock.GetUtcNow();
        }
        Assert.Equal(Start.AddMinutes(30), await clock.CarryAsync(TryTwiceAsync(), TestContext.Current.CancellationToken));
    }
}
