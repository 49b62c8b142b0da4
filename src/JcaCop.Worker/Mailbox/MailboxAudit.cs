using JcaCop.Register.Stores;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Mailbox;

/// <summary>Counts a mailbox against the register over a connection of its own. Takes nothing and moves nothing; missing folders are made.</summary>
internal sealed class MailboxAudit(MessageStore messages, TimeProvider clock, ILoggerFactory logs)
{
    /// <summary>Added to the mailbox's own pause between two looks: what is still on its way then stands still.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>One count. Mails that move while it is made may show as differences.</summary>
    /// <exception cref="Post.MailServers.MailServerException">The mailbox could not be used.</exception>
    public async Task<MailboxBalance> CountAsync(MailboxOptions options, CancellationToken stop)
    {
        await using var mailbox = Mailboxes.Open(options, clock, logs);
        var look = await mailbox.LookAsync(null, stop);
        var lying = await mailbox.CountAsync(stop);
        IReadOnlyList<string> inbox = [.. look.Keys.Select(key => key.Uid)];
        var unknown = await messages.UnknownAsync(options.Name, look.UidValidity, inbox, stop);
        var places = await messages.PlacesAsync(options.Name, look.UidValidity, stop);
        return MailboxBalance.Of(options.Name, inbox, unknown.ToHashSet(StringComparer.Ordinal), lying, places);
    }

    /// <summary>What differs and stays so: where the first count finds something, another is made after the next look of the intake.</summary>
    /// <exception cref="Post.MailServers.MailServerException">The mailbox could not be used.</exception>
    public async Task<MailboxBalance> CountLastingAsync(MailboxOptions options, CancellationToken stop)
    {
        var first = await CountAsync(options, stop);
        if (first.Agrees) return first;
        var pause = options.PollInterval + Grace;
        await Task.Delay(pause < LongestPause ? pause : LongestPause, clock, stop);
        return (await CountAsync(options, stop)).StillAfter(first);
    }
}
