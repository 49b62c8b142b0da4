using JcaCop.Reading.Sorting;

namespace JcaCop.Reading.Tests.Sorting;

public class MailSorterTests
{
    [Theory]
    [InlineData("Automatic reply: Circular 313", "I am currently out of the office.")]
    [InlineData("Réponse automatique : Circulaire", "Je suis absente.")]
    [InlineData("Respuesta automática: Circular", "No estoy en la oficina.")]
    [InlineData("Автоответ: Циркуляр", "Я в отпуске.")]
    [InlineData("رد تلقائي: التعميم", "أنا خارج المكتب.")]
    [InlineData("自动回复：通函", "本人正在休假。")]
    [InlineData("Automatische Antwort: Rundschreiben", "Ich bin im Urlaub.")]
    [InlineData("Risposta automatica: Circolare", "Sono in ferie.")]
    public void A_subject_that_only_machines_write_is_an_automatic_reply(string subject, string text) =>
        Assert.Equal(MailKind.AutoReply, Mails.Plain("Ana Ruiz <ana@ministry.example>", subject, text).Sort.Kind);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied (vacation)")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("X-Autorespond: Circular")]
    [InlineData("Precedence: auto_reply")]
    [InlineData("X-MS-Exchange-Inbox-Rules-Loop: ana@ministry.example")]
    public void A_header_proves_the_machine_whatever_the_words(string header) =>
        Assert.Equal(MailKind.AutoReply, Mails.Plain("Ana Ruiz <ana@ministry.example>", "Re: Circular", "Hello.", header + "\n").Sort.Kind);

    [Theory]
    [InlineData("Activités", "Deux activités à signaler pour 2013 : un atelier sur la parentalité numérique, à Thiès, le 18 juin 2013, et une campagne d'affichage, dès septembre 2013.")]
    [InlineData("Activities", "We will not repeat the course on parental controls in 2013; a workshop for parents is held in Leeds on 18 June 2013, and the campaign is back in September.")]
    public void Parents_and_what_they_control_are_no_leave(string subject, string text) =>
        Assert.Equal(MailKind.Human, Mails.Plain("Ana Ruiz <ana@ministry.example>", subject, text).Sort.Kind);

    [Theory]
    [InlineData("Re: Circular 313", "Dear sender,\n\nI am on annual leave and will be back on 20 August. For urgent matters please contact Mr Bo Lind (bo@ministry.example).")]
    [InlineData("Re: Circulaire 313", "Je serai en congé du 6 au 24 août, sans accès à ma messagerie. En cas d'urgence, merci de contacter M. Bo Lind (bo@ministry.example).")]
    [InlineData("Re: Circular 313", "Estaré de vacaciones hasta el 20 de agosto y no leeré el correo. Si es urgente, escriba por favor a bo@ministry.example.")]
    [InlineData("Re: Циркуляр 313", "Здравствуйте! Я нахожусь в отпуске до 20 августа, доступ к почте ограничен. По срочным вопросам обращайтесь к bo@ministry.example.")]
    [InlineData("Re: التعميم 313", "أنا في إجازة سنوية وسأعود إلى العمل يوم 20 أغسطس. للأمور العاجلة يرجى التواصل مع bo@ministry.example.")]
    [InlineData("Re: 第313号通函", "您好，本人正在休假，8月20日返岗，期间无法及时回复邮件，急事请联系 bo@ministry.example。")]
    public void An_absence_without_any_header_is_known_by_its_words_and_names_the_deputy(string subject, string text)
    {
        var reading = Mails.Plain("Ana Ruiz <ana@ministry.example>", subject, text);
        Assert.Equal(MailKind.AutoReply, reading.Sort.Kind);
        Assert.Equal("bo@ministry.example", reading.Sort.Absence?.Deputy);
    }

    [Theory]
    [InlineData("I am on leave until 20 August 2012.", "2012-08-20")]
    [InlineData("Je suis en congé jusqu'au 24 août 2012 inclus.", "2012-08-25")]
    [InlineData("I am out of the office.", null)]
    public void An_absence_tells_the_first_day_back(string text, string? day) =>
        Assert.Equal(day, Mails.Plain("Ana <ana@ministry.example>", "Automatic reply: Circular", text).Sort.Absence?.Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Re: Circular 313", "I am on leave from Monday; in my absence please contact Mr Lind. We nominate the Safe Web Foundation, contact Ms Eva Holm. Details are attached.")]
    [InlineData("Re: Circulaire 313", "Étant en mission jusqu'au 24 août, je vous prie d'excuser ce retard. Nous désignons Mme Holm ; vous trouverez ci-joint sa fiche.")]
    [InlineData("Re: Automatic reply: your call", "Thank you, we noted that you are out of the office. Could you please confirm the date when you are back?")]
    public void A_person_who_mentions_being_away_stays_a_person(string subject, string text) =>
        Assert.Equal(MailKind.Human, Mails.Plain("Ana Ruiz <ana@ministry.example>", subject, text).Sort.Kind);

    [Theory]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("Auto-Submitted: auto-generated")]
    [InlineData("Precedence: bulk")]
    public void A_mark_that_portals_and_lists_use_too_is_no_proof(string header) =>
        Assert.Equal(MailKind.Human, Mails.Plain("Liaison Tool <statements@body.example>", "New liaison statement", "Title: Labels for children\nFor comment by 1 October 2012.", header + "\n").Sort.Kind);

    [Fact]
    public void A_help_desk_that_opened_a_ticket_is_a_machine() =>
        Assert.Equal(MailKind.AutoReply, Mails.Plain("Help Desk <support@agency.example>", "[Ticket #20417] Circular", "Your request has been received and a ticket has been created. Please keep the subject in the subject line.").Sort.Kind);

    [Fact]
    public void A_ministry_that_has_received_a_letter_is_no_help_desk() =>
        Assert.Equal(MailKind.Human, Mails.Plain("Ana Ruiz <ana@ministry.example>", "Re: Circular 313", "We have received your letter No. 313 and will answer in September.").Sort.Kind);

    [Fact]
    public void A_filter_that_wants_proof_of_a_person_is_a_machine() =>
        Assert.Equal(MailKind.AutoReply, Mails.Plain("ana@provider.example", "Re: Circular", "Your message is being held. To prove you are human, click the link below to deliver it. This is an automated message.").Sort.Kind);

    [Theory]
    [InlineData("Read: Circular", "Your message was read on Monday, 6 August 2012 09:00.")]
    [InlineData("Lu : Circulaire", "Votre message a été lu le lundi 6 août 2012.")]
    [InlineData("Прочтено: Циркуляр", "Ваше сообщение было прочитано 6 августа 2012 г.")]
    [InlineData("Gelesen: Rundschreiben", "Ihre Nachricht wurde gelesen am Montag.")]
    public void A_receipt_in_words_is_a_receipt(string subject, string text) => Assert.Equal(MailKind.Receipt, Mails.Plain("Ana <ana@ministry.example>", subject, text).Sort.Kind);

    [Fact]
    public void A_standard_receipt_and_a_feedback_report_are_told_by_their_type()
    {
        Assert.Equal(MailKind.Receipt, Mails.Read("From: ana@ministry.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\nContent-Type: text/plain\n\nSeen.\n--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n").Sort.Kind);
        Assert.Equal(MailKind.FeedbackReport, Mails.Read("From: abuse@provider.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--\n").Sort.Kind);
    }

    [Theory]
    [InlineData("sg17-desk-owner@lists.example", "Your message to sg17-desk awaits moderator approval", "Your mail is being held until the list moderator can review it.")]
    [InlineData("sympa@lists.example", "Confirmation d'abonnement", "Pour confirmer votre abonnement, répondez à ce message.")]
    [InlineData("desk-admin@lists.example", "You ana@ministry.example are not member (desk ML)", "You are not a member of this mailing list <desk@lists.example>.")]
    [InlineData("LISTSERV@lists.example", "Rejected posting to DESK-L", "You are not authorized to post to this list.")]
    public void List_software_that_speaks_is_noise(string from, string subject, string text) => Assert.Equal(MailKind.ListNoise, Mails.Plain(from, subject, text).Sort.Kind);

    [Fact]
    public void A_post_of_a_person_through_a_list_is_that_persons_mail() =>
        Assert.Equal(MailKind.Human, Mails.Plain("Ana Ruiz <ana@ministry.example>", "[desk] Comments", "We support the draft.", "List-Id: <desk.lists.example>\nPrecedence: list\nX-Mailman-Version: 2.1\n").Sort.Kind);

    [Theory]
    [InlineData("Your organization has been selected", "CONGRATULATIONS!! You have been nominated for the Excellence Award. To claim it pay the processing fee of USD 300 and send a copy of your passport: http://awards.example")]
    [InlineData("Business proposal", "I am the barrister of a late client who left 12 million dollars. As next of kin you receive the fund. This is strictly confidential.")]
    [InlineData("Référencement", "Votre site en première page de Google ! Offre spéciale, devis gratuit, essai gratuit, cliquez ici http://pub.example, réduction de 40 %. Se désinscrire.")]
    [InlineData("邮箱升级", "您的邮箱即将停用，密码即将过期，请点击链接验证 http://mail.example 重新验证。")]
    public void Advertising_and_fraud_are_spam(string subject, string text) => Assert.Equal(MailKind.Spam, Mails.Plain("Offers <offers@bulk.example>", subject, text).Sort.Kind);

    [Fact]
    public void A_real_nomination_with_a_link_and_a_prize_stays_human() =>
        Assert.Equal(MailKind.Human, Mails.Plain("Ana Ruiz <ana@ministry.example>", "Re: Circular 313", "We nominate the Safe Web Foundation (http://safeweb.example), winner of the national prize of 2011. Contact details are below. Its conference takes place in May; registration is free.").Sort.Kind);

    [Fact]
    public void Every_language_has_words_for_every_sign()
    {
        foreach (var language in SortingWords.Languages)
        {
            var words = SortingWords.Of(language);
            Assert.Equal(Enum.GetValues<Sign>().Order(), words.Keys.Order());
            Assert.All(words.Values, phrases => Assert.NotEmpty(phrases));
            Assert.All(words, entry => Assert.Equal(entry.Value.Length, entry.Value.Distinct().Count()));
        }
    }
}
