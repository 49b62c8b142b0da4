using System.Runtime.CompilerServices;
using JcaCop.Post.MailServers;
using JcaCop.Register.Mail;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Mailbox;

/// <summary>
/// A mailbox that is a folder of this machine: a Maildir, or a folder into which <c>.eml</c> files are put. Nothing but an
/// atomic rename ever touches a file.
/// </summary>
public sealed partial class FolderMailbox(MailboxOptions options, TimeProvider clock, ILogger<FolderMailbox> log) : IMailbox
{
    /// <summary>Settle times that one look waits for files that change.</summary>
    private const int MostSettling = 5;

    private FolderLayout? opened;

    public string Name => options.Name;

    public async Task<MailboxLook> LookAsync(MailboxMark? since, CancellationToken stop)
    {
        var layout = Open();
        var files = layout.NeedsSettling ? await SettledAsync(layout, stop) : Outside(() => layout.Mails());
        return new MailboxLook(0, [.. files.Select(file => new MailKey(Name, 0, file.Uid))], false, null);
    }

    public async IAsyncEnumerable<IReadOnlyList<ArrivedMail>> FetchAsync(IReadOnlyList<MailKey> keys, [EnumeratorCancellation] CancellationToken stop)
    {
        var files = Outside(() => Open().Mails()).ToDictionary(file => file.Uid);
        foreach (var batch in keys.Chunk(options.BatchSize))
        {
            var wanted = batch.Where(key => files.ContainsKey(key.Uid)).Select(key => (Key: key, File: files[key.Uid])).ToList();
            foreach (var portion in Portions.Of(wanted, options.SizeLimit, mail => mail.File.Size))
            {
                var arrived = new List<ArrivedMail>(portion.Count);
                foreach (var (key, file) in portion)
                    if (await ReadAsync(key, file, stop) is { } mail)
                        arrived.Add(mail);
                yield return arrived;
            }
        }
    }

    public Task MoveAsync(IReadOnlyList<MailKey> keys, MailDestination destination, CancellationToken stop)
    {
        var wanted = keys.Select(key => key.Uid).ToHashSet(StringComparer.Ordinal);
        Outside(() =>
        {
            var layout = Open();
            var target = layout.MakeDestination(options.FolderOf(destination));
            foreach (var file in layout.Mails().Where(file => wanted.Contains(file.Uid)))
            {
                stop.ThrowIfCancellationRequested();
                FolderLayout.Move(file, target);
            }
            return 0;
        });
        return Task.CompletedTask;
    }

    public Task RefileAsync(IReadOnlyList<MisfiledMail> mails, MailDestination from, MailDestination to, CancellationToken stop)
    {
        Outside(() =>
        {
            var layout = Open();
            var target = layout.MakeDestination(options.FolderOf(to));
            foreach (var file in layout.FindIn(options.FolderOf(from), mails.Select(mail => mail.Key.Uid).ToHashSet(StringComparer.Ordinal)))
            {
                stop.ThrowIfCancellationRequested();
                FolderLayout.Move(file, target);
            }
            return 0;
        });
        return Task.CompletedTask;
    }

    public async Task<byte[]?> FetchWholeAsync(MisfiledMail mail, CancellationToken stop)
    {
        var found = Outside(() =>
        {
            var wanted = new HashSet<string>(StringComparer.Ordinal) { mail.Key.Uid };
            var files = mail.LiesIn == MessageState.Taken ? Open().Mails().Where(file => wanted.Contains(file.Uid)) : Open().FindIn(FolderOf(mail.LiesIn), wanted);
            return files.FirstOrDefault();
        });
        if (found is null || found.Size == 0) return found is null ? null : [];
        try
        {
            return await File.ReadAllBytesAsync(found.Path, stop);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private string FolderOf(MessageState lies) => lies == MessageState.Held ? options.HeldFolder : options.SetAsideFolder;

    public Task WaitAsync(TimeSpan atMost, CancellationToken stop) => Task.Delay(atMost, clock, stop);

    public Task<MailboxCount> CountAsync(CancellationToken stop) => Task.FromResult(Outside(() =>
    {
        var layout = Open();
        return new MailboxCount(
            layout.Mails().Count,
            layout.CountIn(options.ProcessedFolder), layout.CountIn(options.HeldFolder), layout.CountIn(options.SetAsideFolder));
    }));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private FolderLayout Open() => opened ??= Outside(() => FolderLayout.Open(options.Path!));

    /// <summary>Those in which nothing has changed for a while. Files bear the machine's own time, whatever clock the service runs by.</summary>
    /// <remarks>It waits for a copy under way, but not for ever: where files come without a pause, the young ones are left for the next look.</remarks>
    private async Task<IReadOnlyList<MailFile>> SettledAsync(FolderLayout layout, CancellationToken stop)
    {
        var until = TimeProvider.System.GetUtcNow() + MostSettling * options.SettleTime;
        while (true)
        {
            var files = Outside(() => layout.Mails());
            var now = TimeProvider.System.GetUtcNow();
            // A stamp from the future is a clock that was set, or a simulation: it says nothing about a copy under way.
            bool Young(MailFile file) => file.ChangedAt <= now && now - file.ChangedAt < options.SettleTime;
            if (files.Where(Young).Select(file => (DateTimeOffset?)file.ChangedAt).Max() is not { } youngest || now >= until) return [.. files.Where(file => !Young(file))];
            await Task.Delay(youngest + options.SettleTime - now, TimeProvider.System, stop);
        }
    }

    private async Task<ArrivedMail?> ReadAsync(MailKey key, MailFile file, CancellationToken stop)
    {
        // Nothing to read; and what has no size may be a pipe, whose opening would wait for a writer for ever.
        if (file.Size == 0) return new ArrivedMail(key, file.ChangedAt, 0, [], false);
        try
        {
            // A writer that still holds the file open for writing is not finished (told by systems that lock files).
            await using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
            var raw = await BoundedBytes.ReadAsync(stream, file.Size, options.SizeLimit, stop);
            return new ArrivedMail(key, file.ChangedAt, file.Size, raw.Bytes, raw.Cut);
        }
        catch (FileNotFoundException)
        {
            LogGone(log, Name, key.Uid);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Still being written, or not for this user: it stays where it is for the next look, and the others go on.
            LogUnreadable(log, Name, file.Path, error.Message);
            return null;
        }
    }

    private T Outside<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A right that is wanting does not come by waiting; a disk that fails or a share that is gone may.
            var step = error is UnauthorizedAccessException ? MailServerStep.Folder : MailServerStep.Conversation;
            throw new MailServerException(step, $"{Name}: folder {options.Path} cannot be used: {error.Message}", error);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Mailbox}: mail {Uid} was gone before it could be read")]
    private static partial void LogGone(ILogger log, string mailbox, string uid);

    [LoggerMessage(LogLevel.Warning, "{Mailbox}: {File} cannot be read and stays where it is: {Why}")]
    private static partial void LogUnreadable(ILogger log, string mailbox, string file, string why);
}
