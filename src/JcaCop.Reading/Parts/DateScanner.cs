using System.Buffers;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Small steps over a text: numbers in all digits, words, blanks. Positions are offsets in the text; -1 means "not here".</summary>
internal readonly ref struct DateScanner(ReadOnlySpan<char> text)
{
    private const string HanNumerals = "〇零一二三四五六七八九十○";
    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９" + HanNumerals);

    public ReadOnlySpan<char> Text { get; } = text;

    public char At(int index) => (uint)index < (uint)Text.Length ? Text[index] : '\0';

    /// <summary>The next place from which a number could begin.</summary>
    public int NextNumber(int from)
    {
        var found = Text[from..].IndexOfAny(Starts);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>0 to 9 in Latin, Arabic, Persian and full-width digits; -1 otherwise.</summary>
    public static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '\u0660' and <= '\u0669' => c - '\u0660',
        >= '\u06f0' and <= '\u06f9' => c - '\u06f0',
        >= '\uff10' and <= '\uff19' => c - '\uff10',
        _ => -1,
    };

    /// <summary>Reads a number of at most six digits, or of Han numerals (二〇一二, 二十二).</summary>
    /// <param name="digits">How many digits were written; for Han numerals 4 where they are a year, otherwise 2.</param>
    /// <returns>The end of the number, or -1.</returns>
    public int Number(int from, out int value, out int digits)
    {
        value = digits = 0;
        var at = from;
        while (at < Text.Length && digits < 7 && Digit(Text[at]) is >= 0 and var digit)
        {
            value = value * 10 + digit;
            digits++;
            at++;
        }
        if (digits > 6) return -1;
        return digits > 0 ? at : HanNumber(from, out value, out digits);
    }

    private int HanNumber(int from, out int value, out int digits)
    {
        value = digits = 0;
        var at = from;
        var ten = false;
        int units = 0, positional = 0, tens = 0, count = 0;
        while (at < Text.Length && count < 6 && HanNumerals.IndexOf(Text[at], StringComparison.Ordinal) is >= 0 and var index)
        {
            if (Text[at] == '十') { tens = count == 0 ? 1 : units; units = 0; ten = true; }
            else
            {
                units = index is 0 or 1 or 12 ? 0 : index - 1;
                positional = positional * 10 + units;
            }
            count++;
            at++;
        }
        if (count == 0) return -1;
        value = ten ? tens * 10 + units : positional;
        digits = !ten && count == 4 ? 4 : 2;
        return at;
    }

    /// <summary>Passes blanks, marks of direction and at most one line break. A tab parts the cells of a table and is not passed.</summary>
    public int Blanks(int at)
    {
        var lines = 0;
        for (; at < Text.Length; at++)
        {
            var c = Text[at];
            if (c == '\n') { if (++lines > 1) return at; }
            else if (c is not (' ' or '\u00a0' or '\u202f' or '\u3000' or '\r' or '\u200e' or '\u200f' or '\u2009')
                     && c is not (>= '\u202a' and <= '\u202e')) break;
        }
        return at;
    }

    /// <summary>The word that begins here, folded; an apostrophe ends it and belongs to it (d').</summary>
    /// <returns>Its end in the text, or -1 where no word begins or it is too long for a date.</returns>
    public int Word(int from, Span<char> folded, out int length)
    {
        length = 0;
        var at = from;
        while (char.IsLetter(At(at)) && !Folding.IsHan(At(at)) || at > from && IsMark(At(at)))
        {
            if (at - from >= 20) return -1;
            length += Folding.Fold(Text[at++], folded[length..]);
        }
        if (at == from) return -1;
        if (At(at) is '\'' or '’' && at - from <= 7) { folded[length++] = '\''; at++; }
        return at;
    }

    private static bool IsMark(char c) => c is >= '\u064b' and <= '\u0652' or '\u0640' or >= '\u0300' and <= '\u036f';

    /// <summary>A month's name that begins here, with the point of an abbreviation and a second name after a stroke (أغسطس/آب).</summary>
    public int Month(int from, out int month, out bool shortened)
    {
        month = 0;
        shortened = false;
        Span<char> word = stackalloc char[64];
        var end = Word(from, word, out var length);
        if (end < 0) return -1;
        if (DateWords.BeginsMonth(word[..length]))
        {
            var second = Blanks(end);
            word[length] = ' ';
            if (Word(second, word[(length + 1)..40], out var more) is >= 0 and var both && DateWords.Month(word[..(length + 1 + more)]) is > 0 and var double1)
            {
                month = double1;
                return Alias(both, month);
            }
        }
        month = DateWords.Month(word[..length]);
        if (month == 0) return -1;
        shortened = length <= 4 && At(end) == '.' || length <= 3;
        if (At(end) == '.' && length <= 5) end++;
        return Alias(end, month);
    }

    /// <summary>United Nations texts in Arabic give a month two names: أغسطس/آب, or one in brackets.</summary>
    private int Alias(int end, int month)
    {
        var at = Blanks(end);
        if (At(at) is not ('/' or '(')) return end;
        var bracket = At(at) == '(';
        if (!Folding.IsArabic(At(Blanks(at + 1)))) return end;
        var other = Month(Blanks(at + 1), out var same, out _);
        if (other < 0 || same != month) return end;
        if (!bracket) return other;
        other = Blanks(other);
        return At(other) == ')' ? other + 1 : end;
    }

    /// <summary>A word of the given role that begins here.</summary>
    /// <returns>Its end, or -1.</returns>
    public int Small(int from, DateRole role)
    {
        Span<char> word = stackalloc char[64];
        var end = Word(from, word, out var length);
        return end >= 0 && (DateWords.Role(word[..length]) & role) != 0 ? end : -1;
    }

    public static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '–' or '—' or '―' or '−' or '~' or '～' or '〜' or '－';
}
