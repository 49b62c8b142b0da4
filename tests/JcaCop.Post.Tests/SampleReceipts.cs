using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Post.Letters;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Reading.Text;
using JcaCop.Register;
using MimeKit;

namespace JcaCop.Post.Tests;

/// <summary>Receipts of invented people, with all that a receipt can show.</summary>
internal static class SampleReceipts
{
    public static readonly DateTimeOffset Now = new(2012, 8, 22, 9, 30, 0, TimeSpan.Zero);

    public static Group Group { get; } = new(
        "jca-cop", "JCA-COP", "Joint Coordination Activity on Child Online Protection", "jcacop@example.int", null, "ITU-T SG17",
        TimeZoneInfo.Utc, ["secretary@example.int"], "chairman@example.int");

    public static ReceivedMail Mail(string subject = "Nomination", string? sender = "official@example.org", string? messageId = "abc.123@example.org") => new(
        messageId, new DateTimeOffset(2012, 8, 21, 17, 5, 0, TimeSpan.FromHours(2)), sender is null ? null : new MailAddress("An Official", sender),
        [], [], [], subject, MailBody.Empty, [], new Dictionary<string, string>(), new MimeMessage())
    { AnswersTo = ["circular-313@example.int"] };

    public static ReceiptItem Recorded(Item item, params FieldChange[] changes) => new(item, Standing.Recorded, null, changes);

    public static ReceiptItem Held(Item item, HeldBecause because) => new(item, Standing.Held, because, []);

    public static LetterWriter Writer(LetterOptions? options = null) => new(options ?? new LetterOptions(), () => "00112233445566778899aabbccddeeff");

    /// <summary>A mail with a nomination recorded, a representative changed, and one that waits.</summary>
    public static Receipt Of(string language)
    {
        var (subject, organization, contact, function, address, expert) = language switch
        {
            "ar" => ("رد على الرسالة المعممة 313", "مركز أمان الأسرة", "ليلى حداد", "مديرة البرامج", "شارع النخيل 12، المدينة", "سامر خليل"),
            "zh" => ("回复：第313号通函", "星光儿童上网安全中心", "林晓梅", "项目主任", "示例市示例路12号", "王志远"),
            "fr" => ("RE : Circulaire 313", "Association « Réseau Enfance »", "Élodie Marchand", "Directrice des programmes", "12, rue de l’Exemple", "Luc Ferrand"),
            "ru" => ("Ответ: Циркуляр 313", "Центр «Безопасное детство»", "Ирина Соколова", "Директор программ", "ул. Примерная, 12", "Павел Орлов"),
            "es" => ("RE: Circular 313", "Fundación Niñez Segura", "Lucía Paredes", "Directora de programas", "Calle Ejemplo 12", "Tomás Ibarra"),
            _ => ("Re: Circular 313 <urgent> & final", "Safe Childhood Trust", "Laura Bennett", "Programme Director", "12 Example Street", "Peter Hall"),
        };
        return new Receipt(Group, Mail(subject), language,
        [
            Recorded(new Nomination(new Organization(organization, "CH", "https://www.example.org/cop", address), new Person(contact, function, "programmes@example.org"))),
            Recorded(
                new Representative("ITU-T SG17", SeatRole.Alternate, new Person(expert, null, "expert@example.org", "+41 22 555 01 99"), contact),
                new FieldChange("person.phone", "+41 22 555 01 00", "+41 22 555 01 99"), new FieldChange("person.fax", "+41 22 555 01 01", null)),
            Held(new Representative(organization, SeatRole.FocalPoint, new Person(expert, function)), HeldBecause.Sender),
        ], Attention: true);
    }

    public static Receipt Items(params Item[] items) => new(Group, Mail(), "en", [.. items.Select(item => Recorded(item))], false);
}
