using JcaCop.Worker.Jobs;
using JcaCop.Worker.Simulation;

namespace JcaCop.Worker.Tests.Simulation;

public sealed class SimulatedJobTests
{
    private static readonly DateTimeOffset Start = new(2012, 3, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_nightly_job_fires_at_its_hour_of_Geneva_before_and_after_summer_time_begins()
    {
        var clock = new VirtualClock(Start);
        var job = Job("reconciliation", clock);
        var times = new List<string>();
        for (var night = 0; night < 3; night++)
        {
            clock.MoveTo(job.Next!.Value);
            times.Add(job.Next.Value.ToString("MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture));
            job.Ran(clock.GetUtcNow(), foundSomething: false);
        }
        Assert.Equal(["03-24 02:30Z", "03-25 01:30Z", "03-26 01:30Z"], times);
    }

    [Fact]
    public void A_job_that_looks_for_what_is_due_sleeps_until_something_happens_and_then_keeps_to_its_times()
    {
        var clock = new VirtualClock(Start);
        var job = Job("outbox", clock);
        Assert.Null(job.Next);
        job.Wake(Start.AddDays(400).AddSeconds(3));
        Assert.Equal(Start.AddDays(400).AddSeconds(10), job.Next);
        job.Ran(job.Next!.Value, foundSomething: true);
        Assert.Equal(Start.AddDays(400).AddSeconds(20), job.Next);
        job.Ran(job.Next!.Value, foundSomething: false);
        Assert.Null(job.Next);
    }

    private static SimulatedJob Job(string name, VirtualClock clock) =>
        new(JobPlan.Of(new ScheduleOptions(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich")).First(plan => plan.Name == name), new Idle(), clock);

    private sealed class Idle : IDueWork
    {
        public Task<string?> RunAsync(CancellationToken stop) => Task.FromResult<string?>(null);
    }
}
