namespace JcaCop.Post.Letters.Seats;

/// <summary>Reminds the deputy whom an absent addressee named.</summary>
/// <param name="Absent">A person, or the member whose letters nobody reads meanwhile.</param>
/// <param name="IsMember">A member is not away itself: whoever reads its letters is.</param>
/// <param name="Back">First day back, which "until" names in most languages and offices; null where it is not known.</param>
public sealed record AbsenceDeputyLetter(string Absent, bool IsMember, DateOnly? Back, LocalText Reference, LocalText Title, Deadline? Deadline) : Letter("absence-deputy")
{
    /// <summary>Whether it may be answered when the absent person is back: not where the closing date lies before.</summary>
    public bool MayWait => Back is not { } back || Deadline is null || back <= Deadline.Day;
}
