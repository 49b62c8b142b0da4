namespace JcaCop.Worker.Tests.Stories;

/// <summary>"No longer", "former", "until" are said of names and numbers that have changed as they are of people who have left: in the answer to a receipt a person's word is never taken for the note of an absence.</summary>
public sealed class NoLongerTests
{
    private static Task PlayAsync(string language, char set, string text, string expected) => CorrectionTalk.ExpectAsync(language, set, text, expected);

    [Theory]
    [InlineData("en", 'D', "The surname of Mr Hall should no longer read Hall but Hull.", "1 name Peter Hull")]
    [InlineData("en", 'N', "The surname should no longer read Sampel but Sample.", "name Anna Sample")]
    [InlineData("fr", 'N', "Le nom de famille ne doit plus être Lemaitre mais Lemaistre.", "name Claire Lemaistre")]
    [InlineData("es", 'N', "El apellido ya no debe decir Gomes sino Gómez.", "name Laura Gómez")]
    [InlineData("ru", 'N', "Фамилия больше не Соколава, а Соколова.", "name Елена Соколова")]
    [InlineData("ar", 'N', "لم يعد اسم العائلة حسان بل حسّون.", CorrectionTalk.Held)]
    [InlineData("zh", 'N', "联系人姓名不再是李小梅，而是李晓梅。", "name 李晓梅")]
    public Task A_name_that_no_longer_reads_so_is_put_right(string language, char set, string text, string expected) => PlayAsync(language, set, text, expected);

    [Theory]
    [InlineData("en", 'N', "The telephone number is no longer in use, the new one is +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData("fr", 'N', "Le numéro de téléphone n’est plus en service, le nouveau est le +61 3 5550 0199.", CorrectionTalk.Held)]
    [InlineData("es", 'N', "El teléfono ya no está en uso, el nuevo es +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData("ru", 'N', "Номер телефона больше не используется, новый номер +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData("ar", 'N', "لم يعد رقم الهاتف مستخدما، والرقم الجديد هو +61 3 5550 0199.", CorrectionTalk.Held)]
    [InlineData("zh", 'N', "电话号码已停用，新号码为+61 3 5550 0199。", "phone +61 3 5550 0199")]
    public Task A_number_out_of_use_is_no_mailbox_out_of_use(string language, char set, string text, string expected) => PlayAsync(language, set, text, expected);

    [Theory]
    [InlineData("en", 'N', "The e-mail address is no longer anna@lantern.example.", CorrectionTalk.Held)]
    [InlineData("en", 'N', "The number you show is out of date; it stays in use until the end of the year.", CorrectionTalk.Held)]
    [InlineData("en", 'D', "The former Head of Unit should not appear.", CorrectionTalk.Held)]
    [InlineData("fr", 'N', "L’adresse électronique n’est plus claire@lanterne.example.", CorrectionTalk.Held)]
    [InlineData("ru", 'N', "Адрес электронной почты больше не elena@mayak.example.", CorrectionTalk.Held)]
    [InlineData("ar", 'N', "لم يعد البريد الإلكتروني layla@fanous.example.", CorrectionTalk.Held)]
    [InlineData("zh", 'N', "电子邮件不再是xiaomei@lantern.example。", CorrectionTalk.Held)]
    public Task What_is_left_of_it_waits_for_a_person(string language, char set, string text, string expected) => PlayAsync(language, set, text, expected);

    [Theory]
    [InlineData("en", "I am out of the office until 20 August 2012 and will reply when I return.")]
    [InlineData("fr", "Je suis absente du bureau jusqu’au 20 août 2012 et vous répondrai à mon retour.")]
    [InlineData("es", "Estoy de vacaciones hasta el 20 de agosto de 2012 y responderé a mi regreso.")]
    [InlineData("ru", "Я в отпуске до 20 августа 2012 года и отвечу после возвращения.")]
    [InlineData("ar", "أنا في إجازة حتى 20 أغسطس 2012 وسأرد عليكم بعد عودتي.")]
    [InlineData("zh", "我正在休假，2012年8月20日返回后回复您的邮件。")]
    public Task A_plain_absence_still_asks_nobody(string language, string text) => PlayAsync(language, 'N', text, "");
}
