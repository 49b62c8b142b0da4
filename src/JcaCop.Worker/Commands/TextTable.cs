using System.Globalization;
using System.Text;

namespace JcaCop.Worker.Commands;

/// <summary>Rows under headings for a terminal. Wide characters (Chinese) count two columns; control characters from mails are taken out.</summary>
internal static class TextTable
{
    private const int Widest = 60;

    /// <summary>The last column, behind which nothing stands: reasons are told there, and a reason that is cut tells nothing.</summary>
    private const int WidestLast = 240;

    public static void Write(TextWriter output, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        var cells = rows.Select(row => row.Select((cell, i) => Shown(cell, i == headings.Count - 1 ? WidestLast : Widest)).ToList()).ToList();
        var widths = headings.Select((heading, i) => cells.Select(row => Width(row[i])).Append(heading.Length).Max()).ToList();
        output.WriteLine(Join(headings, widths));
        foreach (var row in cells) output.WriteLine(Join(row, widths));
    }

    private static string Join(IReadOnlyList<string> cells, List<int> widths) =>
        string.Join("  ", cells.Select((cell, i) => cell + new string(' ', widths[i] - Width(cell)))).TrimEnd();

    private static string Shown(string? value, int widest)
    {
        var text = new StringBuilder();
        var width = 0;
        foreach (var sign in (value ?? "").EnumerateRunes())
        {
            // What stood on two lines must not run into one word.
            if (sign.Value is '\n' or '\r' or '\t' && (text.Length == 0 || text[^1] == ' ')) continue;
            var rune = sign.Value is '\n' or '\r' or '\t' ? new Rune(' ') : sign;
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            width += WidthOf(rune);
            if (width >= widest) return text.Append('…').ToString();
            text.Append(rune.ToString());
        }
        return text.ToString();
    }

    private static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += WidthOf(rune);
        return width;
    }

    private static int WidthOf(Rune rune) => rune.Value switch
    {
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0x20000 and <= 0x3FFFD => 2,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : 1,
    };
}
