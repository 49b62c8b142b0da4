using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JcaCop.Post.Documents;

/// <summary>What stands around the text of a document.</summary>
/// <param name="Title">For the file's properties.</param>
/// <param name="Author">For the file's properties: the group.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Header">At the top of each page, such as the document's number; null for none.</param>
/// <param name="Footer">At the bottom of each page, before the page number; null for none.</param>
/// <param name="Language">ISO 639-1: for spelling, fonts and, where it is written so, the direction.</param>
/// <param name="PageWord">As the language calls a page, before its number; null for the bare number.</param>
public sealed record WordHead(string Title, string Author, DateTimeOffset At, string? Header = null, string? Footer = null, string Language = "en", string? PageWord = null)
{
    public bool RightToLeft => Language == "ar";
}

/// <summary>
/// A document for Word and LibreOffice (Office Open XML, ECMA-376), put together block by block: titles, headings, paragraphs, points, tables.
/// Whatever it is filled with is text: control characters fall out, and nothing becomes markup, a field or a link.
/// </summary>
/// <remarks>A4. Paragraph styles are Word's own (Title, Heading 1 …), so that whoever goes on writing finds them and the outline.</remarks>
public sealed class WordDocument(WordHead head)
{
    /// <summary>Twentieths of a point between the margins of the page.</summary>
    internal const int TextWidth = 9638;

    /// <summary>Of a word in a table, so wide that capitals and digits fit: a twentieth of a point.</summary>
    private const int LetterWidth = 115;

    /// <summary>Left and right of the text in a cell.</summary>
    private const int CellMargins = 230;

    /// <summary>Longer words (web addresses) may be broken. Letters.</summary>
    private const int LongestWhole = 18;

    private readonly List<OpenXmlElement> blocks = [];

    public WordDocument Title(string text) => Add(Paragraph(WordStyles.Title, WordText.Run(text, head)));

    /// <param name="level">1 to 3.</param>
    public WordDocument Heading(string text, int level = 1) => Add(Paragraph(WordStyles.Heading(level), WordText.Run(text, head)));

    public WordDocument Paragraph(string text, bool bold = false) => Add(Paragraph(null, WordText.Run(text, head, bold)));

    /// <summary>Text that a person wrote: an empty line parts paragraphs, other line ends are kept.</summary>
    public WordDocument Prose(string text)
    {
        foreach (var part in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Add(Paragraph(null, [.. WordText.Lines(part, head)]));
        return this;
    }

    public WordDocument Points(IEnumerable<string> points)
    {
        foreach (var point in points) Add(Paragraph(WordStyles.Point, WordText.Run(point, head)));
        return this;
    }

    /// <summary>Labels beside their values, without a head row; a value of several lines keeps them.</summary>
    public WordDocument Facts(IReadOnlyList<(string Label, string Value)> facts)
    {
        if (facts.Count == 0) return this;
        const int label = TextWidth / 4;
        return Add(Table([label, TextWidth - label], facts.Select(fact => Row([Cell(fact.Label, label, bold: true), Cell(fact.Value, TextWidth - label)], repeated: false))));
    }

    /// <summary>A table whose head row comes again on each page.</summary>
    /// <param name="shares">Width of each column as a share of all; null for equal ones.</param>
    public WordDocument Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows, IReadOnlyList<int>? shares = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count);
        var all = shares ?? [.. columns.Select(_ => 1)];
        if (all.Count != columns.Count || rows.Any(row => row.Count != columns.Count)) throw new ArgumentException("Each row and the shares need as many cells as there are columns.", nameof(rows));
        var widths = Fitting([.. all.Select(share => TextWidth * share / all.Sum())], [.. columns.Select((column, i) => rows.Select(row => row[i]).Append(column).Max(Longest))]);
        return Add(Table(widths,
        [
            Row([.. columns.Select((column, i) => Cell(column, widths[i], bold: true, shaded: true))], repeated: true),
            .. rows.Select(row => Row([.. row.Select((value, i) => Cell(value ?? "", widths[i]))], repeated: false)),
        ]));
    }

    /// <summary>A rule across the page, as over a signature or between head and text.</summary>
    public WordDocument Rule() => Add(new Paragraph(new ParagraphProperties(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "auto" }))));

    public WordDocument NewPage() => Add(new Paragraph(new Run(new Break { Type = BreakValues.Page })));

    /// <summary>The bytes of the <c>.docx</c>.</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            WordParts.Add(main, head);
            // A table at the very end needs a paragraph behind it (ECMA-376, 17.4.37; Word calls the file damaged without).
            if (blocks.Count == 0 || blocks[^1] is Table) Add(new Paragraph());
            main.Document = new Document(new Body(blocks.Append(WordParts.Section(main, head))));
            file.PackageProperties.Title = WordText.Clean(head.Title);
            file.PackageProperties.Creator = WordText.Clean(head.Author);
            file.PackageProperties.Language = head.Language;
            file.PackageProperties.Created = file.PackageProperties.Modified = head.At.UtcDateTime;
        }
        return bytes.ToArray();
    }

    private WordDocument Add(OpenXmlElement block)
    {
        blocks.Add(block);
        // Two tables in a row would become one.
        if (block is Table) blocks.Add(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "120", Line = "120", LineRule = LineSpacingRuleValues.Exact })));
        return this;
    }

    private Paragraph Paragraph(string? style, params OpenXmlElement[] runs)
    {
        var properties = new ParagraphProperties();
        if (style is not null) properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        if (head.RightToLeft) properties.BiDi = new BiDi();
        return new Paragraph([properties, .. runs]);
    }

    private Table Table(IReadOnlyList<int> widths, IEnumerable<TableRow> rows)
    {
        var properties = new TableProperties(new TableStyle { Val = WordStyles.Grid });
        if (head.RightToLeft) properties.Append(new BiDiVisual());
        properties.Append(new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Number(widths.Sum()) }, new TableLayout { Type = TableLayoutValues.Fixed });
        return new Table([properties, new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })), .. rows]);
    }

    /// <summary>Widens columns in which a number or a heading would be broken, and takes it from those that have room.</summary>
    /// <param name="longest">Letters of the longest word of each column.</param>
    private static List<int> Fitting(List<int> widths, IReadOnlyList<int> longest)
    {
        var needed = longest.Select(letters => Math.Min(letters, LongestWhole) * LetterWidth + CellMargins).ToList();
        var lack = widths.Zip(needed, (width, need) => Math.Max(0, need - width)).Sum();
        var room = widths.Zip(needed, (width, need) => Math.Max(0, width - need)).Sum();
        if (lack == 0 || room == 0) return widths;
        var share = Math.Min(1, (double)lack / room);
        var filled = Math.Min(1, (double)room / lack);
        return [.. widths.Zip(needed, (width, need) => need > width ? width + (int)((need - width) * filled) : width - (int)Math.Ceiling((width - need) * share))];
    }

    private static int Longest(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length).DefaultIfEmpty(0).Max();

    private static TableRow Row(IReadOnlyList<TableCell> cells, bool repeated)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (repeated) properties.Append(new TableHeader());
        return new TableRow([properties, .. cells]);
    }

    private TableCell Cell(string text, int width, bool bold = false, bool shaded = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Number(width) });
        if (shaded) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E7EDF3" });
        return new TableCell(properties, Paragraph(WordStyles.InTable, [.. WordText.Lines(text, head, bold)]));
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
