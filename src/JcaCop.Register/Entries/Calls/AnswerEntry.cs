using System.Globalization;
using System.Text.Json.Serialization;
using JcaCop.Reading.Items;

namespace JcaCop.Register.Entries.Calls;

/// <summary>What an answer consists of.</summary>
public enum AnswerSort
{
    /// <summary>Organizations, persons or activities, which stand in their own registers.</summary>
    Items,
    /// <summary>Nobody and nothing to put forward, or nobody will come.</summary>
    Nothing,
    /// <summary>A position on the proposal.</summary>
    Position,
    /// <summary>Answers to numbered questions.</summary>
    Responses,
    /// <summary>Registrations for the meeting.</summary>
    Attendance,
    /// <summary>An answer that the service could not read: what it says, a person tells.</summary>
    Unread,
}

/// <param name="Position">Only of a <see cref="AnswerSort.Position"/>.</param>
/// <param name="Text">The answer's own words, cut; null where they say no more than the rest.</param>
/// <param name="Responses">Only of <see cref="AnswerSort.Responses"/>.</param>
public sealed record AnswerSaid(AnswerSort Sort, PositionTaken? Position, string? Text, IReadOnlyList<QuestionnaireResponse> Responses)
{
    /// <summary>Numbers of questions whose answers the member has promised for later: they are still owed.</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>An objection, or a comment that asks for something: it can stop an approval.</summary>
    [JsonIgnore]
    public bool Weighs => Position is PositionTaken.Objection or PositionTaken.Comment;

    /// <summary>In one or two words, for lists.</summary>
    [JsonIgnore]
    public string Gist => Sort switch
    {
        AnswerSort.Items => "put forward",
        AnswerSort.Nothing => "nothing to put forward",
        AnswerSort.Attendance => "will attend",
        AnswerSort.Unread => "in its own words",
        AnswerSort.Responses => Counted.Of(Responses.Count, "response"),
        _ => Position switch { PositionTaken.NoObjection => "no objection", PositionTaken.Support => "support", PositionTaken.Objection => "objection", _ => "comment" },
    };
}

/// <summary>One answer as one or several mails gave it.</summary>
/// <param name="Messages">Numbers of the mails, the first first; empty where the secretariat noted it by hand.</param>
/// <param name="At">When the first of them arrived, UTC.</param>
/// <param name="Sender">Its sender's address, or who noted it.</param>
/// <param name="Why">Why it waits, or was set aside; null where it stands.</param>
public sealed record AnswerVoice(IReadOnlyList<long> Messages, DateTimeOffset At, string? Sender, AnswerSaid Said, string? Why = null)
{
    /// <summary>When the last mail that says the same arrived, UTC; null where one mail said it.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    /// <summary>When the position came that this one takes back or softens, UTC: who objected in time and lets it go afterwards has answered in time. Null where it replaces none.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>
/// What one member answered to one call: the answer that stands, and beside it those that wait for a person, because they contradict it, are in
/// doubt, or come from somebody who may not speak for the member.
/// </summary>
/// <param name="CallId">Null where the circular that was cited is not registered yet.</param>
/// <param name="Call">Number of the call, or as cited.</param>
/// <param name="MemberId">Null where no member is known for whom it was given.</param>
/// <param name="By">Address of whoever gave it, where no member is known; null otherwise.</param>
/// <param name="Respondent">Name of the member; otherwise whom the mail speaks for, or the sender's address.</param>
/// <param name="Given">The answer that stands; null while none does.</param>
public sealed record AnswerEntry(
    long Id, string Group, long? CallId, string Call, long? MemberId, string? By, string Respondent, string? Country, AnswerVoice? Given) : FiledEntry(Id, Group)
{
    public IReadOnlyList<AnswerVoice> Waiting { get; init; } = [];

    /// <summary>Answers that stood before, or that a person refused.</summary>
    public IReadOnlyList<AnswerVoice> Former { get; init; } = [];

    /// <summary>The secretariat's word on whether the comment asks for a change; null: objections and comments do.</summary>
    public bool? SubstantiveWord { get; init; }

    /// <summary>The secretariat's or chairman's word on whether it counts; null: as the rule says.</summary>
    public bool? CountedWord { get; init; }

    /// <summary>All that was said: what stands, what waits, what stood before.</summary>
    [JsonIgnore]
    public IEnumerable<AnswerVoice> Voices => Former.Concat(Waiting).Append(Given).OfType<AnswerVoice>();

    /// <summary>The answer asks for a change or objects.</summary>
    [JsonIgnore]
    public bool Substantive => Given is { } given && (SubstantiveWord ?? given.Said.Weighs);

    /// <summary>It came after the deadline as that stands now.</summary>
    public bool IsLate(CallEntry call) => Given is { } given && call.Deadline is { } deadline && (given.Since ?? given.At) > deadline.At;

    /// <summary>Whether it counts where the call is decided.</summary>
    public bool Counts(CallEntry call) => Given is not null && (CountedWord ?? (!IsLate(call) || call.Rule is { LateCounts: true }));

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Answer;

    [JsonIgnore]
    public override string? Unique => Key;

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => [Key, CallId is null ? CitedKey(Call) : null, By is null ? null : ByKey(By)];

    /// <summary>Somebody must decide, or its call must come.</summary>
    [JsonIgnore]
    public override bool Live => Waiting.Count > 0 || CallId is null;

    [JsonIgnore]
    public override string Standing => CallId is null ? "Early" : Waiting.Count > 0 ? "Waiting" : Given is null ? "Refused" : "Given";

    [JsonIgnore]
    public string Key => CallId is { } call ? KeyOf(call, MemberId, By) : $"{CitedKey(Call)} {Who(MemberId, By)}";

    /// <summary>The name under which the answer of a member, or of somebody who is none, to a call is found.</summary>
    public static string KeyOf(long call, long? member, string? by) => string.Create(CultureInfo.InvariantCulture, $"call {call} {Who(member, by)}");

    /// <summary>The name under which answers to a circular that is not registered yet are found.</summary>
    public static string CitedKey(string number) => $"cited {number}";

    /// <summary>The name under which the answers of somebody who speaks for no known member are found.</summary>
    public static string ByKey(string address) => $"by {address}";

    private static string Who(long? member, string? by) => member is { } id ? string.Create(CultureInfo.InvariantCulture, $"member {id}") : ByKey(by ?? "");

    internal override RegisterEntry Numbered(Numbering number) => this with
    {
        Id = number(Kind, Id), CallId = number.Of(EntryKind.Call, CallId), MemberId = number.Of(EntryKind.Member, MemberId),
    };
}
