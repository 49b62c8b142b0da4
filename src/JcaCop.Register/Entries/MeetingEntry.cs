using System.Globalization;
using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

public enum MeetingState
{
    /// <summary>Known to the secretariat alone.</summary>
    Planned,
    /// <summary>The invitation has gone out.</summary>
    Announced,
    Held,
    Cancelled,
}

/// <summary>One item of the agenda.</summary>
/// <param name="Number">As printed: <c>4</c>, <c>4.1</c>.</param>
/// <param name="Documents">Numbers of the documents allocated to it.</param>
public sealed record AgendaItem(string Number, string Title, IReadOnlyList<string> Documents);

/// <summary>How remote participants take part. Only whoever is registered for it gets link and details.</summary>
/// <param name="Tool">Name of the conference tool, for the invitation; null where it is not settled.</param>
/// <param name="Link">Null until it is known.</param>
/// <param name="Details">Access code, telephone numbers, contact for trouble; may have several lines.</param>
public sealed record RemoteAccess(string? Tool, string? Link, string? Details);

/// <summary>Limits before a meeting, in calendar days before its first day (Recommendation ITU-T A.1: 2.2.5, 3.1.8, 3.3.3).</summary>
/// <param name="Announcement">The invitation leaves at the latest.</param>
/// <param name="Contributions">The last day on which a contribution is in time.</param>
/// <param name="Documents">Documents are available.</param>
/// <param name="Connection">Remote participants get the connection details.</param>
public sealed record MeetingLimits(int Announcement, int Contributions, int Documents, int Connection)
{
    public static readonly MeetingLimits Customary = new(28, 12, 7, 1);
}

/// <summary>A meeting of the group.</summary>
/// <param name="Number">As the group counts: <c>7</c>. Never given twice.</param>
/// <param name="Title">As in letters: <c>Seventh meeting of JCA-COP</c>.</param>
/// <param name="Place">City: it names the folder of the documents.</param>
public sealed record MeetingEntry(long Id, string Group, string Number, string Title, MeetingTime Time, string Place, MeetingState State) : FiledEntry(Id, Group)
{
    /// <summary>Room or building; null where there is none or it is not known.</summary>
    public string? Room { get; init; }

    public string? Website { get; init; }

    /// <summary>ISO 639-1 codes of the languages in which it is held.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>Null where nobody can take part from afar.</summary>
    public RemoteAccess? Remote { get; init; }

    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];

    public MeetingLimits Limits { get; init; } = MeetingLimits.Customary;

    /// <summary>Pattern of its documents' numbers: <c>DOC{number:000}</c>, <c>WG-CP-2/{number:00}</c>.</summary>
    public string Series { get; init; } = "DOC{number:000}";

    /// <summary>Name of the folder of its documents: <c>2015_04_13_Geneva</c>. It follows day and place until the first document is filed.</summary>
    public string Folder { get; init; } = "";

    /// <summary>UID of its calendar entry (RFC 5545, 3.8.4.7): the same in every update.</summary>
    public string CalendarUid { get; init; } = "";

    /// <summary>SEQUENCE of its calendar entry (RFC 5545, 3.8.7.4): one more with each change that participants must know.</summary>
    public int Sequence { get; init; }

    /// <summary>By kind of letter: when it last went out, UTC.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Letters { get; init; } = new Dictionary<string, DateTimeOffset>();

    public MeetingReport Report { get; init; } = MeetingReport.None;

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Meeting;

    [JsonIgnore]
    public override string? Unique => Number;

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => [Number, .. Time.AllDays.Select(OnDay)];

    /// <summary>Until its report has gone out.</summary>
    [JsonIgnore]
    public override bool Live => State is MeetingState.Planned or MeetingState.Announced || (State == MeetingState.Held && Report.State != ReportState.Distributed);

    [JsonIgnore]
    public override string Standing => State.ToString();

    /// <summary>Planned or announced, and not over.</summary>
    public bool IsComing(DateTimeOffset now) => State is MeetingState.Planned or MeetingState.Announced && now <= Time.Closes;

    /// <summary>The last instant at which a contribution is in time, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset ContributionsUntil => Time.EndOfDayBefore(Limits.Contributions);

    /// <summary>The name under which meetings of a day are found.</summary>
    public static string OnDay(DateOnly day) => $"day {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    internal override RegisterEntry Numbered(Numbering number) => this with
    {
        Id = number(Kind, Id), Report = Report with { DocumentId = number.Of(EntryKind.Document, Report.DocumentId) },
    };
}
