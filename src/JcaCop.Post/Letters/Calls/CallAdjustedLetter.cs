namespace JcaCop.Post.Letters.Calls;

/// <summary>What the addressee has said on the proposal as it was before.</summary>
public enum EarlierReply
{
    None,
    /// <summary>It stands unless another comes.</summary>
    Stands,
    /// <summary>It objects, asks for a change, or may: the adjusted proposal is the answer to it.</summary>
    Comments,
}

/// <summary>Makes the proposal of a consultation available again to an addressee, adjusted to the comments (Rec. ITU-T A.1, 2.2.2).</summary>
/// <param name="Text">The adjusted proposal.</param>
public sealed record CallAdjustedLetter(LocalText Reference, LocalText Title, Prose Text, Deadline Deadline, CallRule? Rule, EarlierReply Earlier) : Letter("call-adjusted")
{
    /// <summary>The bare day, for the subject.</summary>
    public DateOnly Day => Deadline.Day;
}
