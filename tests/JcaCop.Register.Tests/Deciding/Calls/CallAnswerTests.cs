using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using Xunit;
using static JcaCop.Register.Tests.Deciding.Calls.CallRegister;

namespace JcaCop.Register.Tests.Deciding.Calls;

/// <summary>What counts as an answer to a call, and what waits for a person.</summary>
public sealed class CallAnswerTests
{
    private readonly CallRegister register = new CallRegister().Members("AU", "KE");

    [Fact]
    public void A_question_beside_the_refusal_is_for_a_person_and_the_member_is_asked_no_more()
    {
        var call = register.Open("TSB Circular 313", CallSort.Nomination);
        var judged = register.Judge(Taken(0, "itu@ministry-au.example", "TSB Circular 313", "We have no organization to nominate. Could you tell us when the next meeting will be?"))[0];
        Assert.Equal((MessageState.Held, ItemState.Held), (judged.Verdict.State, judged.Verdict.Answer!.State));
        Assert.Equal(ObligationState.Declined, register.Owes(call, "AU"));
        Assert.Single(register.Answer(call, "AU").Waiting);
    }

    [Fact]
    public void A_long_mail_from_who_owes_an_answer_is_not_passed_over_where_nothing_in_it_was_understood()
    {
        register.Open("TSB Circular 313", CallSort.Nomination);
        var words = "The Ministry has looked into the matter of the circular together with the agencies that deal with it, and they have told us at some length of their work in schools and of the guides which they print for parents.";
        var judged = register.Judge(
            CallMatchTests.Bare(Taken(0, "itu@ministry-au.example", "TSB Circular 313", words)),
            CallMatchTests.Bare(Taken(1, "itu@ministry-ke.example", "TSB Circular 313", "Received with thanks.")));
        Assert.Contains("no answer was understood in it", judged[0].Verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(MessageState.Processed, judged[1].Verdict.State);
    }

    [Theory]
    [InlineData(CallSort.Consultation, "looks like an answer, but nothing was found: x", true)]
    [InlineData(CallSort.Consultation, "says something that is nothing to record: x", true)]
    [InlineData(CallSort.Consultation, "nothing was found, and this was not read: reply.tif", true)]
    [InlineData(CallSort.Consultation, "question: x?", true)]
    [InlineData(CallSort.Consultation, "request: x", true)]
    [InlineData(CallSort.Consultation, "asks for more time: x", false)]
    [InlineData(CallSort.Questionnaire, "says something that is nothing to record: x", true)]
    [InlineData(CallSort.Questionnaire, "question: x?", false)]
    [InlineData(CallSort.Nomination, "looks like an answer, but nothing was found: x", true)]
    [InlineData(CallSort.Nomination, "says something that is nothing to record: x", false)]
    public void What_may_be_an_answer_and_was_not_understood_waits_as_the_answer_of_who_was_asked(CallSort sort, string reason, bool waits)
    {
        var call = register.Open("TSB Circular 270", sort);
        register.Judge(Unread(0, "itu@ministry-au.example"), Unread(1, "somebody@else.example"));
        Assert.Equal(waits ? 1 : 0, register.Known.All<AnswerEntry>().Sum(answer => answer.Waiting.Count));
        Assert.Equal(waits ? ObligationState.Met : ObligationState.Open, register.Owes(call, "AU"));

        (TakenMail, JcaCop.Reading.MailReading) Unread(int number, string from)
        {
            var (taken, reading) = CallMatchTests.Bare(Taken(number, from, "TSB Circular 270", "Words of which nothing is understood."));
            return (taken, reading with { NeedsAttention = true, AttentionReasons = [reason] });
        }
    }

    [Theory]
    [InlineData("Australia approves the proposal.", "Support")]
    [InlineData("Australia supports the proposal in TSB Circular 270.", "Support")]
    [InlineData("Australia objects to the proposal in TSB Circular 270, as it duplicates work of ITU-T Study Group 17.", "Objection")]
    [InlineData("TSB Circular 270: Australia approves.", "Support")]
    [InlineData("Circulaire TSB 270 : l’Australie approuve.", "Support")]
    [InlineData("L’Administration approuve la proposition.", "Support")]
    [InlineData("Администрация одобряет предложение.", "Support")]
    [InlineData("La Administración apoya la propuesta.", "Support")]
    public void A_stance_on_the_proposal_itself_or_on_its_circular_stands_as_the_answer(string words, string position)
    {
        var call = register.Open("TSB Circular 270", CallSort.Consultation);
        register.Judge(Written(words));
        Assert.Equal(position, register.Answer(call, "AU").Given?.Said.Position?.ToString());
    }

    [Theory]
    [InlineData("Australia supports the proposal in TSB Circular 270 in part.")]
    [InlineData("Australia supports the proposal in TSB Circular 270, provided that clause 5 is deleted.")]
    [InlineData("We agree with your suggestion to discuss TSB Circular 270 at the next meeting.")]
    [InlineData("Australia supports the proposal. Clause 5 should be deleted.")]
    public void What_narrows_a_stance_or_gives_it_another_object_is_for_a_person(string words)
    {
        var call = register.Open("TSB Circular 270", CallSort.Consultation);
        register.Judge(Written(words));
        Assert.Null(register.Known.All<AnswerEntry>().SingleOrDefault(answer => answer.CallId == call.Id)?.Given);
    }

    [Theory]
    [InlineData("1）是\n2）未成年人保护法\n3）工业和信息化部")]
    [InlineData("1. Oui, une ligne nationale.\n2. Loi du 21 juin 2004.\n3. Le Ministère.")]
    [InlineData("Q1 - yes\nQ2 - the Act of 2010\nQ3 - the regulator")]
    public void Answers_under_the_numbers_of_a_questionnaire_that_is_cited_are_its_answers(string words)
    {
        var call = register.Open("TSB Circular 320", CallSort.Questionnaire, questions: ["1", "2", "3"]);
        register.Judge(Written(words, "TSB Circular 320"));
        Assert.Equal(["1", "2", "3"], register.Answer(call, "AU").Given?.Said.Responses.Select(response => response.Number));
    }

    [Fact]
    public void Answers_to_some_of_the_questions_wait_for_a_person()
    {
        var call = register.Open("TSB Circular 320", CallSort.Questionnaire, questions: ["1", "2", "3"]);
        register.Judge(Written("2）未成年人保护法", "TSB Circular 320"));
        Assert.Null(register.Answer(call, "AU").Given);
        Assert.Single(register.Answer(call, "AU").Waiting);
    }

    [Theory]
    [InlineData("The Administration endorses the text of the circular without reservation.", "Support")]
    [InlineData("We cannot agree to clause 3 as drafted.", "Objection")]
    [InlineData("Australia está de acuerdo con el texto.", "Support")]
    [InlineData("我国主管部门对此不赞成。", "Objection")]
    public void Words_that_take_a_position_on_nothing_named_are_one_on_the_consultation_that_is_cited_and_a_person_confirms_it(string words, string position)
    {
        var call = register.Open("TSB Circular 270", CallSort.Consultation);
        register.Judge(Written(words));
        Assert.Equal(position, Assert.Single(register.Answer(call, "AU").Waiting).Said.Position?.ToString());
        Assert.Null(register.Answer(call, "AU").Given);
    }

    internal static (TakenMail, JcaCop.Reading.MailReading) Written(string words, string subject = "TSB Circular 270")
    {
        var (taken, _) = Taken(0, "itu@ministry-au.example", subject, words);
        return (taken, JcaCop.Reading.MailReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            $"From: itu@ministry-au.example\nTo: desk@x.example\nSubject: {subject}\nDate: Mon, 1 Oct 2012 10:00:00 +0200\nMessage-ID: <{taken.InternetId}>\nContent-Type: text/plain; charset=utf-8\n\n{words}\n")), TestContext.Current.CancellationToken));
    }
}
