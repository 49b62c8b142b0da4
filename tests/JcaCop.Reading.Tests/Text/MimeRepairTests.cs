using System.Text;

namespace JcaCop.Reading.Tests.Text;

public class MimeRepairTests
{
    private const string Parts = "--x1\nContent-Type: text/plain; charset=utf-8\n\nNous désignons la Fondation.\n--x1\nContent-Type: text/plain; name=list.txt\nContent-Disposition: attachment; filename=list.txt\n\nA\n--x1--\n";

    private static MailReading Read(string mail) => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(mail)), TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n")] // no boundary
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"other\"\n\n")] // another one
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/mixed;\nboundary=\"x1\"\n\n")] // the continuation lost its blank
    [InlineData("\nThis is a message in MIME format.\n\n")] // no header of the whole
    public void Parts_are_found_by_their_delimiter_lines_where_the_declared_boundary_is_none_of_theirs(string headers)
    {
        var mail = Read("From: Ana <ana@ministry.example>\nSubject: Re: Circulaire\n" + headers + Parts).Mail;
        Assert.Equal("Nous désignons la Fondation.", mail.Body.ReplyText);
        Assert.Equal(["list.txt"], mail.Attachments.Select(static a => a.Name));
    }

    [Fact]
    public void A_broken_part_within_a_sound_one_is_mended_too()
    {
        var mail = Read("From: Ana <ana@ministry.example>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"out\"\n\n--out\nContent-Type: multipart/alternative;\nboundary=\"x1\"\n\n" + Parts + "\n--out--\n").Mail;
        Assert.Equal("Nous désignons la Fondation.", mail.Body.ReplyText);
    }

    [Fact]
    public void A_letter_that_quotes_a_delimiter_far_below_stays_one_text()
    {
        var mail = Read("From: Ana <ana@ministry.example>\nSubject: x\n\n" + string.Concat(Enumerable.Repeat("A line of the letter.\n", 20)) + Parts).Mail;
        Assert.Contains("--x1", mail.Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_headers_is_read_as_a_mail_without_headers()
    {
        var reading = Read("We nominate the Safe Web Foundation\nfor the activity.\n");
        Assert.Null(reading.Mail.Sender);
        Assert.Contains("Safe Web Foundation", reading.Mail.Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_as_no_mail() =>
        Assert.Throws<FormatException>(() => MailReader.Read(new MemoryStream([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 1, 2, 3, 4]), TestContext.Current.CancellationToken));
}
