using System.Globalization;
using System.Text;

namespace JcaCop.Reading.Tests.Attachments;

/// <summary>Mails that no program should send. Each is read, or refused as no mail; none breaks the reader.</summary>
public class OddMailTests
{
    private static readonly string Letter =
        "From: =?utf-8?B?0JDQvdC90LA=?= <ana@ministry.example>\nTo: cop-desk@group.example\nSubject: =?iso-8859-1?Q?R=E9ponse?=\nDate: Mon, 06 Aug 2012 10:00:00 +0200\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain; charset=utf-8\n\nNous proposons la Fondation Web Sûr.\n\nAnna\n-- \nMinistère\n\n> On 1 Aug someone wrote:\n> text\n"
        + "--c\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><p>Nous proposons <b>la Fondation</b></p><table><tr><td>Nom</td><td>Web S=C3=BBr</td></tr></table></body></html>\n--c--\n"
        + "--b\nContent-Type: application/rtf; name=a.rtf\nContent-Disposition: attachment; filename=a.rtf\nContent-Transfer-Encoding: base64\n\ne1xydGYxIEhlbGxvXHBhciBXb3JsZH0=\n"
        + "--b\nContent-Type: message/rfc822\n\nFrom: bo@agency.example\nSubject: inner\n\nInner text\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; x@y.example\nAction: failed\nStatus: 5.1.1\n--b--\n";

    [Fact]
    public void Four_hundred_damaged_letters_are_read_or_refused()
    {
        var random = new Random(20120806);
        var whole = Encoding.UTF8.GetBytes(Letter);
        for (var n = 0; n < 400; n++)
        {
            var bytes = whole.ToArray();
            if (n % 3 != 0) bytes = bytes[..random.Next(1, bytes.Length)];
            for (var k = random.Next(0, 40); k > 0 && n % 2 == 0; k--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            for (var k = random.Next(0, 4); k > 0; k--) bytes[random.Next(bytes.Length)] = (byte)"\0\r\n\"<>=;:{\\"[random.Next(10)];
            Try(bytes);
        }
    }

    public static TheoryData<string> Kinds =>
        ["empty", "blanks", "nul", "cr", "nested multipart", "nested mails", "huge header", "many headers", "long line", "no boundary", "many quotes", "html depth", "angle brackets", "many addresses", "binary", "encoded words", "many parts", "at signs", "digits", "open tables"];

    [Theory, MemberData(nameof(Kinds))]
    public void An_odd_mail_is_read_or_refused(string kind) => Try(Encoding.UTF8.GetBytes(Odd(kind)));

    private static string Odd(string kind) => kind switch
    {
        "empty" => "",
        "blanks" => new string(' ', 5000),
        "nul" => new string('\0', 20_000),
        "cr" => "From: a@b.example\rSubject: x\r\rtext",
        "nested multipart" => string.Concat(Enumerable.Range(0, 1000).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")) + "\ntext",
        "nested mails" => string.Concat(Enumerable.Repeat("From: a@b.example\nContent-Type: message/rfc822\n\n", 1000)) + "text",
        "huge header" => "From: a@b.example\nSubject: " + new string('x', 2_000_000) + "\n\ntext",
        "many headers" => "From: a@b.example\n" + string.Concat(Enumerable.Range(0, 20_000).Select(n => $"X-H{n}: v\n")) + "\ntext",
        "long line" => Head + new string('a', 3_000_000),
        "no boundary" => "From: a@b.example\nContent-Type: multipart/mixed\n\n--x\n\ntext",
        "many quotes" => Head + string.Concat(Enumerable.Repeat(">>>>>>>> quoted\n", 40_000)),
        "html depth" => HtmlHead + string.Concat(Enumerable.Repeat("<div><b>", 20_000)) + "text",
        "angle brackets" => HtmlHead + new string('<', 500_000),
        "many addresses" => "From: a@b.example\nTo: " + string.Join(", ", Enumerable.Range(0, 10_000).Select(n => $"p{n}@b.example")) + "\n\ntext",
        "binary" => Head + string.Concat(Enumerable.Range(0, 200_000).Select(n => (char)(n * 7 % 251))),
        "encoded words" => "From: a@b.example\nSubject: " + string.Concat(Enumerable.Repeat("=?utf-8?Q?=?= ", 20_000)) + "\n\ntext",
        "many parts" => "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Range(0, 5000).Select(n => $"--b\nContent-Type: text/plain; name=f{n}.txt\n\nx\n")) + "--b--",
        "at signs" => "From: MAILER-DAEMON@b.example\nSubject: failure notice\n\n" + new string('@', 300_000) + string.Concat(Enumerable.Repeat("a@b.c ", 20_000)),
        "digits" => Head + string.Concat(Enumerable.Range(0, 100_000).Select(n => n.ToString(CultureInfo.InvariantCulture) + (n % 9 == 0 ? "." : "/"))),
        "open tables" => HtmlHead + string.Concat(Enumerable.Repeat("<table><tr><td>x", 5000)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private const string Head = "From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n";
    private const string HtmlHead = "From: a@b.example\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n";

    /// <summary>The only refusal that a caller must expect is the one that MailReader documents.</summary>
    private static void Try(byte[] bytes)
    {
        try
        {
            Assert.NotNull(MailReader.Read(new MemoryStream(bytes), TestContext.Current.CancellationToken).Sort);
        }
        catch (FormatException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }
}
