namespace JcaCop.Reading.Layout;

/// <summary>Reads rows of cells: parted by tabs, bars or columns of blanks, with heads above or at the left.</summary>
internal static class TableReader
{
    public static (Block Block, int Next)? Read(string text, List<TextLine> lines, int at) =>
        lines[at].Kind == LineKind.Row || IsCellLine(lines[at]) ? Celled(text, lines, at) : FixedWidth(text, lines, at);

    /// <summary>A label and its value in two cells; a form unless its neighbours are rows of more cells.</summary>
    private static bool IsCellLine(TextLine line) => line.Cells.Count == 2;

    private static (Block, int)? Celled(string text, List<TextLine> lines, int at)
    {
        var rows = new List<IReadOnlyList<TextSpan>>();
        var next = at;
        for (var i = at; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind is LineKind.Ornament) continue;
            if (line.Kind == LineKind.Blank)
            {
                if (i + 1 < lines.Count && i > at && lines[i + 1].Cells.Count == rows[0].Count && rows[0].Count > 2) continue;
                break;
            }
            if (line.Cells.Count == 0) break;
            rows.Add(line.Cells);
            next = i + 1;
        }
        var width = rows.Max(row => row.Count);
        var top = rows[0].Count(cell => FieldLabels.Of(cell.Of(text)) is not null);
        var left = rows.Count(row => FieldLabels.Of(row[0].Of(text)) is not null);
        var span = TextSpan.FromBounds(lines[at].Span.Start, lines[next - 1].Span.End);
        if (width == 2 && left * 2 >= rows.Count && !(top == 2 && rows.Count > 1)) return null;
        if (left >= 3 && left * 2 >= rows.Count && Kinds(text, rows.Select(row => row[0])) > Kinds(text, rows[0])) return (Turn(text, span, rows, width), next);
        if (top >= 2 || top == 1 && left <= 1) return (Build(text, span, rows[0], rows.Skip(1), width), next);
        if (left >= 2 && left * 2 >= rows.Count) return (Turn(text, span, rows, width), next);
        return (Build(text, span, null, rows, width), next);
    }

    private static int Kinds(string text, IEnumerable<TextSpan> cells) => cells.Select(cell => Label(text, cell)).Where(label => label != FieldLabel.Other).Distinct().Count();

    private static Table Build(string text, TextSpan span, IReadOnlyList<TextSpan>? head, IEnumerable<IReadOnlyList<TextSpan>> rows, int width)
    {
        var heads = Pad(head ?? [], width);
        return new Table(span, [.. heads.Select(cell => Label(text, cell))], heads, [.. rows.Select(row => Pad(row, width))]);
    }

    /// <summary>Labels at the left: every further column is a record.</summary>
    private static Table Turn(string text, TextSpan span, List<IReadOnlyList<TextSpan>> rows, int width)
    {
        var heads = rows.ConvertAll(row => row[0]);
        var records = new List<IReadOnlyList<TextSpan>>();
        for (var column = 1; column < width; column++)
            records.Add([.. rows.Select(row => column < row.Count ? row[column] : default)]);
        return new Table(span, heads.ConvertAll(cell => Label(text, cell)), heads, records);
    }

    private static FieldLabel Label(string text, TextSpan cell) => cell.IsEmpty ? FieldLabel.Other : FieldLabels.Of(cell.Of(text)) ?? FieldLabel.Other;

    private static IReadOnlyList<TextSpan> Pad(IReadOnlyList<TextSpan> row, int width) =>
        row.Count == width ? row : [.. row, .. Enumerable.Repeat(default(TextSpan), width - row.Count)];

    /// <summary>A head line of labels two blanks apart, a ruler perhaps, then rows in the same columns.</summary>
    private static (Block, int)? FixedWidth(string text, List<TextLine> lines, int at)
    {
        var head = Pieces(text, lines[at].Span);
        if (head.Count < 3 || head.Count(piece => FieldLabels.Of(piece.Of(text)) is not null) < 2 || head.Any(piece => piece.Length > 40)) return null;
        var rows = new List<IReadOnlyList<TextSpan>>();
        var starts = head.ConvertAll(piece => Column(text, piece.Start));
        var next = at + 1;
        for (; next < lines.Count; next++)
        {
            var line = lines[next];
            if (line.Kind == LineKind.Ornament) { if (Ruler(text, line.Span) is { } ruler && ruler.Count == head.Count) starts = ruler; continue; }
            if (line.Kind == LineKind.Blank) { if (rows.Count > 0 && !RowFollows(text, lines, next, head.Count)) break; continue; }
            var pieces = Pieces(text, line.Span);
            if (pieces.Count == 1 && (rows.Count == 0 || Column(text, pieces[0].Start) == 0)) break;
            var row = new TextSpan[head.Count];
            foreach (var piece in pieces)
            {
                var column = ColumnOf(starts, Column(text, piece.Start));
                row[column] = row[column].IsEmpty ? piece : TextSpan.FromBounds(row[column].Start, piece.End);
            }
            rows.Add(row);
        }
        if (rows.Count == 0) return null;
        return (new Table(TextSpan.FromBounds(lines[at].Span.Start, lines[next - 1].Span.End), head.ConvertAll(piece => Label(text, piece)), head, rows), next);
    }

    private static bool RowFollows(string text, List<TextLine> lines, int blank, int width) =>
        blank + 1 < lines.Count && lines[blank + 1].Kind != LineKind.Blank && Pieces(text, lines[blank + 1].Span).Count >= Math.Max(3, width - 1);

    private static int ColumnOf(List<int> starts, int at)
    {
        var best = 0;
        for (var i = 0; i < starts.Count; i++)
            if (Math.Abs(starts[i] - at) < Math.Abs(starts[best] - at)) best = i;
        return best;
    }

    private static int Column(string text, int offset) => offset == 0 ? 0 : offset - text.LastIndexOf('\n', offset - 1) - 1;

    private static List<int>? Ruler(string text, TextSpan span)
    {
        var starts = new List<int>();
        for (var i = span.Start; i < span.End; i++)
        {
            if (text[i] is not ('-' or '=' or '_' or '+' or ' ')) return null;
            if (text[i] is '-' or '=' or '_' && (i == span.Start || text[i - 1] is ' ' or '+')) starts.Add(Column(text, i));
        }
        return starts;
    }

    /// <summary>Runs of text that two blanks or more part.</summary>
    private static List<TextSpan> Pieces(string text, TextSpan span)
    {
        var pieces = new List<TextSpan>();
        var start = span.Start;
        for (var i = span.Start; i < span.End; i++)
        {
            if (text[i] != ' ' || i + 1 >= span.End || text[i + 1] != ' ') continue;
            pieces.Add(TextSpan.FromBounds(start, i));
            while (i + 1 < span.End && text[i + 1] == ' ') i++;
            start = i + 1;
        }
        pieces.Add(TextSpan.FromBounds(start, span.End));
        return pieces;
    }
}
