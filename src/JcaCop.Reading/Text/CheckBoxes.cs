namespace JcaCop.Reading.Text;

/// <summary>Boxes to tick, as forms in plain text draw them: "( )", "[x]", "☐", "☒".</summary>
internal static class CheckBoxes
{
    private const string Empty = "☐□▢◻⬜", Full = "☑☒✓✔✗✘■◼⊠⬛";

    private const string Ticks = "xX×✓✔✗✘√*vVхХ";

    /// <param name="Ticked">False for an empty box.</param>
    public readonly record struct Box(int Start, int Length, bool Ticked);

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(Empty + Full + "[［(（");

    /// <summary>False where no sign of a box is in the text.</summary>
    public static bool MayHoldAny(string text) => text.AsSpan().IndexOfAny(Signs) >= 0;

    public static List<Box> Find(string text, int start, int end)
    {
        var boxes = new List<Box>();
        for (var i = Next(text, start, end); i < end; i = Next(text, i + 1, end))
        {
            if (Empty.Contains(text[i], StringComparison.Ordinal)) boxes.Add(new Box(i, 1, false));
            else if (Full.Contains(text[i], StringComparison.Ordinal)) boxes.Add(new Box(i, 1, true));
            else if (text[i] is '(' or '[' or '（' or '［' && Close(text, i, end) is > 0 and var close)
            {
                var inside = text.AsSpan(i + 1, close - i - 1).Trim(" _\u00a0\u3000");
                if (inside.Length > 1 || inside.Length == 1 && !Ticks.Contains(inside[0], StringComparison.Ordinal)) continue;
                boxes.Add(new Box(i, close + 1 - i, inside.Length == 1));
                i = close;
            }
        }
        return boxes;
    }

    /// <summary>The next sign of a box; the end where none is left.</summary>
    private static int Next(string text, int from, int end) => from < end && text.AsSpan(from, end - from).IndexOfAny(Signs) is >= 0 and var found ? from + found : end;

    /// <summary>Where the bracket closes, at most four characters behind; -1 where it does not.</summary>
    private static int Close(string text, int open, int end)
    {
        for (var i = open + 1; i < Math.Min(end, open + 5); i++) if (text[i] is ')' or ']' or '）' or '］') return i;
        return -1;
    }
}
