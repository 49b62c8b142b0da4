using System.Text;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Tests;

/// <summary>Mails and readings for the tests, plainly invented.</summary>
internal static class Mails
{
    public static readonly DateTimeOffset Start = new(2012, 9, 3, 8, 0, 0, TimeSpan.Zero);

    public static byte[] Raw(string id, string from = "a.lopez@tel.gov.xx", string subject = "Circular 313", string body = "We nominate.", string? received = null, string? extra = null) =>
        Encoding.UTF8.GetBytes(
            $"{(received is null ? "" : $"Received: {received}\r\n")}From: {from}\r\nTo: group@example.org\r\nSubject: {subject}\r\nDate: Mon, 3 Sep 2012 10:00:00 +0200\r\nMessage-ID: <{id}>\r\n{extra}\r\n{body}\r\n");

    public static ArrivedMail Arrived(string uid, byte[] raw, int minute = 0, long uidValidity = 7, string mailbox = "box") =>
        new(new MailKey(mailbox, uidValidity, uid), Start.AddMinutes(minute), raw.Length, raw, false);

    public static MailReading Read(TakenMail mail, params IReadOnlyList<Item> items)
    {
        var reading = MailReader.Read(new MemoryStream(mail.Raw));
        return reading with { Items = items, NeedsAttention = false, AttentionReasons = [] };
    }

    public static Nomination Nomination(string name, string? country = "XX", string? contact = null, string? email = null, string? phone = null, string? website = null, double confidence = 0.95) =>
        new(new Organization(name, country, website), contact is null && email is null && phone is null ? null : new Person(contact, null, email, phone))
        {
            Confidence = confidence, Decision = Decision.Accept,
        };

    public static Representative Seat(string body, string person, SeatRole? role = SeatRole.Representative, string? replaces = null, string? email = null) =>
        new(body, role, new Person(person, Email: email), replaces) { Confidence = 0.95, Decision = Decision.Accept };
}
