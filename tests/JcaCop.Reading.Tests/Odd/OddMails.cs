using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace JcaCop.Reading.Tests.Odd;

/// <summary>Makes mails that no program should send, each by its number alone: sound letters damaged by chance, and inventions that are hostile from the start.</summary>
public static class OddMails
{
    /// <summary>How a mail is made; the name says what is odd.</summary>
    private static readonly (string Name, Func<Random, byte[]> Make)[] Makers =
    [
        ("truncated", static r => Cut(Letter(r), r)),
        ("bits flipped", static r => Flipped(Letter(r), r)),
        ("signs thrown in", static r => Thrown(Letter(r), r)),
        ("lines lost or doubled", static r => Shuffled(Letter(r), r)),
        ("boundaries changed", static r => Text(Replaced(Letter(r), r, "boundary=", "boundary=x", "boundary", "--b", "--bb", "---b", ""))),
        ("charsets that lie", static r => Text(Replaced(Letter(r), r, "utf-8", "utf-16", "utf-7", "x-unknown", "gb2312", "iso-2022-jp", "koi8-r", "us-ascii", new string('u', 5000), "\"", "utf-8; charset=latin1"))),
        ("encodings that lie", static r => Text(Replaced(Letter(r), r, "quoted-printable", "base64", "x-uuencode", "binary", "7bit", "x-yenc", "chunked"))),
        ("NUL and control characters", static r => Sprinkled(Letter(r), r, [0, 1, 7, 8, 11, 12, 26, 27, 127])),
        ("8-bit headers", static r => Headed(r, "Subject: ", Noise(r, 0x80, 0xff, 300), "\nFrom: ", Noise(r, 0x80, 0xff, 60), " <a@b.example>\nTo: ", Noise(r, 0x20, 0xff, 200))),
        ("huge header", static r => Headed(r, "Subject: ", Bytes(new string((char)r.Next(33, 126), r.Next(10_000, 1_500_000))))),
        ("many headers", static r => Headed(r, string.Concat(Enumerable.Range(0, r.Next(100, 20_000)).Select(static n => $"X-H{n}: v\n")) + "Subject: x")),
        ("folded for ever", static r => Headed(r, "Subject: " + Repeat("x\n ", r.Next(10, 50_000)))),
        ("encoded words abused", static r => Headed(r, "Subject: " + Repeat(Pick(r, "=?utf-8?Q?=?= ", "=?utf-8?B?4pyT?=", "=?x?Q?a?=", "=?utf-8?B?!!!!?=", "=?utf-8?Q?=E4=?=", "=?", "=?utf-8?q?a?= \n ", "=?utf-8*en?Q?_?="), r.Next(1, 20_000)))),
        ("parameters abused", static r => Headed(r, "Content-Type: text/plain; " + Repeat(Pick(r, "name*0*=utf-8''%E4; ", "name*1=a; ", "name*99999999999=a; ", "charset=\"", "a=b;", "name=\"\\\\\\\"", "x*0*=%;"), r.Next(1, 5000)))),
        ("addresses abused", static r => Headed(r, "To: " + Repeat(Pick(r, "a@b.example, ", "(", "\"", "group: a@b.example;", "<<a@b>>,", "a b c ", "@", "a@[1.2.3.4], ", ";,:<>"), r.Next(1, 20_000)) + "\nFrom: a@b.example")),
        ("dates abused", static r => Headed(r, "Date: " + Pick(r, "Mon, 99 Foo 99999 99:99:99 +9999", "0", "-1", new string('9', 10_000), "Thu, 01 Jan 0001 00:00:00 -2359", "Fri, 31 Dec 9999 23:59:59 -1200"))),
        ("partial and external", static r => Text($"From: a@b.example\nSubject: x\nContent-Type: {Pick(r, "message/partial; id=\"x\"; number=1; total=99999", "message/external-body; access-type=local-file; name=\"/etc/passwd\"", "message/rfc822", "message/news", "message/partial", "multipart/parallel; boundary=b", "multipart/byteranges; boundary=b", "multipart/encrypted; protocol=x; boundary=b")}\n\n") .Concat(Letter(r)).ToArray()),
        ("uuencoded", static r => Letter("text/plain", "begin 644 form.txt\n" + Repeat(Pick(r, "#0V%T\n", "M" + new string('!', 60) + "\n", "`\n", "~~~~\n"), r.Next(1, 20_000)) + Pick(r, "`\nend\n", ""))),
        ("yEnc", static r => Letter("text/plain", "=ybegin line=128 size=" + r.Next() + " name=a.bin\n" + Repeat("*+,-=}=M", r.Next(1, 10_000)) + "\n=yend size=1 crc32=0\n")),
        ("base64 broken", static r => Letter("text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", Repeat(Pick(r, "====", "4pyT\n", "A", "AA A\t", "!!!!", "AAAA=AAAA", "-_-_"), r.Next(1, 30_000)))),
        ("quoted-printable broken", static r => Letter("text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable", Repeat(Pick(r, "=", "=\n", "=E", "=ZZ", "=3D=", "=C3=A9=\n", "==C3"), r.Next(1, 60_000)))),
        ("parts nested", static r => Nested(r, r.Next(2, 1000))),
        ("mails nested", static r => Text(Repeat("From: a@b.example\nSubject: Fwd: x\nContent-Type: message/rfc822\n\n", r.Next(2, 800)) + "We nominate A.\n")),
        ("many parts", static r => Text("From: a@b.example\nContent-Type: multipart/" + Pick(r, "mixed", "alternative", "related", "report; report-type=delivery-status", "digest", "signed") + "; boundary=b\n\n" + Repeat("--b\nContent-Type: " + Pick(r, "text/plain", "text/html", "message/delivery-status", "application/octet-stream; name=a.docx") + "\n\nx\n", r.Next(10, 5000)) + "--b--")),
        ("line ends mixed", static r => [.. Letter(r).SelectMany(b => b == '\n' ? Bytes(Pick(r, "\n", "\r\n", "\r", "\n\r", "\r\r\n")) : [b])]),
        ("HTML abused", static r => Letter("text/html; charset=utf-8", Repeat(Pick(r, "<div>", "<table><tr><td>x", "<b", "<!--", "&#99999999;", "&amp;&nbsp;", "<td colspan=99999999>x</td>", "<p style=\"" + new string('a', 500) + "\">y</p>", "<script>", "<style>.a{display:none}</style>", "<blockquote>", "<a href=\"javascript:x\">y</a>", "</p></div></table>", "<![CDATA[", "<br>", "<font size=1><span style='mso-hide:all'>"), r.Next(1, 20_000)) + "text")),
        ("text of many signs", static r => Letter("text/plain; charset=utf-8", Repeat(Pick(r, ">", "> > > a\n", "@", "a@b.c ", "1.", "12/", "-", "- a\n", "(", "\"", ":", "Name: \n", "\t", "|", "Mr ", "of the ", "On 5 Nov 2012 10:04, x wrote:\n", "From: a\nSent: b\n", "http://", "Ministry of ", "и ", "وال", "的", "１２", "\u202e", "A\u0301", "🎉"), r.Next(1, 60_000)))),
        ("one long line", static r => Letter("text/plain; charset=utf-8", new string((char)r.Next(32, 1500), r.Next(100_000, 3_000_000)))),
        ("flowed", static r => Letter("text/plain; charset=utf-8; format=flowed; delsp=" + Pick(r, "yes", "no", "maybe"), Repeat(Pick(r, "a \n", "> a \n", ">>> \n", " \n", "-- \n"), r.Next(1, 50_000)))),
        ("package bombs", static r => Attached(Pick(r, "a.docx", "a.xlsx", "a.odt", "a.ods", "a.docm"), Bomb(r))),
        ("XML abused", static r => Attached(Pick(r, "a.docx", "a.xlsx", "a.odt"), Package(Pick(r, "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>", "<a>", Repeat("<w:p>", 20_000), "<w:document xmlns:w=\"x\">" + Repeat("<w:r><w:t>a</w:t></w:r>", 50_000) + "</w:document>", "<sst><si>" + Repeat("<t>a</t>", 50_000) + "</si></sst>", "")))),
        ("files of noise", static r => Attached(Pick(r, "a.docx", "a.xlsx", "a.pdf", "a.rtf", "a.odt", "a.csv", "a.txt", "a.html", "a.doc", "winmail.dat", "smime.p7m", "a.eml", "a.zip"), Noise(r, 0, 256, r.Next(1, 30_000)))),
        ("PDF abused", static r => Attached("a.pdf", Bytes("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[" + Repeat(Pick(r, "2 0 R ", "3 0 R "), r.Next(1, 2000)) + "]/Count 99999>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Length 10>>stream\n" + Repeat("BT (a) Tj ET ", r.Next(1, 5000)) + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"))),
        ("RTF abused", static r => Attached("a.rtf", Bytes("{\\rtf1" + Repeat(Pick(r, "{", "}", "\\par ", "\\u99999?", "\\'zz", "\\bin99999999 ", "{\\*\\x ", "\\uc99 \\u1 ", "\\cell\\row "), r.Next(1, 50_000))))),
        ("CSV abused", static r => Attached("a.csv", Bytes(Repeat(Pick(r, "\"", ";", ",", "a;\n", "\"a\"\"", "\t\t\t"), r.Next(1, 100_000))))),
        ("TNEF abused", static r => Attached("winmail.dat", [0x78, 0x9f, 0x3e, 0x22, 1, 0, .. Noise(r, 0, 256, r.Next(1, 20_000))])),
        ("S/MIME and PGP abused", static r => Letter(Pick(r, "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\nContent-Transfer-Encoding: base64", "text/plain"), Pick(r, Convert.ToBase64String([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, .. Noise(r, 0, 256, 500)]), "-----BEGIN PGP SIGNED MESSAGE-----\n" + Repeat("- -\n", 10_000), "-----BEGIN PGP SIGNED MESSAGE-----\nHash: x\n\n-----BEGIN PGP SIGNATURE-----\n"))),
        ("reports abused", static r => Text("From: MAILER-DAEMON@b.example\nReturn-Path: <>\nSubject: failure notice\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n" + Repeat("<a@b.example>: 550 5.1.1 no\n", r.Next(1, 2000)) + "--b\nContent-Type: message/delivery-status\n\n" + Repeat(Pick(r, "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n\n", "Status: 5.1.1\n", "Action: ", "Final-Recipient: ;;;\n", "\n"), r.Next(1, 5000)) + "--b--")),
        ("no mail at all", static r => Pick(r, [], Bytes(" "), Bytes("\n\n\n"), Noise(r, 0, 256, 5000), Bytes("<html>not a mail</html>"), Bytes("{\"a\":1}"), Bytes("From \n\n"), new byte[r.Next(1, 20_000)])),
    ];

    /// <summary>What is odd about a mail.</summary>
    public static string Name(int number) => Makers[number % Makers.Length].Name;

    public static byte[] Make(int number) => Makers[number % Makers.Length].Make(new Random(number));

    private const string Head = "From: =?utf-8?B?0JDQvdC90LA=?= <ana@ministry.example>\nTo: desk@group.example\nSubject: =?iso-8859-1?Q?R=E9ponse?= TSB Circular 313\nDate: Mon, 06 Aug 2012 10:00:00 +0200\nMessage-ID: <a@ministry.example>\nMIME-Version: 1.0\n";

    private static readonly byte[][] Letters =
    [
        Bytes(Head + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain; charset=utf-8\n\nNous proposons la Fondation Web Sûr.\nContact : Mme Eva Holm, eva@web.example, +33 1 55 55 01 00\n\nAnna\n-- \nMinistère\n\n> On 1 Aug someone wrote:\n> text\n"
            + "--c\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><p>Nous proposons <b>la Fondation</b></p><table><tr><td>Nom</td><td>Web S=C3=BBr</td></tr></table></body></html>\n--c--\n"
            + "--b\nContent-Type: application/rtf; name=a.rtf\nContent-Disposition: attachment; filename=a.rtf\nContent-Transfer-Encoding: base64\n\ne1xydGYxIEhlbGxvXHBhciBXb3JsZH0=\n"
            + "--b\nContent-Type: message/rfc822\n\nFrom: bo@agency.example\nSubject: inner\n\nInner text\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; x@y.example\nAction: failed\nStatus: 5.1.1\n--b--\n"),
        Bytes(Head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(Encoding.UTF8.GetBytes("Уважаемые коллеги!\n\nПредлагаем Фонд «Безопасный интернет», контакт: г-жа Анна Белова, belova@fund.example, +7 495 555-01-00.\n\nС уважением,\nИван Петров"), Base64FormattingOptions.InsertLineBreaks)),
        Bytes(Head + "Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: quoted-printable\n\n=CE=D2=B2=BF=CC=E1=C3=FB=B0=B2=C8=AB=CD=F8=C2=E7=BB=F9=BD=F0=BB=E1=A1=A3\n=C1=AA=CF=B5=C8=CB=A3=BA=C0=EE=BE=FC=A3=ACli@fund.example\n"),
        Bytes(Head + "Content-Type: text/plain; charset=utf-8; format=flowed\n\nLIAISON STATEMENT\nFrom: ITU-T SG16\nTo: JCA-COP \nFor action: ITU-T SG17\nDeadline: 1 October 2012\n\nFrom: Ana\nSent: Monday, August 6, 2012 10:04 AM\nTo: desk@group.example\nSubject: RE: circular\n\nDear all,\n"),
    ];

    private static byte[] Letter(Random random) => [.. Letters[random.Next(Letters.Length)]];

    private static byte[] Letter(string type, string body) => Bytes($"{Head}Content-Type: {type}\n\n{body}\n");

    private static byte[] Headed(Random random, params object[] pieces) =>
        [.. pieces.SelectMany(static piece => piece is byte[] bytes ? bytes : Bytes((string)piece)), .. Bytes("\n"), .. Letter(random)];

    private static byte[] Cut(byte[] mail, Random random) => mail[..random.Next(1, mail.Length)];

    private static byte[] Flipped(byte[] mail, Random random)
    {
        for (var k = random.Next(1, 60); k > 0; k--) mail[random.Next(mail.Length)] ^= (byte)(1 << random.Next(8));
        return mail;
    }

    private static byte[] Thrown(byte[] mail, Random random)
    {
        for (var k = random.Next(1, 20); k > 0; k--) mail[random.Next(mail.Length)] = (byte)"\0\r\n\"<>=;:{\\-?"[random.Next(13)];
        return mail;
    }

    private static byte[] Sprinkled(byte[] mail, Random random, byte[] with)
    {
        var list = mail.ToList();
        for (var k = random.Next(1, 300); k > 0; k--) list.Insert(random.Next(list.Count), with[random.Next(with.Length)]);
        return [.. list];
    }

    private static byte[] Shuffled(byte[] mail, Random random)
    {
        var lines = Encoding.Latin1.GetString(mail).Split('\n').ToList();
        for (var k = random.Next(1, 8); k > 0 && lines.Count > 1; k--)
        {
            var at = random.Next(lines.Count);
            if (random.Next(2) == 0) lines.RemoveAt(at);
            else lines.Insert(random.Next(lines.Count), lines[at]);
        }
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static string Replaced(byte[] mail, Random random, string old, params string[] by) => Encoding.Latin1.GetString(mail).Replace(old, by[random.Next(by.Length)], StringComparison.Ordinal);

    private static byte[] Nested(Random random, int depth) => Text(
        "From: a@b.example\nSubject: x\n" + string.Concat(Enumerable.Range(0, depth).Select(n => $"Content-Type: multipart/{Pick(random, "mixed", "alternative", "related", "signed")}; boundary=b{n.ToString(CultureInfo.InvariantCulture)}\n\n--b{n.ToString(CultureInfo.InvariantCulture)}\n")) + "\nWe nominate A.\n");

    private static byte[] Attached(string name, byte[] file) => Bytes(
        $"{Head}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee attached.\n--b\nContent-Type: application/octet-stream; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(file, Base64FormattingOptions.InsertLineBreaks)}\n--b--\n");

    /// <summary>Much of one letter, which packs to almost nothing; below and above what is taken for a bomb.</summary>
    private static byte[] Bomb(Random random) => Package(new string(' ', random.Next(100_000, 20_000_000)));

    private static byte[] Package(string xml)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in (string[])["word/document.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "content.xml"])
                using (var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open()))
                    writer.Write(xml);
        return stream.ToArray();
    }

    private static byte[] Noise(Random random, int from, int to, int length) => [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(from, to))];

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static T Pick<T>(Random random, params T[] of) => of[random.Next(of.Length)];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Text(string latin) => Encoding.Latin1.GetBytes(latin);
}
