using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Reading.Text;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using MimeKit;
using static JcaCop.Post.Letters.Sample;

namespace JcaCop.Post.Letters.Receipts;

internal static class ReceiptSamples
{
    public static IReadOnlyList<LetterSample> All { get; } = [new("receipt", Mixed), new("receipt-declined", Declined)];

    /// <summary>A mail with a nomination recorded, a representative changed, and one that waits.</summary>
    public static Receipt Mixed(string language)
    {
        var subject = Said("Re: Circular 313 <urgent> & final", "RE : Circulaire 313", "RE: Circular 313", "Ответ: Циркуляр 313", "رد على الرسالة المعممة 313", "回复：第313号通函").ByLanguage[language];
        var organization = Said("Safe Childhood Trust", "Association « Réseau Enfance »", "Fundación Niñez Segura", "Центр «Безопасное детство»", "مركز أمان الأسرة", "星光儿童上网安全中心").ByLanguage[language];
        var contact = Said("Laura Bennett", "Élodie Marchand", "Lucía Paredes", "Ирина Соколова", "ليلى حداد", "林晓梅").ByLanguage[language];
        var function = Said("Programme Director", "Directrice des programmes", "Directora de programas", "Директор программ", "مديرة البرامج", "项目主任").ByLanguage[language];
        var address = Said("12 Example Street", "12, rue de l’Exemple", "Calle Ejemplo 12", "ул. Примерная, 12", "شارع النخيل 12، المدينة", "示例市示例路12号").ByLanguage[language];
        var expert = Said("Peter Hall", "Luc Ferrand", "Tomás Ibarra", "Павел Орлов", "سامر خليل", "王志远").ByLanguage[language];
        return new Receipt(Group, Mail(subject), language,
        [
            new(new Nomination(new Organization(organization, "CH", "https://www.example.org/cop", address), new Person(contact, function, "programmes@example.org")), Standing.Recorded, null, []),
            new(new Representative("ITU-T SG17", SeatRole.Alternate, new Person(expert, null, "expert@example.org", "+41 22 555 01 99"), contact), Standing.Recorded, null,
            [
                new FieldChange("person.phone", "+41 22 555 01 00", "+41 22 555 01 99"), new FieldChange("person.fax", "+41 22 555 01 01", null),
            ]),
            new(new Representative(organization, SeatRole.FocalPoint, new Person(expert, function)), Standing.Held, HeldBecause.Sender, []),
        ], Attention: true) { Call = "TSB Circular 313" };
    }

    /// <summary>A mail that says there is nothing to put forward, and waits until a person confirms for whom.</summary>
    public static Receipt Declined(string language) => Mixed(language) with { Items = [], Attention = false, CallHeld = true };

    private static ReceivedMail Mail(string subject) => new(
        "abc.123@example.org", new DateTimeOffset(2012, 8, 21, 17, 5, 0, TimeSpan.FromHours(2)), new MailAddress("An Official", "official@example.org"),
        [], [], [], subject, MailBody.Empty, [], new Dictionary<string, string>(), new MimeMessage())
    { AnswersTo = ["circular-313@example.int"] };
}
