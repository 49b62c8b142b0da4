using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Reads the numbers that stand beside the word for a group: behind it, before it, and further ones of a list.</summary>
internal readonly struct BodyNumbers(string text)
{
    /// <summary>The character at the offset; NUL outside the text.</summary>
    public char At(int index) => (uint)index < (uint)text.Length ? text[index] : '\0';

    public int After(int from, out int number)
    {
        var at = from;
        while (At(at) is ' ' or '\u00a0' or '-' or '‑' or '–' && at - from < 3) at++;
        if (At(at) is 'N' or 'n' && At(at + 1) is '°' or 'º' or 'o') at += 2;
        if (At(at) is '№') at++;
        if (text.AsSpan(Math.Min(at, text.Length)).StartsWith("رقم", StringComparison.Ordinal)) at += 3;
        while (At(at) is ' ' or '\u00a0' or '.') at++;
        var end = Digits(at, 2, out number);
        if (end == at || char.IsLetter(At(end)) && At(end) is not (>= 'A' and <= 'F') && !Folding.IsHan(At(end)) || At(end) is '.' && DateScanner.Digit(At(end + 1)) >= 0) { number = 0; return from; }
        return end;
    }

    /// <summary>17-я Исследовательская комиссия, 第17研究组.</summary>
    public int Before(int to, out int number)
    {
        number = 0;
        var at = to - 1;
        while (At(at) is ' ' or '\u00a0') at--;
        var letters = at;
        while (at >= 0 && to - at < 12 && char.IsLetter(At(at)) && !Folding.IsHan(At(at))) at--;
        if (letters - at > 3) return to;
        if (At(at) is '-' or '‑') at--;
        else if (letters != at) return to;
        var end = at;
        while (at >= 0 && end - at < 2 && DateScanner.Digit(At(at)) >= 0) at--;
        if (end == at || char.IsLetterOrDigit(At(at)) && !Folding.IsHan(At(at)) || At(at) is '/' or '-' or '.') return to;
        Digits(at + 1, 2, out number);
        return At(at) == '第' ? at : at + 1;
    }

    /// <summary>"SGs 2, 9, 13 and 16": the next number of the list.</summary>
    public int NextInList(int from, out int number)
    {
        number = 0;
        var at = from;
        while (At(at) == ' ') at++;
        var joined = At(at) is ',' or '/' or '、' or '،';
        if (joined) at++;
        while (At(at) == ' ') at++;
        foreach (var and in (ReadOnlySpan<string>)["and ", "et ", "y ", "и ", "和", "& ", "و"])
            if (text.AsSpan(Math.Min(at, text.Length)).StartsWith(and, StringComparison.Ordinal)) { at += and.Length; joined = true; break; }
        if (!joined) return -1;
        var end = Digits(at, 2, out number);
        return end == at || char.IsLetterOrDigit(At(end)) || At(end) is '/' or '-' or '.' && DateScanner.Digit(At(end + 1)) >= 0 || MonthFollows(end) ? -1 : end;
    }

    private bool MonthFollows(int at)
    {
        while (At(at) == ' ') at++;
        return char.IsLetter(At(at)) && new DateScanner(text).Month(at, out _, out _) >= 0;
    }

    public int Digits(int from, int most, out int value)
    {
        value = 0;
        var at = from;
        while (at - from < most && DateScanner.Digit(At(at)) is >= 0 and var digit)
        {
            value = value * 10 + digit;
            at++;
        }
        if (DateScanner.Digit(At(at)) >= 0) { value = 0; return from; }
        return at;
    }
}
