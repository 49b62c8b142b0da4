using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck.Xunit;
using JcaCop.Post.Documents;
using Xunit;
using Sheet = JcaCop.Post.Documents.Sheet;
using Workbook = JcaCop.Post.Documents.Workbook;

namespace JcaCop.Post.Tests.Documents;

public class WorkbookTests
{
    private static readonly DateTimeOffset Made = new(2012, 9, 3, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_workbook_is_valid_and_is_read_back_as_it_was_written()
    {
        var bytes = Workbook.Write(
        [
            new Sheet("members", ["name", "country", "text"], [["Administration of Exland", "XX", "=1+1"], ["إدارة", null, "first line\nsecond line"], ["部门", "", "+41 22 555 0101"]]),
            new Sheet("members", ["only"], []),
        ], Made);
        Assert.Empty(Faults(bytes));
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        Assert.Equal(["members", "members 2"], file.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!));
        Assert.All(file.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()), cell => Assert.Equal((CellValues.InlineString, null), (cell.DataType!.Value, cell.CellFormula)));
    }

    [Property(MaxTest = 30)]
    public void Whatever_a_mail_says_stays_text(string?[] values, string name)
    {
        var texts = values.Append("=HYPERLINK(\"x\")\u0000\ud800\uffff _x0041_ <c/>").Append(new string('x', 40_000)).ToList();
        var bytes = Workbook.Write([new Sheet(name ?? "", ["a", "b"], [.. texts.Select(text => (IReadOnlyList<string?>)[text, "b"])]), new Sheet(name ?? "", ["a"], [])], Made);
        Assert.Empty(Faults(bytes));
    }

    [Fact]
    public void A_name_of_a_sheet_keeps_to_what_Excel_takes()
    {
        var bytes = Workbook.Write([new Sheet("a/b:c*[d]?'e' and a name that is far too long for any tab", ["x"], [])], Made);
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        var name = file.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value!;
        Assert.True(name.Length <= 31 && name.IndexOfAny([':', '\\', '/', '?', '*', '[', ']', '\'']) < 0, name);
    }

    private static List<string> Faults(byte[] bytes)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
    }
}
