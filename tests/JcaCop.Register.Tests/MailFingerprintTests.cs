using System.Text;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Register.Tests;

public sealed class MailFingerprintTests
{
    private static MailFingerprint Of(string text) => MailFingerprint.Of(Encoding.UTF8.GetBytes(text), false, text.Length);

    [Fact]
    public void Trace_fields_line_ends_and_blanks_at_the_end_do_not_count()
    {
        var one = Of("Received: a\r\nFrom: a@x\r\nMessage-ID: <1@x>\r\n\r\nbody\r\nline\r\n");
        var other = Of("Received: b\nReceived: c\nFrom: a@x\nMessage-ID: <1@x>\nX-Spam: no\n\nbody\nline\n\n");
        Assert.Equal(one, other);
        Assert.Equal("1@x", one.InternetId);
    }

    [Theory]
    [InlineData("From: b@x\n\nbody")]
    [InlineData("From: a@x\n\nbody two")]
    [InlineData("From: a@x\nSubject: other\n\nbody")]
    [InlineData("From: a@x\nMessage-ID: <1@x>\n\nbody")]
    public void Whatever_the_author_set_counts(string other) => Assert.NotEqual(Of("From: a@x\n\nbody").ContentHash, Of(other).ContentHash);

    [Theory]
    [InlineData("Message-Id:<1@x>\n\n", "1@x")]
    [InlineData("MESSAGE-ID:\n <1@x>\n\n", "1@x")]
    [InlineData("Message-ID: 1@x\n\n", "1@x")]
    public void The_Message_ID_is_found_as_mailers_write_it(string text, string id) => Assert.Equal(id, Of(text).InternetId);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("Message-ID: <>\n\nbody")]
    [InlineData("Message-ID: < a b >\n\nbody")]
    [InlineData("no header at all")]
    [InlineData("Message-ID:")]
    public void A_mail_without_a_usable_Message_ID_gets_one_from_its_content(string text) => Assert.EndsWith("@no-message-id.invalid", Of(text).InternetId, StringComparison.Ordinal);

    [Fact]
    public void Of_a_mail_too_large_to_fetch_the_size_counts_beside_the_header()
    {
        var header = "From: a@x\nMessage-ID: <1@x>\n\n"u8;
        Assert.NotEqual(MailFingerprint.Of(header, true, 50_000_000), MailFingerprint.Of(header, true, 60_000_000));
    }
}
