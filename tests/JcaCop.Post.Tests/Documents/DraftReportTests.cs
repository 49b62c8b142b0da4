using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using JcaCop.Post.Documents;
using JcaCop.Post.Pages;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Post.Tests.Documents;

public sealed class DraftReportTests
{
    private static readonly PublicRegister Sample = SamplePages.Register(null, null);
    private static readonly DateTimeOffset At = new(2012, 9, 3, 8, 0, 0, TimeSpan.Zero);
    private static readonly MeetingEntry Meeting = Sample.Meetings.First(meeting => meeting.Number == "3");

    private static RegisterSnapshot Register => new([.. Sample.Organizations], [.. Sample.Seats.Select(seat => seat.Person).OfType<PersonEntry>()], [.. Sample.Seats.Select(seat => seat.Seat)])
    {
        Filed =
        [
            .. Sample.Meetings, .. Sample.Documents, .. Sample.Liaisons, .. Sample.Activities, .. Sample.Calls,
            Registration(1, "Élodie Vasseur-Montagne", "ITU-T SG17", "FR", AttendanceMode.InPerson, RegistrationState.Registered),
            Registration(2, "ياسر الكندي", "وزارة الاقتصاد الرقمي (نموذج)", "OM", AttendanceMode.Remote, RegistrationState.Registered),
            Registration(3, "ETSI", null, null, null, RegistrationState.Regrets),
            new CallEntry(9, Sample.Group.Key, "Consultation 1", CallSort.Consultation, "Establishment of the group", new(2012, 3, 22, 9, 0, 0, TimeSpan.Zero), null, [], CallState.Closed)
            {
                EndedAt = new(2012, 4, 30, 9, 0, 0, TimeSpan.Zero), Result = new CallResult(new(2012, 4, 30), new CallSheet(CallOutcome.Approved, [new SheetLine("Outcome", "approved")]), "draft"),
            },
        ],
    };

    private static RegistrationEntry Registration(long id, string name, string? body, string? country, AttendanceMode? mode, RegistrationState state) =>
        new(id, Sample.Group.Key, Meeting.Id, id, name, body, country, mode, state);

    [Fact]
    public void The_report_of_a_meeting_says_what_the_register_knows()
    {
        var text = Text(MeetingReportDraft.Write(Sample.Group, Meeting, Register, null, At));
        foreach (var part in new[]
        {
            "TELECOMMUNICATION STANDARDIZATION SECTOR", "Chairman, JCA-Sample", "as it stood on 3 September 2012, 10:00", "30 August 2012 to 31 August 2012, 18:00 to 19:30 (Geneva time)",
            "2 participants had registered, from 2 countries: 1 in the room and 1 remotely", "Regrets were received from ETSI.", "The report of the First meeting of JCA-Sample (DOC002 Rev.1) was [approved].",
            "Terminology: “child”, <minor> & “young person” (agenda item 3.1)", "DOC005: مصطلحات مقترحة بشأن حماية الطفل على الخط", "Consultation 1, Establishment of the group: approved (30 April 2012)",
            "SG16-LS219", "JCA-Sample-LS1", "Annex A: List of participants", "Annex B: List of documents",
        }) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_of_a_year_has_the_lists_behind_its_figures()
    {
        var text = Text(AnnualReportDraft.Write(Sample.Group, 2012, Register, At));
        foreach (var part in new[] { "Annual report of JCA-Sample to ITU-T SG17, 2012", "Meetings held", "DOC002 Rev.1, distributed", "Lantern Kids Online Foundation", "Educational", "Circular 313", "[Evaluation of the year" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        // What ended the year before, or begins after it, is not of the year.
        Assert.DoesNotContain("儿童上网保护指南第一版", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Safer Internet Day 2013", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_of_an_empty_register_are_whole_too()
    {
        var empty = new RegisterSnapshot([], [], []);
        Assert.Contains("Nobody had registered in advance.", Text(MeetingReportDraft.Write(Sample.Group with { Parent = null }, Meeting with { Agenda = [] }, empty, "DOC001", At)), StringComparison.Ordinal);
        Assert.Contains("No meeting was held.", Text(AnnualReportDraft.Write(Sample.Group, 2010, empty, At)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LibreOffice_opens_reports_and_workbooks_and_prints_them()
    {
        var office = new[] { "/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice" }.FirstOrDefault(File.Exists);
        if (office is null) Assert.Skip("LibreOffice (soffice) is not installed");
        var folder = Directory.CreateTempSubdirectory("jcacop-office-");
        try
        {
            string In(string name) => Path.Combine(folder.FullName, name);
            var stop = TestContext.Current.CancellationToken;
            await File.WriteAllBytesAsync(In("report.docx"), MeetingReportDraft.Write(Sample.Group, Meeting, Register, "DOC006", At), stop);
            await File.WriteAllBytesAsync(In("annual.docx"), AnnualReportDraft.Write(Sample.Group, 2012, Register, At), stop);
            await File.WriteAllBytesAsync(In("list.xlsx"), DocumentsWorkbook(), stop);
            using var run = Process.Start(new ProcessStartInfo(office,
                [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder.FullName, In("report.docx"), In("annual.docx"), In("list.xlsx")])
                { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, errors) = (run.StandardOutput.ReadToEndAsync(stop), run.StandardError.ReadToEndAsync(stop));
            await run.WaitForExitAsync(stop);
            Assert.True(run.ExitCode == 0, await output + await errors);
            foreach (var name in new[] { "report.pdf", "annual.pdf", "list.pdf" })
            {
                var pdf = await File.ReadAllBytesAsync(In(name), stop);
                Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8) && pdf.Length > 5_000, $"{name}: {pdf.Length} bytes");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] DocumentsWorkbook() => JcaCop.Post.Documents.Workbook.Write([new Sheet("documents", ["number", "title"], [.. Sample.Documents.Select(one => (IReadOnlyList<string?>)[one.Number, one.Title])])], At);

    private static string Text(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        return string.Join('\n', file.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText));
    }
}
