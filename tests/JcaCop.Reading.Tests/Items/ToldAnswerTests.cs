using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Answers to a questionnaire in running text, and those that are promised for later.</summary>
public class ToldAnswerTests
{
    private static readonly string[] Asked = ["1", "2", "3", "4"];

    private static MailReading Read(string body) => QuestionnaireReader.AsAnswer(MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        "From: Jane Example <jane@ministry.example>\nTo: tsbjcacop@itu.int\nSubject: Re: TSB Circular 302\nDate: Mon, 6 Aug 2012 08:00:00 +0000\nMessage-ID: <a@ministry.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n\nJane Example\n"))), Asked);

    private static string Told(MailReading reading) => string.Join(" | ", Assert.Single(reading.Items.OfType<Questionnaire>()).Responses.Select(response => $"{response.Number} {response.Text}"));

    [Theory]
    [InlineData("Answers to the questionnaire:\n1. Yes.\n2. The act of 2009.\nThe answers to questions 3 and 4 follow next week.")]
    [InlineData("Answers to the questionnaire:\n1. Yes.\n2. The act of 2009.\n3. To follow.\n4. Will be sent next week.")]
    [InlineData("Answers to the questionnaire:\n1. Yes.\n2. The act of 2009.\n\nThe remaining answers will be sent in May.")]
    [InlineData("Réponses au questionnaire :\n1. Oui.\n2. La loi de 2009.\nLes réponses aux questions 3 et 4 vous parviendront la semaine prochaine.")]
    [InlineData("Réponses au questionnaire :\n1. Oui.\n2. La loi de 2009.\n\nLe reste suivra.")]
    [InlineData("Respuestas al cuestionario:\n1. Sí.\n2. La ley de 2009.\nLas respuestas a las preguntas 3 y 4 se enviarán la próxima semana.")]
    [InlineData("Ответы на вопросник:\n1. Да.\n2. Закон 2009 года.\nОтветы на вопросы 3 и 4 будут направлены на следующей неделе.")]
    [InlineData("Ответы на вопросник:\n1. Да.\n2. Закон 2009 года.\n\nОстальное пришлем позднее.")]
    [InlineData("问卷答复：\n1. 是。\n2. 2009年法。\n问题3和4的答复将于下周提交。")]
    [InlineData("问卷答复：\n1. 是。\n2. 2009年法。\n第3、4题的答复稍后提供。")]
    [InlineData("أجوبتنا على الاستبيان:\n1- نعم.\n2- قانون 2009.\nسنوافيكم بالإجابة عن السؤالين 3 و4 الأسبوع المقبل.")]
    [InlineData("أجوبتنا على الاستبيان:\n1- نعم.\n2- قانون 2009.\nالإجابات عن الأسئلة 3 و4 سترسل لاحقاً.")]
    public void What_is_promised_for_later_is_no_answer_and_is_awaited(string body)
    {
        var filled = Assert.Single(Read(body).Items.OfType<Questionnaire>());
        Assert.Equal(["1", "2"], filled.Responses.Select(response => response.Number));
        Assert.DoesNotContain(filled.Responses, response => response.Text.Contains('3', StringComparison.Ordinal));
        Assert.Equal(["3", "4"], filled.Awaited);
    }

    [Theory]
    [InlineData("Answers to the questionnaire:\n1. Yes.\n2. The act of 2009.\n3. Guidance will follow the act.\n4. Parents will be sent a letter next week.", 4)]
    [InlineData("The answers to questions 1 and 2 follow:\n1. Yes.\n2. The act of 2009.", 2)]
    [InlineData("对问题1和2的答复如下：\n1. 是。\n2. 2009年法。", 2)]
    [InlineData("Вопрос 1: да.\nВопрос 2: закон будет направлен в парламент.", 2)]
    public void What_an_answer_says_of_the_future_is_an_answer(string body, int answers)
    {
        var filled = Assert.Single(Read(body).Items.OfType<Questionnaire>());
        Assert.Equal((answers, 0), (filled.Responses.Count, filled.Awaited.Count));
    }

    [Theory]
    [InlineData("TSB Circular 302: 1. No national hotline exists; 2. Online Safety Act 2022, section 10; 3. The Commission; 4. 312.", "1 No national hotline exists; | 2 Online Safety Act 2022, section 10; | 3 The Commission; | 4 312.")]
    [InlineData("На вопрос 3 – Служба надзора. На вопрос 4 – 41 200.", "3 Служба надзора. | 4 41 200.")]
    [InlineData("On question 3: the Office of Media. On question 4: 512 reports.", "3 the Office of Media. | 4 512 reports.")]
    [InlineData("À la question 1 : oui. À la question 4 : 512 signalements.", "1 oui. | 4 512 signalements.")]
    [InlineData("A la pregunta 1: sí. A la pregunta 4: 512 denuncias.", "1 sí. | 4 512 denuncias.")]
    [InlineData("关于问题3：国家网信办。关于问题4：约512件。", "3 国家网信办。 | 4 约512件。")]
    [InlineData("عن السؤال 3: هيئة الاتصالات. وعن السؤال 4: 512 بلاغاً.", "3 هيئة الاتصالات. | 4 512 بلاغاً.")]
    public void Answers_in_running_text_are_read_under_their_numbers(string body, string answers) => Assert.Equal(answers, Told(Read(body)));

    [Theory]
    [InlineData("Question 1: yes, 116.\nQuestion 4: 512 reports.\nQuestions 2 and 3 are for the Ministry of Justice, to which we have passed them.", "1 yes, 116. | 4 512 reports.")]
    [InlineData("На вопрос 3 – Служба надзора. В ответе на вопрос 1 просим указать также номер 8-800.", "3 Служба надзора.")]
    public void A_sentence_about_other_questions_is_no_part_of_an_answer_and_is_shown(string body, string answers)
    {
        var reading = Read(body);
        Assert.Equal(answers, Told(reading));
        Assert.True(reading.NeedsAttention);
        Assert.All(reading.Items, item => Assert.Equal(Decision.Review, item.Decision));
    }

    [Fact]
    public void The_title_of_a_law_in_an_answer_told_in_prose_is_no_activity()
    {
        var reading = Read("Горячая линия есть: 111. Закон – «О мерах по предупреждению причинения вреда здоровью детей». Ответственный орган – Министерство труда. Статистику пришлем в мае.");
        Assert.Empty(reading.Items);
        Assert.Contains(reading.AttentionReasons, Attention.MayAnswer);
    }
}
