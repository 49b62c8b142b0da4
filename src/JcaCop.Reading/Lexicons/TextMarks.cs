using System.Buffers;
using System.Text;

namespace JcaCop.Reading.Lexicons;

/// <summary>Tells in one quick pass whether a text holds one of a few words at all. Case does not count.</summary>
/// <remarks>Words of ASCII letters are looked for without regard to case; the others as written and in capitals.</remarks>
internal sealed class TextMarks
{
    private readonly SearchValues<string> ascii;
    private readonly StemSet others;

    public TextMarks(params string[] words)
    {
        ascii = SearchValues.Create([.. words.Where(word => Ascii.IsValid(word))], StringComparison.OrdinalIgnoreCase);
        others = new StemSet(words.Where(word => !Ascii.IsValid(word)).SelectMany(word => new[] { word, word.ToUpperInvariant(), char.ToUpperInvariant(word[0]) + word[1..] }));
    }

    public bool Occur(ReadOnlySpan<char> text) => text.ContainsAny(ascii) || !Ascii.IsValid(text) && others.Occur(text);
}
