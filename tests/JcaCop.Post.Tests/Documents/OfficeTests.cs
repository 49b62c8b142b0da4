using JcaCop.Post.Documents;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Calls;
using JcaCop.Post.Letters.Liaisons;
using JcaCop.Tests.Servers;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;

namespace JcaCop.Post.Tests.Documents;

/// <summary>
/// Every sort of document and workbook, printed by LibreOffice. It asks a person before it repairs a file, and prints nothing where nobody can be asked: what is
/// printed was whole. <c>JCACOP_TEST_DOCUMENTS</c> names a folder that keeps documents and PDFs, to be looked at.
/// </summary>
public sealed class OfficeTests
{
    private const string Folder = "JCACOP_TEST_DOCUMENTS";

    [Fact]
    public async Task Every_sort_of_document_is_printed_whole_and_a_broken_one_is_not()
    {
        Assert.SkipWhen(LibreOffice.Missing is not null, LibreOffice.Missing ?? "");
        var register = SampleDocuments.Register;
        var broken = SampleDocuments.MeetingReport();
        Array.Clear(broken, broken.Length / 3, broken.Length / 4);
        var printed = await PrintAsync(
        [
            ("report.docx", SampleDocuments.MeetingReport()), ("annual.docx", AnnualReportDraft.Write(SampleDocuments.Words(), SampleDocuments.Sample.Group, 2012, register, SampleDocuments.At)),
            ("statement.docx", new LiaisonForm(new LetterOptions()).Write(Statement, SampleDocuments.Sample.Group, SampleDocuments.At).Content), ("empty.docx", SampleDocuments.EmptyReport()),
            .. Others.Select(language => ($"report-{language}.docx", SampleDocuments.MeetingReport(language))),
            .. Others.Select(language => ($"annual-{language}.docx", AnnualReportDraft.Write(SampleDocuments.Words(language), SampleDocuments.Sample.Group, 2012, register, SampleDocuments.At))),
            ("list.xlsx", SampleDocuments.Workbook()), ("broken.docx", broken),
        ]);
        Assert.Equal(new[] { "annual", "empty", "list", "report", "statement" }.Concat(Others.Select(language => $"report-{language}")).Concat(Others.Select(language => $"annual-{language}")).Order(StringComparer.Ordinal), printed.Keys.Order(StringComparer.Ordinal));

        // A cover and the report; two annexes, each on a page of its own at least.
        Holds(printed["report"], 3, 8, "TELECOMMUNICATION STANDARDIZATION SECTOR", "Élodie Vasseur-Montagne", "Regrets were received from ETSI.", "Annex A: List of participants", "Annex B: List of documents", "DOC005");
        Holds(printed["annual"], 3, 10, "Annual report of JCA-Sample to ITU-T SG17, 2012", "Lantern Kids Online Foundation", "Circular 313");
        Holds(printed["statement"], 1, 2, "LIAISON STATEMENT", "JCA-COP-LS5", "ITU-T SG17", "chairman@example.int", "在线保护", "The group thanks you for your liaison statement");
        Holds(printed["empty"], 1, 4, "Nobody had registered in advance.");
        Holds(printed["list"], 1, 3, "DOC002");
    }

    private static readonly string[] Others = ["fr", "es", "ru", "ar", "zh"];

    private static LiaisonOutLetter Statement => new(
        "JCA-COP-LS5", "3/17", "JCA-COP (Geneva, 30 August 2012)", "LS on parental control interfaces (在线保护)", "ITU-T SG2", null, "ITU-T SG17; ETSI", "Chairman of JCA-COP, 3 September 2012",
        new Deadline(new(2012, 11, 30), SampleDocuments.Sample.Group.Zone), [new("Ann Marsh", "Chairman, JCA-COP", "Example Administration", "+41 22 555 01 00", "chairman@example.int")], "SG2-LS14",
        "The group thanks you for your liaison statement.\n\nIt would welcome information on work under way.", ["JCA-COP-LS5.docx", "DOC065_overview.pdf"]);

    private static void Holds(byte[] pdf, int fewest, int most, params string[] parts)
    {
        using var file = PdfDocument.Open(pdf);
        Assert.InRange(file.NumberOfPages, fewest, most);
        var pages = file.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)).ToList();
        Assert.All(pages, page => Assert.NotEqual("", page.Trim()));
        var text = string.Join(' ', string.Join('\n', pages).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in parts) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    /// <summary>What was printed, by name without ending.</summary>
    private static async Task<SortedDictionary<string, byte[]>> PrintAsync(IReadOnlyList<(string Name, byte[] Content)> documents)
    {
        var kept = Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } told ? Directory.CreateDirectory(Path.GetFullPath(told)) : null;
        var temporary = Directory.CreateTempSubdirectory("jcacop-office-");
        var folder = kept ?? temporary;
        try
        {
            var stop = TestContext.Current.CancellationToken;
            foreach (var old in folder.GetFiles("*.pdf")) old.Delete();
            foreach (var (name, content) in documents) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), content, stop);
            return await LibreOffice.ConvertAsync([.. documents.Select(one => Path.Combine(folder.FullName, one.Name))], "pdf", folder.FullName);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
