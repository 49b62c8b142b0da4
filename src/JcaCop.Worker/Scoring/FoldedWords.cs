using System.Globalization;
using System.Text;

namespace JcaCop.Worker.Scoring;

/// <summary>Makes values alike that a reader takes for the same, by the rules of the corpus's own scorer (<c>tests/corpus/score.py</c>).</summary>
internal static class FoldedWords
{
    private const string OuterSigns = " \t.,;:،؛。，；：-–—()[]";
    private const string Quotes = "\"'“”‘’«»„`´";

    /// <summary>NFKC, without case, marks of direction, quotation marks and outer signs; runs of blanks are one.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in CaseFold(text.Normalize(NormalizationForm.FormKC)))
        {
            if (c is >= '\u064b' and <= '\u0652' or '\u0640' or '\u200e' or '\u200f' or >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u00ad' or '\ufeff' || Quotes.Contains(c)) continue;
            if (!IsBlank(c)) folded.Append(c);
            else if (folded.Length == 0 || folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().Trim(OuterSigns.ToCharArray());
    }

    /// <summary>Han and Kana characters one by one, runs of letters and figures otherwise.</summary>
    public static List<string> Tokens(string text)
    {
        var folded = Fold(text);
        var tokens = new List<string>();
        for (var i = 0; i < folded.Length;)
        {
            if (folded[i] is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff')
            {
                tokens.Add(folded[i++].ToString());
                continue;
            }
            var start = i;
            while (i < folded.Length && WordLength(folded, i) is > 0 and var length) i += length;
            if (i > start) tokens.Add(folded[start..i]);
            else i++;
        }
        return tokens;
    }

    /// <summary>Harmonic mean of the shares of common tokens.</summary>
    public static double TokenF1(string left, string right)
    {
        var a = Tokens(left);
        var b = Tokens(right);
        if (a.Count == 0 || b.Count == 0) return a.SequenceEqual(b) ? 1 : 0;
        var rest = new List<string>(b);
        var hits = a.Count(rest.Remove);
        if (hits == 0) return 0;
        var precision = (double)hits / a.Count;
        var recall = (double)hits / b.Count;
        return 2 * precision * recall / (precision + recall);
    }

    /// <summary>Text without blanks and invisible signs, composed (NFC): how reply texts are compared.</summary>
    public static string Bare(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormC)
            .Where(static c => !IsBlank(c)
                && c is not (>= '\u200b' and <= '\u200f' or >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\ufeff' or '\u00ad')));

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    /// <summary>Full case folding of the letters that the mails have (Unicode, CaseFolding.txt).</summary>
    private static string CaseFold(string text) =>
        text.Replace("İ", "i\u0307", StringComparison.Ordinal).Replace("ẞ", "ss", StringComparison.Ordinal).ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Replace('ς', 'σ');

    private static int WordLength(string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune)) return 0;
        return Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber ? rune.Utf16SequenceLength : 0;
    }
}
