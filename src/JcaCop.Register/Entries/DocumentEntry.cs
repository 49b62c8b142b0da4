using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

/// <summary>What sort of document it is.</summary>
public enum DocumentSort { Contribution, Agenda, Report, Participants, TermsOfReference, Liaison, Presentation, Information, Other }

public enum DocumentState
{
    /// <summary>The number is given, the text is awaited.</summary>
    Reserved,
    Filed,
    Withdrawn,
}

/// <summary>One file of a document.</summary>
/// <param name="ArchivedAs">Its name in the meeting's folder, made by the service from number and title: no part of a path comes from a mail.</param>
/// <param name="MessageId">The mail that holds it; null where it was filed by hand.</param>
/// <param name="Attachment">Its name in that mail.</param>
/// <param name="Occurrence">Which attachment of that name, from 0.</param>
/// <param name="Size">In bytes; null where it is not known.</param>
/// <param name="ArchivedAt">When it was written into the folder, UTC; null while it was not.</param>
/// <param name="Problem">Why it never will be; null where nothing speaks against it.</param>
public sealed record DocumentFile(string ArchivedAs, long? MessageId, string? Attachment, int Occurrence, long? Size, DateTimeOffset? ArchivedAt, string? Problem)
{
    /// <summary>The problem of a file that was taken out of the archive for good.</summary>
    public const string Erased = "erased";

    [JsonIgnore]
    public bool IsPending => ArchivedAt is null && Problem is null;

    /// <summary>The stub that stays of it.</summary>
    public DocumentFile Erase() => this with { Attachment = null, Size = null, ArchivedAt = null, Problem = Erased };
}

/// <summary>One text of a document. The newest counts; the number stays.</summary>
/// <param name="Number">0 for the first text, 1 for Rev.1.</param>
/// <param name="At">When it came, UTC.</param>
/// <param name="By">Address or account of whoever sent it.</param>
/// <param name="Late">It came after the deadline for contributions.</param>
public sealed record DocumentRevision(int Number, DateTimeOffset At, string? By, bool Late, IReadOnlyList<DocumentFile> Files);

/// <summary>A numbered document of the group.</summary>
/// <param name="Number">In its series: <c>DOC065</c>. Never given twice.</param>
/// <param name="MeetingId">Null where it belongs to no meeting.</param>
public sealed record DocumentEntry(long Id, string Group, string Number, string Title, DocumentSort Sort, DocumentState State, long? MeetingId) : FiledEntry(Id, Group)
{
    /// <summary>Who submits it; null where it is not known.</summary>
    public string? Source { get; init; }

    /// <summary>Who announced the contribution, and can be asked for its text; null for any other document, and where nobody is known.</summary>
    public Debtor? Announcer { get; init; }

    /// <summary>Name of the folder of its files: its meeting's.</summary>
    public string Folder { get; init; } = "general";

    /// <summary>Oldest first; empty while the number is only reserved.</summary>
    public IReadOnlyList<DocumentRevision> Revisions { get; init; } = [];

    [JsonIgnore]
    public DocumentRevision? Newest => Revisions is [.., var last] ? last : null;

    /// <summary>The first text came after the deadline: not on the agenda, held for the next meeting (Recommendation ITU-T A.1, 3.2.5).</summary>
    [JsonIgnore]
    public bool IsLate => Revisions is [{ Late: true }, ..];

    /// <summary>The chairman's word on a late contribution, or the secretariat's for the chairman: whether the meeting takes it all the same. Null while nobody has said.</summary>
    public bool? Admitted { get; init; }

    /// <summary>It came late, and the meeting does not take it: it is not announced with the others.</summary>
    [JsonIgnore]
    public bool IsPutOff => Sort == DocumentSort.Contribution && IsLate && Admitted != true;

    /// <summary>As cited: <c>DOC065 Rev.1</c>.</summary>
    [JsonIgnore]
    public string Cited => Newest is { Number: > 0 } revision ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number} Rev.{revision.Number}") : Number;

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Document;

    [JsonIgnore]
    public override string? Unique => DocumentNumber.KeyOf(Number);

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => [DocumentNumber.KeyOf(Number), Title, Sort == DocumentSort.Report && MeetingId is { } meeting ? ReportOf(meeting) : null, State == DocumentState.Reserved && MeetingId is { } awaiting ? AwaitedFor(awaiting) : null];

    /// <summary>A text is awaited, or a file is not in its folder yet.</summary>
    [JsonIgnore]
    public override bool Live => State == DocumentState.Reserved || Revisions.Any(revision => revision.Files.Any(file => file.IsPending));

    [JsonIgnore]
    public override string Standing => State.ToString();

    /// <summary>The name under which the report of a meeting is found.</summary>
    public static string ReportOf(long meetingId) => Named("report of meeting", meetingId);

    /// <summary>The name under which documents are found whose text a meeting awaits.</summary>
    public static string AwaitedFor(long meetingId) => Named("awaited for meeting", meetingId);

    private static string Named(string words, long meetingId) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{words} {(meetingId < 0 ? "new " : "")}{Math.Abs(meetingId)}");

    internal override RegisterEntry Numbered(Numbering number) => this with
    {
        Id = number(Kind, Id), MeetingId = number.Of(EntryKind.Meeting, MeetingId), Announcer = Announcer?.Numbered(number),
    };
}

/// <summary>A series of document numbers: how far it has run. One that is reserved counts as given.</summary>
/// <param name="Pattern"><c>DOC{number:000}</c>.</param>
public sealed record SeriesEntry(long Id, string Group, string Pattern, int Last) : FiledEntry(Id, Group)
{
    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Series;

    [JsonIgnore]
    public override string? Unique => Pattern;

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => [Pattern];

    [JsonIgnore]
    public override bool Live => true;

    [JsonIgnore]
    public override string Standing => "Open";

    internal override RegisterEntry Numbered(Numbering number) => this with { Id = number(Kind, Id) };
}
