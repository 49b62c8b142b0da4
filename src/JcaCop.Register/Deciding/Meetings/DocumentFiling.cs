using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>A text that is to be filed.</summary>
/// <param name="Number">Wanted number; null: the next one of the series.</param>
/// <param name="MessageId">The mail that holds its files; null where they are filed by hand.</param>
/// <param name="Files">Names and sizes as sent; empty where only the number is reserved.</param>
/// <param name="By">Address or account of whoever sends it.</param>
internal sealed record NewText(
    string Title, DocumentSort Sort, string? Source, string? By, bool Late, long? MessageId, IReadOnlyList<SentFile> Files, string? Number = null)
{
    /// <summary>Who can be asked for the text where it has not come yet; null where nobody is known.</summary>
    public Debtor? Owner { get; init; }

    /// <summary>As obligations say what met them.</summary>
    public string Means => MessageId is { } mail ? Obligations.By(mail) : By ?? "the secretariat";
}

/// <param name="Size">In bytes; null where it is not known.</param>
internal sealed record SentFile(string Name, long? Size);

/// <summary>Gives documents their numbers, and files texts under them.</summary>
internal static class DocumentFiling
{
    /// <summary>Reserves a number, and files the text where there is one.</summary>
    /// <exception cref="NumberTakenException">The wanted number is given, or is none of the series.</exception>
    public static DocumentEntry Begin(string pattern, MeetingEntry? meeting, NewText text, EntryDraft entries)
    {
        var number = Reserve(pattern, text.Number, entries);
        var document = new DocumentEntry(entries.Known.NextNew(), entries.Known.Group, number, text.Title, text.Sort, DocumentState.Reserved, meeting?.Id) { Source = text.Source };
        if (meeting is not null) document = document with { Folder = meeting.Folder };
        if (text is { Sort: DocumentSort.Contribution, Files.Count: 0 }) document = document with { Announcer = text.Owner };
        document = WithText(document, text, entries.At);
        document = entries.Put(null, document, Title(document), [.. FieldChanges.Between(null, document)]);
        if (meeting is not null) ContributionSteps.Owe(document, meeting, entries);
        return document;
    }

    /// <summary>Files another text of a document: the first where its number was only reserved, otherwise the next revision. One that is on file already changes nothing.</summary>
    public static DocumentEntry Revise(DocumentEntry document, NewText text, EntryDraft entries)
    {
        if (text.Files.Count == 0 || IsOnFile(document, text)) return document;
        var after = WithText(document with { Source = document.Source ?? text.Source, MeetingId = document.MeetingId, Title = document.State == DocumentState.Reserved ? text.Title : document.Title }, text, entries.At);
        after = entries.Put(document, after, Title(after), [.. FieldChanges.Between(document, after)]);
        ContributionSteps.Settle(after, text.Means, entries);
        return after;
    }

    public static string Title(DocumentEntry document) => $"{document.Cited} {document.Title}";

    private static DocumentEntry WithText(DocumentEntry document, NewText text, DateTimeOffset at)
    {
        if (text.Files.Count == 0) return document;
        var revision = document.Newest is { } newest ? newest.Number + 1 : 0;
        var files = new List<DocumentFile>();
        foreach (var file in text.Files)
            files.Add(new DocumentFile(
                ArchiveName.File(document.Number, revision, document.Title, document.Sort, file.Name, [.. files.Select(other => other.ArchivedAs)]),
                text.MessageId, file.Name, files.Count(other => other.Attachment == file.Name), file.Size, null, null));
        return document with { State = DocumentState.Filed, Revisions = [.. document.Revisions, new DocumentRevision(revision, at, text.By, text.Late, files)] };
    }

    /// <summary>The same mail again, or the same files sent once more.</summary>
    private static bool IsOnFile(DocumentEntry document, NewText text) =>
        document.Revisions.Any(revision => text.MessageId is { } mail && revision.Files.Any(file => file.MessageId == mail && text.Files.Any(sent => sent.Name == file.Attachment)))
        || (document.Newest is { Files: { Count: > 0 } files } && files.Count == text.Files.Count
            && files.Zip(text.Files).All(pair => pair.First.Attachment == pair.Second.Name && pair.First.Size is { } size && size == pair.Second.Size));

    private static string Reserve(string pattern, string? wanted, EntryDraft entries)
    {
        var series = entries.Known.Named<SeriesEntry>(EntryKind.Series, pattern).FirstOrDefault();
        var next = (series?.Last ?? 0) + 1;
        if (wanted is not null)
        {
            next = DocumentNumber.ReadBy(pattern, wanted) ?? throw new NumberTakenException($"{wanted} is no number of the series {pattern}");
            if (entries.Known.Named<DocumentEntry>(EntryKind.Document, DocumentNumber.KeyOf(wanted)).FirstOrDefault() is { } other)
                throw new NumberTakenException($"{wanted} is given: {other.Title}");
        }
        var after = (series ?? new SeriesEntry(entries.Known.NextNew(), entries.Known.Group, pattern, 0)) with { Last = Math.Max(series?.Last ?? 0, next) };
        entries.Put(series, after, pattern, [.. FieldChanges.Between(series, after)]);
        return DocumentNumber.Of(pattern, next);
    }
}

/// <summary>A number of a document that cannot be given.</summary>
internal sealed class NumberTakenException(string why) : Exception(why);
