namespace JcaCop.Reading.Text;

/// <summary>
/// "[ ] We object" beside "[x] We support", each on a line of its own: of such a list only what is ticked is said. The other lines are blanked, in as many
/// characters as they had, so that what stands below keeps its place. A list in which nothing is ticked stays as it is, as a person must look at it.
/// </summary>
internal static class UntickedLines
{
    /// <summary>Signs that head paragraphs and entries as well tick nothing here: "■ Activities".</summary>
    private const string Headings = "■◼⬛";

    /// <summary>An option goes on over so many lines at most.</summary>
    private const int LongestOption = 3;

    private readonly record struct Option(int Start, int End, bool Ticked);

    /// <returns>The text itself where no such list is in it.</returns>
    public static string Blank(string text)
    {
        if (!CheckBoxes.MayHoldAny(text)) return text;
        char[]? result = null;
        var options = new List<Option>();
        var (plain, gap) = (0, false); // lines since the last option, and whether an empty one is among them
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            if (Box(text, start, end) is { } box)
            {
                if (options.Count > 0 && (gap ? plain > 1 : plain >= LongestOption)) Close();
                // what stands between two options belongs to the one above
                if (options.Count > 0 && !gap && plain > 0) options[^1] = options[^1] with { End = start - 1 };
                options.Add(new Option(start, end, box.Ticked));
                (plain, gap) = (0, false);
            }
            else
            {
                plain++;
                gap |= text.AsSpan(start, end - start).IsWhiteSpace();
            }
            start = end + 1;
        }
        Close();
        return result is null ? text : new string(result);

        void Close()
        {
            if (options.Exists(static one => one.Ticked))
                foreach (var (start, end, ticked) in options)
                    if (!ticked)
                        foreach (ref var c in (result ??= text.ToCharArray()).AsSpan(start, end - start))
                            if (c != '\n') c = ' ';
            options.Clear();
        }
    }

    /// <summary>The only box of a line, before all its words; null where it has none or several.</summary>
    private static CheckBoxes.Box? Box(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '-' or '*' or '•' or '·')) start++;
        if (start == end || CheckBoxes.Find(text, start, end) is not [var box] || box.Start != start || Headings.Contains(text[start], StringComparison.Ordinal)) return null;
        return text.AsSpan(box.Start + box.Length, end - box.Start - box.Length).IsWhiteSpace() ? null : box;
    }
}
