using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Tests.Text;

/// <summary>What holds for any text, the absurd included.</summary>
public class BodyPropertyTests
{
    private static readonly string[] Pieces =
    [
        "Dear Sir,", "Best regards,", "-- ", "> quoted", ">> deeper", "IC> initials", "On 5 Nov 2012 10:04, Desk <d@example.net> wrote:", "-----Original Message-----",
        "From: Desk", "Sent: 5 November 2012 10:04", "To: Ana", "Subject: x", "________________", "Sent from my iPhone", "此致", "敬礼", "С уважением,", "وتفضلوا بقبول فائق الاحترام،",
        "P.S. one more", "Ana Example", "Geneva, 4 December 2012", "", "", "\u00a0", "\u200f", ">", "\0", "\ud800", "This message is confidential and intended solely for the addressee.",
        "<div style='display:none'>x", "<table><tr><td>a<td>b", "</blockquote>", "<blockquote type=cite>", "---------- Forwarded message ----------", "We nominate two organizations.", ":", "：", ">>> x >>>",
    ];

    private static readonly Arbitrary<string> Mails =
        Gen.Elements(Pieces).ListOf().Select(lines => string.Join('\n', lines)).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property Passages_tile_the_text() => Prop.ForAll(Mails, text => Tiles(TextMails.Plain(text)));

    [Property(MaxTest = 300)]
    public Property Passages_tile_the_text_of_html_too() => Prop.ForAll(Mails, text => Tiles(TextMails.Html(text)));

    [Property(MaxTest = 300)]
    public Property Readable_keeps_the_length_and_the_line_ends() => Prop.ForAll(Mails, text =>
    {
        var body = TextMails.Plain(text);
        return body.Readable.Length == body.Text.Length && body.Text.Select((c, i) => (c == '\n') == (body.Readable[i] == '\n')).All(same => same);
    });

    [Property(MaxTest = 300)]
    public Property The_reply_text_is_made_of_lines_of_the_body() => Prop.ForAll(Mails, text =>
    {
        var body = TextMails.Plain(text);
        return body.ReplyText.Split('\n').All(line => body.Text.Contains(line.TrimEnd(), StringComparison.Ordinal));
    });

    [Property(MaxTest = 200)]
    public void No_bytes_make_the_decoding_fail(byte[] bytes) => Assert.NotNull(TextMails.Bytes("", bytes).Text);

    [Fact]
    public void A_body_of_many_megabytes_is_read_up_to_a_limit()
    {
        var body = TextMails.Plain(string.Concat(Enumerable.Repeat("> On 5 Nov 2012 10:04, Desk wrote:\nFrom: a\nTo: b@example.org 10:04:\n\n", 150_000)));
        Assert.InRange(body.Text.Length, 1, PartText.MostCharacters);
    }

    [Fact]
    public void Multiparts_nested_without_end_are_no_harm()
    {
        var head = string.Concat(Enumerable.Range(0, 3000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
        Assert.NotNull(TextMails.Body("From: a@example.org\nMIME-Version: 1.0\n" + head + "Content-Type: text/plain\n\ndeep\n"));
    }

    private static bool Tiles(MailBody body)
    {
        var at = 0;
        foreach (var passage in body.Passages)
        {
            if (passage.Start != at || passage.Length <= 0) return false;
            at += passage.Length;
        }
        return at == body.Text.Length;
    }
}
