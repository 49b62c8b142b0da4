using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

public class MeetingAndChangeTests
{
    private static MailReading Read(string subject, string text)
    {
        using var raw = new MemoryStream(Encoding.UTF8.GetBytes($"From: \"Lars Example\" <lars@office.example>\nTo: desk@example.net\nDate: Mon, 12 Aug 2013 10:00:00 +0000\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n"));
        return MailReader.Read(raw, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("Mr. John Example, Director of Policy (john@office.example), will attend the meeting on 27 August 2013 in person. Ms. Grace Otieno sends her apologies.", "John Example", "Grace Otieno")]
    [InlineData("M. Jean Dutilleul, Directeur des études (jean@office.example), participera en présentiel à la réunion du 27 août 2013. Mme Fatou Sow est empêchée d'y assister.", "Jean Dutilleul", "Fatou Sow")]
    [InlineData("En la reunión del 27 de agosto de 2013 participará de manera presencial el Ing. Carlos Robles Soto (carlos@office.example), en tanto que la Lcda. Ana Robles no podrá asistir.", "Carlos Robles Soto", "Ana Robles")]
    [InlineData("В собрании 27 августа 2013 года примет очное участие г-н Иванов Петр Сергеевич (ivanov@office.example). Г-жа Смирнова Анна Олеговна участвовать не сможет.", "Иванов Петр Сергеевич", "Смирнова Анна Олеговна")]
    [InlineData("سيشارك السيد خالد بن أحمد العتيبي (khaled@office.example) حضورياً في اجتماع يوم 27 أغسطس 2013، في حين تعتذر السيدة منى الشمري عن الحضور.", "خالد بن أحمد العتيبي", "منى الشمري")]
    public void One_sentence_tells_who_comes_in_person_and_who_does_not(string text, string comes, string misses)
    {
        var items = Read("JCA-COP", text).Items;
        var registration = Assert.Single(items.OfType<Registration>());
        Assert.Equal((comes, AttendanceMode.InPerson), (registration.Person.Name, registration.Mode));
        Assert.Equal(misses, Assert.Single(items.OfType<Regret>()).Name);
    }

    [Fact]
    public void The_way_at_the_end_of_a_line_is_that_of_the_person_who_begins_it()
    {
        var items = Read("JCA-COP", "The following will attend the meeting on 27 August 2013:\n\nJohn Example / Director / john@office.example / in person\nGrace Otieno / Legal Adviser / grace@office.example / online\n").Items.OfType<Registration>();
        Assert.Equal([("John Example", AttendanceMode.InPerson), ("Grace Otieno", AttendanceMode.Remote)], items.Select(item => (item.Person.Name!, item.Mode!.Value)));
    }

    [Theory]
    [InlineData("La delegación de España en la reunión del 27 de agosto de 2013 estará integrada por las siguientes personas:\n\n1. Sr. Carlos Ruiz Navarro, Consejero Técnico, c.ruiz@office.example\n2. Sr. Javier Molina Sanz, Asesor, j.molina@office.example (participación a distancia)\n3. Sra. Elena Castro Vidal, Jefa de Área, e.castro@office.example\n", "Javier Molina Sanz")]
    [InlineData("The following will attend the meeting on 27 August 2013:\n\n- John Example, Director (john@office.example)\n- Grace Otieno, Legal Adviser (grace@office.example), remote participation\n", "Grace Otieno")]
    public void A_way_of_taking_part_in_one_entry_of_a_list_says_nothing_of_the_others(string text, string remote)
    {
        var told = Read("JCA-COP", text).Items.OfType<Registration>().ToList();
        Assert.True(told.Count >= 2);
        Assert.All(told, item => Assert.Equal(item.Person.Name == remote ? AttendanceMode.Remote : null, item.Mode));
    }

    [Fact]
    public void A_title_that_reads_like_the_name_of_a_house_submits_nothing()
    {
        var reading = Read("Contribution", "Dear Secretariat,\n\nPlease find attached the contribution of Australia to the meeting of JCA-COP on 27 August 2013, entitled \"National hotline statistics\".\n\nJane Miller");
        Assert.NotEqual("National hotline statistics", reading.Respondent?.Organization);
        Assert.DoesNotContain(reading.Items.OfType<Contribution>(), paper => paper.Source == "National hotline statistics");
    }

    [Fact]
    public void A_pronoun_is_the_person_of_the_sentence_before()
    {
        var withdrawal = Assert.Single(Read("JCA-COP", "Dear all,\n\nMr. Alan Example has left our Ministry. Kindly remove his name from the list of representatives.").Items.OfType<Withdrawal>());
        Assert.Equal((WithdrawalOf.Representative, "Alan Example"), (withdrawal.Of, withdrawal.Name));
    }

    [Theory]
    [InlineData("The fax number of Ms. Hanna Example was wrong in our letter. Please correct it to +46 8 555 0199.", "Hanna Example", null, "+46 8 555 0199")]
    [InlineData("Le téléphone de Mme Hanna Dutilleul n'est pas le +33 1 55 50 10 10 mais le +33 1 55 50 10 11.", "Hanna Dutilleul", "+33 1 55 50 10 11", null)]
    public void A_correction_holds_the_new_value_alone(string text, string name, string? phone, string? fax)
    {
        var correction = Assert.Single(Read("TSB Circular 313", text).Items.OfType<Correction>());
        Assert.Equal((name, phone, fax), (correction.Name, correction.Person?.Phone, correction.Person?.Fax));
    }

    [Theory]
    [InlineData("Our Administration has no objection to the draft agenda.", PositionTaken.NoObjection)]
    [InlineData("Администрация связи возражает против продления мандата.", PositionTaken.Objection)]
    [InlineData("L'Administration française n'a plus d'objection au projet de mandat.", PositionTaken.NoObjection)]
    [InlineData("Our Administration withdraws its objection to the draft terms of reference.", PositionTaken.NoObjection)]
    [InlineData("Our Administration no longer objects to the draft terms of reference.", PositionTaken.NoObjection)]
    [InlineData("La Administración retira su objeción al proyecto de mandato.", PositionTaken.NoObjection)]
    [InlineData("La Administración ya no tiene objeción al proyecto de mandato.", PositionTaken.NoObjection)]
    [InlineData("Администрация связи снимает свои возражения против продления мандата.", PositionTaken.NoObjection)]
    [InlineData("我方不再反对职责范围草案。", PositionTaken.NoObjection)]
    [InlineData("لم يعد لدى الإدارة اعتراض على مشروع الاختصاصات.", PositionTaken.NoObjection)]
    [InlineData("Our Administration maintains its objection to the draft terms of reference.", PositionTaken.Objection)]
    [InlineData("我方支持成立该活动，没有修改意见。", PositionTaken.Support)]
    [InlineData("La Suisse a un commentaire à faire sur le projet de mandat.", PositionTaken.Comment)]
    public void The_graver_word_decides_a_position(string text, PositionTaken taken) =>
        Assert.Equal(taken, Assert.Single(Read("Consultation", text).Items.OfType<Position>()).Taken);

    [Theory]
    [InlineData("Re: Consultation on revised ToR", "We have no comments.")]
    [InlineData("Re: Consultation de la JCA-COP", "Nous n'avons pas de commentaires.")]
    [InlineData("Re: Consulta de la JCA-COP", "No tenemos comentarios.")]
    [InlineData("Re: Консультация JCA-COP", "Замечаний не имеем.")]
    [InlineData("回复：征求意见", "我方无意见。")]
    [InlineData("رد: الاستشارة", "ليس لدينا تعليقات.")]
    public void Under_a_subject_that_speaks_of_a_consultation_having_no_comments_answers_it(string subject, string text) =>
        Assert.Equal(PositionTaken.NoObjection, Assert.Single(Read(subject, text).Items.OfType<Position>()).Taken);

    [Theory]
    [InlineData("Consulta sobre la reunión", "¿Podría indicarme la hora? Agradezco su apoyo.")]
    [InlineData("Consultation", "Nous vous remercions de votre soutien et vous enverrons nos commentaires la semaine prochaine.")]
    [InlineData("Consulta", "Quisiera hacerles un comentario: el enlace de la página no funciona.")]
    [InlineData("Re: Consultation", "Thank you for your support during the consultation period. We approve of the new dates.")]
    public void Under_such_a_subject_thanks_for_support_and_remarks_take_no_position(string subject, string text) => Assert.Empty(Read(subject, text).Items.OfType<Position>());

    [Theory]
    [InlineData("We have no organization to nominate. Please acknowledge receipt and do not hesitate to contact us.", false)]
    [InlineData("We have no organization to nominate. Is there a deadline?", true)]
    [InlineData("Aucune organisation à proposer. Merci de nous envoyer le lien de connexion.", true)]
    [InlineData("Кандидатур не имеем. Не размещайте наши данные: без нашего согласия это недопустимо.", true)]
    public void Courtesy_needs_nobody_but_a_question_a_request_and_a_complaint_do(string text, bool attention) =>
        Assert.Equal(attention, Read("Circular 313", text).NeedsAttention);
}
