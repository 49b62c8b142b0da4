using System.Text;

namespace JcaCop.Reading.Text;

/// <summary>A table while its cells are read; tells tables of data from those for layout when it closes.</summary>
internal sealed class HtmlTable(StringBuilder outer)
{
    private const int LongestDataCell = 700;
    private const int MostCellLines = 8;

    private readonly List<List<StringBuilder>> rows = [];

    /// <summary>Where the text around the table goes.</summary>
    public StringBuilder Outer => outer;

    /// <summary>Text inside the table but outside any cell.</summary>
    public StringBuilder Loose { get; } = new();

    public StringBuilder NewRow()
    {
        rows.Add([]);
        return Loose;
    }

    public StringBuilder NewCell()
    {
        if (rows.Count == 0) rows.Add([]);
        var cell = new StringBuilder();
        rows[^1].Add(cell);
        return cell;
    }

    public void WriteTo(StringBuilder to)
    {
        if (Loose.Length > 0) to.Append(Loose).Append('\n');
        var cells = rows.ConvertAll(row => row.ConvertAll(cell => cell.ToString()));
        if (IsData(cells)) foreach (var row in cells) WriteRow(to, row);
        else foreach (var row in cells) WriteBlocks(to, row);
    }

    /// <summary>A row with two cells of words, and no cell that holds a letter.</summary>
    private static bool IsData(List<List<string>> rows)
    {
        var full = 0;
        foreach (var row in rows)
        {
            var filled = 0;
            foreach (var cell in row)
            {
                if (IsEmpty(cell)) continue;
                filled++;
                if (cell.Length > LongestDataCell || Lines(cell) > MostCellLines) return false;
            }
            if (filled >= 2) full++;
        }
        return full >= 2 || (full == 1 && rows.TrueForAll(row => row.TrueForAll(cell => Lines(cell) <= 1)));
    }

    private static void WriteRow(StringBuilder to, List<string> row)
    {
        if (row.TrueForAll(IsEmpty)) return;
        var last = row.FindLastIndex(cell => !IsEmpty(cell));
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0 && i <= last) to.Append('\t');
            AppendCell(to, row[i]);
        }
        to.Append('\n');
    }

    /// <summary>One line of a cell; a nested row's tabs become blanks so that they are not taken for this table's.</summary>
    private static void AppendCell(StringBuilder to, string cell)
    {
        var first = true;
        foreach (var range in cell.AsSpan().Split('\n'))
        {
            var line = Blanks.Trim(cell.AsSpan()[range]);
            if (line.IsEmpty) continue;
            if (!first) to.Append("  ");
            foreach (var c in line) to.Append(c == '\t' ? ' ' : c);
            first = false;
        }
    }

    private static void WriteBlocks(StringBuilder to, List<string> row)
    {
        foreach (var cell in row)
        {
            if (cell.Length == 0) continue;
            if (to.Length > 0 && to[^1] != '\n') to.Append('\n');
            to.Append(cell);
        }
        if (to.Length > 0 && to[^1] != '\n') to.Append('\n');
    }

    private static bool IsEmpty(string cell) => Blanks.Trim(cell).IsEmpty;

    private static int Lines(string cell)
    {
        var lines = 0;
        foreach (var range in cell.AsSpan().Split('\n'))
            if (!Blanks.Trim(cell.AsSpan()[range]).IsEmpty) lines++;
        return lines;
    }
}
