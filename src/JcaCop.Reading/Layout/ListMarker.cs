namespace JcaCop.Reading.Layout;

/// <summary>Finds the mark with which an entry of a list begins, in the numbering habits of six languages.</summary>
internal static class ListMarker
{
    private const string Bullets = "-–—−•●▪◦*·‣➢➤✓✔»›□■◆◇○◎►▶★☆";

    /// <returns>Length of the marker without the blanks behind it; 0 where the text begins without one.</returns>
    public static int Length(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty) return 0;
        var first = line[0];
        if (Bullets.Contains(first, StringComparison.Ordinal))
            return line.Length > 1 && (char.IsWhiteSpace(line[1]) || first is '•' or '●' or '▪' or '■' or '◆' or '➢' && line[1] != first) ? 1 : 0;
        if (first is >= '①' and <= '⑳' or >= '⑴' and <= '⒇') return 1;
        return first is '(' or '（' or '[' or '【' ? Bracketed(line) : Numbered(line);
    }

    private static int Bracketed(ReadOnlySpan<char> line)
    {
        var at = 1;
        while (at < line.Length && at < 5 && (char.IsLetterOrDigit(line[at]) || line[at] == '.')) at++;
        if (at == 1 || at >= line.Length || line[at] is not (')' or '）' or ']')) return 0;
        var inner = line[1..at];
        if (inner.Length > 1 && IsNumber(inner) && line[(at + 1)..].TrimStart() is [>= '0' and <= '9', ..]) return 0; // "(495) 555-01-49": a telephone number goes on there
        return IsNumber(inner) || IsHanNumber(inner) || inner.Length == 1 || IsRoman(inner) ? at + 1 : 0;
    }

    private static int Numbered(ReadOnlySpan<char> line)
    {
        var at = 0;
        if (char.IsDigit(line[0]))
        {
            var dotted = false;
            while (at < line.Length && at < 8 && (char.IsDigit(line[at]) || line[at] == '.' && at + 1 < line.Length && char.IsDigit(line[at + 1])))
                dotted |= line[at++] == '.';
            if (at >= line.Length || at > 3 && !dotted) return 0;
            if (line[at] is ')' or '）' or '、' or '．') return at + 1;
            if (at < 3 && line[at] == ' ' && at + 3 < line.Length && line[at + 1] is '-' or '–' or '—' && line[at + 2] == ' ' && char.IsLetter(line[at + 3])) return at + 2;
            if (line[at] == '.' || line[at] is '-' or '–' or '°' or '/')
            {
                var behind = at + 1;
                if (behind < line.Length && line[behind] is '-' or '–' or ')') behind++;
                return behind < line.Length && !char.IsDigit(line[behind]) && (line[at] == '.' || char.IsWhiteSpace(line[behind]) || IsArabic(line[behind])) ? behind : 0;
            }
            return dotted && char.IsWhiteSpace(line[at]) && at <= 5 ? at : 0;
        }
        while (at < line.Length && at < 5 && IsHanDigit(line[at])) at++;
        if (at > 0) return at < line.Length && line[at] is '、' or '．' or '.' or '：' ? at + 1 : 0;
        while (at < line.Length && at < 5 && line[at] is 'I' or 'V' or 'X') at++;
        if (at > 0 && at < line.Length && line[at] is '.' or ')')
        {
            if (at + 1 < line.Length && char.IsWhiteSpace(line[at + 1]) && IsRoman(line[..at])) return at + 1;
            if (at + 2 < line.Length && char.IsDigit(line[at + 1])) return RomanDotted(line, at);
        }
        if (char.IsLetter(line[0]) && line.Length > 4 && line[1] == '.' && char.IsDigit(line[2])) return LetterDotted(line);
        if (char.IsLetter(line[0]) && line.Length > 2 && (line[1] is ')' or '）' || line[1] is '.' or '-' && char.IsLower(line[0]) && char.IsWhiteSpace(line[2]))) return 2;
        return 0;
    }

    /// <summary><c>a.1</c>, <c>B.2.3)</c>.</summary>
    private static int LetterDotted(ReadOnlySpan<char> line)
    {
        var at = 2;
        while (at < line.Length && at < 8 && (char.IsDigit(line[at]) || line[at] == '.' && char.IsDigit(line[at - 1]))) at++;
        if (at < line.Length && line[at] is ')' or '）') at++;
        return at < line.Length && char.IsWhiteSpace(line[at]) ? at : 0;
    }

    private static int RomanDotted(ReadOnlySpan<char> line, int at)
    {
        at++;
        while (at < line.Length && (char.IsDigit(line[at]) || line[at] == '.')) at++;
        return at < line.Length && char.IsWhiteSpace(line[at]) ? at : 0;
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (var c in text) if (!char.IsDigit(c) && c != '.') return false;
        return true;
    }

    private static bool IsRoman(ReadOnlySpan<char> text)
    {
        foreach (var c in text) if (c is not ('I' or 'V' or 'X' or 'i' or 'v' or 'x')) return false;
        return true;
    }

    private static bool IsHanNumber(ReadOnlySpan<char> text)
    {
        foreach (var c in text) if (!IsHanDigit(c)) return false;
        return true;
    }

    internal static bool IsHanDigit(char c) => "一二三四五六七八九十".Contains(c, StringComparison.Ordinal);

    private static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06ff';
}
