using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Privacy;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Tests.Stores;

public sealed class EraseOnSqliteTests() : EraseTests(TestDatabase.Sqlite());

public sealed class EraseOnSqlServerTests() : EraseTests(TestDatabase.SqlServer());

/// <summary>Whom people mean is found in whatever letters they write it.</summary>
public abstract class EraseTests(Database database) : StoreTests(database)
{
    private Task<EraseOutcome> EraseAsync(long person) => new EraseStore(Database, Time).PersonAsync("g", person, null, "tester", Stop);

    [Fact]
    public async Task Mails_from_an_address_written_in_capitals_are_those_of_its_owner()
    {
        await PassAsync("1@tel.gov.xx", Mails.Raw("1@tel.gov.xx", "Ana.Lopez@TEL.gov.xx"), 0, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana.lopez@tel.gov.xx"));
        Assert.Equal([1], (await EraseAsync(1)).Mails);
    }

    [Theory]
    [InlineData("docx", "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Taking part: Ana Lopez</w:t></w:r></w:p></w:body></w:document>")]
    [InlineData("xlsx", "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Ana Lopez</t></is></c></row></sheetData></worksheet>")]
    public async Task A_letter_whose_document_names_the_person_goes_too(string kind, string part, string content)
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana.lopez@tel.gov.xx"));
        await Outbox.EnqueueAsync([Letter("named@g.example") with { Mime = With(kind, part, content) }, Letter("other@g.example") with { Mime = With(kind, part, content.Replace("Ana Lopez", "Juan Diaz", StringComparison.Ordinal)) }], Stop);
        var letters = (await EraseAsync(1)).Letters;
        Assert.Contains("named@g.example", letters);
        Assert.DoesNotContain("other@g.example", letters);
    }

    [Fact]
    public async Task Copies_of_a_letter_name_its_readers_and_go_with_each_of_them()
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana.lopez@tel.gov.xx"));
        await Outbox.EnqueueAsync(
        [
            Letter("to@g.example", "ana.lopez@tel.gov.xx") with { Mime = ToReaders("ana.lopez@tel.gov.xx", "chair@g.example"), Copies = [new LetterCopy("copy-of-hers@g.example", "chair@g.example", ToReaders("ana.lopez@tel.gov.xx", "chair@g.example"))] },
            Letter("copied@g.example") with { Mime = ToReaders("a@b.example", "Ana.Lopez@tel.gov.xx"), Copies = [new LetterCopy("her-copy@g.example", "ana.lopez@tel.gov.xx", ToReaders("a@b.example", "Ana.Lopez@tel.gov.xx"))] },
            Letter("others@g.example") with { Mime = ToReaders("a@b.example", "chair@g.example") },
        ], Stop);
        var erased = (await EraseAsync(1)).Letters;
        Assert.Superset(new HashSet<string> { "to@g.example", "copy-of-hers@g.example", "copied@g.example", "her-copy@g.example" }, erased.ToHashSet());
        Assert.DoesNotContain("others@g.example", erased);
    }

    private static byte[] ToReaders(string to, string cc) => System.Text.Encoding.ASCII.GetBytes($"From: desk@example.org\r\nTo: Reader <{to}>\r\nCc: {cc}\r\nSubject: Reminder\r\n\r\nPlease answer.\r\n");

    private static byte[] With(string kind, string part, string content)
    {
        using var package = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(package, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            (string Name, string Text)[] parts = kind == "docx" ? [(part, content)] :
            [
                (part, content), ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ];
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return System.Text.Encoding.ASCII.GetBytes("From: desk@example.org\r\nTo: others@example.org\r\nSubject: Report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the document.\r\n"
            + $"--b\r\nContent-Type: application/octet-stream; name=report.{kind}\r\nContent-Disposition: attachment; filename=report.{kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(package.ToArray())}\r\n--b--\r\n");
    }

    [Theory]
    [InlineData("Élodie Dupré", "Élodie DUPRÉ")]
    [InlineData("Пётр Иванов", "Пётр ИВАНОВ")]
    [InlineData("O'Brien Müller", "O'Brien Müller")]
    public async Task A_name_in_other_letters_than_A_to_Z_goes_from_history_and_from_what_others_wrote(string name, string written)
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Seat("Safe Net", name, email: "someone@safe.example"));
        await PassAsync("2@tel.gov.xx", Mails.Raw("2@tel.gov.xx", "x@gmail.com"), 1, Mails.Seat("Other Net", "Juan Diaz", replaces: written));
        Assert.Contains((await Register.HistoryAsync(EntryKind.Seat, 1, Stop))[0].Fields, field => field.After == name);
        Assert.Null((await EraseAsync(1)).Problem);
        Assert.DoesNotContain((await Register.HistoryAsync(EntryKind.Seat, 1, Stop))[0].Fields, field => field.After == name);
        var item = (await new MessageQueries(Database).ShowAsync(2, Stop))!.Items[0].Json;
        Assert.Contains("Juan Diaz", item, StringComparison.Ordinal);
        Assert.DoesNotContain(written, item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_were_merged_are_erased_as_one_person()
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Seat("Safe Net", "Ana Lopez", email: "ana@safe.example"));
        await PassAsync("2@tel.gov.xx", Mails.Raw("2@tel.gov.xx"), 1, Mails.Seat("Other Net", "Anita Lopez Vega", email: "lopez@other.example"));
        Assert.True((await new DeskStore(Database, Time).DoAsync("g", new DeskOrder("s", "person merge", "", PersonDesk.Needs, draft => PersonDesk.Merge(1, 2, draft)), Stop)).Done);
        foreach (var number in new long[] { 1, 2 })
        {
            var held = (await new PersonData(Database, Register).OfAsync("g", null, number, null, Stop))!;
            Assert.Equal(2, held["persons"]!.AsArray().Count);
            Assert.Contains("Anita Lopez Vega", held["history"]!.ToJsonString(), StringComparison.Ordinal);
        }
        Assert.Null((await EraseAsync(1)).Problem);
        Assert.Null((await new KnownStore(Database).OwnAsync("g", "lopez@other.example", Stop)).Person(2));
        Assert.All(await Register.HistoryAsync(EntryKind.Person, 2, Stop), line => Assert.DoesNotContain("lopez", line.After, StringComparison.OrdinalIgnoreCase));
    }
}
