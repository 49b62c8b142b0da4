namespace JcaCop.Post.Letters.Calls;

/// <summary>Tells everybody who holds a circular that it was called off.</summary>
/// <param name="Answered">The addressee has replied.</param>
/// <param name="Reason">In the secretariat's words; null where it gives none.</param>
public sealed record CallCancelledLetter(LocalText Reference, LocalText Title, bool Answered, string? Reason = null) : Letter("call-cancelled");
