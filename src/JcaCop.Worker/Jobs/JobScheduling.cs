using JcaCop.Post.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Quartz.Extensibility;

namespace JcaCop.Worker.Jobs;

/// <summary>Keeps the scheduler's stored times in line with the plan: at the start, and now and then while the service runs.</summary>
internal sealed partial class JobScheduling(
    ISchedulerFactory schedulers, OutboxSender sender, IReadOnlyList<PlannedJob> plans, TimeProvider clock, ILogger<JobScheduling> log) : BackgroundService
{
    /// <summary>A clock that was wrong and is set right leaves times that lie too far ahead; they are found as soon as this.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Letters that an earlier run held when it ended, before any job claims new ones.
        await sender.RecoverAsync(cancellationToken);
        await AlignAsync(await schedulers.GetScheduler(cancellationToken), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await AlignAsync(await schedulers.GetScheduler(stoppingToken), stoppingToken);
            }
            catch (SchedulerException error)
            {
                // The store is out of reach; the scheduler itself tries again, and so does the next look.
                LogOutOfReach(log, error.Message);
            }
        }
    }

    /// <summary>Jobs of the plan get their triggers, changed times replace stored ones, jobs that the plan no longer has go. A stored time that is still right stays, passed or not.</summary>
    private async Task AlignAsync(IScheduler scheduler, CancellationToken stop)
    {
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), stop))
            if (!plans.Any(plan => plan.Name == key.Name)) await scheduler.DeleteJob(key, stop);
        foreach (var plan in plans)
        {
            var trigger = plan.Trigger(clock);
            var stored = await scheduler.GetTrigger(trigger.Key, stop);
            if (stored is null)
            {
                await StoreAsync(scheduler, plan, trigger, stop);
                continue;
            }
            if (await scheduler.GetTriggerState(trigger.Key, stop) == TriggerState.Error) await scheduler.ResetTriggerFromErrorState(trigger.Key, stop);
            if (IsOfPlan(stored, trigger) && !IsTooFarAhead(stored, trigger)) continue;
            await scheduler.RescheduleJob(trigger.Key, trigger, stop);
            LogRescheduled(log, plan.Name);
        }
    }

    private static async Task StoreAsync(IScheduler scheduler, PlannedJob plan, ITrigger trigger, CancellationToken stop)
    {
        try
        {
            await scheduler.ScheduleJob(JobBuilder.Create<DueJob>().WithIdentity(plan.Name).Build(), trigger, cancellationToken: stop);
        }
        catch (SchedulerException)
        {
            // Another worker that starts at the same time has just stored it, trigger and all: or else this is another trouble.
            if (await scheduler.GetTrigger(trigger.Key, stop) is null) throw;
        }
    }

    private static bool IsOfPlan(ITrigger stored, ITrigger planned) =>
        stored.MisfireInstructionCode == planned.MisfireInstructionCode && (stored, planned) switch
        {
            (ICronTrigger one, ICronTrigger other) => one.CronExpressionString == other.CronExpressionString && one.TimeZone.Id == other.TimeZone.Id,
            (ISimpleTrigger one, ISimpleTrigger other) => one.RepeatInterval == other.RepeatInterval,
            _ => false,
        };

    private bool IsTooFarAhead(ITrigger stored, ITrigger planned)
    {
        ((IOperableTrigger)planned).ComputeFirstFireTimeUtc(null);
        return stored.NextFireTimeUtc is { } next && next > planned.GetFireTimeAfter(clock.GetUtcNow());
    }

    [LoggerMessage(LogLevel.Information, "{Job}: its times are set anew")]
    private static partial void LogRescheduled(ILogger log, string job);

    [LoggerMessage(LogLevel.Warning, "The times of the jobs could not be looked at: {Why}")]
    private static partial void LogOutOfReach(ILogger log, string why);
}
