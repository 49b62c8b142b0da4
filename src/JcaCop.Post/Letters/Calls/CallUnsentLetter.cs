namespace JcaCop.Post.Letters.Calls;

/// <summary>Tells the secretariat at once which addressees of a call have had no letter, because no address of theirs can be reached.</summary>
/// <param name="Deadline">Of the call; null where it has none.</param>
/// <param name="Members">Names; at least one.</param>
public sealed record CallUnsentLetter(LocalText Reference, LocalText Title, Deadline? Deadline, IReadOnlyList<string> Members) : Letter("call-unsent")
{
    public override bool EnglishBelow => false;
}
