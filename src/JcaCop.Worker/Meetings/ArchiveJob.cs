using JcaCop.Register;
using System.Globalization;
using JcaCop.Reading.Attachments;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Meetings;

/// <summary>
/// Puts the files of documents into their folders, once the mail that holds them is recorded. The bytes come from the mail as it was stored; what
/// fails stays pending and is tried again, and what can never succeed is noted with its reason.
/// </summary>
internal sealed partial class ArchiveJob(
    RegisterStore register, MessageQueries messages, DeskStore desk, GroupList groups, DocumentArchive archive, TimeProvider clock, ILogger<ArchiveJob> log) : IDueWork
{
    /// <summary>A file that a verb copies is there within this time, or the verb was broken off.</summary>
    private static readonly TimeSpan CopyTime = TimeSpan.FromMinutes(10);

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var filed = 0;
        foreach (var group in groups.Groups)
            foreach (var document in (await register.LiveAsync(group.Key, [EntryKind.Document], stop)).OfType<DocumentEntry>()
                .Where(document => document.Revisions.Any(revision => revision.Files.Any(file => file.IsPending))))
                filed += await FileAsync(group.Key, document, stop);
        return filed == 0 ? null : $"{Counted.Of(filed, "file")} put in place";
    }

    private async Task<int> FileAsync(string group, DocumentEntry document, CancellationToken stop)
    {
        var settled = new Dictionary<string, DocumentFile>(StringComparer.Ordinal);
        foreach (var revision in document.Revisions)
            foreach (var file in revision.Files.Where(file => file.IsPending))
                if (await SettleAsync(group, document, revision, file, stop) is { } done) settled[file.ArchivedAs] = done;
        if (settled.Count == 0) return 0;
        await desk.DoAsync(group, new DeskOrder("calendar", "document archive", document.Number, [EntryKind.Document],
            draft => DocumentDesk.Archived(document.Id, file => settled.GetValueOrDefault(file.ArchivedAs, file), draft)), stop);
        return settled.Values.Count(file => file.ArchivedAt is not null);
    }

    /// <returns>Null where it must be tried again.</returns>
    private async Task<DocumentFile?> SettleAsync(string group, DocumentEntry document, DocumentRevision revision, DocumentFile file, CancellationToken stop)
    {
        var path = archive.PathOf(group, document.Folder, file.ArchivedAs);
        if (file.MessageId is not { } mail)
        {
            if (clock.GetUtcNow() - revision.At < CopyTime) return null;
            return file with { Problem = "the file was not copied: document revise, with the file" };
        }
        byte[]? content;
        try
        {
            content = await messages.RawAsync(mail, stop) is { } raw ? AttachmentContent.Find(raw, file.Attachment ?? "", file.Occurrence) : null;
        }
        catch (FormatException broken)
        {
            return file with { Problem = $"it cannot be decoded: {broken.Message}" };
        }
        if (content is null) return file with { Problem = string.Create(CultureInfo.InvariantCulture, $"message {mail} holds it no more") };
        try
        {
            await DocumentArchive.WriteAsync(path, content, stop);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(log, document.Number, path, trouble.Message);
            return null;
        }
        return file with { ArchivedAt = clock.GetUtcNow(), Size = content.Length };
    }

    [LoggerMessage(LogLevel.Warning, "{Number}: {Path} could not be written and is tried again: {Why}")]
    private static partial void LogNotWritten(ILogger log, string number, string path, string why);
}
