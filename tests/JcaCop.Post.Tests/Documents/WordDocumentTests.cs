using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck.Xunit;
using JcaCop.Post.Documents;
using Xunit;

namespace JcaCop.Post.Tests.Documents;

public class WordDocumentTests
{
    private static readonly DateTimeOffset Made = new(2012, 9, 3, 8, 0, 0, TimeSpan.Zero);

    [Theory, InlineData("en"), InlineData("fr"), InlineData("ar"), InlineData("zh"), InlineData("ru"), InlineData("es")]
    public void A_document_with_every_block_is_valid_in_every_language(string language)
    {
        var bytes = new WordDocument(new WordHead("Report", "JCA-EX", Made, "DOC065", "JCA-EX", language, "Page"))
            .Title("Report of the meeting").Heading("1 Opening").Heading("1.1 Words", 2).Heading("Deeper", 3).Paragraph("Plain").Paragraph("Bold", bold: true)
            .Prose("First line\nsecond line\n\nNext paragraph").Points(["one", "two"]).Facts([("Source", "JCA-EX"), ("Deadline", "a\nb")])
            .Table(["Name", "Country"], [["A. Sample", "Exland"], [null, "x"]], [3, 1]).Table(["Only"], []).Rule().NewPage().Table(["Last"], [["row"]]).Write();
        Assert.Empty(Faults(bytes));
        using var file = Open(bytes);
        Assert.Equal(4, file.MainDocumentPart!.Document!.Body!.Elements<Table>().Count());
        Assert.Equal("Report", file.PackageProperties.Title);
        Assert.Equal(language == "ar", file.MainDocumentPart.Document.Body.Descendants<BiDi>().Any());
    }

    [Fact]
    public void An_empty_document_is_valid() => Assert.Empty(Faults(new WordDocument(new WordHead("", "", Made)).Write()));

    [Property(MaxTest = 20)]
    public void Whatever_it_is_filled_with_stays_text(string?[] values)
    {
        var texts = values.Select(value => value ?? "").Append("<w:p/>&amp; {PAGE} \u0000\u0008\ud800\uffff\u202e=cmd()").ToList();
        var document = new WordDocument(new WordHead(texts[0], texts[^1], Made, texts[^1], texts[0]));
        foreach (var text in texts) document.Heading(text).Prose(text).Points([text]).Facts([(text, text)]).Table([text], [[text]]);
        var bytes = document.Write();
        Assert.Empty(Faults(bytes));
        using var file = Open(bytes);
        Assert.Empty(file.MainDocumentPart!.Document!.Descendants<SimpleField>());
        Assert.Equal(texts.Count, file.MainDocumentPart.Document.Descendants<Paragraph>().Count(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1"));
    }

    [Fact]
    public void A_column_is_wide_enough_for_the_numbers_in_it_and_all_columns_stay_between_the_margins()
    {
        using var file = Open(new WordDocument(new WordHead("t", "a", Made))
            .Table(["Number", "Title", "Opened", "Closing date", "Asked", "Answered", "Result"], [["JCA-AHF-LS1.Rev2", "Extension of the mandate", "10 January 2023", "7 February 2023", "193", "41", "approved"]], [4, 6, 4, 4, 3, 4, 4])
            .Table(["a", "b", "c"], [[new string('x', 90), new string('y', 90), "z"]]).Write());
        var tables = file.MainDocumentPart!.Document!.Body!.Elements<Table>().Select(table => table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(column => int.Parse(column.Width!, System.Globalization.CultureInfo.InvariantCulture)).ToList()).ToList();
        // Ten points of Times: 16 capitals and digits of some 5.5 points each, and the margins of the cell.
        Assert.True(tables[0][0] >= 16 * 110 + 200, $"{tables[0][0]}");
        Assert.All(tables, widths => Assert.InRange(widths.Sum(), 9000, 9638));
        Assert.All(tables.SelectMany(widths => widths), width => Assert.InRange(width, 300, 9638));
    }

    [Fact]
    public void Rows_that_do_not_fit_the_columns_are_refused() =>
        Assert.Throws<ArgumentException>(() => new WordDocument(new WordHead("t", "a", Made)).Table(["a", "b"], [["only one"]]));

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);

    private static List<string> Faults(byte[] bytes)
    {
        using var file = Open(bytes);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
    }
}
