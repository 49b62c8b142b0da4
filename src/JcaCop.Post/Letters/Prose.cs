namespace JcaCop.Post.Letters;

/// <summary>Text of several lines and paragraphs, written by a person: shown line by line, each in its own direction. Paragraphs are parted by an empty line.</summary>
/// <param name="Longest">What is longer is cut and ends in an ellipsis. UTF-16 units.</param>
public sealed record Prose(Shown Text, int Longest = 8_000)
{
    /// <summary>A text that is shown in every language as it is.</summary>
    public static implicit operator Prose(string text) => new((LocalText)text);
}
