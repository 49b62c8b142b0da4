using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

/// <summary>How a version of the mandate stands.</summary>
public enum MandateState
{
    /// <summary>Decided, from its first day on.</summary>
    Adopted,
    /// <summary>Another version took its place.</summary>
    Superseded,
    /// <summary>The activity was ended.</summary>
    Ended,
}

/// <summary>An officer of the group as a version of the mandate names them: <c>Chairman</c>, <c>Vice-chairman</c>.</summary>
public sealed record MandateOfficer(string Role, string Name);

/// <summary>A version of the group's mandate: its terms of reference, who decided them, and how long they last (Rec. ITU-T A.1, 2.2.4 and 2.2.10).</summary>
/// <param name="Title">As in lists: <c>Terms of reference of 2012</c>.</param>
/// <param name="Parent">Body to which the group reports under this version; null where none is named.</param>
/// <param name="DecidedBy">Body or meeting that decided it, and where: <c>ITU-T SG17, TSB Circular 278</c>.</param>
/// <param name="DecidedOn">Null where the day is not known.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="Until">Last day of the lifetime, inclusive; null where none is set.</param>
/// <param name="Review">Day of the next review; null where none is set.</param>
/// <param name="Text">The terms of reference; null where they are filed elsewhere.</param>
public sealed record MandateEntry(
    long Id, string Group, string Title, string? Parent, IReadOnlyList<MandateOfficer> Officers, string DecidedBy, DateOnly? DecidedOn,
    DateOnly From, DateOnly? Until, DateOnly? Review, string? Text, MandateState State = MandateState.Adopted) : FiledEntry(Id, Group)
{
    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Mandate;

    [JsonIgnore]
    public override string? Unique => $"title {Title}";

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => [Title];

    [JsonIgnore]
    public override bool Live => State == MandateState.Adopted;

    [JsonIgnore]
    public override string Standing => State.ToString();

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until) && (State != MandateState.Ended || Until is not null);

    /// <summary>How it stands on a day, in words for lists: a version holds until its last day, though the next is decided already.</summary>
    public string StandingOn(DateOnly day) => HoldsOn(day) ? "in force" : State == MandateState.Adopted && Until < day ? "expired" : State == MandateState.Adopted ? "adopted" : From > day ? "adopted" : Standing.ToLowerInvariant();

    internal override RegisterEntry Numbered(Numbering number) => this with { Id = number(Kind, Id) };
}
