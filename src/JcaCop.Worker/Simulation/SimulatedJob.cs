using JcaCop.Worker.Jobs;
using Quartz;
using Quartz.Extensibility;

namespace JcaCop.Worker.Simulation;

/// <summary>A job of the calendar on the virtual clock: the same work, its times asked from the same trigger.</summary>
internal sealed class SimulatedJob
{
    private readonly ITrigger trigger;

    public SimulatedJob(PlannedJob plan, IDueWork work, TimeProvider clock)
    {
        Plan = plan;
        Work = work;
        trigger = plan.Trigger(clock);
        ((IOperableTrigger)trigger).ComputeFirstFireTimeUtc(null);
        Next = plan.WhenDue ? null : trigger.GetFireTimeAfter(clock.GetUtcNow());
    }

    public PlannedJob Plan { get; }

    public IDueWork Work { get; }

    /// <summary>Null while nothing can have changed for it.</summary>
    public DateTimeOffset? Next { get; private set; }

    /// <summary>Something happened: a job that looks for what is due looks at its next time.</summary>
    public void Wake(DateTimeOffset now)
    {
        if (!Plan.WhenDue) return;
        // The look that finds what is due at an instant is the first one at or after it.
        var look = trigger.GetFireTimeAfter(now.AddTicks(-1));
        if (Next is null || look < Next) Next = look;
    }

    /// <summary>It has run at <paramref name="now"/>. One that found something looks again; one that found nothing sleeps until something happens.</summary>
    public void Ran(DateTimeOffset now, bool foundSomething) =>
        Next = Plan.WhenDue && !foundSomething ? null : trigger.GetFireTimeAfter(now);

    /// <summary>The service was down and is up again: what was missed is made up for once where the plan says so.</summary>
    public void Resume(DateTimeOffset now) =>
        Next = Plan.CatchUp && Next < now ? now : trigger.GetFireTimeAfter(now);
}
