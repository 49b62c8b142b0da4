using System.Text;
using JcaCop.Reading.Items;
using JcaCop.Tests.Servers;
using MimeKit;

namespace JcaCop.Reading.Tests.Attachments;

/// <summary>Forms and tables as LibreOffice writes them in six formats, sent as attachments of a mail that says nothing else: the answer is in the file.</summary>
public sealed class OfficeTests
{
    private sealed record Form(string Language, string Cover, (string Label, string Value)[] Rows);

    private static readonly Form[] Forms =
    [
        new("en", "Our reply to Circular 313 is in the attached form.", [("Name of organization", "Lark Society"), ("Postal address", "12 Finch Row, Leeds LS1 4AB"), ("Contact person", "Ms Oona Fairweather"), ("Function", "Programme Director"), ("Telephone", "+44 113 555 0142"), ("E-mail", "fairweather@lark.example.uk")]),
        new("fr", "Notre réponse à la Circulaire 313 se trouve dans le formulaire ci-joint.", [("Nom de l'organisation", "Association Alouette"), ("Adresse postale", "12, rue des Pinsons, 59000 Lille"), ("Personne à contacter", "Mme Odile Tancrède"), ("Fonction", "Directrice juridique"), ("Téléphone", "+33 3 20 55 01 42"), ("Courriel", "tancrede@alouette.example.fr")]),
        new("es", "Adjuntamos nuestra respuesta a la Circular 313 en el formulario.", [("Nombre de la organización", "Fundación Calandria"), ("Dirección postal", "Calle del Jilguero 12, 42001 Soria"), ("Persona de contacto", "Sra. Herminia Lasheras"), ("Cargo", "Directora de programas"), ("Teléfono", "+34 975 55 01 42"), ("Correo electrónico", "lasheras@calandria.example.es")]),
        new("ru", "Направляем наш ответ на Циркуляр 313 в приложенной форме.", [("Название организации", "Фонд «Жаворонок»"), ("Почтовый адрес", "170100, Тверь, ул. Скворцова, 12"), ("Контактное лицо", "Зимина Ольга Петровна"), ("Должность", "директор программ"), ("Телефон", "+7 4822 55-01-42"), ("Эл. почта", "zimina@zhavoronok.example.ru")]),
        new("ar", "نرفق لكم ردنا على الرسالة المعممة 313 في الاستمارة المرفقة.", [("اسم المنظمة", "جمعية القبرة"), ("العنوان البريدي", "شارع البلبل 12، عمان"), ("الشخص المسؤول", "السيدة ليلى الخطيب"), ("الوظيفة", "مديرة البرامج"), ("الهاتف", "+962 6 555 0142"), ("البريد الإلكتروني", "layla@qubbara.example.jo")]),
        new("zh", "对第313号通函的答复见所附表格。", [("机构名称", "百灵基金会"), ("通信地址", "成都市锦江区画眉路12号"), ("联系人", "凌霜"), ("职务", "项目主任"), ("电话", "+86 28 5555 0142"), ("电子邮件", "ling@bailing.example.cn")]),
    ];

    private static readonly (string Language, string Cover, string[][] Rows)[] Tables =
    [
        ("en", "Those who will attend the JCA-COP meeting of 10 September 2015 are in the attached table.", [["Name", "Position", "Organization", "E-mail", "Participation"], ["Ms Oona Fairweather", "Programme Director", "Lark Society", "fairweather@lark.example.uk", "remote"], ["Mr Tobias Renwick", "Engineer", "Lark Society", "renwick@lark.example.uk", "in person"]]),
        ("ar", "المشاركون في اجتماع JCA-COP يوم 10 سبتمبر 2015 في الجدول المرفق.", [["الاسم", "الوظيفة", "الجهة", "البريد الإلكتروني", "طريقة المشاركة"], ["ليلى الخطيب", "مديرة البرامج", "جمعية القبرة", "layla@qubbara.example.jo", "عن بعد"], ["مروان البيطار", "مهندس", "جمعية القبرة", "marwan@qubbara.example.jo", "حضوريا"]]),
        ("zh", "2015年9月10日JCA-COP会议参会人员见附表。", [["姓名", "职务", "单位", "电子邮件", "参会方式"], ["凌霜", "项目主任", "百灵基金会", "ling@bailing.example.cn", "远程"], ["袁知非", "工程师", "百灵基金会", "yuan@bailing.example.cn", "现场"]]),
    ];

    [Theory]
    [InlineData("HTML (StarWriter)", "docx", "docx:Office Open XML Text")]
    [InlineData("HTML (StarWriter)", "odt", "odt:writer8")]
    [InlineData("HTML (StarWriter)", "rtf", "rtf:Rich Text Format")]
    [InlineData("HTML (StarWriter)", "pdf", "pdf:writer_web_pdf_Export")]
    [InlineData("HTML (StarCalc)", "xlsx", "xlsx:Calc MS Excel 2007 XML")]
    [InlineData("HTML (StarCalc)", "ods", "ods")]
    public async Task An_answer_in_a_document_is_read_as_one_in_the_mail(string from, string ending, string to)
    {
        Assert.SkipWhen(LibreOffice.Missing is not null, LibreOffice.Missing ?? "");
        var pages = new Dictionary<string, string>();
        foreach (var form in Forms)
        {
            pages[$"form-{form.Language}"] = Page(form.Language, form.Rows.Select(row => new[] { row.Label, row.Value }));
            pages[$"lines-{form.Language}"] = Html(form.Language, string.Concat(form.Rows.Select(row => $"<p>{row.Label}: {row.Value}</p>")));
        }
        foreach (var (language, _, rows) in Tables) pages[$"table-{language}"] = Page(language, rows);
        var files = await ConvertAsync(pages, from, to);
        Assert.Equal(pages.Count, files.Count);

        foreach (var form in Forms)
            foreach (var shape in (string[])["form", "lines"])
            {
                var nomination = Assert.Single(Read(form.Cover, $"{shape}-{form.Language}.{ending}", files).Items.OfType<Nomination>());
                var contact = nomination.Contact!;
                string[] told = [nomination.Organization.Name!, nomination.Organization.Address!, contact.Name!, contact.Function!, contact.Phone!, contact.Email!];
                Assert.Equal(form.Rows.Select(row => WithoutTitle(row.Value)), told);
            }
        foreach (var (language, cover, rows) in Tables)
        {
            var coming = Read(cover, $"table-{language}.{ending}", files).Items.OfType<Registration>().ToList();
            Assert.Equal(rows[1..].Select(row => string.Join('|', row[..4].Select(WithoutTitle))), coming.Select(one => string.Join('|', one.Person.Name, one.Person.Function, one.Organization, one.Person.Email)));
            Assert.Equal([AttendanceMode.Remote, AttendanceMode.InPerson], coming.Select(one => one.Mode!.Value));
        }
    }

    private static string WithoutTitle(string value)
    {
        foreach (var title in (string[])["Ms ", "Mr ", "Mme ", "Sra. ", "السيدة "]) if (value.StartsWith(title, StringComparison.Ordinal)) return value[title.Length..];
        return value;
    }

    private static string Page(string language, IEnumerable<string[]> rows) =>
        Html(language, $"<table border=\"1\">{string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>"))}</table>");

    private static string Html(string language, string body) => $"<html><head><meta charset=\"utf-8\"></head><body{(language == "ar" ? " dir=\"rtl\"" : "")}>{body}</body></html>";

    private static MailReading Read(string cover, string name, SortedDictionary<string, byte[]> files)
    {
        var mime = new MimeMessage { Subject = "JCA-COP", Date = new DateTimeOffset(2015, 8, 24, 10, 0, 0, TimeSpan.FromHours(2)), MessageId = "office@lark.example.uk" };
        mime.From.Add(new MailboxAddress("Registry", "registry@lark.example.uk"));
        mime.To.Add(new MailboxAddress("", "tsbjcacop@itu.int"));
        var body = new BodyBuilder { TextBody = cover + "\n" };
        body.Attachments.Add(name, files[Path.GetFileNameWithoutExtension(name)]);
        mime.Body = body.ToMessageBody();
        using var raw = new MemoryStream();
        mime.WriteTo(raw);
        raw.Position = 0;
        return MailReader.Read(raw);
    }

    private static async Task<SortedDictionary<string, byte[]>> ConvertAsync(Dictionary<string, string> pages, string from, string to)
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("jcacop-office-");
        try
        {
            foreach (var (name, html) in pages) await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".html"), html, Encoding.UTF8, stop);
            return await LibreOffice.ConvertAsync([.. pages.Keys.Select(name => Path.Combine(folder.FullName, name + ".html"))], to, folder.FullName, $"--infilter={from}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
