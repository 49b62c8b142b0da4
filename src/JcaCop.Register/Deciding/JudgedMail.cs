using JcaCop.Reading;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;

namespace JcaCop.Register.Deciding;

/// <summary>An item of an earlier mail.</summary>
/// <param name="Position">From 0.</param>
public sealed record ReplacedItem(long MessageId, int Position);

/// <summary>A mail with all that follows from it, ready to be recorded in one transaction.</summary>
/// <param name="Changes">What its accepted items do to the register, in order.</param>
/// <param name="Letters">What is to be sent because of it; they reach the outbox in the same transaction.</param>
public sealed record JudgedMail(
    TakenMail Taken, MailReading Reading, Verdict Verdict, IReadOnlyList<RegisterChange> Changes, IReadOnlyList<OutgoingLetter> Letters)
{
    /// <summary>What the sender's address has had of automatic answers, the receipt of this mail included; null where no receipt is due.</summary>
    public SpentBudget? Budget { get; init; }

    /// <summary>The one meeting that the changes are about; null where they are about none or several.</summary>
    public MeetingEntry? Meeting { get; init; }

    /// <summary>Items of earlier mails that were held, and that this mail says anew and whole: they wait no longer.</summary>
    public IReadOnlyList<ReplacedItem> Replaced { get; init; } = [];

    /// <summary>Keys of other groups of the service for which it is meant too, or alone, and to which it was not sent.</summary>
    public IReadOnlyList<string> HandTo { get; init; } = [];

    /// <summary>What it tells of how addresses are reached.</summary>
    public Reach Reach { get; init; } = Reach.Nothing;
}
