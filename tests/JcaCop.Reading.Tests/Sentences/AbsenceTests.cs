using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Sentences;

/// <summary>Who stays away where the subject alone names the meeting, and whose name counts where an office's mailbox sends.</summary>
public class AbsenceTests
{
    private static readonly Dictionary<string, string> Headings = new()
    {
        ["en"] = "JCA-COP meeting, 10 September 2015", ["fr"] = "Réunion de la JCA-COP, 10 septembre 2015", ["es"] = "Reunión de la JCA-COP, 10 de septiembre de 2015",
        ["ru"] = "Собрание JCA-COP 10 сентября 2015 г.", ["ar"] = "اجتماع JCA-COP، 10 سبتمبر 2015", ["zh"] = "JCA-COP会议，2015年9月10日",
    };

    public static TheoryData<string, string, string> Regrets
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in SentenceTests.Lines("regrets.txt")) rows.Add(row[0], row[1], row[2]);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Regrets))]
    public void Whoever_is_said_not_to_come_stays_away_and_not_the_writer(string language, string sentence, string name)
    {
        var items = SentenceMail.Under(Headings[language], language, sentence).Items;
        Assert.Equal(name, Assert.IsType<Regret>(Assert.Single(items)).Name);
    }

    [Theory]
    [InlineData("TelCo Registry <registry@telco.example>", "Dear colleagues,\n\nUnfortunately I cannot attend the meeting of 10 September 2015.\n\nKind regards,\n\nJervan Polius\nCounsel, TelCo\n", "Jervan Polius")]
    [InlineData("NCB Astoria <office@ncb.example>",
        "Dear colleagues,\n\nThe undersigned will represent the Board in JCA-COP.\n\nKind regards,\n\nJervan Polius\nDeputy Managing Director\nNational Communications Board of Astoria\n", "Jervan Polius")]
    [InlineData("Secrétariat ANRT <secretariat@anrt.example>",
        "Mesdames, Messieurs,\n\nLe soussigné représentera l'Agence au sein de la JCA-COP.\n\nCordialement,\n\nGontran Vasseur\nChargé de mission\nAgence nationale de régulation\n", "Gontran Vasseur")]
    [InlineData("Mesa de Entradas ENT <mesa@ent.example>",
        "Estimados colegas:\n\nEl abajo firmante representará al Ente ante la JCA-COP.\n\nUn cordial saludo,\n\nEulogio Pastrana\nTécnico\nEnte Nacional de Telecomunicaciones\n", "Eulogio Pastrana")]
    [InlineData("Канцелярия ФСС <office@fss.example>", "Уважаемые коллеги!\n\nНашим представителем в JCA-COP буду я.\n\nС уважением,\n\nГордей Мельников\nСпециалист\nФедеральная служба связи\n", "Гордей Мельников")]
    [InlineData("جمعية القبرة <info@qubbara.example>", "تحية طيبة وبعد،\n\nسأشارك في اجتماع 10 سبتمبر 2015 عن بعد.\n\nوتفضلوا بقبول فائق الاحترام،\n\nمروان البيطار\nمنسق البرامج\nجمعية القبرة\n", "مروان البيطار")]
    [InlineData("百灵基金会 <info@bailing.example>", "各位同事：\n\n我将远程参加2015年9月10日的会议。\n\n此致\n敬礼\n\n卓思远\n项目主管\n百灵基金会\n", "卓思远")]
    public void Whoever_writes_from_the_mailbox_of_an_office_is_who_signs(string sender, string text, string name)
    {
        var told = Assert.Single(Sorting.Mails.Plain(sender, "JCA-COP", text).Items);
        Assert.Equal(name, told switch { Registration coming => coming.Person.Name, Regret missing => missing.Name, Representative seat => seat.Person.Name, _ => null });
    }

    [Theory]
    [InlineData("fr", "Les réponses au questionnaire joint à la Circulaire 95 sont les suivantes.\n\n1) Non.\n2) L'Agence du numérique.\n3) Un appui pour traduire les lignes directrices en haoussa.")]
    [InlineData("es", "Respuestas al cuestionario de la Circular 95:\n\n1) No.\n2) La Agencia Digital.\n3) Apoyo para traducir las directrices al guaraní.")]
    [InlineData("en", "Our answers to the questionnaire of Circular 95:\n\n1) No.\n2) The Digital Agency.\n3) Support for translating the guidelines into Hausa.")]
    public void An_answer_to_a_questionnaire_takes_no_stance_on_what_it_speaks_of(string language, string passage) =>
        Assert.IsType<Questionnaire>(Assert.Single(SentenceMail.Under("JCA-COP", language, passage).Items));

    [Theory]
    [InlineData("en", "Our paper for the meeting of 10 September 2015, \"Age gates in practice\", is attached. The report of our own meeting in October will be sent later.")]
    [InlineData("fr",
        "Vous trouverez en pièce jointe notre contribution à la réunion du 10 septembre 2015, « Les âges en pratique ». Le compte rendu de notre propre réunion d'octobre vous sera envoyé et vous parviendra plus tard.")]
    [InlineData("es", "Adjuntamos nuestra contribución a la reunión del 10 de septiembre de 2015, «Edades en la práctica». El informe de nuestra propia reunión de octubre se enviará después y les llegará más adelante.")]
    public void A_report_that_is_promised_for_later_is_not_sent(string language, string passage) =>
        Assert.DoesNotContain(SentenceMail.Under(Headings[language], language, passage, "paper.docx").Items, static item => item is Report);
}
