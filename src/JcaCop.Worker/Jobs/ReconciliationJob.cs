using JcaCop.Post.MailServers;
using JcaCop.Register.Stores;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Watching;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Jobs;

/// <summary>
/// Counts each night whether every mail is in exactly one state, with its bytes, its place and its reading, and whether the
/// mailboxes hold what the register says.
/// </summary>
internal sealed partial class ReconciliationJob(
    MessageStore messages, IReadOnlyList<MailboxOptions> mailboxes, MailboxAudit audit, SignStore signs, ILogger<ReconciliationJob> log) : IDueWork
{
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var count = await messages.ReconcileAsync(stop);
        foreach (var flaw in count.Flaws) LogFlaw(log, flaw);
        // All at once, so that they wait for their second count together.
        var compared = await Task.WhenAll(mailboxes.Select(options => CompareAsync(options, stop)));
        string[] told = [
            .. count.Flaws.Count == 0 ? [] : (string[])[$"the register does not add up: {string.Join("; ", count.Flaws)}"],
            .. compared.OfType<string>(),
        ];
        return told.Length == 0 ? null : string.Join(". ", told);
    }

    /// <returns>What differs; null where all is well.</returns>
    private async Task<string?> CompareAsync(MailboxOptions options, CancellationToken stop)
    {
        try
        {
            var balance = await audit.CountLastingAsync(options, stop);
            if (balance.Agrees)
            {
                LogAgrees(log, balance.Mailbox, balance.Figures);
                await signs.WorkedAsync(ServiceHealth.ReconciliationOf(options.Name), stop);
                return null;
            }
            var differences = string.Join("; ", balance.Differences);
            LogDiffers(log, balance.Mailbox, differences, balance.Figures);
            await signs.TroubledAsync(ServiceHealth.ReconciliationOf(options.Name), $"{differences} ({balance.Figures})", stop);
            return $"{balance.Mailbox} and the register differ: {differences}";
        }
        catch (MailServerException trouble)
        {
            LogNotCounted(log, options.Name, trouble.Message);
            await signs.TroubledAsync(ServiceHealth.ReconciliationOf(options.Name), trouble.Message, stop);
            return $"{options.Name} could not be counted";
        }
    }

    [LoggerMessage(LogLevel.Error, "Reconciliation: {Flaw}")]
    private static partial void LogFlaw(ILogger log, string flaw);

    [LoggerMessage(LogLevel.Information, "Reconciliation: {Mailbox} is as the register says: {Figures}")]
    private static partial void LogAgrees(ILogger log, string mailbox, string figures);

    [LoggerMessage(LogLevel.Warning, "Reconciliation: {Mailbox} and the register differ: {Differences} (there are {Figures})")]
    private static partial void LogDiffers(ILogger log, string mailbox, string differences, string figures);

    [LoggerMessage(LogLevel.Warning, "Reconciliation: {Mailbox} could not be counted: {Why}")]
    private static partial void LogNotCounted(ILogger log, string mailbox, string why);
}
