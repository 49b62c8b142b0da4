using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using Xunit;
using static JcaCop.Register.Tests.Deciding.Calls.CallRegister;

namespace JcaCop.Register.Tests.Deciding.Calls;

/// <summary>Which call a mail is about.</summary>
public sealed class CallMatchTests
{
    private readonly CallRegister register = new CallRegister().Members("AU", "KE");

    [Theory]
    [InlineData("TSB Circular 313", "313")]
    [InlineData("TSB Circular 313", "Circulaire TSB 313")]
    [InlineData("TSB Circular 313", "Циркуляр 313")]
    [InlineData("TSB Circular 313", "第313号通函")]
    [InlineData("DM-10/1008", "dm-10/1008")]
    [InlineData("DM-10/1008", "10/1008")]
    [InlineData("Circular BDT/008", "BDT/008")]
    public void A_call_is_found_by_every_form_of_its_number(string number, string cited)
    {
        var call = register.Open(number, CallSort.Nomination);
        Assert.Equal(call.Id, CallMatch.Named(cited, register.Known)?.Id);
        Assert.Null(CallMatch.Named("314", register.Known));
    }

    [Theory]
    [InlineData("Consultation 72", "En réponse à la Consultation 72, nous nous opposons", true)]
    [InlineData("Consultation 72", "consultation  72: our view", true)]
    [InlineData("Consultation 7", "Consultation 72", false)]
    [InlineData("Consultation 72", "our room is 72", false)]
    [InlineData("72", "our room is 72", false)]
    public void A_number_is_cited_with_its_word_as_it_is_on_record(string number, string text, bool cited) => Assert.Equal(cited, CallNumber.IsCited(number, text));

    [Fact]
    public void Our_letter_in_the_thread_proves_the_call_though_no_number_is_cited()
    {
        register.Open("TSB Circular 312", CallSort.Nomination);
        var call = register.Open("TSB Circular 313", CallSort.Nomination);
        register.Known.Put(new AnsweredLetter("letter@desk.example", "call", "itu@ministry-au.example", null, new EntryRef(EntryKind.Call, call.Id)));
        var judged = register.Judge(Taken(0, "itu@ministry-au.example", "Re: your letter", "We have no organization to nominate.", "In-Reply-To: <letter@desk.example>\r\n"))[0];
        Assert.Equal((call.Id, ItemState.Accepted), (judged.Verdict.Answer?.CallId, judged.Verdict.Answer?.State));
        Assert.Equal(ObligationState.Declined, register.Owes(call, "AU"));
    }

    [Fact]
    public void A_reply_to_a_reminder_answers_the_call_it_reminded_of()
    {
        var call = register.Open("TSB Circular 313", CallSort.Nomination);
        var owed = register.Known.All<ObligationEntry>().First(owed => owed.Debtor.Country == "AU" && owed.Id > 0);
        register.Known.Put(new AnsweredLetter("reminder@desk.example", "call-reminder", "itu@ministry-au.example", null, new EntryRef(EntryKind.Obligation, owed.Id)));
        register.Judge(Taken(0, "itu@ministry-au.example", "Re: reminder", "We have no organization to nominate.", "In-Reply-To: <reminder@desk.example>\r\n"));
        Assert.Equal(ObligationState.Declined, register.Owes(call, "AU"));
    }

    [Fact]
    public void A_thread_and_a_number_that_disagree_wait_for_a_person()
    {
        var call = register.Open("TSB Circular 278", CallSort.Contacts);
        register.Open("TSB Circular 313", CallSort.Nomination);
        register.Known.Put(new AnsweredLetter("letter@desk.example", "call", "itu@ministry-au.example", null, new EntryRef(EntryKind.Call, call.Id)));
        var judged = register.Judge(Taken(0, "itu@ministry-au.example", "TSB Circular 313", "We have no organization to nominate.", "In-Reply-To: <letter@desk.example>\r\n"))[0];
        Assert.Equal(MessageState.Held, judged.Verdict.State);
        Assert.Contains("but cites TSB Circular 313", judged.Verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_call_that_the_member_still_owes_is_meant_where_nothing_is_cited()
    {
        var consultation = register.Open("TSB Circular 270", CallSort.Consultation, Mails.Start.AddDays(5));
        var judged = register.Judge(Taken(0, "itu@ministry-au.example", "Your letter", "We support it.", null, Position(PositionTaken.Support)))[0];
        Assert.Equal((consultation.Id, ItemState.Accepted), (judged.Verdict.Answer?.CallId, judged.Verdict.Answer?.State));
        Assert.Equal(ObligationState.Met, register.Owes(consultation, "AU"));
    }

    [Fact]
    public void A_guess_holds_a_position_and_leaves_a_nomination_to_itself()
    {
        register.Open("TSB Circular 270", CallSort.Consultation, Mails.Start.AddDays(5));
        var nominations = register.Open("TSB Circular 313", CallSort.Nomination);
        var judged = register.Judge(
            Taken(0, "somebody@elsewhere.example", "Hello", "We support it.", null, Position(PositionTaken.Support)),
            Taken(1, "somebody@elsewhere.example", "Hello", "We nominate.", null, Mails.Nomination("Safe Net", null, "Ana Lopez", "ana@elsewhere.example")));
        Assert.Contains("not certain which call it answers", judged[0].Verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(MessageState.Processed, judged[1].Verdict.State);
        Assert.Null(judged[1].Verdict.Answer?.Said);
        Assert.Equal(ObligationState.Open, register.Owes(nominations, "AU"));
    }

    [Fact]
    public void A_call_opened_after_the_mail_is_no_guess()
    {
        var mail = Taken(0, "itu@ministry-au.example", "Your letter", "We support it.", null, Position(PositionTaken.Support));
        register.Open("TSB Circular 270", CallSort.Consultation, Mails.Start.AddDays(5));
        var early = (mail.Item1 with { ArrivedAt = Mails.Start.AddDays(-20) }, mail.Item2);
        Assert.Null(register.Judge(early)[0].Verdict.Answer);
    }

    [Fact]
    public void An_organization_that_puts_itself_forward_does_not_answer_for_its_administration()
    {
        var call = register.Open("TSB Circular 313", CallSort.Nomination);
        var judged = register.Judge(Taken(0, "ana@safenet.example", "TSB Circular 313", "Safe Net, Australia", null, Mails.Nomination("Safe Net", "AU", "Ana Lopez", "ana@safenet.example")))[0];
        Assert.Equal(ItemState.Accepted, judged.Verdict.Items[0].State);
        Assert.Null(judged.Verdict.Answer?.MemberId);
        Assert.Equal(ObligationState.Open, register.Owes(call, "AU"));
    }

    [Fact]
    public void A_seat_that_the_member_designated_answers_for_it()
    {
        var call = register.Open("TSB Circular 313", CallSort.Nomination);
        register.Known.Put(new PersonEntry(900, "g", "Ana Lopez", null, null, [new JcaCop.Register.Entries.PersonAddress("ana@mail.example", Reachability.Unknown)], null, null, null) { Version = 1 });
        register.Known.Put(new SeatEntry(901, "g", "Ministry of Posts", SeatRole.Representative, 900, null, new DateOnly(2012, 1, 1), null, null, "itu@ministry-au.example", null) { Version = 1 });
        register.Judge(Taken(0, "ana@mail.example", "TSB Circular 313", "We have no organization to nominate."));
        Assert.Equal(ObligationState.Declined, register.Owes(call, "AU"));
    }

    [Theory]
    [InlineData("TSB Circular 270: Australia supports the proposal.\nTSB Circular 271: Australia objects to the proposal.")]
    [InlineData("With reference to TSB Circulars 270 and 271, Australia supports the proposals.")]
    [InlineData("Suite aux Circulaires TSB 270 et 271, l’Australie approuve les propositions.")]
    public void A_mail_on_two_consultations_waits_as_the_answer_to_both_and_neither_is_reminded(string words)
    {
        var (first, second) = (register.Open("TSB Circular 270", CallSort.Consultation), register.Open("TSB Circular 271", CallSort.Consultation));
        var judged = register.Judge(CallAnswerTests.Written(words));
        Assert.Contains("TSB Circular 270, TSB Circular 271", judged[0].Verdict.Reason, StringComparison.Ordinal);
        foreach (var call in new[] { first, second })
        {
            Assert.Single(register.Answer(call, "AU").Waiting);
            Assert.Null(register.Answer(call, "AU").Given);
            Assert.Equal(ObligationState.Met, register.Owes(call, "AU"));
        }
    }

    [Fact]
    public void A_mail_that_nominates_and_takes_a_position_answers_both_circulars_that_it_cites()
    {
        var (nominations, consultation) = (register.Open("TSB Circular 313", CallSort.Nomination), register.Open("TSB Circular 270", CallSort.Consultation));
        register.Judge(Taken(0, "itu@ministry-au.example", "TSB Circular 313 and TSB Circular 270", "We nominate a network. We support the proposal.", null,
            Mails.Nomination("Network for Kids"), Position(PositionTaken.Support)));
        Assert.Equal(AnswerSort.Items, register.Answer(nominations, "AU").Given?.Said.Sort);
        Assert.Equal(PositionTaken.Support, register.Answer(consultation, "AU").Given?.Said.Position);
    }

    [Fact]
    public void A_circular_that_is_only_mentioned_is_not_answered_by_it()
    {
        var (first, second) = (register.Open("TSB Circular 270", CallSort.Consultation), register.Open("TSB Circular 313", CallSort.Nomination));
        register.Judge(CallAnswerTests.Written("Australia supports the proposal in TSB Circular 270. Our answer to TSB Circular 313 will follow."));
        Assert.Equal(PositionTaken.Support, register.Answer(first, "AU").Given?.Said.Position);
        Assert.Equal(ObligationState.Open, register.Owes(second, "AU"));
    }

    [Fact]
    public void A_new_representative_alone_is_no_answer_to_a_circular_it_does_not_cite()
    {
        var call = register.Open("TSB Circular 313", CallSort.Nomination);
        register.Judge(Taken(0, "itu@ministry-au.example", "Change of our representative", "New.", null, Mails.Seat("ITU-T SG17", "Ana Lopez", replaces: "Juan Diaz")));
        Assert.Equal(ObligationState.Open, register.Owes(call, "AU"));
        register.Judge(Taken(1, "itu@ministry-au.example", "TSB Circular 313", "New.", null, Mails.Seat("ITU-T SG17", "Ana Lopez")));
        Assert.Equal(ObligationState.Met, register.Owes(call, "AU"));
    }

    /// <summary>A call that is over, our letter on it, and one that was opened since.</summary>
    private (CallEntry Over, CallEntry Current) TwoYears(CallSort sort, string letter)
    {
        var over = register.Open("TSB Circular 70", sort, questions: ["1", "2"]);
        register.Known.Put(over with { State = CallState.Closed, OpenedAt = over.OpenedAt.AddDays(-300), EndedAt = over.OpenedAt.AddDays(-200) });
        register.Known.Put(new AnsweredLetter(letter, "call-reminder", "itu@ministry-au.example", null, new EntryRef(EntryKind.Call, over.Id)));
        return (over, register.Open("TSB Circular 190", sort, questions: ["1", "2", "3"]));
    }

    [Fact]
    public void An_answer_on_the_letter_of_a_call_that_is_over_waits_where_its_successor_is_still_owed_and_nobody_is_reminded_meanwhile()
    {
        var (over, current) = TwoYears(CallSort.Questionnaire, "letter@desk.example");
        var judged = register.Judge(Taken(0, "itu@ministry-au.example", "Re: TSB Circular 70", "Our answers to the questionnaire 2024:\n1. Yes\n2. The act of 2024\n3. 12 500", "In-Reply-To: <letter@desk.example>\r\n"))[0];
        Assert.Equal(MessageState.Held, judged.Verdict.State);
        Assert.Contains("it answers our letter on TSB Circular 70, which is over, while TSB Circular 190 is open and not answered", judged.Verdict.Answer?.Why, StringComparison.Ordinal);
        Assert.DoesNotContain(register.Known.All<AnswerEntry>(), answer => answer.CallId == over.Id);
        Assert.Equal(ObligationState.Met, register.Owes(current, "AU"));
    }

    [Fact]
    public void A_late_answer_that_cites_the_call_that_is_over_in_its_own_words_is_one_to_that()
    {
        var (over, current) = TwoYears(CallSort.Questionnaire, "letter@desk.example");
        register.Judge(Taken(0, "itu@ministry-au.example", "Re: TSB Circular 70", "Our late answers to the questionnaire of TSB Circular 70:\n1. Yes\n2. The act of 2024", "In-Reply-To: <letter@desk.example>\r\n"));
        Assert.Equal(over.Id, Assert.Single(register.Known.All<AnswerEntry>()).CallId);
        Assert.Equal(ObligationState.Open, register.Owes(current, "AU"));
    }

    [Theory]
    [InlineData("TSB Circular 313: we would like to take part.", "Ana Lopez <ana@freemail.example>", "Safe Net", "Ms Ana LOPEZ", null)]
    [InlineData("TSB Circular 313: we would like to take part.", "ana@freemail.example", "Safe Net", "Ana Lopez", "ana@freemail.example")]
    public void Whoever_puts_itself_forward_from_any_address_does_not_answer_for_the_state_of_its_country(string text, string from, string organization, string contact, string? email)
    {
        var call = register.Open("TSB Circular 313", CallSort.Nomination);
        var (taken, reading) = Taken(0, "ana@freemail.example", "TSB Circular 313", text, null, Mails.Nomination(organization, "AU", contact, email));
        reading = reading with { Mail = reading.Mail with { Sender = from.StartsWith("Ana", StringComparison.Ordinal) ? new JcaCop.Reading.MailAddress("Ana Lopez", "ana@freemail.example") : reading.Mail.Sender }, Respondent = new JcaCop.Reading.Respondent("AU", null, null) };
        var judged = register.Judge((taken, reading))[0];
        Assert.Null(judged.Verdict.Answer?.MemberId);
        Assert.Equal(ObligationState.Open, register.Owes(call, "AU"));
    }

    [Fact]
    public void Of_a_mail_to_two_groups_each_takes_what_is_said_to_its_own_call()
    {
        var both = new CallRegister { Policy = new JudgePolicy("g", ["first@union.example", "second@union.example"]) }.Members("AU");
        var own = both.Open("CL-24/10", CallSort.Questionnaire, questions: ["1"]);
        var (taken, _) = Taken(0, "itu@ministry-au.example", "TSB Circular 270 and letter CL-24/10", "");
        var reading = JcaCop.Reading.MailReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes("""
            From: itu@ministry-au.example
            To: first@union.example, second@union.example
            Subject: TSB Circular 270 and letter CL-24/10
            Date: Mon, 1 Oct 2012 10:00:00 +0200
            Message-ID: <0@itu@ministry-au.example>
            Content-Type: text/plain; charset=utf-8

            Australia has no objection to TSB Circular 270.

            In reply to the letter CL-24/10:
            1. Yes, 1800 55 1800.
            """)), TestContext.Current.CancellationToken);
        var judged = both.Judge((taken, reading))[0];
        Assert.DoesNotContain(judged.Verdict.Items, item => item.Item is Position);
        Assert.Equal(own.Id, Assert.Single(both.Known.All<AnswerEntry>()).CallId);
        Assert.Equal(ObligationState.Met, both.Owes(own, "AU"));
    }

    internal static (TakenMail, JcaCop.Reading.MailReading) Bare((TakenMail Taken, JcaCop.Reading.MailReading Reading) mail) =>
        (mail.Taken, mail.Reading with { Items = [], NeedsAttention = false, AttentionReasons = [], Declines = [] });
}
