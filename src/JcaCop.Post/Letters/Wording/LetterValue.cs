using System.Buffers;
using System.Text;

namespace JcaCop.Post.Letters.Wording;

/// <summary>
/// Text that came from a mail or the register, made fit to stand in a letter: no control characters, no line breaks, no
/// characters that turn the direction of what follows (UAX #9: embeddings, overrides, isolates, marks), of bounded length.
/// Templates write it as one binding; <see cref="LetterValueFormat"/> encodes and isolates it for the form of the letter.
/// </summary>
public sealed class LetterValue
{
    /// <summary>Longer values are cut and end in an ellipsis. UTF-16 units.</summary>
    public const int Longest = 600;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(SuspiciousCharacters());

    private LetterValue(string text)
    {
        Text = text;
        RightToLeft = StartsRightToLeft(text);
    }

    public string Text { get; }

    /// <summary>The first letter belongs to a script written from right to left. False where there is no letter: numbers and addresses run from left to right.</summary>
    public bool RightToLeft { get; }

    /// <param name="longest">UTF-16 units, the ellipsis included.</param>
    /// <returns>Null where nothing readable is left.</returns>
    public static LetterValue? Of(string? raw, int longest = Longest) => Clean(raw, longest) is { Length: > 0 } text ? new LetterValue(text) : null;

    /// <summary>Takes out what must not stand in a letter or a header; blanks and line breaks become one blank.</summary>
    /// <param name="longest">UTF-16 units, the ellipsis included.</param>
    public static string Clean(string? raw, int longest)
    {
        if (string.IsNullOrEmpty(raw)) return "";
        if (raw.Length <= longest && !raw.AsSpan().ContainsAny(Suspicious) && raw[0] != ' ' && raw[^1] != ' ' && !raw.Contains("  ", StringComparison.Ordinal))
            return raw;

        var clean = new StringBuilder(Math.Min(raw.Length, longest));
        var blank = false;
        foreach (var rune in raw.EnumerateRunes())   // a lone surrogate comes out as U+FFFD
        {
            if (IsInvisible(rune.Value)) continue;
            if (rune.Value is '\u200B' || Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) && rune.Value is not ('\u00A0' or '\u202F' or '\u3000'))
            {
                blank = clean.Length > 0;
                continue;
            }
            if (clean.Length + rune.Utf16SequenceLength + (blank ? 1 : 0) > longest - 1)
            {
                clean.Append('…');
                break;
            }
            if (blank) clean.Append(' ');
            blank = false;
            clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>True where the value holds letters or digits that a right-to-left line would set in the wrong order or place.</summary>
    public bool HoldsLeftToRight()
    {
        foreach (var c in Text)
            if (char.IsAsciiLetterOrDigit(c) || char.IsLetter(c) && !IsRightToLeft(c) && !char.IsSurrogate(c)) return true;
        return false;
    }

    /// <summary>True where the value holds letters that a left-to-right line would set in the wrong order or place.</summary>
    public bool HoldsRightToLeft()
    {
        foreach (var rune in Text.EnumerateRunes())
            if (IsRightToLeft(rune.Value)) return true;
        return false;
    }

    private static bool StartsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetter(rune)) return IsRightToLeft(rune.Value);
        return false;
    }

    private static bool IsRightToLeft(int c) =>
        c is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;

    /// <summary>Marks without a shape of their own. The joiners U+200C and U+200D stay: Persian, Urdu and Indic names need them.</summary>
    private static bool IsInvisible(int c) =>
        c is 0x00AD or 0x061C or 0x180E or 0x200E or 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x206F
            or 0xFEFF or >= 0xFFF9 and <= 0xFFFC or >= 0xE0000 and <= 0xE0FFF || (c & 0xFFFE) == 0xFFFE;

    private static char[] SuspiciousCharacters() =>
    [
        .. Enumerable.Range(0, 0x10000).Select(c => (char)c)
            .Where(c => char.IsControl(c) || char.IsSurrogate(c) || IsInvisible(c) || c == '\u200B'
                || char.IsWhiteSpace(c) && c is not (' ' or '\u00A0' or '\u202F' or '\u3000')),
    ];
}
