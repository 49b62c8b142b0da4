namespace JcaCop.Reading.Tagging;

/// <summary>Whether words were broken into lines by their author or by a mail program.</summary>
internal static class LineShape
{
    private const int LongestListEntry = 260;

    /// <summary>An entry of a list that is written out in sentences.</summary>
    public static bool IsProse(ReadOnlySpan<char> entry)
    {
        if (entry.Length < 90) return false;
        var first = entry.IndexOf('\n');
        return first < 0 && entry.Length > LongestListEntry || first > 55;
    }

    /// <summary>Short lines that end where their author ended them.</summary>
    public static bool IsLines(ReadOnlySpan<char> words)
    {
        var lines = words.Count('\n') + 1;
        return lines > 1 && words.Length / lines <= 62 && !IsWrapped(words);
    }

    /// <summary>All lines but the last are long, and most go on with a small letter or a bracket: a mail program broke them.</summary>
    private static bool IsWrapped(ReadOnlySpan<char> words)
    {
        int lines = 0, runOn = 0, shortest = int.MaxValue, length = 0;
        foreach (var line in words.EnumerateLines())
        {
            if (lines > 0) shortest = Math.Min(shortest, length);
            var trimmed = line.Trim();
            length = trimmed.Length;
            if (lines++ > 0 && trimmed.Length > 0 && (char.IsLower(trimmed[0]) || trimmed[0] == '(')) runOn++;
        }
        return lines == 2 ? words.IndexOf('\n') > 55 : lines > 2 && shortest >= 45 && runOn * 2 >= lines - 1;
    }
}
