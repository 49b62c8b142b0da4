using System.Text;

namespace JcaCop.Reading.Text;

/// <summary>
/// Tables drawn with strokes and bars, as text editors and converters draw them: a row may fill several lines, and only a stroked line ends it. Each row
/// is put on one line, in as many characters as it had, so that what stands below keeps its place.
/// </summary>
internal static class GridTables
{
    private const string Bars = "|│┃｜║";
    private const string Strokes = "-=+|_─━═┼├┤┬┴┌┐└┘╋║╔╗╚╝╠╣╦╩╬│┃ ";

    /// <summary>Fewer rows between strokes may be a head and, below it, all rows of the table.</summary>
    private const int FewestRows = 3;

    private readonly record struct Line(int Start, int End);

    /// <returns>The text itself where no such table is in it.</returns>
    public static string Unwrap(string text)
    {
        if (text.AsSpan().IndexOfAny(Bars) < 0) return text;
        char[]? result = null;
        var lines = Lines(text);
        for (var at = 0; at < lines.Count; at++)
        {
            if (!IsStroked(text, lines[at])) continue;
            var rows = Rows(text, lines, ref at);
            if (rows.Count < FewestRows) continue;
            foreach (var row in rows)
                if (row.Count > 1 && Joined(text, row) is { } joined) joined.CopyTo(0, result ??= text.ToCharArray(), row[0].Start, joined.Length);
        }
        return result is null ? text : new string(result);
    }

    /// <summary>The rows of the table whose first stroke is at <paramref name="at"/>, which is left at its last.</summary>
    private static List<List<Line>> Rows(string text, List<Line> lines, ref int at)
    {
        var rows = new List<List<Line>>();
        var row = new List<Line>();
        for (var i = at + 1; i < lines.Count; i++)
        {
            if (IsStroked(text, lines[i]))
            {
                if (row.Count > 0) rows.Add(row);
                row = [];
                at = i;
            }
            else if (Cells(text, lines[i]).Count >= 2) row.Add(lines[i]);
            else break;
        }
        return rows;
    }

    private static string? Joined(string text, List<Line> row)
    {
        var parts = row.ConvertAll(line => Cells(text, line));
        if (parts.Exists(cells => cells.Count != parts[0].Count)) return null;
        var length = row[^1].End - row[0].Start;
        var joined = new StringBuilder("|", length);
        for (var column = 0; column < parts[0].Count; column++)
        {
            var cell = new StringBuilder();
            foreach (var (start, end) in parts.Select(cells => cells[column]))
            {
                if (start == end) continue;
                if (cell.Length > 0 && !GoesOn(cell, text.AsSpan(start, end - start))) cell.Append(' ');
                cell.Append(text, start, end - start);
            }
            joined.Append(cell).Append('|');
        }
        return joined.Length > length ? null : joined.Append(' ', length - joined.Length).ToString();
    }

    /// <summary>An address or a word that was broken at the edge of its cell.</summary>
    private static bool GoesOn(StringBuilder cell, ReadOnlySpan<char> more)
    {
        var said = cell.ToString();
        var word = said[(said.LastIndexOf(' ') + 1)..];
        var first = more.IndexOf(' ') < 0 ? more : more[..more.IndexOf(' ')];
        if (word.Contains('@', StringComparison.Ordinal)) return first.IndexOf('@') < 0 && (word[^1] is '@' or '.' or '-' || first[0] is '.' or '-') && first.Length > 1;
        return first[0] == '@' || Lexicons.Folding.IsHan(said[^1]) && Lexicons.Folding.IsHan(more[0]);
    }

    /// <summary>Between the bars, without the blanks around.</summary>
    private static List<(int Start, int End)> Cells(string text, Line line)
    {
        var cells = new List<(int, int)>();
        var open = -1;
        for (var i = line.Start; i < line.End; i++)
        {
            if (!Bars.Contains(text[i], StringComparison.Ordinal)) continue;
            if (open >= 0) cells.Add(Trimmed(text, open, i));
            open = i + 1;
        }
        return cells;
    }

    private static (int Start, int End) Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return (start, end);
    }

    private static bool IsStroked(string text, Line line)
    {
        var strokes = 0;
        for (var i = line.Start; i < line.End; i++)
        {
            if (!Strokes.Contains(text[i], StringComparison.Ordinal)) return false;
            if (text[i] is '-' or '=' or '_' or '─' or '━' or '═') strokes++;
        }
        return strokes >= 3;
    }

    private static List<Line> Lines(string text)
    {
        var lines = new List<Line>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            lines.Add(new Line(start, end));
            start = end + 1;
        }
        return lines;
    }
}
