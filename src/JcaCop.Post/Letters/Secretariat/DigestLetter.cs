namespace JcaCop.Post.Letters.Secretariat;

/// <summary>What the secretariat should know and decide. Whether anything has happened at all is for the caller to see: an empty digest is not sent.</summary>
/// <param name="Period">That it covers.</param>
/// <param name="Date">Of the digest, for the subject.</param>
/// <param name="Decisions">The most urgent first.</param>
public sealed record DigestLetter(DayRange Period, DateOnly Date, IReadOnlyList<DigestDecision> Decisions) : Letter("digest")
{
    public override bool EnglishBelow => false;

    /// <summary>How many decisions wait, for the subject.</summary>
    public int Waiting => Decisions.Count + ((Decisions as IShortened)?.Hidden ?? 0);

    /// <summary>A code with which the answer is explained, once for all lines; empty where nothing waits.</summary>
    public string Example => Decisions is [var first, ..] ? first.Code : "";

    public IReadOnlyList<DigestCount> CameIn { get; init; } = [];

    public IReadOnlyList<DigestChange> Changes { get; init; } = [];

    /// <summary>Calls that are open, the nearest deadline first.</summary>
    public IReadOnlyList<DigestCall> Calls { get; init; } = [];

    /// <summary>Letters of the next days, the nearest first.</summary>
    public IReadOnlyList<DigestComing> Coming { get; init; } = [];

    /// <summary>Statements that came and that bodies have not got.</summary>
    public IReadOnlyList<DigestStatement> Unrouted { get; init; } = [];

    /// <summary>Entries that are new or changed and may be one with another.</summary>
    public IReadOnlyList<DigestDuplicate> Duplicates { get; init; } = [];

    public IReadOnlyList<DigestUndelivered> Undelivered { get; init; } = [];

    /// <summary>The nearest due day first.</summary>
    public IReadOnlyList<DigestObligation> Obligations { get; init; } = [];

    public IReadOnlyList<DigestHealth> Health { get; init; } = [];

    public IReadOnlyList<DigestMailbox> Mailboxes { get; init; } = [];
}
