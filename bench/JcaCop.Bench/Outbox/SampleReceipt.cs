using JcaCop.Post.Letters.Receipts;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Reading.Text;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using MimeKit;

namespace JcaCop.Bench.Outbox;

/// <summary>Receipts of the usual size: a nomination recorded and a representative held, invented.</summary>
internal static class SampleReceipt
{
    public static Group Group { get; } = new(
        "jca-cop", "JCA-COP", "Joint Coordination Activity on Child Online Protection", "jcacop@example.int", null, "ITU-T SG17", TimeZoneInfo.Utc, [], null);

    /// <param name="number">Tells the receipts apart; each is to an address and domain of its own.</param>
    public static Receipt Of(int number, string language) => new(
        Group,
        new ReceivedMail(
            $"mail-{number}@example.org", new DateTimeOffset(2012, 8, 21, 17, 5, 0, TimeSpan.Zero), new MailAddress("An Official", $"official@d{number}.example.org"),
            [], [], [], "Circular 313: nomination", MailBody.Empty, [], new Dictionary<string, string>(), new MimeMessage()),
        language,
        [
            new ReceiptItem(
                new Nomination(new Organization($"Safe Childhood Trust {number}", "CH", "https://www.example.org/cop", "12 Example Street"),
                    new Person("Laura Bennett", "Programme Director", "programmes@example.org", "+41 22 555 01 00")),
                Standing.Recorded, null, []),
            new ReceiptItem(
                new Representative("ITU-T SG17", SeatRole.Alternate, new Person("Peter Hall", null, "expert@example.org", "+41 22 555 01 99")),
                Standing.Held, HeldBecause.Sender, []),
        ], false);
}
