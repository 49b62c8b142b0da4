using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace JcaCop.Post.Documents;

/// <summary>One sheet: a head row that stays in sight, and rows of text. Text is never taken for a formula, a number or a date: what a mail says stays what it says.</summary>
/// <param name="Name">As on its tab; made fit for Excel.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);

/// <summary>A workbook for Excel and LibreOffice (Office Open XML, ECMA-376).</summary>
public static partial class Workbook
{
    /// <summary>Characters that a cell can hold.</summary>
    private const int LongestCell = 32_767;

    /// <summary>Characters of a tab's name, and those that it must not hold (Excel's own limits).</summary>
    private const int LongestName = 31;
    private static readonly char[] NotInNames = [':', '\\', '/', '?', '*', '[', ']', '\''];

    private const uint Plain = 0;
    private const uint Bold = 1;

    /// <param name="at">When it was made, UTC: for the file's properties.</param>
    public static byte[] Write(IReadOnlyList<Sheet> sheets, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        using var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var tabs = new Sheets();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var sheet in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                Write(part, sheet);
                tabs.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)names.Count + 1, Name = NameOf(sheet.Name, names) });
            }
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(tabs);
            file.PackageProperties.Created = file.PackageProperties.Modified = at.UtcDateTime;
        }
        return bytes.ToArray();
    }

    /// <summary>Written row by row: a register has many.</summary>
    private static void Write(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, CustomWidth = true, Width = Width(column, sheet.Rows.Select(row => row[i])) })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, sheet.Columns, Bold);
        for (var i = 0; i < sheet.Rows.Count; i++) WriteRow(writer, i + 2, sheet.Rows[i], Plain);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Letters(sheet.Columns.Count - 1)}{Math.Max(1, sheet.Rows.Count + 1).ToString(CultureInfo.InvariantCulture)}" });
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IReadOnlyList<string?> cells, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var i = 0; i < cells.Count; i++)
        {
            if (string.IsNullOrEmpty(cells[i])) continue;
            writer.WriteElement(new Cell(new InlineString(new Text(Clean(cells[i]!)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                CellReference = Letters(i) + number.ToString(CultureInfo.InvariantCulture), DataType = CellValues.InlineString, StyleIndex = style,
            });
        }
        writer.WriteEndElement();
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            // 49 is text (ECMA-376, 18.8.30): what is typed over a cell stays text too.
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { NumberFormatId = 49, FontId = 0, FillId = 0,
                BorderId = 0, FormatId = 0, ApplyNumberFormat = true, ApplyAlignment = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 49, FontId = 1, FillId = 0, BorderId = 0,
                FormatId = 0, ApplyNumberFormat = true, ApplyFont = true, ApplyAlignment = true }));

    private static double Width(string column, IEnumerable<string?> cells) => Math.Clamp(cells.Take(200).Select(cell => cell?.Length ?? 0).Append(column.Length + 3).Max() + 2, 8, 50);

    /// <summary>Letters of a column: A, Z, AA.</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);

    private static string NameOf(string name, HashSet<string> taken)
    {
        var plain = new string([.. WordText.Clean(name).Select(c => NotInNames.Contains(c) ? ' ' : c)]).Trim();
        if (plain.Length == 0) plain = "Sheet";
        var fit = plain[..Math.Min(plain.Length, LongestName)];
        for (var copy = 2; !taken.Add(fit); copy++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $" {copy}");
            fit = plain[..Math.Min(plain.Length, LongestName - end.Length)] + end;
        }
        return fit;
    }

    /// <summary>Lines stay; whatever else XML 1.0 cannot hold falls out, and what looks like an escape is none (ECMA-376, 22.9.2.19).</summary>
    private static string Clean(string text)
    {
        var clean = Escape().Replace(string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(WordText.Clean)), "_x005F_");
        if (clean.Length <= LongestCell) return clean;
        var cut = clean[..(LongestCell - 1)];
        return (char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut) + "…";
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
