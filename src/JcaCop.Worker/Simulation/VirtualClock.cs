namespace JcaCop.Worker.Simulation;

/// <summary>A clock that stands still until it is moved. Timers made from it fire, in their order, while it is moved over them.</summary>
/// <remarks>Time only goes forward: a scenario whose lines go back is refused before it starts.</remarks>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>Real time without an end of the work, after which it is taken to wait on this clock.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly List<VirtualTimer> timers = [];
    private DateTimeOffset now = start.ToUniversalTime();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock to <paramref name="instant"/>; an instant in the past leaves it where it is.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        while (NextTimer(instant) is { } timer) timer.Fire();
        lock (gate)
        {
            if (instant > now) now = instant.ToUniversalTime();
        }
    }

    /// <summary>Waits for work that may itself wait on this clock (a pause before another try): time goes on to the next timer whenever the work stands still.</summary>
    public async Task<T> CarryAsync<T>(Task<T> work, CancellationToken stop)
    {
        while (await Task.WhenAny(work, Task.Delay(Standstill, System, stop)) != work)
        {
            stop.ThrowIfCancellationRequested();
            if (NextDue() is { } due) MoveTo(due);
        }
        return await work;
    }

    private DateTimeOffset? NextDue()
    {
        lock (gate) return timers.Min(timer => timer.DueAt);
    }

    private VirtualTimer? NextTimer(DateTimeOffset until)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt);
            if (next is null) return null;
            if (next.DueAt > now) now = next.DueAt.Value;
            next.Advance();
            return next;
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        /// <summary>Null while the timer is at rest.</summary>
        public DateTimeOffset? DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (clock.gate)
            {
                period = newPeriod;
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime;
                if (DueAt is null) clock.timers.Remove(this);
                else if (!clock.timers.Contains(this)) clock.timers.Add(this);
                return true;
            }
        }

        public void Advance()
        {
            if (period > TimeSpan.Zero) DueAt += period;
            else
            {
                DueAt = null;
                clock.timers.Remove(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
