using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries.Calls;

/// <summary>What a circular or letter asks for.</summary>
public enum CallSort
{
    /// <summary>Organizations, individuals, activities (TSB Circular 313).</summary>
    Nomination,
    /// <summary>Experts and representatives with their addresses (TSB Circular 278, point 7).</summary>
    Contacts,
    /// <summary>A position on a proposal, decided by a rule (Rec. ITU-T A.1, 2.2.2).</summary>
    Consultation,
    /// <summary>Answers to numbered questions.</summary>
    Questionnaire,
    /// <summary>Whether and with whom a meeting will be attended.</summary>
    Invitation,
}

public enum CallState
{
    Open,
    /// <summary>Over; its result is on file.</summary>
    Closed,
    /// <summary>Called off; nobody owes an answer.</summary>
    Cancelled,
}

/// <param name="Number">As in the questionnaire: <c>3</c>, <c>2b</c>.</param>
/// <param name="Text">In English, or in the only language there is.</param>
public sealed record CallQuestion(string Number, string Text)
{
    /// <summary>The question in further languages, by ISO 639-1 code.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();
}

/// <summary>A proposal that was adjusted to the comments and made available to all addressees again (Rec. ITU-T A.1, 2.2.2).</summary>
/// <param name="At">UTC. What was said before was answered by it, and stops nothing unless it is said again.</param>
/// <param name="On">The day, in the group's zone.</param>
public sealed record AdjustedProposal(DateTimeOffset At, DateOnly On);

/// <summary>A circular or letter that asks its addressees for something. Who still owes an answer stands in the obligations that it opened.</summary>
/// <param name="Number">As written: <c>TSB Circular 313</c>, <c>DM-10/1008</c>. Found in its other forms too (<see cref="CallNumber"/>).</param>
/// <param name="Title">In English, or in the only language there is.</param>
/// <param name="OpenedAt">UTC. A guess never takes a mail for an answer to a call that was opened after it.</param>
/// <param name="Deadline">Null where there is no closing date (TSB Circular 313 has none).</param>
/// <param name="Addressees">By role, as named when it was opened: <c>administrations</c>, <c>groups</c>, or names of members.</param>
public sealed record CallEntry(
    long Id, string Group, string Number, CallSort Sort, string Title, DateTimeOffset OpenedAt, Deadline? Deadline, IReadOnlyList<string> Addressees, CallState State)
    : FiledEntry(Id, Group)
{
    /// <summary>The title in further languages, by ISO 639-1 code.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    /// <summary>The secretariat's own paragraphs by language; empty where the usual request says all.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>Of a questionnaire, in order.</summary>
    public IReadOnlyList<CallQuestion> Questions { get; init; } = [];

    /// <summary>Null unless a consultation.</summary>
    public DecisionRule? Rule { get; init; }

    /// <summary>Calendar days after the deadline during which it stays open for late answers. It closes on the first working day after them.</summary>
    public int GraceDays { get; init; }

    /// <summary>It is not closed before, UTC: until then a member has more time than the others. Null where none has.</summary>
    public DateTimeOffset? OpenUntil { get; init; }

    /// <summary>When its present round began, UTC: whoever says otherwise than in the round before contradicts nothing.</summary>
    public DateTimeOffset RoundAt { get; init; } = OpenedAt;

    /// <summary>The last time the proposal was made available again; null where it never was. Only this answers comments: a closing that was merely put off answers none.</summary>
    public AdjustedProposal? Adjusted { get; init; }

    /// <summary>Comments have put it off, and the adjusted proposal is not with the addressees yet.</summary>
    [JsonIgnore]
    public bool AwaitsAdjustment => Live && Extensions > 0 && !(Adjusted?.At >= RoundAt);

    /// <summary>How often substantive comments put its closing off.</summary>
    public int Extensions { get; init; }

    /// <summary>UTC; null while open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was called off, or why its deadline was moved last; null where nobody said.</summary>
    public string? Remark { get; init; }

    /// <summary>Kept when it was closed; null before.</summary>
    public CallResult? Result { get; init; }

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Call;

    [JsonIgnore]
    public override string? Unique => Number;

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => CallNumber.Forms(Number);

    [JsonIgnore]
    public override bool Live => State == CallState.Open;

    [JsonIgnore]
    public override DateTimeOffset? DueAt => Live ? Deadline?.At : null;

    [JsonIgnore]
    public override string Standing => State.ToString();

    internal override RegisterEntry Numbered(Numbering number) => this with { Id = number(Kind, Id) };
}
