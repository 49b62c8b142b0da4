using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>The body that was asked answers our liaison statement in prose, without the form of a statement.</summary>
public sealed class AnswersInProseTests : IAsyncDisposable
{
    private const string Sixteen = "sg16@sixteen.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:OfficialDomains:sixteen.example"] = "ITU-T SG16" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<MessageDetails> AnsweredAsync(string words, bool threaded = false, string from = Sixteen)
    {
        await rig.DeskAsync($"member add \"ITU-T SG16\" --sort group --body \"ITU-T SG16\" --email {Sixteen}\nliaison draft \"work on filters\" --action \"ITU-T SG16\" --deadline 2012-11-01 --text \"JCA-COP asks for an overview.\"\nliaison send 1");
        var ours = (await rig.SendAsync()).First(letter => letter.To.Mailboxes.Any(to => to.Address == Sixteen));
        return await rig.MailAsync(from, threaded ? $"RE: {ours.Subject}" : "Filters", $"Dear colleagues,\n\n{words}\n\nSG16 secretariat", threaded ? $"In-Reply-To: <{ours.MessageId}>" : null);
    }

    private async Task<ObligationState> OwedAsync() => (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Debtor.Name == "ITU-T SG16").State;

    [Theory]
    [InlineData("With reference to your liaison statement JCA-COP-LS1, we inform you that Study Group 16 develops the draft Recommendation H.filter in Question 3/16.", false)]
    [InlineData("Study Group 16 has examined your request and replies as follows.\n\nFilters are the subject of the draft Recommendation H.filter in Question 3/16.", true)]
    [InlineData("In response to your liaison statement JCA-COP-LS1, Study Group 16 works on filters in Question 3/16.", false)]
    [InlineData("Please find below our reply to JCA-COP-LS1.\n\nFilters are the subject of Question 3/16.", false)]
    [InlineData("En référence à votre note de liaison JCA-COP-LS1, nous vous informons que la Commission d’études 16 élabore le projet de Recommandation H.filter.", false)]
    [InlineData("La Commission d’études 16 a examiné votre demande et répond comme suit.\n\nLes filtres relèvent de la Question 3/16.", true)]
    [InlineData("En réponse à votre note de liaison JCA-COP-LS1, la Commission d’études 16 traite des filtres dans la Question 3/16.", false)]
    [InlineData("Con referencia a su declaración de coordinación JCA-COP-LS1, les informamos de que la Comisión de Estudio 16 elabora el proyecto de Recomendación H.filter.", false)]
    [InlineData("La Comisión de Estudio 16 ha examinado su petición y responde lo siguiente.\n\nLos filtros son objeto de la Cuestión 3/16.", true)]
    [InlineData("En respuesta a su declaración de coordinación JCA-COP-LS1, la Comisión de Estudio 16 trata los filtros en la Cuestión 3/16.", false)]
    [InlineData("В связи с вашим заявлением о взаимодействии JCA-COP-LS1 сообщаем, что 16-я Исследовательская комиссия разрабатывает проект Рекомендации H.filter.", false)]
    [InlineData("16-я Исследовательская комиссия рассмотрела ваш запрос и отвечает следующее.\n\nФильтрам посвящен Вопрос 3/16.", true)]
    [InlineData("В ответ на ваше заявление о взаимодействии JCA-COP-LS1, 16-я Исследовательская комиссия занимается фильтрами в рамках Вопроса 3/16.", false)]
    [InlineData("بالإشارة إلى بيان الاتصال JCA-COP-LS1، نفيدكم بأن لجنة الدراسات 16 تعد مشروع التوصية H.filter.", false)]
    [InlineData("درست لجنة الدراسات 16 طلبكم وترد بما يلي.\n\nالمرشحات موضوع المسألة 3/16.", true)]
    [InlineData("关于贵方的联络声明JCA-COP-LS1，谨告知第16研究组正在第3/16号课题下起草H.filter建议书草案。", false)]
    [InlineData("第16研究组研究了贵方请求，答复如下。\n\n过滤器属于第3/16号课题。", true)]
    public async Task What_tells_the_answer_in_plain_words_closes_the_request(string words, bool threaded)
    {
        var mail = await AnsweredAsync(words, threaded);
        Assert.True(mail.Line.State == MessageState.Processed, mail.Line.Reason);
        Assert.Equal(ObligationState.Met, await OwedAsync());
    }

    [Theory]
    [InlineData("With reference to your liaison statement JCA-COP-LS1, we inform you that our reply will be sent after our next meeting.")]
    [InlineData("We wish to inform you that Study Group 16 has received your liaison statement JCA-COP-LS1 and has forwarded it to Question 3/16.")]
    [InlineData("In reply to your liaison statement JCA-COP-LS1, we cannot yet say anything on filters.")]
    [InlineData("Study Group 16 has examined your request and has asked its Working Party 2 for advice.")]
    [InlineData("We inform you that we are not in a position to reply to JCA-COP-LS1 before December.")]
    [InlineData("En référence à votre note de liaison JCA-COP-LS1, nous vous informons que nous répondrons après notre prochaine réunion.")]
    [InlineData("Nous vous informons que la Commission d’études 16 n’a pas encore examiné votre demande.")]
    [InlineData("Les informamos de que la Comisión de Estudio 16 responderá a JCA-COP-LS1 tras su próxima reunión.")]
    [InlineData("Сообщаем, что ответ на заявление JCA-COP-LS1 будет направлен после следующего собрания.")]
    [InlineData("Сообщаем, что 16-я Исследовательская комиссия получила ваше заявление о взаимодействии и пока не рассмотрела его по существу.")]
    [InlineData("نفيدكم بأن لجنة الدراسات 16 سترد على بيان الاتصال JCA-COP-LS1 بعد اجتماعها القادم.")]
    [InlineData("谨告知第16研究组将在下次会议后答复联络声明JCA-COP-LS1。")]
    public async Task What_puts_an_answer_off_or_passes_the_request_on_closes_nothing(string words)
    {
        await AnsweredAsync(words, threaded: true);
        Assert.Equal(ObligationState.Open, await OwedAsync());
    }

    [Fact]
    public async Task Somebody_elses_words_on_it_close_nothing()
    {
        await AnsweredAsync("With reference to your liaison statement JCA-COP-LS1, we inform you that Study Group 16 develops the draft Recommendation H.filter.", from: "office@elsewhere.example");
        Assert.Equal(ObligationState.Open, await OwedAsync());
    }
}
