using System.Buffers;

namespace JcaCop.Reading.Lexicons;

/// <summary>Tells in one vectorised pass whether a text holds one of a few words at all. Case does not count.</summary>
/// <remarks>Words of ASCII letters are looked for without regard to case; the others as written and in capitals, since only the former is fast.</remarks>
internal sealed class TextMarks
{
    private readonly SearchValues<string> ascii;
    private readonly SearchValues<string> others;

    public TextMarks(params string[] words)
    {
        ascii = SearchValues.Create([.. words.Where(word => System.Text.Ascii.IsValid(word))], StringComparison.OrdinalIgnoreCase);
        others = SearchValues.Create([.. words.Where(word => !System.Text.Ascii.IsValid(word)).SelectMany(word => new[] { word, word.ToUpperInvariant(), char.ToUpperInvariant(word[0]) + word[1..] }).Distinct()], StringComparison.Ordinal);
    }

    public bool Occur(string text) => text.AsSpan().ContainsAny(ascii) || text.AsSpan().ContainsAny(others);
}
