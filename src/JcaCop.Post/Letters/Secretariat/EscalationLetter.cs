namespace JcaCop.Post.Letters.Secretariat;

/// <param name="Who">Owes it.</param>
/// <param name="Reminders">How many were sent.</param>
/// <param name="Standing">Whether letters reach the debtor.</param>
public sealed record OverdueMatter(Told Who, Told What, DateOnly Due, int Reminders, DebtorStanding Standing);

/// <summary>Hands matters that reminders did not move to the secretariat.</summary>
public sealed record EscalationLetter(IReadOnlyList<OverdueMatter> Overdue) : Letter("escalation")
{
    public override bool EnglishBelow => false;

    /// <summary>How many, for the subject.</summary>
    public int Matters => Overdue.Count;
}
