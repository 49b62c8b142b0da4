using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

/// <summary>What is owed.</summary>
public enum ObligationMatter
{
    /// <summary>An answer to a call (circular).</summary>
    AnswerCall,
    /// <summary>An answer to a liaison statement that asks for action.</summary>
    AnswerLiaison,
    /// <summary>The text of a contribution to a meeting, from whoever announced it.</summary>
    SendContribution,
    /// <summary>The report of a meeting, from its chairman.</summary>
    SendReport,
    /// <summary>The chairman's word on a draft: a report, a liaison statement.</summary>
    Approve,
    /// <summary>The word that a seat is still held.</summary>
    ConfirmSeat,
    /// <summary>Renewal or review of the mandate, by the secretariat and the parent group.</summary>
    ReviewMandate,
    /// <summary>A decision of the secretariat on what waits.</summary>
    Decide,
}

public enum ObligationState
{
    Open,
    /// <summary>Done in time.</summary>
    Met,
    /// <summary>Done after the deadline.</summary>
    MetLate,
    /// <summary>A part was done; the rest was promised for later, and had not come when nothing more was awaited.</summary>
    Partial,
    /// <summary>The debtor said no: nothing more is asked.</summary>
    Declined,
    /// <summary>Given up by the secretariat, or no longer needed.</summary>
    Waived,
    /// <summary>Nobody could be reached.</summary>
    Unreachable,
}

/// <summary>Who owes. Addresses are looked up when a letter is made: from the member, the person, or the role.</summary>
/// <param name="Name">As in letters and lists.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where there is none.</param>
/// <param name="Role"><c>chairman</c>, <c>secretariat</c>; null where a member or person owes.</param>
/// <param name="Email">Where neither member nor person is in the register.</param>
public sealed record Debtor(string Name, string? Country = null, long? MemberId = null, long? PersonId = null, string? Role = null, string? Email = null, string? Language = null)
{
    internal Debtor Numbered(Numbering number) => this with { MemberId = number.Of(EntryKind.Member, MemberId), PersonId = number.Of(EntryKind.Person, PersonId) };
}

/// <summary>A deadline: the instant, and the rule that made it, as a sentence or setting (<c>end of day, Europe/Zurich</c>).</summary>
/// <param name="At">UTC; what is done at this instant is in time.</param>
public sealed record Deadline(DateTimeOffset At, string Rule)
{
    /// <summary>IANA name of the zone on whose day it falls; null: the group's.</summary>
    public string? Zone { get; init; }

    /// <summary>The zone in which its day is told and counted.</summary>
    public TimeZoneInfo ZoneOr(TimeZoneInfo house) => Zone is { } own ? TimeZoneInfo.FindSystemTimeZoneById(own) : house;

    /// <summary>The last day on which what is done is in time.</summary>
    public DateOnly DayOr(TimeZoneInfo house) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(At, ZoneOr(house)).DateTime);
}

/// <summary>Who owes what to whom by when, under which rule (DESIGN, 4). The one source of reminders.</summary>
/// <param name="Of">The entry from which it follows: a call, a liaison statement, a meeting, a seat, a mandate.</param>
/// <param name="Title">As in letters: <c>TSB Circular 313</c>.</param>
/// <param name="Deadline">Null where it is owed without a closing date (TSB Circular 313).</param>
/// <param name="ClosedBy">The message that met it (<c>message 17</c>), or the person or rule that ended it; null while open.</param>
public sealed record ObligationEntry(
    long Id, string Group, ObligationMatter Matter, EntryKind OfKind, long Of, string Title, Debtor Debtor, Deadline? Deadline,
    ObligationState State, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, string? ClosedBy) : FiledEntry(Id, Group)
{
    /// <summary>No reminder before; set by an absence or by hand. UTC.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When its deadline was last moved and the debtor written to about it, UTC; null where that never happened.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>When the debtor was told what it is and until when: reminders keep their distance from there.</summary>
    [JsonIgnore]
    public DateTimeOffset ToldAt => MovedAt ?? OpenedAt;

    /// <summary>The document whose text is owed; null for any other matter.</summary>
    public long? DocumentId { get; init; }

    /// <summary>Whether what is done then is done in time; without a closing date it always is.</summary>
    /// <param name="at">UTC.</param>
    public bool IsInTime(DateTimeOffset at) => Deadline is null || at <= Deadline.At;

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Obligation;

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy =>
    [
        KeyOf(OfKind, Of),
        Debtor.MemberId is { } debtor ? Between(OfKind, Of, debtor) : null,
        Live && Debtor.MemberId is { } member ? OwedBy(EntryKind.Member, member) : null,
        Live && Debtor.PersonId is { } person ? OwedBy(EntryKind.Person, person) : null,
        Live && Debtor is { MemberId: null, PersonId: null, Email: { } email } ? OwedBy(email) : null,
    ];

    [JsonIgnore]
    public override bool Live => State == ObligationState.Open;

    [JsonIgnore]
    public override DateTimeOffset? DueAt => Live ? Deadline?.At : null;

    [JsonIgnore]
    public override string Standing => State.ToString();

    /// <summary>The name under which all obligations that follow from one entry are found.</summary>
    public static string KeyOf(EntryKind kind, long id) => Pointing("of", kind, id);

    /// <summary>The name under which all that a member or person still owes is found.</summary>
    public static string OwedBy(EntryKind kind, long id) => Pointing("by", kind, id);

    /// <summary>The name under which all is found that somebody still owes of whom the register knows nothing but an address.</summary>
    public static string OwedBy(string email) => $"by {email}";

    /// <summary>The name under which what a member owes because of one entry is found, when it is over too.</summary>
    public static string Between(EntryKind kind, long id, long member) => $"{KeyOf(kind, id)} {OwedBy(EntryKind.Member, member)}";

    private static string Pointing(string word, EntryKind kind, long id) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{word} {kind} {(id < 0 ? "new " : "")}{Math.Abs(id)}");

    internal override RegisterEntry Numbered(Numbering number) => this with
    {
        Id = number(Kind, Id), Of = number(OfKind, Of), DocumentId = number.Of(EntryKind.Document, DocumentId),
        Debtor = Debtor.Numbered(number),
    };
}
