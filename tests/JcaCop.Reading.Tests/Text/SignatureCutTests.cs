namespace JcaCop.Reading.Tests.Text;

public class SignatureCutTests
{
    [Theory]
    [InlineData("Best regards,\nAna Example\nHead of Unit")]
    [InlineData("With kind regards\n\nAna Example")]
    [InlineData("Thanks and best regards,\nAna")]
    [InlineData("Yours faithfully,\n\nfor Director-General\nMinistry of Example")]
    [InlineData("Cordialement,\nAna Example\nTél. +33 1 55 55 01 01")]
    [InlineData("Veuillez agréer, Monsieur le Directeur, l'expression de mes salutations\ndistinguées.\n\nAna Example\nChef de service")]
    [InlineData("Je vous prie d'agréer, Madame, l'assurance de ma haute considération.\n\nLe Directeur général")]
    [InlineData("Dans l'attente de votre réponse, veuillez recevoir nos salutations distinguées.\nAna Example")]
    [InlineData("Reciba un cordial saludo,\n\nAna Example\nDirectora")]
    [InlineData("Sin otro particular, saluda a usted muy atentamente,\n\nAna Example")]
    [InlineData("Hago propicia la ocasión para expresarle mi consideración más distinguida.\n\nAna Example\nViceministra")]
    [InlineData("С уважением,\nАнна Примерова\nначальник отдела")]
    [InlineData("С уважением, Анна")]
    [InlineData("Примите уверения в моем высоком уважении.\n\nЗаместитель Министра\nА. Примерова")]
    [InlineData("وتفضلوا بقبول فائق الاحترام والتقدير،،\n\nآمنة المثال\nمديرة الإدارة")]
    [InlineData("مع خالص التحية\nآمنة المثال")]
    [InlineData("والسلام عليكم ورحمة الله وبركاته\n\nآمنة المثال\nرئيسة القسم")]
    [InlineData("此致\n敬礼！\n\n某某部国际司\n二〇一二年十一月")]
    [InlineData("顺颂商祺\n\n李例\n电话：010-5555 0101")]
    [InlineData("此致\n敬禮\n\n例子辦公室")]
    [InlineData("李例 敬上")]
    [InlineData("Mit freundlichen Grüßen\nAna Example")]
    [InlineData("Atenciosamente,\nAna Example")]
    [InlineData("Cordiali saluti\nAna Example")]
    [InlineData("Saygılarımla,\nAna Example")]
    [InlineData("-- \nAna Example\nMinistry of Example")]
    [InlineData("Regards\nAna\n\n-- \nAna Example\nMinistry of Example")]
    [InlineData("Ana\n\nSent from my iPhone")]
    [InlineData("Ana Example\nHead of Unit, Ministry of Example\n+1 555 0100")]
    [InlineData("Warm greetings from Suva,\n\nAna Example")]
    [InlineData("Best regards,\nAna Example\n\nThis message and any attachments are confidential and intended solely for the addressee.\nIf you received it in error, please delete it.")]
    [InlineData("Cordialement,\nAna\n\nCe message et toutes les pièces jointes sont confidentiels et établis à l'intention exclusive de ses destinataires.\nThis message and any attachments are confidential.")]
    [InlineData("С уважением,\nАнна\n\nНастоящее сообщение содержит конфиденциальную информацию и предназначено только для адресата.")]
    [InlineData("祝好\n李例\n\n发自我的 iPhone")]
    public void The_signature_with_its_formula_is_no_reply_text(string signature)
    {
        var body = TextMails.Plain($"Dear colleagues,\n\nWe shall attend the meeting with two persons.\n\n{signature}\n");
        Assert.Equal("Dear colleagues,\n\nWe shall attend the meeting with two persons.", body.ReplyText);
    }

    [Fact]
    public void Only_the_last_formula_goes_with_the_signature()
    {
        var body = TextMails.Plain("We agree.\n\nThank you for your kind cooperation.\n\nBest regards,\nAna Example\n");
        Assert.Equal("We agree.\n\nThank you for your kind cooperation.", body.ReplyText);
    }

    [Fact]
    public void A_formula_with_nothing_after_it_stays()
    {
        const string text = "We have no organization to nominate.\n\nThank you";
        Assert.Equal(text, TextMails.Plain(text + "\n\nOn 5 Nov 2012, at 10:04, Desk <desk@example.net> wrote:\n> Please answer.\n").ReplyText);
    }

    [Fact]
    public void A_note_verbale_stays_whole()
    {
        const string note = "The Permanent Mission of Example presents its compliments and has the honour to inform the Bureau of its nomination.\n\n"
            + "The Permanent Mission avails itself of this opportunity to renew the assurances of its highest consideration.\n\nGeneva, 4 December 2012";
        Assert.Equal(note, TextMails.Plain(note, "Note 118").ReplyText);
    }

    [Fact]
    public void A_postscript_below_the_signature_is_new()
    {
        var body = TextMails.Plain("All correct.\n\nBien à vous,\nAna Example\nInspectrice\n\nP.-S. : le téléphone a changé : 33 555 01 77.\n");
        Assert.Equal("All correct.\n\nP.-S. : le téléphone a changé : 33 555 01 77.", body.ReplyText);
        Assert.DoesNotContain("téléphone", body.Signature, StringComparison.Ordinal);
    }

    [Fact]
    public void Thanks_at_the_head_of_a_mail_are_no_closing()
    {
        var body = TextMails.Plain("Thank you for your message.\n\nI am on leave until 4 November and will answer after that.\n\nAna Example\nHead of Unit\n");
        Assert.Equal("Thank you for your message.\n\nI am on leave until 4 November and will answer after that.", body.ReplyText);
    }

    [Theory]
    [InlineData("您好：\n\n以上材料，请查收。", "张三\n2013年3月2日")]
    [InlineData("您好：\n\n感谢贵局的来信。\n\n我方无意见。", "李例\n某某局")]
    [InlineData("Dear Sir,\n\nThank you for your mail.\n\nKofi Sample will attend.", "Ana Example\nHead of Unit")]
    [InlineData("Bonjour,\n\nMerci pour votre message.\n\nMadame Exemple viendra.", "Ana Example\nCheffe de service")]
    public void Thanks_within_a_mail_are_part_of_it(string text, string signature) => Assert.Equal(text, TextMails.Plain(text + "\n\n" + signature + "\n").ReplyText);

    [Fact]
    public void A_list_of_persons_at_the_end_is_no_signature()
    {
        const string text = "We register the following persons:\n\nKofi Sample\nDirector\n\nAma Sample\nAdviser";
        Assert.Equal(text, TextMails.Plain(text).ReplyText);
    }

    [Fact]
    public void The_signature_knows_where_it_begins()
    {
        var body = TextMails.Plain("We agree.\n\nRegards,\nAna Example\n");
        Assert.Equal("Regards,\nAna Example", body.Signature);
        Assert.Equal("Regards,", body.Text.Substring(body.SignatureStart, 8));
    }

    [Fact]
    public void All_below_the_standard_delimiter_is_signature_however_long_its_lines()
    {
        const string notice = "Le informazioni contenute in questo messaggio sono riservate e per uso esclusivo del destinatario, come la legge chiede a tutti.";
        var body = TextMails.Plain($"No organization.\n\n-- \n\n{notice}\n\nPersone diverse dal destinatario non possono copiare il messaggio.\n\nUfficio Esempio, 00100 Roma\n");
        Assert.Equal("No organization.", body.ReplyText);
    }

    [Theory]
    [InlineData("Sent from Mailbox for iPad")]
    [InlineData("Verzonden vanuit Outlook voor iOS")]
    [InlineData("Az iPhone-omról küldve")]
    [InlineData("Trimis de pe iPhone-ul meu")]
    [InlineData("(Sent from mobile device)")]
    [InlineData("Sent from my phone, please excuse typos.")]
    public void A_line_of_a_device_is_no_text(string line) => Assert.Equal("No organization.", TextMails.Plain($"No organization.\n\n{line}\n").ReplyText);

    [Fact]
    public void A_sentence_that_begins_like_the_line_of_a_device_stays() =>
        Assert.EndsWith("signed by the Director.", TextMails.Plain("No organization.\n\nSent from our office last week was a letter that was signed by the Director.\n").ReplyText, StringComparison.Ordinal);
}
