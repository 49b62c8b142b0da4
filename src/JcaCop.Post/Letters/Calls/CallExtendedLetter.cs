namespace JcaCop.Post.Letters.Calls;

/// <summary>Tells an addressee of a circular that its closing date has moved: whoever still owes a reply, and whose late one is in time by the new day.</summary>
/// <param name="InTime">The addressee has replied, after the closing date as it stood before.</param>
/// <param name="Reason">In the secretariat's words; null where it gives none.</param>
/// <param name="Rule">Null unless a consultation.</param>
public sealed record CallExtendedLetter(LocalText Reference, LocalText Title, Deadline Deadline, bool InTime, string? Reason = null, CallRule? Rule = null)
    : Letter("call-extended")
{
    /// <summary>The bare day, for the subject.</summary>
    public DateOnly Day => Deadline.Day;
}
