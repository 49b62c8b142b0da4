namespace JcaCop.Reading.Layout;

/// <summary>Reads lines of labels and values, values that run on over the next lines, and labels that stand above their values.</summary>
internal static class FormReader
{
    private const int LongestContinuation = 90;

    public static (Block Block, int Next)? Read(string text, List<TextLine> lines, int at)
    {
        var fields = new List<FormField>();
        var group = 0;
        var next = at;
        var known = false;
        var i = at;
        while (i < lines.Count)
        {
            var line = lines[i];
            if (line.Kind is LineKind.Blank or LineKind.Ornament)
            {
                if (fields.Count > 0) group++;
                i++;
                continue;
            }
            var starts = Fields(text, lines, i, known && i == next);
            if (starts.Count == 0)
            {
                if (i != next || fields.Count == 0 || !Continues(text, lines, i, fields[^1])) break;
                var last = fields[^1];
                fields[^1] = last with { Value = last.Value.IsEmpty ? line.Span : TextSpan.FromBounds(last.Value.Start, line.Span.End) };
                next = ++i;
                continue;
            }
            foreach (var field in starts)
            {
                known |= field.Label != FieldLabel.Other;
                fields.Add(field with { Group = group });
            }
            next = ++i;
        }
        if (!known || fields is [{ Value.IsEmpty: true }] && next < lines.Count && LeadsList(lines, next)) return null;
        while (fields.Count > 0 && fields[^1].Label == FieldLabel.Other && fields[^1].Group != fields[0].Group) fields.RemoveAt(fields.Count - 1);
        var end = fields.Max(field => Math.Max(field.Value.End, field.LabelSpan.End));
        while (next > at + 1 && lines[next - 1].Span.Start > end) next--;
        return (new Form(TextSpan.FromBounds(lines[at].Span.Start, Math.Max(end, lines[next - 1].Span.End)), fields), next);
    }

    /// <summary>The fields that begin on a line. An unknown label counts only inside a form and without a list marker.</summary>
    private static IReadOnlyList<FormField> Fields(string text, List<TextLine> lines, int at, bool inside)
    {
        var line = lines[at];
        if (line.Fields.Count > 0)
        {
            if (!inside && at > 0 && lines[at - 1].Kind == LineKind.Plain && lines[at - 1].Span.Length >= 60 && char.IsLower(text[line.Fields[0].LabelSpan.Start])) return [];
            if (line.Fields[0].Label != FieldLabel.Other) return line.Fields;
            if (line.Fields[0].LabelSpan.Length > 40 || !line.Marker.IsEmpty) return [];
            return inside || HasKnownNeighbour(lines, at) ? line.Fields : [];
        }
        if (line.Kind == LineKind.Plain && line.Body.Length <= 60 && at + 1 < lines.Count && lines[at + 1].Kind == LineKind.Plain
            && lines[at + 1].Indent > line.Indent && FieldLabels.Of(line.Body.Of(text)) is { } above)
            return [new FormField(above, line.Body, new TextSpan(line.Body.End, 0), 0)];
        return [];
    }

    private static bool HasKnownNeighbour(List<TextLine> lines, int at) => Known(lines, at + 1) || Known(lines, at - 1);

    private static bool Known(List<TextLine> lines, int at) =>
        at >= 0 && at < lines.Count && lines[at].Fields.Count > 0 && lines[at].Fields[0].Label != FieldLabel.Other;

    private static bool Continues(string text, List<TextLine> lines, int at, FormField last)
    {
        var line = lines[at];
        if (line.Kind != LineKind.Plain && !(line.Kind == LineKind.Entry && last.Value.IsEmpty && !LeadsList(lines, at))) return false;
        if (line.Indent + 1 < IndentOf(lines, at, last)) return false;
        if (last.Value.IsEmpty) return true;
        if (line.Indent > lines[at - 1].Indent || line.Indent > 6) return true;
        if (line.Span.Length > LongestContinuation) return false;
        var final = text[line.Span.End - 1];
        return final is not ('.' or '!' or '?' or '؟' or '。' or '！' or '？' or ':' or '：') && EndsLikeValue(text, line.Span);
    }

    /// <summary>"Our representatives:" above two entries or more introduces a list, and is no label of the first.</summary>
    private static bool LeadsList(List<TextLine> lines, int at)
    {
        var entries = 0;
        for (; at < lines.Count && entries < 2; at++)
            if (lines[at] is { Kind: LineKind.Entry } or { Kind: LineKind.Field, Marker.IsEmpty: false }) entries++;
            else if (lines[at].Kind is not LineKind.Blank && entries == 0) break;
            else if (lines[at].Kind is not (LineKind.Blank or LineKind.Plain)) break;
        return entries > 1;
    }

    /// <summary>Where the line of the last field begins: what stands further out is no part of it.</summary>
    private static int IndentOf(List<TextLine> lines, int at, FormField last)
    {
        for (var i = at - 1; i >= 0; i--)
            if (lines[i].Span.Contains(last.LabelSpan.Start)) return lines[i].Indent;
        return 0;
    }

    /// <summary>A continued value is a few words, not a formula of courtesy that ends in a comma.</summary>
    private static bool EndsLikeValue(string text, TextSpan span)
    {
        var blanks = 0;
        foreach (var c in span.Of(text)) if (c == ' ') blanks++;
        return blanks < 10 && text[span.End - 1] is not (',' or '،' or '，');
    }
}
