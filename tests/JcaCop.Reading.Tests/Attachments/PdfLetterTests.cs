using System.Text;
using JcaCop.Reading.Items;
using JcaCop.Tests.Servers;
using MimeKit;

namespace JcaCop.Reading.Tests.Attachments;

/// <summary>A page breaks its lines anywhere: a letter in a PDF says the same as the document that it was made of.</summary>
public class PdfLetterTests
{
    private static readonly (string Language, string Cover, string[] Paragraphs)[] Letters =
    [
        ("en", "Please find attached a letter of our Director.", ["Dear Sir,", "With reference to TSB Circular 278 I have the honour to inform you that the Lark Society designates Ms Oona Fairweather, Head of the Division for Safe Networks, as its representative to JCA-COP. She can be reached at fairweather@lark.example.uk or by telephone on +44 113 555 0101.", "Her alternate will be Mr Tobias Renwick (renwick@lark.example.uk).", "Yours faithfully,", "The Director"]),
        ("fr", "Veuillez trouver ci-joint une lettre de notre Directeur.", ["Monsieur,", "En réponse à la circulaire TSB 278, j'ai l'honneur de vous informer que l'Association Alouette désigne Mme Oona Vasseur, cheffe de la division Réseaux sûrs, comme représentante auprès de la JCA-COP. Son adresse est vasseur@alouette.example.fr et son téléphone le +33 3 55 55 01 01.", "Son suppléant sera M. Gontran Delmas (delmas@alouette.example.fr).", "Veuillez agréer, Monsieur, l'assurance de ma considération distinguée.", "Le Directeur"]),
        ("es", "Adjuntamos una carta de nuestro Director.", ["Muy señor mío:", "En respuesta a la Circular TSB 278, tengo el honor de comunicarle que la Fundación Calandria designa a la Sra. Eulalia Pastrana Ruiz, jefa de la división de Redes Seguras, como representante ante la JCA-COP. Su correo es pastrana@calandria.example.es y su teléfono el +34 975 555 101.", "Su suplente será el Sr. Eulogio Cifuentes (cifuentes@calandria.example.es).", "Atentamente,", "El Director"]),
        ("ru", "Направляем письмо нашего директора.", ["Уважаемый господин Директор!", "В ответ на Циркуляр 278 БСЭ имею честь сообщить, что Фонд «Жаворонок» назначает своим представителем в JCA-COP Мельникову Анну Ильиничну, начальника отдела Безопасных сетей. Её адрес: melnikova@zhavoronok.example.ru, телефон: +7 482 555 01 01.", "С уважением,", "Директор"]),
        ("zh", "现附上我会主任的信函。", ["尊敬的主任：", "关于电信标准化局第278号通函，兹通知贵局，百灵基金会指定安全网络部主任凌霜女士担任联合协调活动JCA-COP的代表，负责与贵局保持联系并参加有关会议的各项工作。其电子邮件为ling@bailing.example.cn，电话为+86 28 5555 0142。", "此致", "敬礼"]),
    ];

    [Fact]
    public async Task A_letter_in_a_pdf_is_read_as_the_document_that_it_was_made_of()
    {
        Assert.SkipWhen(LibreOffice.Missing is not null, LibreOffice.Missing ?? "");
        var (documents, pages) = (await ConvertAsync("docx:Office Open XML Text"), await ConvertAsync("pdf:writer_web_pdf_Export"));
        foreach (var (language, cover, paragraphs) in Letters)
        {
            var (document, page) = (Read(cover, $"{language}.docx", documents[language]), Read(cover, $"{language}.pdf", pages[language]));
            Assert.NotEmpty(document.Items);
            Assert.Equal(document.Items.Select(Told), page.Items.Select(Told));
            // each paragraph stands on one line again; between Han and Latin characters a page may have room
            Assert.Contains(WithoutBlanks(paragraphs[1]), page.Mail.Attachments[0].Text!.Split('\n').Select(WithoutBlanks));
        }
    }

    private static string WithoutBlanks(string line) => line.Replace(" ", "", StringComparison.Ordinal);

    private static string Told(Item item) => item is Representative seat
        ? string.Join('|', seat.Role, seat.Body, seat.Person.Name, seat.Person.Function, seat.Person.Email, seat.Person.Phone, seat.Decision)
        : item.ToString()!;

    private static MailReading Read(string cover, string name, byte[] file)
    {
        var mime = new MimeMessage { Subject = "TSB Circular 278", Date = new DateTimeOffset(2012, 9, 3, 10, 0, 0, TimeSpan.FromHours(2)), MessageId = "letter@lark.example.uk" };
        mime.From.Add(new MailboxAddress("Registry", "registry@lark.example.uk"));
        mime.To.Add(new MailboxAddress("", "tsbjcacop@itu.int"));
        var body = new BodyBuilder { TextBody = cover + "\n" };
        body.Attachments.Add(name, file);
        mime.Body = body.ToMessageBody();
        using var raw = new MemoryStream();
        mime.WriteTo(raw);
        raw.Position = 0;
        return MailReader.Read(raw);
    }

    private static async Task<SortedDictionary<string, byte[]>> ConvertAsync(string to)
    {
        var folder = Directory.CreateTempSubdirectory("jcacop-letter-");
        try
        {
            foreach (var (language, _, paragraphs) in Letters)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, language + ".html"),
                    $"<html><head><meta charset=\"utf-8\"></head><body>{string.Concat(paragraphs.Select(words => $"<p>{words}</p>"))}</body></html>", Encoding.UTF8, TestContext.Current.CancellationToken);
            return await LibreOffice.ConvertAsync([.. Letters.Select(letter => Path.Combine(folder.FullName, letter.Language + ".html"))], to, folder.FullName, "--infilter=HTML (StarWriter)");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
