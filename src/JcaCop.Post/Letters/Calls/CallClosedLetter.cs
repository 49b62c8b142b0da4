namespace JcaCop.Post.Letters.Calls;

/// <summary>What came of a circular.</summary>
public enum CallOutcome
{
    Approved,
    NotApproved,
    /// <summary>Too few replied to decide.</summary>
    NotDecided,
    /// <summary>Comments were received: a further period (Rec. ITU-T A.1, 2.2.2).</summary>
    Extended,
    /// <summary>There was nothing to decide: nominations, contacts, a questionnaire.</summary>
    Noted,
}

/// <summary>What is counted when a circular is closed.</summary>
public enum CallFigure
{
    Addressees,
    Replies,
    /// <summary>Of the replies those that left out what they had promised for later.</summary>
    InPart,
    Support,
    NoObjection,
    Comments,
    Objections,
    Silent,
    /// <summary>Came, and is not decided yet: neither a reply that counts nor silence.</summary>
    Waiting,
    Late,
    Organizations,
    Persons,
    Activities,
}

public sealed record CountedReplies(CallFigure Of, int Count);

/// <summary>The result of a circular, to its addressees.</summary>
/// <param name="ClosedOn">Last day for replies.</param>
/// <param name="EffectiveOn">Day on which a proposal is considered approved; null unless approved.</param>
/// <param name="NewDeadline">Null unless extended.</param>
/// <param name="Text">What the secretariat adds; null for nothing.</param>
/// <param name="Figures">Those that matter for this circular, in the order shown.</param>
public sealed record CallClosedLetter(
    CallOutcome Outcome, LocalText Reference, LocalText Title, DateOnly ClosedOn, DateOnly? EffectiveOn, Deadline? NewDeadline, Prose? Text, IReadOnlyList<CountedReplies> Figures)
    : Letter("call-closed")
{
    /// <summary>True where a reply that comes after all is recorded, as for nominations.</summary>
    public bool LateRepliesWelcome { get; init; }

    /// <summary>The bare day, for the subject.</summary>
    public DateOnly? NewDay => NewDeadline?.Day;
}
