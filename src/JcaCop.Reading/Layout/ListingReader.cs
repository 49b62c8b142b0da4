namespace JcaCop.Reading.Layout;

/// <summary>Reads numbered and bulleted lines with the lines that continue them.</summary>
internal static class ListingReader
{
    public static (Block Block, int Next)? Read(string text, List<TextLine> lines, int at)
    {
        if (lines[at].Kind != LineKind.Entry) return null;
        var entries = new List<ListEntry>();
        var styles = new List<string>();
        var i = at;
        var next = at;
        while (i < lines.Count)
        {
            var line = lines[i];
            if (line.Kind is LineKind.Blank) { i++; continue; }
            if (line.Kind == LineKind.Entry)
            {
                entries.Add(new ListEntry(line.Marker, Depth(styles, line.Marker.Of(text)), line.Body));
                next = ++i;
                continue;
            }
            if (line.Kind != LineKind.Plain && !Weak(line)) break;
            var apart = i != next;
            if (apart && line.Indent <= lines[next - 1].Indent || !apart && line.Indent < lines[next - 1].Indent && lines[next - 1].Kind == LineKind.Entry) break;
            entries[^1] = entries[^1] with { Text = TextSpan.FromBounds(entries[^1].Text.Start, line.Span.End) };
            next = ++i;
        }
        return (new Listing(TextSpan.FromBounds(lines[at].Span.Start, lines[next - 1].Span.End), entries), next);
    }

    /// <summary>A line with words before a colon that are no known label.</summary>
    private static bool Weak(TextLine line) => line.Kind == LineKind.Field && line.Fields[0].Label == FieldLabel.Other;

    private static int Depth(List<string> styles, ReadOnlySpan<char> marker)
    {
        var style = Style(marker);
        var depth = styles.IndexOf(style);
        if (depth < 0) { styles.Add(style); return styles.Count - 1; }
        styles.RemoveRange(depth + 1, styles.Count - depth - 1);
        return depth;
    }

    private static string Style(ReadOnlySpan<char> marker)
    {
        var style = new System.Text.StringBuilder(4);
        foreach (var c in marker)
        {
            var kind = char.IsDigit(c) ? '1' : c is 'I' or 'V' or 'X' ? 'I' : ListMarker.IsHanDigit(c) ? '一' : char.IsLetter(c) ? 'a' : c;
            if (style.Length == 0 || style[^1] != kind) style.Append(kind);
        }
        return style.ToString();
    }
}
