using System.Globalization;
using System.Runtime.CompilerServices;
using JcaCop.Post.MailServers;
using JcaCop.Register.Mail;
using MailKit;
using MailKit.Net.Imap;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Mailbox;

/// <summary>
/// A mailbox on an IMAP server (RFC 9051). The connection is opened when it is first needed, kept, and given up at the first
/// trouble; the next call opens a new one.
/// </summary>
/// <remarks>
/// The key of a mail is UIDVALIDITY and UID; flags are neither read nor set. Servers renew UIDVALIDITY when a mailbox is
/// rebuilt: keys of the old value then name nothing, and the same mails come again under new keys.
/// </remarks>
public sealed partial class ImapMailbox(MailboxOptions options, TimeProvider clock, ILogger<ImapMailbox> log) : IMailbox
{
    /// <summary>Servers may hang up on a client that has idled for 30 minutes (RFC 2177).</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(28);

    private static readonly TimeSpan BetweenNoops = TimeSpan.FromMinutes(5);

    private readonly ImapConnection connection = new(options);
    private readonly ImapFetching fetching = new(options, clock, log);
    private readonly Dictionary<MailDestination, IMailFolder> destinations = [];
    private ImapClient? client;
    private IMailFolder? watched;

    /// <summary>More mail has come into the inbox since the last look: the server may say so in any answer, also to a fetch or a move.</summary>
    private bool hasNews;

    public string Name => options.Name;

    public Task<MailboxLook> LookAsync(MailboxMark? since, CancellationToken stop) => TalkAsync(async (client, stop) =>
    {
        // Selected anew for each look: the answer tells UIDVALIDITY and HIGHESTMODSEQ as they are now.
        var inbox = await SelectAsync(client, anew: true, stop);
        hasNews = false;
        var mark = inbox.HighestModSeq > 0 ? new MailboxMark(inbox.UidValidity, inbox.HighestModSeq, inbox.Count) : null;
        if (mark is not null && mark == since) return new MailboxLook(inbox.UidValidity, [], true, mark);
        if (inbox.Count == 0) return new MailboxLook(inbox.UidValidity, [], false, mark);
        var uids = await inbox.SearchAsync(MailKit.Search.SearchQuery.All, stop);
        return new MailboxLook(inbox.UidValidity, [.. uids.Order().Select(uid => ImapFetching.KeyOf(Name, inbox, uid))], false, mark);
    }, stop);

    public async IAsyncEnumerable<IReadOnlyList<ArrivedMail>> FetchAsync(IReadOnlyList<MailKey> keys, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var batch in keys.Chunk(options.BatchSize))
        {
            var sizes = await TalkAsync(async (client, stop) => await fetching.SizesAsync(await SelectSameAsync(client, batch[0].UidValidity, stop), [.. batch.Select(UidOf)], stop), stop);
            foreach (var portion in Portions.Of(sizes, options.SizeLimit, size => size.Size))
                yield return await TalkAsync(async (client, stop) => await fetching.MailsAsync(await SelectSameAsync(client, portion[0].UidValidity, stop), portion, stop), stop);
        }
    }

    public Task MoveAsync(IReadOnlyList<MailKey> keys, MailDestination destination, CancellationToken stop) => TalkAsync(async (client, stop) =>
    {
        var inbox = await SelectAsync(client, anew: false, stop);
        // Keys of an older UIDVALIDITY name nothing any more: what they named shows up under new keys.
        var uids = keys.Where(key => key.UidValidity == inbox.UidValidity).Select(UidOf).ToList();
        if (uids.Count == 0) return 0;
        await inbox.MoveToAsync(uids, await DestinationAsync(client, destination, stop), stop);
        return uids.Count;
    }, stop);

    public Task RefileAsync(IReadOnlyList<MisfiledMail> mails, MailDestination from, MailDestination to, CancellationToken stop) => TalkAsync(async (client, stop) =>
    {
        var target = await DestinationAsync(client, to, stop);
        var folder = await DestinationAsync(client, from, stop);
        await folder.OpenAsync(FolderAccess.ReadWrite, stop);
        var lying = folder.Count == 0 ? []
            : await folder.FetchAsync(0, -1, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate | MessageSummaryItems.Envelope, stop);
        var uids = FiledMails.Find(mails, lying);
        if (uids.Count > 0) await folder.MoveToAsync(uids, target, stop);
        return uids.Count;
    }, stop);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken stop)
    {
        if (client is not { IsAuthenticated: true })
        {
            await Task.Delay(atMost, clock, stop);
            return;
        }
        if (!client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await StayAsync(atMost, stop);
            return;
        }
        await TalkAsync(async (client, stop) =>
        {
            var inbox = await SelectAsync(client, anew: false, stop);
            // What was told while the last mails were taken is not told again: IDLE would wait over it.
            if (TakeNews()) return 0;
            using var done = new CancellationTokenSource(atMost < LongestIdle ? atMost : LongestIdle, clock);
            using var stopping = stop.Register(done.Cancel);
            void Hint(object? sender, EventArgs e) => done.Cancel();
            inbox.CountChanged += Hint;
            try
            {
                // Ended by "done" alone, not by "stop": cancelled in the middle, a TLS connection is of no more use.
                await client.IdleAsync(done.Token, CancellationToken.None);
            }
            finally
            {
                inbox.CountChanged -= Hint;
            }
            stop.ThrowIfCancellationRequested();
            return 0;
        }, stop);
    }

    public Task<MailboxCount> CountAsync(CancellationToken stop) => TalkAsync(async (client, stop) =>
    {
        var inbox = await SelectAsync(client, anew: true, stop);
        async Task<int> CountOf(MailDestination destination)
        {
            var folder = await DestinationAsync(client, destination, stop);
            await folder.StatusAsync(StatusItems.Count, stop);
            return folder.Count;
        }
        return new MailboxCount(inbox.Count, await CountOf(MailDestination.Processed), await CountOf(MailDestination.Held), await CountOf(MailDestination.SetAside));
    }, stop);

    public async ValueTask DisposeAsync()
    {
        if (client is { IsConnected: true })
        {
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
                await client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception error) when (ImapConnection.IsOutside(error) || error is OperationCanceledException or InvalidOperationException)
            {
                // An exchange that did not end in the time of a stop keeps the connection busy (InvalidOperationException): it is cut.
                LogFarewell(log, Name, error.Message);
            }
        }
        GiveUp();
    }

    /// <summary>Waits on a server without IDLE: a NOOP now and then keeps the connection, and tells of new mail as well.</summary>
    private async Task StayAsync(TimeSpan atMost, CancellationToken stop)
    {
        for (var left = TakeNews() ? TimeSpan.Zero : atMost; left > TimeSpan.Zero; left -= BetweenNoops)
        {
            await Task.Delay(left < BetweenNoops ? left : BetweenNoops, clock, stop);
            if (left <= BetweenNoops) return;
            var news = await TalkAsync(async (client, stop) =>
            {
                await SelectAsync(client, anew: false, stop);
                await client.NoOpAsync(stop);
                return TakeNews();
            }, stop);
            if (news) return;
        }
    }

    public Task<byte[]?> FetchWholeAsync(MisfiledMail mail, CancellationToken stop) => TalkAsync(async (client, stop) =>
    {
        IMailFolder folder;
        IList<UniqueId> uids;
        if (mail.LiesIn == MessageState.Taken)
        {
            folder = await SelectAsync(client, anew: false, stop);
            uids = folder.UidValidity == mail.Key.UidValidity ? [UidOf(mail.Key)] : [];
        }
        else
        {
            folder = await DestinationAsync(client, mail.LiesIn == MessageState.Held ? MailDestination.Held : MailDestination.SetAside, stop);
            await folder.OpenAsync(FolderAccess.ReadOnly, stop);
            uids = folder.Count == 0 ? [] : FiledMails.Find([mail],
                await folder.FetchAsync(0, -1, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate | MessageSummaryItems.Envelope, stop));
        }
        if (uids.Count == 0) return null;
        try
        {
            await using var stream = await folder.GetStreamAsync(uids[0], "", stop);
            using var whole = new MemoryStream();
            await stream.CopyToAsync(whole, stop);
            return whole.ToArray();
        }
        catch (MessageNotFoundException)
        {
            return null;
        }
    }, stop);

    /// <summary>The inbox, if the keys in hand still name its mails.</summary>
    private async Task<ImapFolder> SelectSameAsync(ImapClient client, long uidValidity, CancellationToken stop)
    {
        var inbox = await SelectAsync(client, anew: false, stop);
        return inbox.UidValidity == uidValidity ? inbox
            : throw new MailServerException(MailServerStep.Conversation, $"{Name}: the server has renewed UIDVALIDITY since the last look");
    }

    private async Task<ImapFolder> SelectAsync(ImapClient client, bool anew, CancellationToken stop)
    {
        try
        {
            var folder = options.Inbox.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(options.Inbox, stop);
            Watch(folder);
            if (folder.IsOpen && anew) await folder.CloseAsync(expunge: false, stop);
            if (!folder.IsOpen && await folder.OpenAsync(FolderAccess.ReadWrite, stop) != FolderAccess.ReadWrite)
                throw new MailServerException(MailServerStep.Folder, $"{Name}: {options.Inbox} is read-only for {options.User}; its mail cannot be moved away");
            return (ImapFolder)folder;
        }
        catch (FolderNotFoundException error)
        {
            throw new MailServerException(MailServerStep.Folder, $"{Name}: there is no folder {options.Inbox}", error);
        }
    }

    private void Watch(IMailFolder inbox)
    {
        if (ReferenceEquals(watched, inbox)) return;
        if (watched is not null) watched.CountChanged -= NoteNews;
        watched = inbox;
        inbox.CountChanged += NoteNews;
    }

    /// <summary>MailKit raises this for EXISTS alone, never for mails that leave.</summary>
    private void NoteNews(object? sender, EventArgs e) => hasNews = true;

    /// <summary>News end one waiting only: where another worker empties the mailbox no look follows, and the waits must still last.</summary>
    private bool TakeNews()
    {
        var had = hasNews;
        hasNews = false;
        return had;
    }

    private async Task<IMailFolder> DestinationAsync(ImapClient client, MailDestination destination, CancellationToken stop)
    {
        if (destinations.TryGetValue(destination, out var kept)) return kept;
        var name = options.FolderOf(destination);
        try
        {
            return destinations[destination] = await ImapFolders.OpenOrMakeAsync(client, name, stop);
        }
        catch (Exception error) when (error is ImapCommandException or InvalidOperationException and not ServiceNotConnectedException)
        {
            throw new MailServerException(MailServerStep.Folder, $"{Name}: folder {name} is not there and cannot be made: {error.Message}", error);
        }
    }

    /// <summary>One exchange with the server, over the kept connection or a new one. After any trouble the connection is given up.</summary>
    private async Task<T> TalkAsync<T>(Func<ImapClient, CancellationToken, Task<T>> exchange, CancellationToken stop)
    {
        try
        {
            if (client is not { IsConnected: true, IsAuthenticated: true })
            {
                GiveUp();
                client = await connection.OpenAsync(stop);
                LogConnected(log, Name, options.Host!, client.Capabilities.HasFlag(ImapCapabilities.Idle), client.Capabilities.HasFlag(ImapCapabilities.Move), client.Capabilities.HasFlag(ImapCapabilities.CondStore));
            }
            return await exchange(client, stop);
        }
        catch (MailServerException)
        {
            GiveUp();
            throw;
        }
        catch (OperationCanceledException)
        {
            GiveUp();
            throw;
        }
        catch (Exception error) when (ImapConnection.IsOutside(error))
        {
            GiveUp();
            throw new MailServerException(MailServerStep.Conversation, $"{Name}: the conversation with {options.Host} broke: {error.Message}", error);
        }
    }

    private void GiveUp()
    {
        if (watched is not null) watched.CountChanged -= NoteNews;
        watched = null;
        hasNews = false;
        client?.Dispose();
        client = null;
        destinations.Clear();
    }

    private static UniqueId UidOf(MailKey key) => new((uint)key.UidValidity, uint.Parse(key.Uid, CultureInfo.InvariantCulture));

    [LoggerMessage(LogLevel.Information, "{Mailbox}: connected to {Host} (IDLE {Idle}, MOVE {Move}, CONDSTORE {CondStore})")]
    private static partial void LogConnected(ILogger log, string mailbox, string host, bool idle, bool move, bool condStore);

    [LoggerMessage(LogLevel.Debug, "{Mailbox}: the farewell failed: {Why}")]
    private static partial void LogFarewell(ILogger log, string mailbox, string why);
}
