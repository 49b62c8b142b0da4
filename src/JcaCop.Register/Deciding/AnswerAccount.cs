using JcaCop.Reading;
using JcaCop.Register.Trust;

namespace JcaCop.Register.Deciding;

/// <summary>Which answers to an address are counted together, and how many there may be.</summary>
/// <remarks>
/// Whoever writes under somebody else's address must not use up the answers to those who write from it: where our own mail server checks senders, what it could not confirm has a small account
/// of its own. What the calendar sends, reminders and invitations and questions, is in no account.
/// </remarks>
/// <param name="Key">Under which <see cref="Known"/> and the register keep the budget.</param>
/// <param name="InWindow">Answers in one window.</param>
/// <param name="OnDay">Answers on one day, UTC.</param>
public sealed record AnswerAccount(string Key, int InWindow, int OnDay)
{
    public static AnswerAccount Of(ReceivedMail mail, MailAddress sender, JudgePolicy policy) =>
        policy.AuthenticationServer is not { Length: > 0 } server || SenderProof.Of(mail, server).Proof == Proof.Passed
            ? new(sender.Email, policy.AnswersInWindow, policy.AnswersOnDay)
            : new(UnprovedKey(sender.Email), Math.Min(policy.UnprovedInWindow, policy.AnswersInWindow), Math.Min(policy.UnprovedOnDay, policy.AnswersOnDay));

    /// <summary>No address holds a blank before its first word.</summary>
    public static string UnprovedKey(string address) => $"unproved {address}";

    /// <summary>The budget with one answer more, as it is to be recorded.</summary>
    public SpentBudget Spend(Known known, JudgePolicy policy, DateTimeOffset now) => new(Key, known.Budget(Key).At(now, policy.AnswerWindow).Spend());
}

/// <param name="Key">Of the account.</param>
public sealed record SpentBudget(string Key, AnswerBudget Budget);
