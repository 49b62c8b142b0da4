using System.Text;

namespace JcaCop.Reading.Tests.Sorting;

/// <summary>Small mails for the tests of sorting.</summary>
internal static class Mails
{
    public static MailReading Read(string mail) => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(mail)), TestContext.Current.CancellationToken);

    /// <summary>A mail of plain text from a person or machine to the group's mailbox, with further header lines.</summary>
    public static MailReading Plain(string from, string subject, string text, string headers = "") => Read(
        $"From: {from}\nTo: cop-desk@group.example\nSubject: {subject}\nDate: Mon, 06 Aug 2012 10:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n{headers}\n{text}\n");

    public static string Sorted(MailReading reading) =>
        reading.Sort.Kind + string.Concat(reading.Sort.Recipients.Select(static r => $" {r.Address} {r.Status} {(r.Permanent ? "permanent" : "transient")}"));
}
