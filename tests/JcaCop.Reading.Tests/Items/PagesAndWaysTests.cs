using System.Text;
using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;
using Xunit;

namespace JcaCop.Reading.Tests.Items;

/// <summary>What looks like a change, a nomination or a contact and is part of something else.</summary>
public class PagesAndWaysTests
{
    [Fact]
    public void The_page_of_an_activity_in_a_list_of_updates_changes_no_house() =>
        Assert.All(SentenceMail.Under("Circular 313", "en", "Updates for your list of activities of the Lark Society:\n\n- Forum on Safer Play, Nairobi, 17 June 2015, https://forum.kitehill.example\n- Course for helplines, self-paced").Items, item => Assert.IsType<Activity>(item));

    [Fact]
    public void Who_changes_to_coming_from_afar_has_no_other_address_than_before() =>
        Assert.DoesNotContain(SentenceMail.Read("zh", "9月10日会议：我到现场，林晓彤改为远程接入，邮箱linxt@egret.example。").Items, item => item is Correction);

    [Fact]
    public void The_report_of_a_second_meeting_is_no_second_complaint() =>
        Assert.False(SentenceMail.Under("第二次会议报告", "zh", "《JCA-COP第二次会议报告（草案）》已定稿，见附件，会议日期是2015年4月18日。请分发给与会者。", "report.docx").NeedsAttention);

    [Fact]
    public void Two_documents_in_a_list_below_the_sentence_that_submits_them_are_two_contributions()
    {
        var items = SentenceMail.Read("ru", "От ООО «Сосновый бор» к собранию 10 сентября 2015 года представляются два документа:\n\n1) «Пароли дома: наблюдения» (файл paroli.docx);\n2) «Фильтры в школе» (файл filtry.docx).", "paroli.docx", "filtry.docx").Items;
        Assert.Equal(["Пароли дома: наблюдения=paroli.docx", "Фильтры в школе=filtry.docx"], items.OfType<Contribution>().Select(paper => $"{paper.Title}={string.Join(',', paper.Files)}"));
    }

    [Fact]
    public void A_form_that_asks_some_to_act_and_informs_others_is_a_liaison_statement_whatever_it_is_called()
    {
        var statement = Assert.IsType<Liaison>(Assert.Single(SentenceMail.Under("Заявление ТББ-LS/4", "ru",
            "Номер: ТББ-LS/4\nДата: 5 февраля 2015 г.\nОт кого: Товарищество безопасного берега\nНазвание: О единой шкале жалоб\nДля действий: JCA-COP\nДля сведения: ИК13\nКонтакт: Ася Рябова, asya@bereg.example").Items));
        Assert.Equal(("ТББ-LS/4", "О единой шкале жалоб"), (statement.Reference, statement.Title));
    }

    [Theory]
    [InlineData("Organization: Kite Trust\nContact: Ms Ida Holm\nE-mail: ida@kite.example\n\nReturn by fax to +41 22 555 58 53 or by e-mail to tsbjcacop@itu.int\n")]
    [InlineData("Organisation : Kite Trust\nContact : Ms Ida Holm\nCourriel : ida@kite.example\n\nÀ retourner par télécopie au +41 22 555 58 53\n")]
    public void The_number_to_which_a_form_is_to_be_returned_is_not_the_contacts(string form)
    {
        var mime = new MimeKit.MimeMessage { Subject = "Circular 313", Date = new DateTimeOffset(2012, 11, 20, 10, 0, 0, TimeSpan.Zero), MessageId = "form@kite.example" };
        mime.From.Add(new MimeKit.MailboxAddress("A. Writer", "writer@post.example"));
        mime.To.Add(new MimeKit.MailboxAddress("", "tsbjcacop@itu.int"));
        var body = new MimeKit.BodyBuilder { TextBody = "Dear colleagues,\n\nthe form is attached.\n\nKind regards,\n\nA. Writer\n" };
        body.Attachments.Add("form.txt", Encoding.UTF8.GetBytes(form), new MimeKit.ContentType("text", "plain") { Charset = "utf-8" });
        mime.Body = body.ToMessageBody();
        using var raw = new MemoryStream();
        mime.WriteTo(raw, TestContext.Current.CancellationToken);
        raw.Position = 0;
        var contact = Assert.IsType<Nomination>(Assert.Single(MailReader.Read(raw, TestContext.Current.CancellationToken).Items)).Contact;
        Assert.Equal(("Ida Holm", null, null), (contact?.Name, contact?.Phone, contact?.Fax));
    }
}
