using JcaCop.Worker.Digests;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Reminders;
using Quartz;

namespace JcaCop.Worker.Jobs;

/// <summary>One job and when it runs.</summary>
/// <param name="Work">A type that is <see cref="IDueWork"/>.</param>
/// <param name="WhenDue">
/// True where it looks every few seconds for what others left to do. A virtual clock may pass over the looks at which nothing
/// can have changed.
/// </param>
internal sealed record PlannedJob(string Name, Type Work, bool WhenDue, IScheduleBuilder Times)
{
    /// <summary>The one trigger of this job: for the scheduler, and for the virtual clock, which asks it for the next time.</summary>
    public ITrigger Trigger(TimeProvider clock) =>
        TriggerBuilder.Create(clock).WithIdentity(Name).StartAt(clock.GetUtcNow()).WithSchedule(Times).Build();
}

/// <summary>All jobs of the calendar. What does not stand here does not run by itself.</summary>
internal static class JobPlan
{
    public static IReadOnlyList<PlannedJob> Of(ScheduleOptions options)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        return
        [
            new("outbox", typeof(OutboxJob), WhenDue: true, SimpleScheduleBuilder.Create().WithInterval(options.Outbox).RepeatForever()),
            new("liaison", typeof(LiaisonRoutingJob), WhenDue: true, SimpleScheduleBuilder.Create().WithInterval(options.Liaison).RepeatForever()),
            new("archive", typeof(ArchiveJob), WhenDue: true, SimpleScheduleBuilder.Create().WithInterval(options.Documents).RepeatForever()),
            new("meetings", typeof(MeetingJob), WhenDue: true, SimpleScheduleBuilder.Create().WithInterval(options.Documents).RepeatForever()),
            new("meeting days", typeof(MeetingJob), WhenDue: false, CronScheduleBuilder.Create(options.Meetings).InTimeZone(zone)),
            new("calls", typeof(CallClosingJob), WhenDue: false, CronScheduleBuilder.Create(options.Calls).InTimeZone(zone)),
            new("reminders", typeof(RemindersJob), WhenDue: true, SimpleScheduleBuilder.Create().WithInterval(options.Reminders).RepeatForever()),
            new("digest", typeof(DigestJob), WhenDue: false, CronScheduleBuilder.Create(options.Digest).InTimeZone(zone)),
            new("reconciliation", typeof(ReconciliationJob), WhenDue: false, CronScheduleBuilder.Create(options.Reconciliation).InTimeZone(zone)),
            new("conversation", typeof(ConversationJob), WhenDue: false, CronScheduleBuilder.Create(options.Conversation).InTimeZone(zone)),
            new("retention", typeof(RetentionJob), WhenDue: false, CronScheduleBuilder.Create(options.Retention).InTimeZone(zone)),
        ];
    }
}
