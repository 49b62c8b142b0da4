using System.Text;

namespace JcaCop.Reading.Tests.Sentences;

/// <summary>A mail with greeting, one passage, closing formula and signature in one of the six languages; all persons and houses are invented.</summary>
internal static class SentenceMail
{
    private static readonly Dictionary<string, (string Name, string Address, string House, string Greeting, string Closing, string Subject)> Writers = new()
    {
        ["en"] = ("Ambrose Kettlewell", "kettlewell@lark.example.uk", "Programme Officer\nLark Society\nLeeds, United Kingdom", "Dear colleagues,", "Kind regards,", "Meeting"),
        ["fr"] = ("Gontran Vasseur", "vasseur@alouette.example.fr", "Chargé de mission\nAssociation Alouette\nLille, France", "Mesdames, Messieurs,", "Cordialement,", "Réunion"),
        ["es"] = ("Eulogio Pastrana", "pastrana@calandria.example.es", "Técnico\nFundación Calandria\nSoria, España", "Estimados colegas:", "Un cordial saludo,", "Reunión"),
        ["ru"] = ("Гордей Мельников", "melnikov@zhavoronok.example.ru", "Специалист\nФонд «Жаворонок»\nТверь, Россия", "Уважаемые коллеги!", "С уважением,", "Собрание"),
        ["ar"] = ("مروان البيطار", "marwan@qubbara.example.jo", "منسق البرامج\nجمعية القبرة\nعمّان، الأردن", "تحية طيبة وبعد،", "وتفضلوا بقبول فائق الاحترام،", "الاجتماع"),
        ["zh"] = ("卓思远", "zhuo@bailing.example.cn", "项目主管\n百灵基金会\n中国 成都", "各位同事：", "此致\n敬礼", "会议"),
    };

    public static string WriterOf(string language) => Writers[language].Name;

    /// <param name="passage">Line ends as <c>\n</c>.</param>
    /// <param name="files">Names of attached files.</param>
    public static MailReading Read(string language, string passage, params string[] files) => Under(null, language, passage, files);

    /// <param name="heading">Subject of the mail; null for the usual one, which speaks of a meeting.</param>
    public static MailReading Under(string? heading, string language, string passage, params string[] files)
    {
        var (name, address, house, greeting, closing, subject) = Writers[language];
        var mime = new MimeKit.MimeMessage { Subject = heading ?? subject, Date = new DateTimeOffset(2015, 8, 24, 10, 0, 0, TimeSpan.FromHours(2)), MessageId = "sentence@lark.example.uk" };
        mime.From.Add(new MimeKit.MailboxAddress(name, address));
        mime.To.Add(new MimeKit.MailboxAddress("", "tsbjcacop@itu.int"));
        var body = new MimeKit.BodyBuilder { TextBody = $"{greeting}\n\n{passage}\n\n{closing}\n\n{name}\n{house}\n" };
        foreach (var file in files) body.Attachments.Add(file, Encoding.ASCII.GetBytes("content"));
        mime.Body = body.ToMessageBody();
        using var raw = new MemoryStream();
        mime.WriteTo(raw);
        raw.Position = 0;
        return MailReader.Read(raw);
    }
}
