using System.Text.Json.Nodes;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Privacy;

/// <summary>Takes the file of a document out of what is on record about it, as a part of a transaction. Number, title and the day it came stay.</summary>
internal sealed class DocumentErasing(Session session)
{
    /// <summary>Erases what came as an attachment of a mail.</summary>
    /// <returns>The files that lie in the archive, and the numbers of letters out of which the file was taken.</returns>
    public async Task<(IReadOnlyList<ErasedFile> Files, IReadOnlyList<long> Letters)> EraseAsync(long messageId, string attachment, string who, DateTimeOffset now)
    {
        if (await session.FirstOrDefaultAsync<string>(PrivacyRows.GroupOf, new { id = messageId }).ConfigureAwait(false) is not { } group) return ([], []);
        var draft = new DeskDraft(await KnownStore.WholeAsync(session, group, [EntryKind.Document]).ConfigureAwait(false), now);
        var files = new List<ErasedFile>();
        var letters = new List<long>();
        foreach (var document in draft.Known.All<DocumentEntry>().ToList())
        {
            var gone = document.Revisions.SelectMany(revision => revision.Files).Where(Meant).ToList();
            if (gone.Count == 0) continue;
            files.AddRange(gone.Select(file => new ErasedFile(group, document.Folder, file.ArchivedAs)));
            draft.Put(document, document with
            {
                Revisions = [.. document.Revisions.Select(revision => revision with { Files = [.. revision.Files.Select(file => Meant(file) ? file.Erase() : file)] })],
            }, DocumentFiling.Title(document), [.. gone.Select(file => new FieldChange("file", file.ArchivedAs, DocumentFile.Erased))]);
            await ForgetNameAsync(document.Id, attachment).ConfigureAwait(false);
            if (document.MeetingId is { } meeting) letters.AddRange(await TakeOutAsync(meeting, [.. gone.Select(file => file.ArchivedAs)]).ConfigureAwait(false));
        }
        await new EntryWriter(session).WriteAsync([.. draft.Changes.Select(change => new NotedChange(change, null, null, who))], now).ConfigureAwait(false);
        return (files, letters);

        bool Meant(DocumentFile file) => file.MessageId == messageId && string.Equals(file.Attachment, attachment, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Names that senders give their files may say more than they should.</summary>
    private async Task ForgetNameAsync(long document, string attachment)
    {
        var which = new { kind = nameof(EntryKind.Document), id = document };
        var after = await session.QueryAsync<JsonRow>(PrivacyRows.HistoryOf, which).ConfigureAwait(false);
        await session.ForEachAsync(PrivacyRows.WriteAfter, [.. after.Select(row => Without(row.Json, attachment) is { } left ? new Rewritten(row.Id, left) : null).OfType<Rewritten>()]).ConfigureAwait(false);
        var fields = await session.QueryAsync<JsonRow>(PrivacyRows.FieldsOf, which).ConfigureAwait(false);
        await session.ForEachAsync(PrivacyRows.WriteFields, [.. fields.Where(row => row.Json.Contains(attachment, StringComparison.OrdinalIgnoreCase)).Select(row => new Rewritten(row.Id, "[]"))]).ConfigureAwait(false);
    }

    private static string? Without(string json, string attachment)
    {
        if (JsonNode.Parse(json) is not JsonObject document) return null;
        var found = false;
        foreach (var file in (document["revisions"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(revision => (revision["files"] as JsonArray ?? []).OfType<JsonObject>()))
            if (file["attachment"]?.GetValue<string>().Equals(attachment, StringComparison.OrdinalIgnoreCase) == true) found |= file.Remove("attachment");
        return found ? document.ToJsonString() : null;
    }

    /// <summary>Takes the file out of the letters about a meeting that carried it on.</summary>
    private async Task<IReadOnlyList<long>> TakeOutAsync(long meeting, IReadOnlyList<string> names)
    {
        var changed = new List<Emptied>();
        foreach (var letter in await session.QueryAsync<LetterRow>(PrivacyRows.LettersAbout, new { kind = nameof(EntryKind.Meeting), id = meeting }).ConfigureAwait(false))
        {
            var left = names.Aggregate(letter.Bytes, (bytes, name) => MailStubs.Without(bytes, name) ?? bytes);
            if (!ReferenceEquals(left, letter.Bytes)) changed.Add(new Emptied(letter.Id, left));
        }
        await session.ForEachAsync(PrivacyRows.WriteMime, changed).ConfigureAwait(false);
        return [.. changed.Select(letter => letter.Id)];
    }
}
