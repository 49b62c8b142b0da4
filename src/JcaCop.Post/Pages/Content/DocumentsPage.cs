using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register.Entries;

namespace JcaCop.Post.Pages.Content;

/// <param name="Size">As people write it: <c>120 kB</c>; null where it is not known.</param>
internal sealed record FileLine(BareText Path, string File, string? Size);

/// <param name="Anchor">Its place on the page of documents.</param>
/// <param name="Date">Of the newest text, in the group's zone.</param>
internal sealed record DocumentLine(string Cited, BareText Anchor, DocumentTitle Title, DocumentSort Sort, string? Source, DateOnly? Date, bool Late, IReadOnlyList<FileLine> Files);

/// <summary>The documents of one meeting in one series.</summary>
/// <param name="Meeting">Null for documents of no meeting.</param>
internal sealed record DocumentSet(MeetingName? Meeting, BareText? Path, IReadOnlyList<DocumentLine> Documents);

internal sealed record DocumentSeries(string Label, IReadOnlyList<DocumentSet> Sets);

internal sealed record DocumentsPage(IReadOnlyList<DocumentSeries> Series)
{
    public static DocumentsPage Of(PublicRegister register) => new(
        [.. register.Documents.GroupBy(document => Prefix(document.Number), StringComparer.Ordinal)
            .OrderBy(series => series.Key, StringComparer.Ordinal)
            .Select(series => new DocumentSeries(series.Key.TrimEnd('-', '/', ' ', '.') is { Length: > 0 } label ? label
                    : series.Key, Sets(series, register)))]);

    public static DocumentLine Line(DocumentEntry document, PublicRegister register) => new(
        document.Cited, new BareText(Anchor(document)), document.Title, document.Sort, document.Source,
        document.Newest is { } newest ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(newest.At, register.Group.Zone).DateTime) : null, document.IsLate,
        [.. Files(document, register).Select(file => new FileLine(new BareText($"../{PathOf(document, file.File)}"), file.File.ArchivedAs, Size(file.File.Size)))]);

    /// <summary>The files of the newest text that are published.</summary>
    public static IEnumerable<(DocumentFile File, string Source)> Files(DocumentEntry document, PublicRegister register) =>
        (document.Newest?.Files ?? []).Where(file => file.ArchivedAt is not null).Select(file => (file, register.Locate(document, file)))
            .Where(found => found.Item2 is not null).Select(found => (found.file, found.Item2!));

    /// <summary>Below the folder of the group. Folder and name are those of the archive: both were made by the service.</summary>
    public static string PathOf(DocumentEntry document, DocumentFile file) => $"files/{document.Folder}/{file.ArchivedAs}";

    /// <summary>Numbers may hold anything: the register's own is used.</summary>
    public static string Anchor(DocumentEntry document) => string.Create(CultureInfo.InvariantCulture, $"document-{document.Id}");

    private static List<DocumentSet> Sets(IEnumerable<DocumentEntry> documents, PublicRegister register)
    {
        var meetings = register.Meetings.ToDictionary(meeting => meeting.Id);
        return [.. documents.GroupBy(document => document.MeetingId is { } id ? meetings.GetValueOrDefault(id) : null)
            .OrderByDescending(set => set.Key?.Time.FirstDay ?? DateOnly.MinValue)
            .Select(set => new DocumentSet(
                set.Key is null ? null : MeetingPage.Name(set.Key, register), set.Key is null ? null : new BareText($"{MeetingPage.Stem(set.Key)}.html"),
                [.. set.OrderBy(document => Count(document.Number)).ThenBy(document => document.Number, StringComparer.Ordinal).Select(document => Line(document, register))]))];
    }

    /// <summary>What stands before the count: <c>DOC</c> of DOC065, <c>WG-CP-2/</c> of WG-CP-2/01.</summary>
    private static string Prefix(string number) => number.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 0 } prefix ? prefix : number;

    private static long Count(string number) =>
        long.TryParse(number.AsSpan(number.Length - number.Reverse().TakeWhile(char.IsAsciiDigit).Count()), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : long.MaxValue;

    private static string? Size(long? bytes) => bytes switch
    {
        null => null,
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };
}
