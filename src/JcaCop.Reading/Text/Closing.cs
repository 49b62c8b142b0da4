namespace JcaCop.Reading.Text;

/// <summary>What a sentence is as a closing formula.</summary>
/// <param name="Rest">What follows the formula in the same sentence, folded: often the name of the signer. "" where nothing does.</param>
internal sealed record Closing(bool Is, string Rest)
{
    public static Closing None { get; } = new(false, "");

    /// <summary>A formula and nothing else.</summary>
    public static Closing Whole { get; } = new(true, "");
}
