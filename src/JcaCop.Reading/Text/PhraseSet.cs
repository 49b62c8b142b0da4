using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Text;

/// <summary>Folded phrases of one kind in all languages, asked of one line or sentence at a time.</summary>
/// <remarks>For a few short lines a mail; a whole text is searched with <see cref="PhraseIndex{T}"/>.</remarks>
internal sealed class PhraseSet
{
    private const int LongestPrefix = 60;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> whole;
    private readonly StemSet anywhere;

    public PhraseSet(IEnumerable<string> phrases)
    {
        var folded = phrases.Select(p => Fold(p)).Where(p => p.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        whole = folded.GetAlternateLookup<ReadOnlySpan<char>>();
        anywhere = new StemSet(folded);
    }

    /// <summary>Folds as the phrases were folded; outer blanks do not count.</summary>
    public static string Fold(string text) => Folding.Plain(text).Trim();

    public bool Is(ReadOnlySpan<char> folded) => whole.Contains(folded);

    /// <summary>Length of the longest phrase with which the text begins, a word ending there; 0 where there is none.</summary>
    public int PrefixLength(ReadOnlySpan<char> folded)
    {
        foreach (var phrase in anywhere.BeginningLike(folded))
            if (phrase.Length <= LongestPrefix && folded.StartsWith(phrase, StringComparison.Ordinal) && (phrase.Length == folded.Length || EndsWord(folded, phrase.Length))) return phrase.Length;
        return anywhere.BeginsWithSingle(folded) && (folded.Length == 1 || EndsWord(folded, 1)) ? 1 : 0;
    }

    /// <summary>Whether a phrase stands anywhere; words need not end there (stems find inflected forms).</summary>
    public bool Within(ReadOnlySpan<char> folded) => anywhere.Occur(folded);

    /// <summary>Whether a phrase stands as whole words.</summary>
    public bool HasWord(ReadOnlySpan<char> folded)
    {
        for (var from = 0; from < folded.Length;)
        {
            var at = anywhere.IndexIn(folded[from..]);
            if (at < 0) return false;
            var start = from + at;
            if ((start == 0 || IsBoundary(folded[start - 1], folded[start])) && PrefixLength(folded[start..]) > 0) return true;
            from = start + 1;
        }
        return false;
    }

    private static bool EndsWord(ReadOnlySpan<char> text, int length) => IsBoundary(text[length - 1], text[length]);

    private static bool IsBoundary(char left, char right) =>
        !char.IsLetterOrDigit(left) || !char.IsLetterOrDigit(right) || IsUnspaced(left) || IsUnspaced(right);

    private static bool IsUnspaced(char c) => Folding.IsHan(c) || c is >= '\u3040' and <= '\u30ff' or >= '\uac00' and <= '\ud7a3' or >= '\u0e00' and <= '\u0e7f';
}
