using JcaCop.Worker.Conversing;
using JcaCop.Worker.Digests;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Pages;
using JcaCop.Worker.Periodic;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Watching;
using Quartz;

namespace JcaCop.Worker.Jobs;

/// <summary>One job and when it runs.</summary>
/// <param name="Work">A type that is <see cref="IDueWork"/>.</param>
/// <param name="WhenDue">
/// True where it looks every few seconds for what others left to do. A virtual clock may pass over the looks at which nothing
/// can have changed.
/// </param>
/// <param name="CatchUp">
/// True where a time that passed while the service was down is made up for at its start, once, however many passed; false where the
/// next time is soon enough. Looks every few seconds need no making up.
/// </param>
internal sealed record PlannedJob(string Name, Type Work, bool WhenDue, bool CatchUp, IScheduleBuilder Times)
{
    /// <summary>The one trigger of this job: for the scheduler, and for the virtual clock, which asks it for the next time.</summary>
    public ITrigger Trigger(TimeProvider clock) =>
        TriggerBuilder.Create(clock).WithIdentity(Name).StartAt(clock.GetUtcNow()).WithSchedule(Times).Build();

    /// <summary>When a work that the register makes due at an instant is done: at once where it looks every so often, otherwise at the next of its times.</summary>
    public static DateTimeOffset TimeOf(IEnumerable<PlannedJob> plans, Type work, DateTimeOffset due, TimeProvider clock)
    {
        var own = plans.Where(plan => plan.Work == work).ToList();
        return own.Count == 0 || own.Exists(plan => plan.WhenDue) ? due : own.Min(plan => plan.Trigger(clock).GetFireTimeAfter(due.AddTicks(-1)) ?? due);
    }

    /// <summary>A look every so often. After a pause of the service it goes on with the next one.</summary>
    public static PlannedJob Every(TimeSpan pause, string name, Type work) =>
        new(name, work, WhenDue: true, CatchUp: false,
            SimpleScheduleBuilder.Create().WithInterval(pause).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithExistingCount));

    /// <summary>At times of day, told by a Quartz cron text.</summary>
    public static PlannedJob At(string cron, TimeZoneInfo zone, string name, Type work, bool catchUp) =>
        new(name, work, WhenDue: false, catchUp,
            CronScheduleBuilder.Create(cron).InTimeZone(zone).WithMisfireInstruction(catchUp ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing));
}

/// <summary>All jobs of the calendar. What does not stand here does not run by itself.</summary>
internal static class JobPlan
{
    /// <param name="zone">In which times of day are meant.</param>
    public static IReadOnlyList<PlannedJob> Of(ScheduleOptions options, TimeZoneInfo zone)
    {
        return
        [
            PlannedJob.Every(options.Outbox, "outbox", typeof(OutboxJob)),
            PlannedJob.Every(options.Liaison, "liaison", typeof(LiaisonRoutingJob)),
            PlannedJob.Every(options.Liaison, "liaison approval", typeof(LiaisonApprovalJob)),
            PlannedJob.Every(options.Liaison, "member questions", typeof(MemberQuestionsJob)),
            PlannedJob.Every(options.Documents, "archive", typeof(ArchiveJob)),
            PlannedJob.Every(options.Documents, "meetings", typeof(MeetingJob)),
            PlannedJob.Every(options.Reminders, "reminders", typeof(RemindersJob)),
            PlannedJob.Every(options.Reminders, "contributions", typeof(ContributionRemindersJob)),
            PlannedJob.Every(options.Pages, "pages", typeof(PagesJob)),
            PlannedJob.Every(options.Heartbeat, "heartbeat", typeof(HeartbeatJob)),
            // What leads to letters is made up for: a late letter is better than none.
            PlannedJob.At(options.Meetings, zone, "meeting days", typeof(MeetingJob), catchUp: true),
            PlannedJob.At(options.Calls, zone, "calls", typeof(CallClosingJob), catchUp: true),
            PlannedJob.At(options.Digest, zone, "digest", typeof(DigestJob), catchUp: true),
            PlannedJob.At(options.Conversation, zone, "conversation", typeof(ConversationJob), catchUp: true),
            PlannedJob.At(options.Periodic, zone, "seats", typeof(SeatConfirmationJob), catchUp: true),
            PlannedJob.At(options.Periodic, zone, "mandate", typeof(MandateJob), catchUp: true),
            PlannedJob.At(options.Periodic, zone, "activities", typeof(ActivityUpdateJob), catchUp: true),
            PlannedJob.At(options.Periodic, zone, "annual report", typeof(AnnualReportJob), catchUp: true),
            PlannedJob.At(options.Periodic, zone, "holidays", typeof(HolidaysJob), catchUp: true),
            PlannedJob.At(options.Periodic, zone, "expiry", typeof(ExpiryJob), catchUp: true),
            // A night later does as well, and a service that comes up has better to do.
            PlannedJob.At(options.Reconciliation, zone, "reconciliation", typeof(ReconciliationJob), catchUp: false),
            PlannedJob.At(options.Retention, zone, "retention", typeof(RetentionJob), catchUp: false),
        ];
    }
}
