using JcaCop.Register.Stores;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Jobs;

/// <summary>Counts each night whether every mail is in exactly one state, with its bytes, its place and its reading.</summary>
internal sealed partial class ReconciliationJob(MessageStore messages, ILogger<ReconciliationJob> log) : IDueWork
{
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var count = await messages.ReconcileAsync(stop);
        foreach (var flaw in count.Flaws) LogFlaw(log, flaw);
        return count.Flaws.Count == 0 ? null : $"the register does not add up: {string.Join("; ", count.Flaws)}";
    }

    [LoggerMessage(LogLevel.Error, "Reconciliation: {Flaw}")]
    private static partial void LogFlaw(ILogger log, string flaw);
}
