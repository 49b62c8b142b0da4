namespace JcaCop.Post.Sending;

/// <summary>What one round of sending did.</summary>
/// <param name="Deferred">Back in the queue for later.</param>
/// <param name="Trouble">Why the round ended before the queue was empty; null where it did not.</param>
public sealed record SendingOutcome(int Accepted, int Deferred, int Failed, int Unknown, string? Trouble);
