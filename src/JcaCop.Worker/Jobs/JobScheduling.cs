using JcaCop.Post.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace JcaCop.Worker.Jobs;

/// <summary>Hands the plan to the scheduler when the service starts. The register remembers what is due, so the scheduler keeps nothing.</summary>
internal sealed class JobScheduling(ISchedulerFactory schedulers, OutboxSender sender, IOptions<ScheduleOptions> schedule, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Letters that an earlier run held when it ended, before any job claims new ones.
        await sender.RecoverAsync(cancellationToken);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var plan in JobPlan.Of(schedule.Value))
        {
            var job = JobBuilder.Create<DueJob>().WithIdentity(plan.Name).Build();
            await scheduler.ScheduleJob(job, plan.Trigger(clock), cancellationToken: cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
