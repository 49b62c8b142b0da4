namespace JcaCop.Reading.Text;

/// <summary>Signs of a date or a time of day in an introduction line.</summary>
internal static class TimeText
{
    /// <summary>Two numbers with a colon, an h or a point between (<c>10:04</c>, <c>17h02</c>), any digits.</summary>
    public static bool HasTime(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is not (':' or '：' or 'h' or 'H' or '.' or '٫')) continue;
            if (char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]) && char.IsDigit(text[i + 2])
                && (i + 3 == text.Length || !char.IsDigit(text[i + 3]))
                && (i < 3 || !char.IsDigit(text[i - 2]) || !char.IsDigit(text[i - 3]))
                && (text[i] is not '.' || IsHour(text, i)))
                return true;
        }
        return false;
    }

    /// <summary>A year of four digits, or a day, month and year with points, strokes or hyphens.</summary>
    public static bool HasDate(ReadOnlySpan<char> text)
    {
        var run = 0;
        var groups = 0;
        foreach (var c in text)
        {
            if (char.IsDigit(c)) { run++; continue; }
            if (run == 4) return true;
            groups = run is 1 or 2 && c is '.' or '/' or '-' ? groups + 1 : 0;
            if (groups == 2) return true;
            run = 0;
        }
        return run == 4;
    }

    /// <summary><c>10.04</c> is a time only where it is no part of a date such as <c>10.04.2013</c>.</summary>
    private static bool IsHour(ReadOnlySpan<char> text, int point) =>
        (point + 3 >= text.Length || text[point + 3] is not '.') && (point < 3 || text[point - 3] is ' ' or '\u00a0') && char.GetNumericValue(text[point + 1]) < 6;
}
