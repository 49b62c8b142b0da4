namespace JcaCop.Post.Letters.Secretariat;

/// <param name="Who">Owes it.</param>
/// <param name="Reminders">How many were sent.</param>
/// <param name="Standing">Whether letters reach the debtor.</param>
/// <param name="AnswerWaits">A mail of the debtor that may be the answer waits for a person.</param>
/// <param name="AsksForTime">A mail of the debtor waits that asks for more time.</param>
public sealed record OverdueMatter(Told Who, Told What, DateOnly Due, int Reminders, DebtorStanding Standing, bool AnswerWaits = false, bool AsksForTime = false);

/// <summary>Hands overdue matters to the secretariat: those that reminders did not move, and those whose answer waits for its decision.</summary>
public sealed record EscalationLetter(IReadOnlyList<OverdueMatter> Overdue) : Letter("escalation")
{
    public override bool EnglishBelow => false;

    /// <summary>How many, for the subject.</summary>
    public int Matters => Overdue.Count;
}
