using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using Xunit;
using static JcaCop.Register.Tests.Deciding.Calls.CallRegister;

namespace JcaCop.Register.Tests.Deciding.Calls;

/// <summary>What an answer leaves for later is owed still; what was answered in time stays so.</summary>
public class PromisedAnswerTests
{
    private const string Member = "itu@ministry-au.example";

    private readonly CallRegister register = new CallRegister().Members("AU", "KE");

    private static Questionnaire Filled(IReadOnlyList<string> awaited, params string[] numbers) =>
        new([.. numbers.Select(number => new QuestionnaireResponse(number, $"Answer {number}"))]) { Awaited = awaited, Confidence = 0.95, Decision = Decision.Accept };

    [Fact]
    public void A_part_that_is_promised_is_owed_until_it_comes()
    {
        var call = register.Open("TSB Circular 302", CallSort.Questionnaire, questions: ["1", "2", "3"]);
        register.Judge(Taken(0, Member, "TSB Circular 302", "x", null, Filled(["3"], "1", "2")));
        Assert.Equal(ObligationState.Open, register.Owes(call, "AU"));
        Assert.Equal(["3"], register.Answer(call, "AU").Given!.Said.Awaited);
        register.Judge(Taken(1, Member, "TSB Circular 302", "x", null, Filled([], "3")));
        Assert.Equal(ObligationState.Met, register.Owes(call, "AU"));
        Assert.Empty(register.Answer(call, "AU").Given!.Said.Awaited);
    }

    [Fact]
    public void While_the_promised_part_waits_for_a_person_nothing_is_owed()
    {
        var call = register.Open("TSB Circular 302", CallSort.Questionnaire, questions: ["1", "2", "3"]);
        register.Judge(Taken(0, Member, "TSB Circular 302", "x", null, Filled(["3"], "1", "2")));
        register.Judge(Taken(1, Member, "TSB Circular 302", "x", null, Filled([], "3") with { Decision = Decision.Review, Confidence = 0.4 }));
        Assert.Equal(ObligationState.Met, register.Owes(call, "AU"));
        Assert.Single(register.Answer(call, "AU").Waiting);
    }

    [Fact]
    public void An_answer_in_words_that_nobody_could_read_waits_and_the_member_owes_nothing()
    {
        var call = register.Open("TSB Circular 302", CallSort.Questionnaire, questions: ["1", "2", "3"]);
        var judged = register.Judge(Taken(0, Member, "TSB Circular 302", "There is a hotline: 111. The law is “On measures for the protection of children”. The Ministry of Labour is in charge."))[0];
        Assert.Equal(MessageState.Held, judged.Verdict.State);
        Assert.Contains("no answer was understood in it", judged.Verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(ObligationState.Met, register.Owes(call, "AU"));
        Assert.Equal(AnswerSort.Unread, Assert.Single(register.Answer(call, "AU").Waiting).Said.Sort);
    }

    [Theory]
    [InlineData("Could you clarify who pays for the activity? We shall take our position when we have the answer.")]
    [InlineData("Pourriez-vous préciser qui financera le plan de travail ? Nous prendrons position une fois la réponse reçue.")]
    [InlineData("¿Podrían aclarar quién financiará el plan de trabajo? Fijaremos nuestra posición cuando recibamos la respuesta.")]
    [InlineData("Просим уточнить, кто будет финансировать план работы. Позицию сообщим после получения ответа.")]
    [InlineData("请说明工作计划由谁出资。收到答复后我方将表明立场。")]
    [InlineData("نرجو توضيح الجهة التي ستمول خطة العمل. وسنحدد موقفنا عند تلقي الرد.")]
    public void Who_asks_about_a_proposal_is_not_silent(string words)
    {
        var call = register.Open("TSB Circular 271", CallSort.Consultation);
        register.Judge(Taken(0, Member, "TSB Circular 271", words));
        Assert.Equal(AnswerSort.Unread, Assert.Single(register.Answer(call, "AU").Waiting).Said.Sort);
        Assert.Equal(ObligationState.Met, register.Owes(call, "AU"));
    }

    [Theory]
    [InlineData(CallSort.Contacts, "La persona de contacto soy yo misma.")]
    [InlineData(CallSort.Contacts, "Same person as last year, no change on our side.")]
    [InlineData(CallSort.Nomination, "Dénomination : Point de Lumière\nCourrier électronique : bureau@lumiere.example")]
    public void Who_answers_in_words_that_were_not_understood_is_not_reminded(CallSort sort, string words)
    {
        var call = register.Open("TSB Circular 278", sort);
        var judged = register.Judge(Taken(0, Member, "TSB Circular 278", words))[0];
        Assert.Equal(MessageState.Held, judged.Verdict.State);
        Assert.Equal(ObligationState.Met, register.Owes(call, "AU"));
    }

    [Theory]
    [InlineData(CallSort.Nomination, "We received the circular and shall look into it.")]
    [InlineData(CallSort.Contacts, "Could you tell us who may be named?")]
    public void Who_only_acknowledges_or_asks_owes_the_answer(CallSort sort, string words)
    {
        var call = register.Open("TSB Circular 278", sort);
        register.Judge(Taken(0, Member, "TSB Circular 278", words));
        Assert.Equal(ObligationState.Open, register.Owes(call, "AU"));
    }

    [Fact]
    public void An_objection_made_in_time_and_let_go_later_stays_in_time()
    {
        var at = Mails.Start;
        var first = new AnswerVoice([1], at, Member, new AnswerSaid(AnswerSort.Position, PositionTaken.Objection, null, []));
        var later = new AnswerVoice([2], at.AddDays(9), Member, new AnswerSaid(AnswerSort.Position, PositionTaken.NoObjection, null, []));
        Assert.Equal(at, AnswerStance.InPlaceOf(first, later).Since);
        Assert.Null(AnswerStance.InPlaceOf(later, first with { At = at.AddDays(12) }).Since);
    }
}
