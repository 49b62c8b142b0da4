using System.Globalization;
using System.Text;

namespace JcaCop.Reading.Tests.Odd;

/// <summary>Mails that no program should send. Each is read, or refused as no mail; none breaks the reader.</summary>
public class OddMailTests
{
    /// <summary>Made by number, so that one that fails can be made again alone.</summary>
    [Fact]
    public void Three_thousand_odd_mails_are_read_or_refused()
    {
        for (var number = 0; number < 3000; number++)
        {
            try
            {
                Try(OddMails.Make(number));
            }
            catch (Exception e) when (e is not FormatException)
            {
                Assert.Fail($"mail {number} ({OddMails.Name(number)}): {e}");
            }
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
