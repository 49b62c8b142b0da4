using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Mails that say there is nothing: sentences of our own in six languages, and such as only look like it.</summary>
public class DeclineTests
{
    [Theory]
    [InlineData("Please be informed that Fiji has no organizations to propose at this stage.")]
    [InlineData("There are currently no entities in our country that could be put forward.")]
    [InlineData("After consultation with the industry we do not have any representative to nominate.")]
    [InlineData("Nil return from our side.")]
    [InlineData("We are not in a position to nominate an expert.")]
    [InlineData("Notre administration n'a aucun organisme à signaler pour le moment.")]
    [InlineData("Nous ne disposons pas d'expert à désigner dans ce domaine.")]
    [InlineData("Rien à signaler de notre côté.")]
    [InlineData("Por el momento no contamos con ninguna entidad que proponer.")]
    [InlineData("Esta Administración no tiene candidatos que presentar.")]
    [InlineData("В настоящее время у Администрации связи нет организаций, которые можно было бы предложить.")]
    [InlineData("Сообщаем, что кандидатур для выдвижения не имеем.")]
    [InlineData("К сожалению, предложить нечего.")]
    [InlineData("نود إفادتكم بأنه لا توجد لدينا جهات يمكن ترشيحها في الوقت الراهن.")]
    [InlineData("ليس لدينا من نرشحه.")]
    [InlineData("经研究，我国暂无可推荐的机构。")]
    [InlineData("我部没有合适的专家人选。")]
    [InlineData("Nil.")]
    [InlineData("Néant.")]
    [InlineData("Ninguna.")]
    [InlineData("Предложений нет.")]
    [InlineData("Выдвигать не будем.")]
    [InlineData("无。")]
    [InlineData("没有要推荐的。")]
    [InlineData("لا ترشيحات.")]
    [InlineData("لا يوجد.")]
    [InlineData("Pas de proposition de notre part concernant la Circulaire TSB 361.")]
    [InlineData("Respecto de la Circular TSB 361, no tenemos propuestas.")]
    [InlineData("Sin propuestas por parte del Perú en relación con la Circular TSB 361.")]
    [InlineData("Esta Administración no designará ninguna entidad en esta oportunidad.")]
    [InlineData("В ответ на Циркуляр 361 БСЭ сообщаем, что предложений не имеется.")]
    [InlineData("По Циркуляру 361 БСЭ предложений нет.")]
    [InlineData("关于电信标准化局第361号通函，我方没有提名。")]
    [InlineData("بخصوص الرسالة المعممة 361 نود إفادتكم بعدم وجود مقترحات.")]
    public void Nothing_to_put_forward_is_understood(string sentence) => Assert.Contains(Decline.Nomination, Read(sentence).Declines);

    [Theory]
    [InlineData("There are no activities to report.")]
    [InlineData("Il n'existe pas d'activité à communiquer.")]
    [InlineData("No hay actividades que comunicar.")]
    [InlineData("Мероприятий по этой теме в настоящее время не проводится.")]
    [InlineData("لا توجد لدينا أنشطة نبلغ عنها.")]
    [InlineData("我国目前没有相关活动可报。")]
    public void Nothing_to_tell_of_is_understood(string sentence) => Assert.Contains(Decline.Activity, Read(sentence).Declines);

    [Theory]
    [InlineData("We have no comments.")]
    [InlineData("Nous n'avons pas d'observations.")]
    [InlineData("No tenemos comentarios.")]
    [InlineData("Замечаний не имеем.")]
    [InlineData("ليست لدينا ملاحظات.")]
    [InlineData("我方无意见。")]
    public void No_comment_is_understood(string sentence)
    {
        var reading = Read(sentence);
        Assert.True(reading.Declines.Contains(Decline.Comment) || reading.Items.OfType<Position>().Any(position => position.Taken == PositionTaken.NoObjection));
    }

    [Theory]
    [InlineData("We have not yet decided which organization to nominate.")]
    [InlineData("Is it possible to nominate no organization at all?")]
    [InlineData("We will send the names of the organizations next week.")]
    [InlineData("If there are no candidates by then, we will write again.")]
    [InlineData("L'organisation n'a pas encore été choisie.")]
    [InlineData("Еще не решено, какую организацию предложить.")]
    [InlineData("Todavía no hemos decidido qué entidad proponer.")]
    [InlineData("我方尚未确定推荐机构。")]
    [InlineData("Thank you for your circular. We have passed it on to the ministry.")]
    public void What_is_open_or_says_something_else_is_no_refusal(string sentence) => Assert.Empty(Read(sentence).Declines);

    [Theory]
    [InlineData("Our representative does not have access to the site.")]
    [InlineData("Our contact person has no e-mail address at present.")]
    [InlineData("The person whom we designated has no telephone.")]
    [InlineData("The name of our representative is not Tom Fix but Tom Fox, as we proposed.")]
    [InlineData("We have sent the names of the organizations by fax, not by mail.")]
    [InlineData("We would suggest that the chairman's first name be corrected: it is Ashley, not Asheley.")]
    [InlineData("Notre représentant n'a pas accès au site.")]
    [InlineData("Les organisations que nous avons proposées n'ont pas accès au site.")]
    [InlineData("Nuestro representante no tiene acceso al sitio.")]
    [InlineData("Proponemos que la lista de organizaciones se publique y no quede como documento interno.")]
    [InlineData("Наш представитель не имеет доступа к сайту.")]
    [InlineData("Предлагаем, чтобы список организаций был опубликован, а не оставался внутренним.")]
    [InlineData("我方代表目前不能登录网站。")]
    [InlineData("نقترح نشر قائمة المنظمات وليس إبقاءها داخلية.")]
    public void What_is_denied_of_somebody_who_is_there_is_no_refusal_and_is_shown(string sentence)
    {
        var reading = Read(sentence);
        Assert.DoesNotContain(Decline.Nomination, reading.Declines);
        Assert.True(reading.NeedsAttention || reading.Items.Count > 0);
    }

    [Theory]
    [InlineData("A suitable candidate has not been identified.")]
    [InlineData("Organizations of this kind we do not have at present.")]
    [InlineData("Кандидатур для выдвижения в настоящее время не имеем.")]
    [InlineData("Candidatos por el momento no tenemos.")]
    public void What_is_denied_behind_its_name_is_a_refusal_where_the_clause_ends_with_it(string sentence) => Assert.Contains(Decline.Nomination, Read(sentence).Declines);

    [Fact]
    public void A_file_that_does_not_open_is_shown() => Assert.True(Read("I am not able to open the attachment of your message.").NeedsAttention);

    [Fact]
    public void Whoever_puts_somebody_forward_does_not_refuse() =>
        Assert.Empty(Read("We nominate the following organization; we have no other organization to propose.\n\nOrganization: Example Children's Network\nContact: Ms Anna Sample\nE-mail: anna@network.example").Declines);

    private static MailReading Read(string sentence) => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        $"From: Official <official@ministry.example>\r\nTo: desk@group.example\r\nSubject: Circular 313\r\nDate: Mon, 24 Sep 2012 14:07:00 +0200\r\nMessage-ID: <1@ministry.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{sentence}\r\n")));
}
