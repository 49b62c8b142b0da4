using System.Text;
using JcaCop.Post.Letters.Message;
using MimeKit;
using Xunit;

namespace JcaCop.Post.Tests;

/// <summary>A mail that goes along with a letter is opened as a mail, and says what it said.</summary>
public sealed class ForwardedMailTests
{
    private const string Head = "From: ann@body.example\r\nSubject: Input\r\nMessage-ID: <m@body.example>\r\n";

    [Fact]
    public void A_plain_mail_goes_byte_for_byte()
    {
        var raw = Encoding.ASCII.GetBytes($"{Head}X-Odd:  spaced \r\n\r\nText\r\n");
        var sent = LetterAttachment.Mail(raw, "input.eml");
        Assert.Equal(("message/rfc822", raw), (sent.MediaType, sent.Content));
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nÉté à Genève\r\n", "Été à Genève")]
    [InlineData("Content-Type: text/plain; charset=utf-8\r\n\r\nText\n", "Text")]
    public void What_is_not_plain_goes_encoded_and_says_the_same(string rest, string told)
    {
        var sent = LetterAttachment.Mail(Encoding.UTF8.GetBytes(Head + rest), "input.eml");
        Assert.Equal("message/rfc822", sent.MediaType);
        Assert.All(sent.Content, one => Assert.InRange(one, (byte)1, (byte)127));
        Assert.Equal(told, MimeMessage.Load(new MemoryStream(sent.Content), TestContext.Current.CancellationToken).TextBody!.Trim());
    }

    [Theory]
    [InlineData("Subject: \u00C9t\u00E9\r\nContent-Type: multipart/signed; boundary=b; protocol=\"application/pkcs7-signature\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\u00E9\r\n--b\r\nContent-Type: application/pkcs7-signature; name=s.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n")]
    [InlineData("X-Raw: \u00E9\u0000\r\n\r\n\u0000")]
    public void What_cannot_go_plain_goes_as_a_file(string rest)
    {
        var raw = Encoding.UTF8.GetBytes(Head + rest);
        var sent = LetterAttachment.Mail(raw, "input.eml");
        Assert.Equal(("application/octet-stream", raw), (sent.MediaType, sent.Content));
    }
}
