using JcaCop.Post.Letters.Receipts;

namespace JcaCop.Post.Letters.Secretariat;

/// <summary>One question to the secretariat.</summary>
/// <param name="Code">As a person writes it in the answer: <c>K7M2-9QXA</c>.</param>
/// <param name="Matter">In one line.</param>
/// <param name="From">Whose mail it is about; null for none.</param>
public sealed record DigestDecision(string Code, Shown Matter, string? From)
{
    /// <summary>What would be recorded; empty where nothing was understood, and the mail itself must be read.</summary>
    public IReadOnlyList<ItemSummary> Items { get; init; } = [];

    /// <summary>The call that it would answer; null for none.</summary>
    public string? Call { get; init; }

    /// <summary>More time that the mail asks for, and that one word more grants; null where it asks for none.</summary>
    public DigestExtension? Extend { get; init; }
}

/// <param name="Until">The day that the mail names; otherwise two weeks more than there were.</param>
/// <param name="Dayless">It names none.</param>
public sealed record DigestExtension(Told Who, Told Call, DateOnly Until, bool Dayless);

/// <param name="What">Kind of mail or item.</param>
public sealed record DigestCount(Shown What, int Count);

/// <param name="Entry">And what of it.</param>
/// <param name="Now">Null where it was taken away.</param>
/// <param name="Before">Null where it is new.</param>
public sealed record DigestChange(Shown Entry, Shown? Now, Shown? Before);

/// <summary>How far an open call is answered.</summary>
/// <param name="Deadline">Null where there is no closing date.</param>
public sealed record DigestCall(LocalText Reference, LocalText Title, Deadline? Deadline, Share Answers, IReadOnlyList<DigestRegion> Regions)
{
    /// <summary>Who has not answered and cannot be reached, or whose letters come back; null for nobody.</summary>
    public Shown? Unreached { get; init; }

    /// <summary>Who has not answered and is away; null for nobody.</summary>
    public Shown? Away { get; init; }
}

/// <param name="Missing">Countries or members that have not answered, as one text; null where all have.</param>
public sealed record DigestRegion(RegionName Region, Share Answers, Shown? Missing);

/// <summary>A letter that will leave unless it is stopped.</summary>
/// <param name="Code">That stops it; null where nothing stops it.</param>
/// <param name="Why">Rule or obligation behind it; null where the subject says it.</param>
public sealed record DigestComing(string? Code, Shown Subject, Shown At, int Addressees, Shown? Why);

/// <summary>A statement that came and that a body has not got.</summary>
/// <param name="Title">Null where it has none, or is called by it.</param>
/// <param name="Bodies">That it addresses and of which no address is known, as one text; null where it addresses none but the group, and nobody has passed it on.</param>
/// <param name="Order">That passes it on.</param>
public sealed record DigestStatement(string Name, string? Title, string? Bodies, string Order);

/// <summary>Two entries that may be one. Nothing is merged but by an order.</summary>
/// <param name="Kept">Title of the older entry, which would stay.</param>
/// <param name="Order">That merges them.</param>
public sealed record DigestDuplicate(string Kept, string Gone, Shown Why, string Order);

/// <param name="Reason">As the mail server put it.</param>
public sealed record DigestUndelivered(string Address, string Subject, Shown Reason);

/// <param name="Due">Null where no day is set.</param>
/// <param name="Standing">Whether letters reach the debtor; said where it explains that nothing comes.</param>
public sealed record DigestObligation(Told Who, Told What, DateOnly? Due, bool Overdue, int Reminders, DebtorStanding Standing);

public enum HealthState
{
    Good,
    Warning,
    Bad,
}

/// <param name="What">Part of the service.</param>
public sealed record DigestHealth(Shown What, HealthState State, Shown? Detail);

/// <summary>A mailbox counted against the register.</summary>
/// <param name="Astray">Messages in no state or in two: zero where all is well.</param>
public sealed record DigestMailbox(string Mailbox, int InBox, int Taken, int Held, int Astray);
