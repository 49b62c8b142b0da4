using JcaCop.Post.MailServers;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Mailbox;

/// <summary>A mailbox that this worker alone empties, until it is given up at the end: another worker need not wait for one that broke.</summary>
internal sealed partial class MailboxHold : IAsyncDisposable
{
    private readonly MailboxLeases leases;
    private readonly string mailbox;
    private readonly ILogger log;

    private MailboxHold(MailboxLeases leases, string mailbox, ILogger log) => (this.leases, this.mailbox, this.log) = (leases, mailbox, log);

    /// <returns>Null while another worker empties it.</returns>
    public static async Task<MailboxHold?> TakeAsync(MailboxLeases leases, string mailbox, ILogger log, CancellationToken stop)
    {
        if (await leases.HoldAsync(mailbox, stop)) return new MailboxHold(leases, mailbox, log);
        LogElsewhere(log, mailbox);
        return null;
    }

    /// <summary>The mailbox stays with this worker for the next step.</summary>
    /// <exception cref="MailServerException">Another worker has taken it, since this one said nothing for too long: what is left is that one's, or the next journey's.</exception>
    public async Task KeepAsync(CancellationToken stop)
    {
        if (!await leases.HoldAsync(mailbox, stop))
            throw new MailServerException(MailServerStep.Conversation, $"another worker has taken over the mailbox {mailbox}");
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await leases.GiveUpAsync(mailbox, CancellationToken.None);
        }
#pragma warning disable CA1031 // It would hide why the journey ended, and the lease runs out by itself.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogKept(log, mailbox, error.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Mailbox}: could not be given up for other workers, who wait until its lease runs out: {Why}")]
    private static partial void LogKept(ILogger log, string mailbox, string why);

    [LoggerMessage(LogLevel.Debug, "{Mailbox}: another worker empties it")]
    private static partial void LogElsewhere(ILogger log, string mailbox);
}
