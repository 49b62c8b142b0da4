using System.Text;
using JcaCop.Reading.Text;
using MimeKit;

namespace JcaCop.Reading.Tests.Text;

/// <summary>Makes mails of the parts that a test is about.</summary>
internal static class TextMails
{
    public static MailBody Plain(string text, string subject = "RE: Circular", string from = "\"Ana Example\" <ana@example.org>") =>
        Body($"From: {from}\nTo: desk@example.net\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}");

    public static MailBody Html(string html) =>
        Body($"From: \"Ana Example\" <ana@example.org>\nTo: desk@example.net\nSubject: RE: Circular\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{html}");

    public static MailBody Body(string raw) => Mail(Encoding.UTF8.GetBytes(raw)).Body;

    public static MailBody Bytes(string charset, byte[] body) =>
        Mail([.. Encoding.ASCII.GetBytes($"From: a@example.org\nSubject: x\nContent-Type: text/plain{charset}\nContent-Transfer-Encoding: 8bit\n\n"), .. body]).Body;

    public static ReceivedMail Mail(byte[] raw)
    {
        using var stream = new MemoryStream(raw);
        return MailReader.Open(MimeMessage.Load(stream, TestContext.Current.CancellationToken));
    }
}
