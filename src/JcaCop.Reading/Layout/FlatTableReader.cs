namespace JcaCop.Reading.Layout;

/// <summary>Reads tables that a mail client has flattened to one cell a line in the text alternative of an HTML mail.</summary>
internal static class FlatTableReader
{
    private const int LongestCell = 160;

    public static (Block Block, int Next)? Read(string text, List<TextLine> lines, int at)
    {
        if (lines[at].Body.Length > 60 || !IsCell(lines[at]) || FieldLabels.Of(lines[at].Span.Of(text)) is null) return null;
        var heads = new List<TextSpan>();
        var i = at;
        for (; i < lines.Count && heads.Count < 12; i++)
        {
            if (lines[i].Kind == LineKind.Blank) continue;
            if (!IsCell(lines[i]) || lines[i].Span.Length > 60 || FieldLabels.Of(lines[i].Span.Of(text)) is null) break;
            heads.Add(lines[i].Span);
        }
        return heads.Count switch
        {
            >= 3 => Rows(text, lines, at, i, heads),
            1 => Pairs(text, lines, at),
            _ => null,
        };
    }

    private static bool IsCell(TextLine line) =>
        line.Kind is LineKind.Plain or LineKind.Entry || line.Kind == LineKind.Ornament && line.Span.Length <= 2
        || line.Kind == LineKind.Field && line.Fields.Count == 1 && line.Fields[0].Value.IsEmpty;

    private static (Block, int)? Rows(string text, List<TextLine> lines, int at, int from, List<TextSpan> heads)
    {
        var labels = heads.ConvertAll(head => FieldLabels.Of(head.Of(text))!.Value);
        var rows = new List<IReadOnlyList<TextSpan>>();
        var end = from;
        var row = new List<TextSpan>();
        for (var i = from; i < lines.Count; i++)
        {
            if (lines[i].Kind == LineKind.Blank) continue;
            if (lines[i].Span.Length > LongestCell || !Fits(text, lines[i].Span, labels[row.Count])) break;
            row.Add(lines[i].Span);
            if (row.Count < heads.Count) continue;
            rows.Add(row);
            row = [];
            end = i + 1;
        }
        if (rows.Count == 0) return null;
        return (new Table(TextSpan.FromBounds(heads[0].Start, lines[end - 1].Span.End), labels, heads, rows), end);
    }

    private static bool Fits(string text, TextSpan cell, FieldLabel label)
    {
        var value = cell.Of(text);
        var empty = value.Length <= 3 && !value.ContainsAnyInRange('0', '9');
        return label switch
        {
            FieldLabel.Email => empty || value.IndexOfAny("@(["  ) >= 0 || value.Length < 25,
            FieldLabel.Phone or FieldLabel.Mobile or FieldLabel.Fax or FieldLabel.PhoneAndFax => empty || value.Length < 60 && value.IndexOf('@') < 0 && HasDigitOrFew(value),
            FieldLabel.Number => value.Length <= 6,
            _ => true,
        };
    }

    private static bool HasDigitOrFew(ReadOnlySpan<char> value)
    {
        foreach (var c in value) if (char.IsDigit(c)) return true;
        return value.Length < 20;
    }

    /// <summary>Label, value, label, value, each on its own line.</summary>
    private static (Block, int)? Pairs(string text, List<TextLine> lines, int at)
    {
        var fields = new List<FormField>();
        var end = at;
        var i = at;
        while (i < lines.Count)
        {
            var label = NextFull(lines, i);
            if (label < 0 || !IsCell(lines[label]) || lines[label].Span.Length > 60 || FieldLabels.Of(lines[label].Span.Of(text)) is not { } code) break;
            var value = NextFull(lines, label + 1);
            if (value < 0 || lines[value].Kind == LineKind.Field || lines[value].Span.Length > LongestCell || FieldLabels.Whole(lines[value].Span.Of(text)) is not null) break;
            fields.Add(new FormField(code, lines[label].Span, lines[value].Span, 0));
            i = end = value + 1;
        }
        if (fields.Count < 3) return null;
        return (new Form(TextSpan.FromBounds(lines[at].Span.Start, lines[end - 1].Span.End), fields), end);
    }

    private static int NextFull(List<TextLine> lines, int from)
    {
        for (var i = from; i < lines.Count && i < from + 4; i++)
            if (lines[i].Kind != LineKind.Blank) return i;
        return -1;
    }
}
