using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using JcaCop.Reading.Attachments;
using JcaCop.Reading.Text;
using MimeKit;

namespace JcaCop.Reading.Tests.Attachments;

public class AttachmentReaderTests
{
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void A_word_document_gives_paragraphs_as_lines_and_rows_with_tabs_without_what_nobody_sees()
    {
        const string body = """
            <w:p><w:r><w:t>Reply form</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r><w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t xml:space="preserve">plainly </w:t></w:r><w:r><w:t xml:space="preserve">seen </w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:r><w:t>text</w:t></w:r></w:p>
            <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here to enter text</w:t></w:r></w:p></w:sdtContent></w:sdt>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Safe</w:t></w:r></w:p><w:p><w:r><w:t>Web</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>Phone</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
            """;
        Assert.Equal("Reply form\nplainly seen text\nName\tSafe Web\nPhone\n", Single("form.docx", Docx(body)).Text);
    }

    [Fact]
    public void A_workbook_gives_visible_sheets_with_dates_as_dates_and_empty_cells_in_their_place()
    {
        var xlsx = Zip(
            ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/><sheet name="b" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="worksheets/one.xml"/><Relationship Id="r2" Target="worksheets/two.xml"/></Relationships>"""),
            ("xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"""),
            ("xl/sharedStrings.xml", """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Organization</t></si><si><r><t>Safe </t></r><r><t>Web</t></r></si></sst>"""),
            ("xl/worksheets/one.xml", """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Start</t></is></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>41153</v></c></row></sheetData></worksheet>"""),
            ("xl/worksheets/two.xml", """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is><t>secret</t></is></c></row></sheetData></worksheet>"""));
        Assert.Equal("Organization\t\tStart\nSafe Web\t\t2012-09-01\n", Single("list.xlsx", xlsx).Text);
    }

    [Theory]
    [InlineData(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}First\par Second \'e9t\'e9\par}", "First\nSecond été\n")]
    [InlineData(@"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет")]
    [InlineData(@"{\rtf1\ansi\uc1 \u1605?\u1585?\u1581?\u1576?\u1575?}", "مرحبا")]
    [InlineData(@"{\rtf1\ansi{\fonttbl{\f1\fcharset134 SimSun;}}{\f1 \'c4\'e3\'ba\'c3}}", "你好")]
    [InlineData(@"{\rtf1 \trowd Name\cell Safe Web\cell\row {\v hidden}after}", "Name\tSafe Web\nafter")]
    public void Rich_text_gives_its_visible_text(string rtf, string expected) => Assert.Equal(expected, Single("text.rtf", Encoding.Latin1.GetBytes(rtf)).Text);

    [Theory]
    [InlineData("a;b\n\"c;d\";e\n", "a\tb\nc;d\te\n")]
    [InlineData("name,post\n\"Ruiz, Ana\",\"Head \"\"A\"\"\"\n", "name\tpost\nRuiz, Ana\tHead \"A\"\n")]
    public void A_separated_table_gives_rows_with_tabs(string csv, string expected) => Assert.Equal(expected, Single("list.csv", Encoding.UTF8.GetBytes(csv)).Text);

    [Fact]
    public void A_text_file_is_decoded_by_the_evidence_of_its_bytes()
    {
        var text = "Название организации: Центр безопасного интернета, адрес: город, улица, дом";
        Assert.Equal(text, Single("форма.txt", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(text)).Text);
    }

    [Fact]
    public void A_package_that_expands_beyond_measure_stays_closed()
    {
        var bomb = Zip(("word/document.xml", new string(' ', 60_000_000)));
        var found = Single("form.docx", bomb);
        Assert.Null(found.Text);
        Assert.Equal("expands beyond measure: not opened", found.Problem);
    }

    [Fact]
    public void Of_much_text_the_beginning_is_read_and_a_person_is_told()
    {
        var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("A line of a long paper.\n", 10_000)));
        var body = new Multipart("mixed") { new TextPart("plain") { Text = "See attached." }, File("a.txt", line), File("b.txt", line), File("c.txt", line) };
        var stream = new MemoryStream();
        new MimeMessage([new MailboxAddress("Ana", "ana@ministry.example")], [new MailboxAddress("", "cop-desk@group.example")], "x", body).WriteTo(stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        var reading = MailReader.Read(stream, TestContext.Current.CancellationToken);
        Assert.Equal([(150_000, "long: only its beginning was read"), (50_000, "long: only its beginning was read"), (0, "too much text beside it: not read")],
            reading.Mail.Attachments.Select(static file => (file.Text?.Length ?? 0, file.Problem)));
        Assert.True(reading.NeedsAttention);
        Assert.Contains("a.txt: long: only its beginning was read", reading.AttentionReasons);
    }

    [Theory]
    [InlineData("form.docx")]
    [InlineData("list.xlsx")]
    [InlineData("paper.pdf")]
    [InlineData("paper.odt")]
    public void A_damaged_file_is_named_with_its_problem(string name)
    {
        var found = Single(name, [.. Enumerable.Range(0, 3000).Select(i => (byte)(i * 31))]);
        Assert.Equal(name, found.Name);
        Assert.Null(found.Text);
        Assert.NotNull(found.Problem);
    }

    [Theory]
    [InlineData("papers.zip", "archive: not opened", true)]
    [InlineData("setup.exe", "program: not opened", true)]
    [InlineData("smime.p7s", null, false)]
    [InlineData("invite.ics", null, false)]
    public void What_is_not_opened_is_named(string name, string? problem, bool listed)
    {
        var found = Single(name, [1, 2, 3]);
        Assert.Equal((problem, listed), (found.Problem, found.Listed));
    }

    [Fact]
    public void A_picture_in_the_text_is_no_file_but_a_scanned_letter_is()
    {
        var logo = new MimePart("image", "png") { Content = Content([1]), ContentId = "logo@x", ContentDisposition = new ContentDisposition("inline") { FileName = "image001.png" } };
        var scan = new MimePart("image", "jpeg") { Content = Content([1]), ContentDisposition = new ContentDisposition("attachment") { FileName = "letter_signed.jpg" } };
        var found = Read(new Multipart("mixed") { new TextPart("plain") { Text = "hello" }, logo, scan });
        Assert.Equal([("image001.png", false), ("letter_signed.jpg", true)], found.Select(f => (f.Name, f.Listed)));
    }

    [Theory]
    [InlineData("Content-Disposition: attachment; filename=\"C:\\\\docs\\\\form.txt\"", "form.txt")]
    [InlineData("Content-Disposition: attachment; filename=\"../../etc/form.txt\"", "form.txt")]
    [InlineData("Content-Disposition: attachment; filename=\"=?utf-8?B?0YTQvtGA0LzQsC50eHQ=?=\"", "форма.txt")]
    [InlineData("Content-Disposition: attachment; filename=\"=?gb18030?b?1arSqi50eHQ=?=\"", "摘要.txt")] // well-formed as UTF-8, too
    [InlineData("Content-Disposition: attachment; filename*=utf-8''%D1%84%D0%BE%D1%80%D0%BC%D0%B0.txt", "форма.txt")]
    public void Names_are_decoded_and_lose_their_path(string header, string expected)
    {
        var mail = $"From: ana@ministry.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n--b\nContent-Type: text/plain\n{header}\n\ntext\n--b--\n";
        var reading = MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(mail)), TestContext.Current.CancellationToken);
        Assert.Equal([expected], reading.Mail.Attachments.Select(a => a.Name));
    }

    [Fact]
    public void A_mail_without_attachments_has_none() => Assert.Empty(Read(new TextPart("plain") { Text = "hello" }));

    [Fact]
    public void The_text_of_an_opaque_signed_mail_is_the_mail()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Ana Ruiz", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        var cms = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes("Content-Type: text/plain; charset=utf-8\r\n\r\nWe nominate the Safe Web Foundation.\r\n")));
        cms.ComputeSignature(new CmsSigner(certificate));
        var part = new MimePart("application", "pkcs7-mime") { Content = Content(cms.Encode()), ContentTransferEncoding = ContentEncoding.Base64, FileName = "smime.p7m" };
        part.ContentType.Parameters["smime-type"] = "signed-data";
        Assert.Equal("We nominate the Safe Web Foundation.", Whole(part).Body.ReplyText.Trim());
    }

    [Fact]
    public void The_text_between_the_lines_of_a_clear_signature_is_the_mail()
    {
        var text = new TextPart("plain") { Text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nWe nominate the Safe Web Foundation.\n- - first\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n" };
        Assert.Equal("We nominate the Safe Web Foundation.\n- first", Whole(text).Body.Text.Trim());
    }

    [Fact]
    public void Files_of_a_mail_that_is_passed_on_are_found()
    {
        var inner = new MimeMessage { Body = new Multipart("mixed") { new TextPart("plain") { Text = "form attached" }, File("form.txt", "Name: Safe Web"u8.ToArray()) } };
        var found = Read(new Multipart("mixed") { new TextPart("plain") { Text = "please process" }, new MessagePart { Message = inner } });
        Assert.Equal("Name: Safe Web", Assert.Single(found).Text);
    }

    private static ReadAttachment Single(string name, byte[] bytes) => Assert.Single(Read(new Multipart("mixed") { new TextPart("plain") { Text = "see attached" }, File(name, bytes) }));

    private static IReadOnlyList<ReadAttachment> Read(MimeEntity body) => AttachmentReader.Read(new MimeMessage { Body = body });

    private static ReceivedMail Whole(MimeEntity body)
    {
        var stream = new MemoryStream();
        new MimeMessage([new MailboxAddress("Ana", "ana@ministry.example")], [new MailboxAddress("", "cop-desk@group.example")], "x", body).WriteTo(stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return MailReader.Read(stream, TestContext.Current.CancellationToken).Mail;
    }

    private static MimePart File(string name, byte[] bytes) => new("application", "octet-stream")
    {
        Content = Content(bytes),
        ContentTransferEncoding = ContentEncoding.Base64,
        ContentDisposition = new ContentDisposition("attachment") { FileName = name },
    };

    private static MimeContent Content(byte[] bytes) => new(new MemoryStream(bytes));

    private static byte[] Docx(string body) => Zip(("word/document.xml", $"<w:document xmlns:w=\"{WordNamespace}\"><w:body>{body.ReplaceLineEndings("")}</w:body></w:document>"));

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
                using (var writer = new StreamWriter(zip.CreateEntry(name).Open()))
                    writer.Write(text);
        return stream.ToArray();
    }
}
