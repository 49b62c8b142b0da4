using JcaCop.Reading;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Deciding;

/// <summary>A mail with all that follows from it, ready to be recorded in one transaction.</summary>
/// <param name="Changes">What its accepted items do to the register, in order.</param>
/// <param name="Letters">What is to be sent because of it; they reach the outbox in the same transaction.</param>
public sealed record JudgedMail(
    TakenMail Taken, MailReading Reading, Verdict Verdict, IReadOnlyList<RegisterChange> Changes, IReadOnlyList<OutgoingLetter> Letters)
{
    /// <summary>What the sender's address has had of automatic answers, the receipt of this mail included; null where no receipt is due.</summary>
    public AnswerBudget? Budget { get; init; }

    /// <summary>The one meeting that the changes are about; null where they are about none or several.</summary>
    public MeetingEntry? Meeting { get; init; }
}
