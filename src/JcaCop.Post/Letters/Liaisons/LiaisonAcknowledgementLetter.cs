namespace JcaCop.Post.Letters.Liaisons;

/// <summary>Why a body gets a liaison statement: the purpose under which it stands itself (Rec. ITU-T A.1, 1.5).</summary>
public enum LiaisonPurpose
{
    Action,
    Comment,
    Information,
}

/// <summary>Thanks for an incoming liaison statement.</summary>
/// <param name="Purpose">Under which the group itself is addressed.</param>
/// <param name="Reference">The sender's number; null where it has none.</param>
/// <param name="From">Sending bodies, as one text.</param>
/// <param name="OwnReference">Under which it is registered here; null for none.</param>
/// <param name="Deadline">For the reply; null where none was given.</param>
public sealed record LiaisonAcknowledgementLetter(
    LiaisonPurpose Purpose, string? Reference, string Title, string From, DateOnly Received, string? OwnReference, Deadline? Deadline) : Letter("liaison-acknowledgement")
{
    /// <summary>Bodies that the statement addresses and to which it cannot be passed on, as one text; null where all are reached.</summary>
    public string? Unreached { get; init; }
}
