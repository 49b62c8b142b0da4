using System.Text;
using JcaCop.Reading.Items;
using Xunit;

namespace JcaCop.Reading.Tests.Items;

public class ReadersTests
{
    private static MailReading Read(string head, string text)
    {
        var raw = $"Date: Tue, 20 Nov 2012 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n{head}\n\n{text}";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(raw));
        return MailReader.Read(stream, TestContext.Current.CancellationToken);
    }

    private static T Only<T>(MailReading reading) where T : Item => Assert.Single(reading.Items.OfType<T>());

    [Theory]
    [InlineData("ACTION: SA1 asks JCA-COP to provide the list by 12 April 2013.")]
    [InlineData("ACTION: SA1 kindly asks the group to take the above into account and to provide its feedback by 12 April 2013.")]
    public void In_the_form_of_3GPP_a_sentence_under_ACTION_asks_those_to_whom_the_statement_goes(string action)
    {
        var liaison = Only<Liaison>(Read("From: Liaisons <sa1@office.example>\nSubject: LS on parental control requirements",
            $"3GPP TSG-SA WG1 Meeting #61          S1-131099\n\nTitle: LS on parental control requirements\nResponse to: -\nRelease: Rel-12\n\nSource: 3GPP SA1\nTo: ITU-T JCA-COP\nCc: GSMA\n\nContact Person:\nName: Peter Novak\n\n1. Overall Description:\nSA1 is studying requirements.\n\n2. Actions:\nTo JCA-COP\n{action}\n"));
        Assert.Equal(["ITU-T JCA-COP"], liaison.ForAction);
        Assert.Equal(new DateOnly(2013, 4, 12), liaison.Deadline);
    }

    [Fact]
    public void A_liaison_statement_in_the_form_of_the_Union_is_read_whole()
    {
        var liaison = Only<Liaison>(Read("From: TSB SG11 <tsbsg11@itu.int>\nSubject: LS on test numbers", """
            Dear colleagues,

            QUESTIONS:           3/11
            SOURCE:              ITU-T Study Group 11 (Geneva, 5-9 November 2012)
            TITLE:               LS on test numbers for helplines
            Reference:           SG11-LS7

                                 LIAISON STATEMENT

            FOR ACTION TO:       JCA-COP
            FOR COMMENT TO:      -
            FOR INFORMATION TO:  SGs 2, 13 and 17; CWG-COP
            APPROVAL:            Study Group 11
            DEADLINE:            15 March 2013

            CONTACT:  Ms Ann Example           Tel: +41 22 555 0100
                      Rapporteur, Q3/11        Email: ann@example.org

            1  SG11 asks JCA-COP for the numbers in use. The next meeting is on 3 June 2013.
            """));
        Assert.Equal("SG11-LS7", liaison.Reference);
        Assert.Equal(["ITU-T SG11"], liaison.From);
        Assert.Equal(["ITU-T JCA-COP"], liaison.ForAction);
        Assert.Empty(liaison.ForComment);
        Assert.Equal(["ITU-T SG2", "ITU-T SG13", "ITU-T SG17", "CWG-COP"], liaison.ForInformation);
        Assert.Equal(new DateOnly(2013, 3, 15), liaison.Deadline);
        Assert.Equal(new Person("Ann Example", "Rapporteur, Q3/11", "ann@example.org", "+41 22 555 0100"), liaison.Contact);
        Assert.Equal(Decision.Accept, liaison.Decision);
    }

    [Fact]
    public void A_deadline_that_is_no_day_holds_the_statement()
    {
        var liaison = Only<Liaison>(Read("From: Secretariat <sec@example.org>\nSubject: Note de liaison", """
            NOTE DE LIAISON

            Réf. : XX/LS/3
            Origine : Commission d'études 2 de l'UIT-T
            Titre : Numéros courts
            Pour suite à donner à : JCA-COP (UIT-T)
            Délai de réponse : avant la prochaine réunion
            """));
        Assert.Null(liaison.Deadline);
        Assert.Equal(["ITU-T SG2"], liaison.From);
        Assert.Equal(Decision.Review, liaison.Decision);
    }

    [Fact]
    public void One_purpose_goes_to_those_in_the_address_line()
    {
        var liaison = Only<Liaison>(Read("From: Liaison tool <tool@ietf.org>\nSubject: New Liaison Statement, \"Names\"", """
            Title: Names
            Submission Date: 2012-11-18
            Please reply by 2012-12-17

            From: Internet Architecture Board (Ann Example <ann@example.net>)
            To: ITU-T JCA-COP (TSB <tsbjcacop@itu.int>)
            Cc: Bob Example <bob@example.net>
            Response Contact: Ann Example <ann@example.net>
            Purpose: For comment

            Body: The IAB has a question.
            """));
        Assert.Equal(["IAB"], liaison.From);
        Assert.Equal(["ITU-T JCA-COP"], liaison.ForComment);
        Assert.Empty(liaison.Cc);
        Assert.Equal(new DateOnly(2012, 12, 17), liaison.Deadline);
        Assert.Equal("Ann Example", liaison.Contact?.Name);
    }

    [Fact]
    public void Answers_between_quoted_questions_belong_to_the_question_above_them()
    {
        var answers = Only<Questionnaire>(Read("From: Ann <ann@example.org>\nSubject: Re: Questionnaire", """
            Please see below.

            On 19 November 2012, TSB JCA-COP wrote:
            > Questionnaire on practices
            > 1. Is there a law?
            Yes, since 2010.
            > 2. Is there a hotline
            > for illegal content?
            > 3. Are children asked?
            Not yet, but a survey
            is planned.
            > Please reply by 30 November.

            Kind regards,
            Ann
            """)).Responses;
        Assert.Equal([new("1", "Yes, since 2010."), new("3", "Not yet, but a survey is planned.")], answers);
    }

    [Theory]
    [InlineData("1) Oui, la loi.\n2) Non.\n3) Une ligne.", "Réponses au questionnaire :")]
    [InlineData("Q1 - Oui, la loi.\nQ2 - Non.\nQ3 - Une ligne.", "Réponses au questionnaire :")]
    [InlineData("问题1：Oui, la loi.\n问题2：Non.\n问题3：Une ligne.", "对问卷的答复：")]
    [InlineData("١- Oui, la loi.\n٢- Non.\n٣- Une ligne.", "الإجابات على الاستبيان:")]
    [InlineData("Вопрос 1. Oui, la loi.\nВопрос 2. Non.\nВопрос 3. Une ligne.", "Ответы на вопросник:")]
    [InlineData("1. ¿Existe una ley nacional? Oui, la loi.\n2. ¿Hay una línea nacional? Non.\n3. ¿Qué más existe allí?\nUne ligne.", "Cuestionario")]
    public void Numbered_answers_are_read_in_each_numbering(string list, string opening)
    {
        var answers = Only<Questionnaire>(Read("From: Ann <ann@example.org>\nSubject: x", opening + "\n\n" + list + "\n")).Responses;
        Assert.Equal([new("1", "Oui, la loi."), new("2", "Non."), new("3", "Une ligne.")], answers);
    }

    [Fact]
    public void Activities_take_their_category_from_the_heading_above_them()
    {
        var activities = Read("From: Ann <ann@agency.gov.ke>\nSubject: TSB Circular 313", """
            Dear colleagues,

            PARAGRAPH 4 - WORK, ISSUES AND ACTIVITIES

            LEGAL
             a) Review of the Electronic Transactions Act
            EDUCATIONAL
             b) Teacher manual on safe browsing (www.example.or.ke)
            EVENTS
             c) National Forum on Child Safety, Nairobi, 5-6 February 2013
            """).Items.OfType<Activity>().ToList();
        Assert.Equal(["Review of the Electronic Transactions Act", "Teacher manual on safe browsing", "National Forum on Child Safety"], activities.Select(activity => activity.Title));
        Assert.Equal([ActivityCategory.Legal, ActivityCategory.Educational, ActivityCategory.Event], activities.Select(activity => activity.Category));
        Assert.All(activities, activity => Assert.Equal("KE", activity.Country));
        Assert.Equal("Nairobi", activities[2].Place);
        Assert.Equal((new DateOnly(2013, 2, 5), new DateOnly(2013, 2, 6)), (activities[2].Start, activities[2].End));
    }

    [Fact]
    public void A_mission_speaks_for_its_country_and_not_for_that_of_its_host()
    {
        var reading = Read("From: Permanent Mission <info@mission-example.ch>\nSubject: Note No. 12", """
            The Permanent Mission of the Republic of Kenya to the United Nations Office at Geneva presents its compliments to the
            Telecommunication Standardization Bureau and has the honour to refer to TSB Circular 313.

            Geneva, 3 November 2012
            """);
        Assert.Equal("KE", reading.Respondent?.Country);
        Assert.Equal("313", reading.Answers.Circular);
    }

    [Theory]
    [InlineData("I will attend the meeting of 18 April 2013 remotely.", "2013-04-18")]
    [InlineData("Je participerai à la réunion du 18 avril 2013.", "2013-04-18")]
    [InlineData("Приму участие в собрании 18 апреля 2013 года.", "2013-04-18")]
    [InlineData("We nominate the Example Trust. The first meeting was on 30 August 2012.", null)]
    public void The_meeting_is_told_where_the_mail_speaks_of_attending(string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, null), Read("From: Ann <ann@example.org>\nSubject: JCA-COP", text).Answers.Meeting);
}
