using System.Text.Json.Serialization;
using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading;

/// <summary>Everything that one mail says: the answer of <c>jcacop read</c>. Pure: the same bytes give the same reading.</summary>
/// <param name="Language">ISO 639-1 code of the new text.</param>
/// <param name="NeedsAttention">A person must read it, whatever the items say.</param>
public sealed record MailReading(
    ReceivedMail Mail,
    Finding Sort,
    string Language,
    Respondent? Respondent,
    Answers Answers,
    bool NeedsAttention,
    IReadOnlyList<Item> Items)
{
    /// <summary>Why a person must look, one reason a line of evidence; empty where nobody need.</summary>
    public IReadOnlyList<string> AttentionReasons { get; init; } = [];

    /// <summary>What the mail says that there is none of; empty where it denies nothing, or puts it forward after all.</summary>
    public IReadOnlyList<Decline> Declines { get; init; } = [];

    /// <summary>How it answers an invitation to take part in the work of the group; null where it answers none. Who was invited, the register tells.</summary>
    [JsonIgnore]
    public InvitationAnswer? Invitation { get; init; }

    /// <summary>It acknowledges a statement of ours and says no more: whoever knows of that statement tells.</summary>
    [JsonIgnore]
    public bool Acknowledges { get; init; }
}

/// <summary>Whom the mail speaks for. Null where the mail does not tell.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Organization">As written.</param>
/// <param name="Body">Canonical body code.</param>
public sealed record Respondent(string? Country, string? Organization, string? Body);

/// <summary>What the mail answers; each null where it cannot be told.</summary>
/// <param name="Circular">Number of the circular, for example <c>313</c>.</param>
/// <param name="Liaison">Reference as written.</param>
/// <param name="Meeting">First day.</param>
public sealed record Answers(string? Circular, string? Liaison, DateOnly? Meeting)
{
    public static Answers Nothing { get; } = new(null, null, null);

    /// <summary>Further circulars of the same reference: "Circulars 313 and 315" answers the second, too. Empty where there is one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> AlsoCirculars { get; init; } = [];

    /// <summary>Meetings that the mail calls by number; which they are, the register tells.</summary>
    [JsonIgnore]
    public IReadOnlyList<MeetingNumber> Numbers { get; init; } = [];

    /// <summary>The mail names a day, and not that it is of a meeting which it answers: it counts only where an item of that meeting is found.</summary>
    internal bool MeetingIsSupposed { get; init; }
}
