using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace JcaCop.Worker.Jobs;

/// <summary>What the scheduler starts: the work that the plan names under the job's name. A job never runs beside itself.</summary>
[DisallowConcurrentExecution]
internal sealed partial class DueJob(IServiceProvider services, IReadOnlyList<PlannedJob> plans, ILogger<DueJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // A worker of another version may have left a job that this one does not know.
        if (plans.FirstOrDefault(job => job.Name == context.JobDetail.Key.Name) is not { } plan) return;
        var work = (IDueWork)services.GetRequiredService(plan.Work);
        try
        {
            if (await work.RunAsync(cancellationToken) is { } told) LogDone(log, plan.Name, told);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(log, plan.Name);
        }
#pragma warning disable CA1031 // Whatever failed, the job's next time comes; it asks the register again what is due.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogFailed(log, error, plan.Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Job}: {Told}")]
    private static partial void LogDone(ILogger log, string job, string told);

    [LoggerMessage(LogLevel.Information, "{Job}: stopped with the service")]
    private static partial void LogStopped(ILogger log, string job);

    [LoggerMessage(LogLevel.Error, "{Job} failed; it runs again at its next time")]
    private static partial void LogFailed(ILogger log, Exception error, string job);
}
