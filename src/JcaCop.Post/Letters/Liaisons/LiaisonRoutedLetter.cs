namespace JcaCop.Post.Letters.Liaisons;

/// <summary>Passes an incoming liaison statement on to a study group or representative.</summary>
/// <param name="Purpose">For which this addressee gets it.</param>
/// <param name="Reference">The sender's number, or what else the statement is called.</param>
/// <param name="From">Sending bodies, as one text.</param>
/// <param name="ForAction">Bodies of the original, as one text; null for none.</param>
/// <param name="Deadline">For what this addressee should give; null for none.</param>
/// <param name="Note">What the secretariat adds; null for nothing.</param>
/// <param name="Text">Of the statement; null where only attachments carry it.</param>
public sealed record LiaisonRoutedLetter(
    LiaisonPurpose Purpose, string Reference, string Title, string From, DateOnly? Date, string? ForAction, string? ForComment, string? ForInformation,
    Deadline? Deadline, Prose? Note, Prose? Text, IReadOnlyList<string> Attachments) : Letter("liaison-routed")
{
    /// <summary>The reference is a number of the sender; false where the statement has none, and is called by its title.</summary>
    public bool Numbered { get; init; } = true;
}
