using System.Text;
using JcaCop.Reading.Lexicons;
using Word = UglyToad.PdfPig.Content.Word;
using UglyToad.PdfPig.Content;

namespace JcaCop.Reading.Attachments;

/// <summary>The lines of a page: words on one base line, wide or aligned gaps as tabs; rows of a ruled table as lines with tabs between the cells.</summary>
internal static class PdfLines
{
    /// <summary>A gap of so many heights of the letters parts two columns; a narrower one only where the line above or below has it at the same place.</summary>
    private const double Wide = 1.8;

    private const double Narrow = 0.7;

    /// <summary>How far apart, in points, what is aligned may begin.</summary>
    private const double Aligned = 1.5;

    public static void Write(Page page, StringBuilder text)
    {
        var words = page.GetWords().Where(static word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        var written = new List<(double Top, string Line, List<Word>? Words)>();
        var grid = PdfGrid.Of(page);
        foreach (var row in grid.Take(words)) written.Add((row.Top, string.Join('\t', row.Cells.Select(cell => Cell(cell.Words, cell.Right, row.RightToLeft))), null));
        var lines = Lines(words);
        for (var i = 0; i < lines.Count; i++) written.Add((lines[i].Max(static word => word.BoundingBox.Top), Line(lines, i), lines[i]));
        var paragraphs = new PdfParagraphs(lines, page.Width);
        List<Word>? above = null;
        var start = text.Length;
        foreach (var (_, line, here) in written.OrderByDescending(static one => one.Top))
        {
            // words in columns are no running text
            var running = here is not null && !line.Contains('\t', StringComparison.Ordinal) ? here : null;
            var trimmed = line.TrimEnd('\t', ' ');
            if (text.Length > start)
            {
                if (above is not null && running is not null && paragraphs.GoesOn(above, running, PdfReadingOrder.IsRightToLeft(running))) text.Append(PdfParagraphs.Between(text.ToString(text.Length - 1, 1), trimmed));
                else text.Append('\n');
            }
            text.Append(trimmed);
            above = running;
        }
        if (text.Length > start) text.Append('\n');
    }

    /// <summary>Words by their base lines, from top to bottom, each line from left to right.</summary>
    private static List<List<Word>> Lines(List<Word> words)
    {
        var lines = new List<List<Word>>();
        words.Sort(static (a, b) => Base(b).CompareTo(Base(a)));
        for (var i = 0; i < words.Count;)
        {
            var line = new List<Word> { words[i] };
            var height = Height(words[i]);
            var bottom = Base(words[i]);
            for (i++; i < words.Count && bottom - Base(words[i]) < height * 0.5; i++) line.Add(words[i]);
            line.Sort(static (a, b) => a.BoundingBox.Left.CompareTo(b.BoundingBox.Left));
            lines.Add(line);
        }
        return lines;
    }

    private static string Line(List<List<Word>> lines, int at)
    {
        var line = lines[at];
        if (PdfReadingOrder.IsRightToLeft(line)) return string.Join('\t', Columns(lines, at).Reverse<List<Word>>().Select(PdfReadingOrder.RightToLeft));
        return string.Join('\t', Columns(lines, at).Select(LeftToRight));
    }

    private static List<List<Word>> Columns(List<List<Word>> lines, int at)
    {
        var line = lines[at];
        var columns = new List<List<Word>> { new() { line[0] } };
        for (var w = 1; w < line.Count; w++)
        {
            var gap = line[w].BoundingBox.Left - line[w - 1].BoundingBox.Right;
            var height = Height(line[w]);
            var parts = gap > height * Wide || gap > height * Narrow && (Starts(lines, at - 1, line[w]) || Starts(lines, at + 1, line[w]));
            if (parts) columns.Add([line[w]]); else columns[^1].Add(line[w]);
        }
        return columns;
    }

    /// <summary>A word of the other line stands at the same place behind a gap.</summary>
    private static bool Starts(List<List<Word>> lines, int at, Word like)
    {
        if (at < 0 || at >= lines.Count) return false;
        var line = lines[at];
        for (var w = 1; w < line.Count; w++)
            if (Math.Abs(line[w].BoundingBox.Left - like.BoundingBox.Left) < Aligned) return line[w].BoundingBox.Left - line[w - 1].BoundingBox.Right > Height(line[w]) * Narrow;
        return false;
    }

    /// <summary>The text of a cell on one line; an address or Chinese words that were broken at the edge of their cell are joined again.</summary>
    private static string Cell(List<Word> words, double right, bool rightToLeft)
    {
        var text = new StringBuilder();
        List<Word>? above = null;
        foreach (var line in Lines(words))
        {
            var written = PdfReadingOrder.IsRightToLeft(line) || rightToLeft && PdfReadingOrder.IsFigures(line) ? PdfReadingOrder.RightToLeft(line) : LeftToRight(line);
            var room = above is null ? double.MaxValue : right - above[^1].BoundingBox.Right;
            var broken = above is not null && above[^1].Text is { Length: > 1 } last && last[^1] == '-' || above is not null && room < Math.Max(Height(line[0]), Height(above[^1])) * 1.2 && above[^1].Text.AsSpan().IndexOfAny('@', '/', '_') >= 0
                || room < line[0].BoundingBox.Width + Height(line[0]) && (Folding.IsHan(above![^1].Text[^1]) || Folding.IsHan(line[0].Text[0]));
            if (text.Length > 0 && !broken) text.Append(' ');
            text.Append(written);
            above = line;
        }
        return text.ToString();
    }

    /// <summary>Between Han characters and figures a page has room, and the text no blank.</summary>
    private static string LeftToRight(List<Word> line)
    {
        var text = new StringBuilder();
        for (var w = 0; w < line.Count; w++)
        {
            var close = w > 0 && (Folding.IsHan(line[w].Text[0]) && char.IsAsciiDigit(line[w - 1].Text[^1]) || Folding.IsHan(line[w - 1].Text[^1]) && char.IsAsciiDigit(line[w].Text[0]));
            if (w > 0 && !close) text.Append(' ');
            text.Append(line[w].Text);
        }
        return text.ToString();
    }

    private static double Base(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double Height(Word word) => Math.Max(4, word.BoundingBox.Height);
}
