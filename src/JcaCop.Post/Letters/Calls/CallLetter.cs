namespace JcaCop.Post.Letters.Calls;

/// <summary>What a circular asks its addressees for.</summary>
public enum CallPurpose
{
    /// <summary>Organizations, individuals and activities (TSB Circular 313).</summary>
    Nomination,
    /// <summary>Experts and representatives with their addresses (TSB Circular 278, point 7).</summary>
    Contacts,
    /// <summary>A position on a proposal (Rec. ITU-T A.1, 2.2.2).</summary>
    Consultation,
    Questionnaire,
}

/// <summary>What it means where an addressee of a consultation does not reply.</summary>
public enum Silence
{
    Approves,
    CountsAsNothing,
}

/// <summary>How a consultation is decided, as far as addressees are told.</summary>
/// <param name="Share">Percent of the replies that must support the proposal; null where no share is required.</param>
/// <param name="Quorum">Replies needed; null where none is required.</param>
public sealed record CallRule(Silence Silence, int? Share = null, int? Quorum = null);

/// <summary>A circular to one addressee.</summary>
/// <param name="Reference">As the secretariat numbers it: <c>TSB Circular 313</c>.</param>
/// <param name="Text">The secretariat's own paragraphs; null where the standard request says all.</param>
/// <param name="Deadline">Null where there is no closing date.</param>
/// <param name="Rule">Null unless a consultation.</param>
public sealed record CallLetter(CallPurpose Purpose, LocalText Reference, LocalText Title, Prose? Text, Deadline? Deadline, CallRule? Rule = null) : Letter("call")
{
    /// <summary>Of a questionnaire, in order.</summary>
    public IReadOnlyList<LocalText> Questions { get; init; } = [];

    /// <summary>Titles of what is attached or annexed.</summary>
    public IReadOnlyList<LocalText> Annexes { get; init; } = [];

    public WebLink? Website { get; init; }
}
