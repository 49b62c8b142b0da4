using JcaCop.Worker.Jobs;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Watching;
using Quartz.Extensibility;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>When the jobs of the calendar run: those that look every so often whenever the story looks, those at times of day at some of their times, and after a downtime once for what was missed.</summary>
internal sealed class YearJobs(YearDice dice, TimeProvider clock)
{
    /// <summary>They look every few minutes; that the outbox sends, pages are written and mailboxes counted is no matter of these years.</summary>
    public static readonly IReadOnlyList<Type> Looking =
        [typeof(LiaisonRoutingJob), typeof(LiaisonApprovalJob), typeof(ArchiveJob), typeof(MeetingJob), typeof(RemindersJob), typeof(ContributionRemindersJob), typeof(HeartbeatJob)];

    private readonly List<Times> times =
    [
        .. JobPlan.Of(new ScheduleOptions(), OpenHours.Geneva).Where(plan => !plan.WhenDue && plan.CatchUp).GroupBy(plan => ((Quartz.ICronTrigger)plan.Trigger(clock)).CronExpressionString)
            .Select(same => new Times([.. same.Select(plan => plan.Work).Distinct()], same.First())),
    ];

    private sealed record Times(IReadOnlyList<Type> Works, PlannedJob Plan)
    {
        public DateTimeOffset Next { get; set; }
    }

    /// <summary>The next time of day at which something runs, by the machine's clock.</summary>
    public DateTimeOffset Next => times.Min(one => one.Next);

    /// <summary>The clock was set: the service sets its times anew (<see cref="JobScheduling"/>).</summary>
    public void Align()
    {
        foreach (var one in times)
            if (After(one.Plan) is var next && (one.Next == default || next < one.Next)) one.Next = next;
    }

    /// <summary>What is due now, or was missed while nothing ran.</summary>
    public IReadOnlyList<Type> Due()
    {
        var due = new List<Type>();
        foreach (var one in times.Where(one => one.Next <= clock.GetUtcNow()))
        {
            due.AddRange(one.Works);
            // Most days are like others: a service that runs on some of them must keep the same rules.
            one.Next = After(one.Plan);
            for (var skipped = dice.Next(6); skipped > 0; skipped--) one.Next = After(one.Plan, one.Next);
        }
        return due;
    }

    private DateTimeOffset After(PlannedJob plan, DateTimeOffset? from = null)
    {
        var trigger = plan.Trigger(clock);
        ((IOperableTrigger)trigger).ComputeFirstFireTimeUtc(null);
        return trigger.GetFireTimeAfter(from ?? clock.GetUtcNow())!.Value;
    }
}
