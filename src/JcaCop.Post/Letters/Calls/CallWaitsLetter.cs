namespace JcaCop.Post.Letters.Calls;

/// <summary>Tells secretariat and chairman that a call is due to be closed, and why it cannot be yet.</summary>
/// <param name="Number">As in the circular: <c>TSB Circular 270</c>.</param>
/// <param name="Waiting">Answers that wait for a decision.</param>
public sealed record CallWaitsLetter(string Number, LocalText Title, int Waiting) : Letter("call-waits")
{
    /// <summary>Whether the reader is one of the secretariat, who may decide by commands.</summary>
    public bool MayDecide { get; init; } = true;

    /// <summary>No answer waits: comments stand, and the adjusted proposal is not with the addressees yet.</summary>
    public bool Unadjusted { get; init; }

    public override bool EnglishBelow => false;
}
