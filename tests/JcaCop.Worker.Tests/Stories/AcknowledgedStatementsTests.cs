using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A body acknowledges our statement.</summary>
public sealed class AcknowledgedStatementsTests : IAsyncDisposable
{
    private const string Sixteen = "sg16@sixteen.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:OfficialDomains:sixteen.example"] = "ITU-T SG16" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<MessageDetails> AnsweredAsync(string words)
    {
        await rig.DeskAsync($"member add \"ITU-T SG16\" --sort group --body \"ITU-T SG16\" --email {Sixteen}\nliaison draft \"work on filters\" --action \"ITU-T SG16\" --deadline 2012-11-01 --text \"JCA-COP asks for an overview.\"\nliaison send 1");
        var ours = (await rig.SendAsync()).First(letter => letter.To.Mailboxes.Any(to => to.Address == Sixteen));
        return await rig.MailAsync(Sixteen, "RE: LS on work on filters", words, $"In-Reply-To: <{ours.MessageId}>\n");
    }

    private async Task<ObligationState> OwedAsync() => (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Debtor.Name == "ITU-T SG16").State;

    [Theory]
    [InlineData("SG16 acknowledges receipt of your liaison statement JCA-COP-LS1. This message does not represent an official position of SG16.")]
    [InlineData("Your liaison statement has been received and will be brought to the attention of the next meeting of SG16 in March. It has been posted as TD 123.")]
    [InlineData("Thank you for your liaison statement, which will be considered by Question 3/16 at its next meeting.")]
    [InlineData("We confirm receipt of JCA-COP-LS1. SG16 will discuss it at its meeting of 14 to 18 January 2013 and a reply will be sent thereafter.")]
    [InlineData("La CE 16 accuse réception de votre note de liaison JCA-COP-LS1. Le présent message ne représente pas une position officielle de la CE 16.")]
    [InlineData("Votre note de liaison nous est bien parvenue et sera examinée à la prochaine réunion de la CE 16.")]
    [InlineData("Nous avons bien reçu votre note de liaison ; elle a été publiée sous la cote TD 123 et sera soumise à la Question 3/16.")]
    [InlineData("La CE 16 acusa recibo de su declaración de coordinación JCA-COP-LS1. Este mensaje no representa una posición oficial de la CE 16.")]
    [InlineData("Su declaración de coordinación ha sido recibida y se examinará en la próxima reunión de la CE 16.")]
    [InlineData("Hemos recibido su declaración de coordinación, que se ha publicado como TD 123 y se someterá a la Cuestión 3/16.")]
    [InlineData("ИК16 подтверждает получение вашего заявления о взаимодействии JCA-COP-LS1. Настоящее письмо не отражает официальной позиции ИК16.")]
    [InlineData("Ваше заявление о взаимодействии получено и будет рассмотрено на следующем собрании ИК16.")]
    [InlineData("Благодарим за заявление о взаимодействии. Оно опубликовано как TD 123 и будет передано Вопросу 3/16.")]
    [InlineData("تؤكد لجنة الدراسات 16 استلام بيان الاتصال JCA-COP-LS1. ولا تمثل هذه الرسالة موقفاً رسمياً للجنة.")]
    [InlineData("لقد تم استلام بيان الاتصال الخاص بكم وسيُنظر فيه في الاجتماع المقبل للجنة الدراسات 16.")]
    [InlineData("نشكركم على بيان الاتصال، وقد نُشر بوصفه الوثيقة TD 123 وسيُحال إلى المسألة 3/16.")]
    [InlineData("تشعركم لجنة الدراسات 16 بتسلُّم بيان الاتصال، وسيُعرض على فريق العمل في دورته القادمة.")]
    [InlineData("第16研究组确认收到贵组的联络声明JCA-COP-LS1。本邮件不代表第16研究组的正式立场。")]
    [InlineData("贵方联络声明已收到，将在第16研究组下次会议上审议。")]
    [InlineData("联络声明收悉，已作为TD 123发布，并将提交第3/16号课题研究。")]
    [InlineData("Thank you very much.\n\nKind regards,\nSG16 secretariat")]
    public async Task That_our_statement_has_arrived_is_no_answer_and_needs_none(string words)
    {
        var mail = await AnsweredAsync(words);
        Assert.True(mail.Line.State == MessageState.Processed, $"{mail.Line.Reason}; {mail.ReadingJson}");
        Assert.Empty(mail.Items);
        Assert.Equal(ObligationState.Open, await OwedAsync());
        Assert.DoesNotContain(Sixteen, string.Join(", ", (await rig.SendAsync()).Select(letter => letter.To.ToString())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SG16 acknowledges receipt of your liaison statement.")]
    [InlineData("Votre note de liaison nous est bien parvenue et sera examinée à la prochaine réunion de la CE 16.")]
    [InlineData("贵方联络声明已收到，将在第16研究组下次会议上审议。")]
    public async Task It_is_none_either_where_it_comes_to_the_reply_address_of_the_statement_alone(string words)
    {
        await rig.DeskAsync($"member add \"ITU-T SG16\" --sort group --body \"ITU-T SG16\" --email {Sixteen}\nliaison draft \"work on filters\" --action \"ITU-T SG16\" --deadline 2012-11-01 --text \"JCA-COP asks for an overview.\"\nliaison send 1");
        var ours = (await rig.SendAsync()).First(letter => letter.To.Mailboxes.Any(to => to.Address == Sixteen));
        var mail = await rig.MailAsync(Sixteen, "RE: LS on work on filters", words, to: ours.ReplyTo.Mailboxes.First().Address);
        Assert.Equal((MessageState.Processed, null), (mail.Line.State, mail.Line.Reason));
        Assert.Empty(mail.Items);
        Assert.Equal(ObligationState.Open, await OwedAsync());
        Assert.DoesNotContain(Sixteen, string.Join(", ", (await rig.SendAsync()).Select(letter => letter.To.ToString())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We confirm receipt of JCA-COP-LS1. SG16 works on filters in Question 3/16, in the draft Recommendation H.filter.")]
    [InlineData("Nous accusons réception de votre note. La CE 16 étudie les filtres dans le projet de Recommandation H.filter.")]
    [InlineData("Hemos recibido su declaración. La CE 16 estudia los filtros en el proyecto de Recomendación H.filter.")]
    [InlineData("Ваше заявление получено. ИК16 изучает фильтры в проекте Рекомендации H.filter.")]
    [InlineData("استلمنا بيانكم. وتدرس لجنة الدراسات 16 المرشحات في مشروع التوصية H.filter.")]
    [InlineData("贵方声明已收到。第16研究组正在H.filter建议书草案中研究过滤器。")]
    [InlineData("Your statement has been received. Which filters do you mean?")]
    [InlineData("تؤكد لجنة الدراسات 16 استلام بيان الاتصال. أي مرشحات تقصدون؟")]
    [InlineData("Your liaison statement has been received, but the day that it names is before our next meeting.")]
    [InlineData("Le document est joint. Votre note de liaison nous est bien parvenue, mais le délai est trop court.")]
    [InlineData("SG16 supports the proposal of JCA-COP.")]
    [InlineData("La CE 16 appuie la proposition de la JCA-COP.")]
    [InlineData("第16研究组支持JCA-COP的建议。")]
    public async Task What_stands_beside_the_receipt_reaches_a_person(string words)
    {
        var mail = await AnsweredAsync(words);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Equal(ObligationState.Open, await OwedAsync());
    }
}
