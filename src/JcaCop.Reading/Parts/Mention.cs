namespace JcaCop.Reading.Parts;

/// <summary>A value seen in a text, and where.</summary>
/// <param name="Start">UTF-16 offset in the text searched.</param>
/// <param name="Confidence">0 to 1.</param>
public readonly record struct Mention<T>(T Value, int Start, int Length, double Confidence)
{
    public int End => Start + Length;
}
