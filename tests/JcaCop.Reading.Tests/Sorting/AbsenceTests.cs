using System.Globalization;

namespace JcaCop.Reading.Tests.Sorting;

public class AbsenceTests
{
    private const string Sender = "Ana Ruiz <ana@ministry.example>";

    /// <summary>No header and no subject gives the machine away.</summary>
    [Theory]
    [InlineData("I am presently on study leave and shall resume duty on 3rd September 2012. In the interim, Mrs. Folake Adewale (folake@agency.example) is acting on my behalf.")]
    [InlineData("Our office is closed for the public holidays from 8 to 10 August and will reopen on Monday, 13 August 2012.")]
    [InlineData("Hello, I am out of the country on official duty and may take longer than usual to reply.")]
    [InlineData("Je suis en conférence toute la semaine et ne lis mes courriels que le soir.")]
    [InlineData("Retraitée depuis le 1er avril, je n'utilise plus cette adresse. Ma successeure est Mme Awa Diop (awa@agence.example).")]
    [InlineData("En mission à Genève du 6 au 15 août, je vous répondrai à mon retour.")]
    [InlineData("Me encuentro con incapacidad médica. Mi correo será atendido por Sofía Rojas, srojas@agencia.example.")]
    [InlineData("De licencia médica hasta nuevo aviso.")]
    [InlineData("Estaré fuera por capacitación. Cualquier urgencia con mi compañero Raúl: raul@agencia.example")]
    [InlineData("Нахожусь на больничном. Меня замещает Сергей Климов, klimov@agency.example")]
    [InlineData("Майские каникулы: вернёмся к работе 13 мая.")]
    [InlineData("Я в отпуске по уходу за ребёнком до сентября. Вопросы по МСЭ: Анна Белова (belova@agency.example).")]
    [InlineData("أنا في إجازة مرضية. للاستفسار الاتصال بالزميل سامي على sami@agency.example")]
    [InlineData("أنا مسافر في مهمة عمل وسوف أرد على بريدكم بعد رجوعي يوم 14 أغسطس.")]
    [InlineData("本人因公赴瑞士出差，预计8月18日返回，期间邮件处理可能不及时。")]
    [InlineData("本人已离职，相关工作请联系李先生：lijun@agency.example")]
    public void A_mail_whose_every_sentence_an_absence_would_say_is_one(string text) => Assert.Equal(MailKind.AutoReply, Mails.Plain(Sender, "Re: Circular 313", text).Sort.Kind);

    [Theory]
    [InlineData("Thank you for your message. I was on leave last week, hence the delay. We will send our nomination by 20 August.")]
    [InlineData("Please note my new e-mail address: o.birch@lark.example (the old one will be closed at the end of June).")]
    [InlineData("Bonjour, veuillez noter ma nouvelle adresse électronique : a.ferrand@alouette.example (l'ancienne sera fermée fin juin).")]
    [InlineData("Прошу учесть мой новый адрес: melnikov@dom.example. Старый ящик будет закрыт с 1 июля.")]
    [InlineData("I will be out of the office on 15 August and therefore cannot attend the meeting. My colleague Ms Ana Li (li@ministry.example) will attend in my place.")]
    [InlineData("Please note that Mr Boateng has retired. Please remove him from your list and send all future circulars to Ms Efua Mensah (efua@ministry.example).")]
    [InlineData("I am leaving the Authority at the end of this month. My successor as focal point will be Ms Ana Li, li@ministry.example.")]
    [InlineData("We acknowledge with thanks receipt of your letter of 2 August and have the honour to inform you that the matter is under consideration.")]
    [InlineData("Le ministère étant fermé jusqu'au 13 août, nous vous prions de bien vouloir prolonger le délai.")]
    [InlineData("Je transmets votre message à ma collègue Mme Ndiaye, qui vous répondra.")]
    [InlineData("Our earlier nominee, Eng. Jane Heron, has retired. Until a successor is appointed please send correspondence to me.")]
    [InlineData("К сожалению, на заседании 10 сентября присутствовать не смогу, вместо меня подключится дистанционно Ирина Сомова (somova@ministry.example).")]
    [InlineData("Lamento informar que no podré asistir a la reunión por encontrarme de viaje. Me representará la Sra. Rojas.")]
    [InlineData("Gracias por el recordatorio. El Director se encuentra de viaje; enviaremos la respuesta la próxima semana.")]
    [InlineData("К сожалению, я буду в командировке и не смогу принять участие в собрании 15 августа.")]
    [InlineData("Просим продлить срок в связи с праздниками.")]
    [InlineData("The Lark Society holds a workshop called \"Grandparents online\" in Leeds from 4 to 8 February 2013; write to lark@society.example.")]
    [InlineData("L'Association Alouette organise du 4 au 8 mars 2013 une formation pour instituteurs, suivie d'un colloque (alouette@association.example).")]
    [InlineData("La Misión Permanente saluda muy atentamente a la Oficina y tiene a bien comunicar que en la reunión del 27 de agosto de 2013 estará presente la doctora Gloria Cubas, de la Comisión de Comunicaciones (gcubas@comision.example).")]
    [InlineData("Фонд «Жаворонок» проводит семинар для учителей с 4 по 8 марта 2013 года, а затем конференцию в Твери; адрес: fond@zhavoronok.example.")]
    [InlineData("تنظم جمعية القبرة ورشة للمعلمين من 4 إلى 8 مارس 2013 ثم مؤتمراً في عمّان، والعنوان: info@qubbara.example.")]
    [InlineData("百灵基金会于2013年4月15日至19日举办教师培训，联系邮箱info@bailing.example.cn。")]
    [InlineData("أعتذر عن عدم حضور الاجتماع لوجودي في مهمة رسمية خارج البلاد.")]
    [InlineData("نرجو تمديد المهلة نظراً لإجازة العيد حتى 12 أغسطس.")]
    [InlineData("因出差，我无法参加8月15日的会议，由王小梅代为出席。")]
    [InlineData("Mr Sample has left Harbour Helpline. The new contact is Ms Clara Muster, clara@harbour.example, +64 4 555 0202.")]
    [InlineData("M. Bernard Modèle a quitté l'association. La nouvelle personne à contacter est Mme Claire Exemple, claire@lanterne.example.")]
    [InlineData("张敏休产假，请将联系人改为李军（lijun@agency.example）。")]
    [InlineData("Почтовый ящик моего коллеги Семёна Крутова больше не работает, новый адрес: s.krutov@detinet.example.")]
    [InlineData("我的同事高志远的邮箱已停用，新邮箱为 gaozhiyuan@shaonian.example。")]
    [InlineData("بريد زميلي كريم الطاهر لم يعد يعمل، والبريد الجديد هو karim.tahir@tifl.example")]
    [InlineData("الدكتور سعيد المنصوري: said.m@shab.example، والأستاذة نورة العلي: +971 4 555 0255")]
    public void A_person_who_speaks_of_an_absence_has_more_to_say(string text) => Assert.Equal(MailKind.Human, Mails.Plain(Sender, "Re: Circular 313", text).Sort.Kind);

    /// <summary>Words of those who are gone for good, of a post and a successor: nobody but a person hands over an office.</summary>
    [Theory]
    [InlineData("I have left this post. My successor is Ms Ana Li (ana.li@ministry.example).")]
    [InlineData("I am no longer in this position. My successor is Mr Tom Okello, tom@ministry.example.")]
    [InlineData("J'ai quitté ce poste. Ma successeure est Mme Awa Diop (awa@agence.example).")]
    [InlineData("He dejado este cargo. Mi sucesora es la Sra. Sofía Rojas (srojas@agencia.example).")]
    [InlineData("Я покинул этот пост. Мой преемник — Сергей Климов (klimov@agency.example).")]
    [InlineData("لقد تركت هذا المنصب. خليفتي هي السيدة ليلى حداد (layla@agency.example).")]
    [InlineData("本人已卸任该职务，由李军先生接任（lijun@agency.example）。")]
    public void Who_hands_over_a_post_is_a_person(string text) => Assert.Equal(MailKind.Human, Mails.Plain(Sender, "Re: Circular 313", text).Sort.Kind);

    [Theory]
    [InlineData("> Will anyone be in the room?\n\nNobody. Travel is frozen until April.\n\n> Will Ms Holm be there?\n\nNo, Ida Holm is on parental leave. For remote access: Ole Brandt (ole@ministry.example).\n\n> Thanks")]
    [InlineData("> Viendrez-vous ?\n\nNon.\n\n> Et Mme Morin ?\n\nLéa Morin est en congé jusqu'au 3 mai. En cas d'urgence : Marc Duval (m.duval@agence.example).\n\n> Merci")]
    public void Whoever_answers_between_the_quoted_questions_is_a_person(string text) => Assert.Equal(MailKind.Human, Mails.Plain(Sender, "Re: 16 January", text).Sort.Kind);

    /// <summary>What becomes of mail is told by a mailbox, and a mark is one of a machine whatever it says.</summary>
    [Theory]
    [InlineData("I no longer hold this position and your message will not be read. My successor is Ms Ana Li (ana.li@ministry.example).", "")]
    [InlineData("I have left this post. My successor is Ms Ana Li (ana.li@ministry.example).", "Auto-Submitted: auto-replied\n")]
    public void A_mailbox_of_somebody_who_left_answers_by_itself(string text, string headers) => Assert.Equal(MailKind.AutoReply, Mails.Plain(Sender, "Re: Circular 313", text, headers).Sort.Kind);

    [Theory]
    [InlineData("I'm away from 6 August to 17 August inclusive. For anything that can't wait, Tom Okello (tom@ministry.example) can help.", "2012-08-18", "tom@ministry.example", "Tom Okello")]
    [InlineData("Back in the office on Thursday 16 August; I am on mission until then.", "2012-08-16", null, null)]
    [InlineData("Our office is closed from 8 to 10 August and will reopen on 13 August.", "2012-08-13", null, null)]
    [InlineData("Je suis absente du bureau jusqu'au 17 août inclus. Merci de vous adresser à M. Paul Mbarga (paul@agence.example).", "2012-08-18", "paul@agence.example", "Paul Mbarga")]
    [InlineData("Estoy de vacaciones del 6 al 24 de agosto. Le responderé a mi regreso.", "2012-08-25", null, null)]
    [InlineData("Нахожусь в отпуске с 6 по 19 августа включительно.", "2012-08-20", null, null)]
    [InlineData("أنا خارج المكتب في مهمة رسمية وسأعود يوم 15 أغسطس.", "2012-08-15", null, null)]
    [InlineData("您好，我正在休年假，8月6日至17日期间不在办公室，8月20日恢复上班。", "2012-08-20", null, null)]
    [InlineData("I will be out of the office starting 08/06/2012 and will not return until 08/24/2012.", "2012-08-24", null, null)]
    [InlineData("I am out of the office until further notice.", null, null, null)]
    public void The_first_day_back_and_the_deputy_are_read(string text, string? until, string? deputy, string? name)
    {
        var absence = Mails.Plain(Sender, "Re: Circular 313", text, "Auto-Submitted: auto-replied\n").Sort.Absence;
        Assert.NotNull(absence);
        Assert.Equal((until, deputy, name), (absence.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), absence.Deputy, absence.DeputyName));
    }

    [Fact]
    public void What_was_read_of_an_absence_is_printed()
    {
        var reading = Mails.Plain(Sender, "Automatic reply: Circular", "I am on leave until 20 August 2012. Please contact Mr Bo Lind (bo@ministry.example).");
        Assert.Contains("\"absence\":{\"until\":\"2012-08-20\",\"deputy\":\"bo@ministry.example\",\"deputyName\":\"Bo Lind\"}", System.Text.Encoding.UTF8.GetString(ReadingJson.Write(reading, "a.eml", false)), StringComparison.Ordinal);
    }

    /// <summary>An empty envelope sender proves a machine that is no mail system: an answer without any word of absence.</summary>
    [Fact]
    public void An_empty_sender_of_the_envelope_proves_a_machine() =>
        Assert.Equal(MailKind.AutoReply, Mails.Plain(Sender, "Thank you", "Thank you for your e-mail. I will endeavour to reply.", "Return-Path: <>\n").Sort.Kind);

    [Theory]
    [InlineData("Mr Peter Hall is away until 20 August 2012; his deputy is Ms Ann Marsh (ann.marsh@ministry.example).", "Peter Hall")]
    [InlineData("Please note that Peter Hall is currently out of the office. He will be back on 20 August 2012.", "Peter Hall")]
    [InlineData("M. Pierre Lambert est absent jusqu'au 20 août 2012. En son absence, veuillez contacter Mme Anne Dupont (anne.dupont@ministry.example).", "Pierre Lambert")]
    [InlineData("El Sr. Juan Pérez se encuentra de vacaciones hasta el 20 de agosto de 2012. Su suplente es la Sra. Ana Gómez (ana.gomez@ministry.example).", "Juan Pérez")]
    [InlineData("Г-н Петр Иванов находится в отпуске до 20 августа 2012 года. По срочным вопросам обращайтесь к г-же Анне Смирновой (smirnova@ministry.example).", "Петр Иванов")]
    [InlineData("السيد أحمد منصور في إجازة حتى 20 أغسطس 2012. يرجى الاتصال بالسيدة ليلى حداد (layla@ministry.example).", "أحمد منصور")]
    [InlineData("张伟先生将外出至2012年8月20日，期间请联系李娜女士（lina@ministry.example）。", "张伟")]
    // The writer's own absence, with others named beside it.
    [InlineData("Ms Ann Marsh replies while I am out of the office until 20 August 2012. In urgent cases write to ann.marsh@ministry.example.", null)]
    [InlineData("I am out of the office until 20 August 2012. In urgent cases contact Mr Peter Hall (peter.hall@ministry.example).", null)]
    [InlineData("Ms Ana Ruiz is out of the office until 20 August 2012.", null)]
    [InlineData("Mme Anne Dupont vous répondra pendant que je suis absente du bureau jusqu'au 20 août 2012.", null)]
    public void Who_is_away_is_read_where_that_is_not_the_sender(string text, string? name) =>
        Assert.Equal(name, Mails.Plain(Sender, "Automatic reply: Circular 313", text).Sort.Absence?.Of);

    /// <summary>A training course in a list is what a country does, and nobody's absence.</summary>
    [Theory]
    [InlineData("هذه قائمة ما نقوم به حاليا:\n\n- القانون الأساسي للشبكات (تشريع)\n- دورة تدريبية للمعلمين، إربد، من 10 إلى 14 سبتمبر 2012")]
    [InlineData("مرحبا،\n\n- دورة تدريبية للمعلمين، إربد، من 10 إلى 14 سبتمبر 2012\n- ورشة عمل للآباء، العقبة، من 17 إلى 21 سبتمبر 2012")]
    public void A_list_of_what_somebody_does_is_no_absence(string text) => Assert.Equal(MailKind.Human, Mails.Plain(Sender, "أنشطة", text).Sort.Kind);
}
