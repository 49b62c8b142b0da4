using System.Text;
using JcaCop.Reading.Items;
using Xunit;

namespace JcaCop.Reading.Tests.Parts;

public class RespondentOrganizationTests
{
    private static MailReading Read(string from, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"Date: Tue, 20 Nov 2012 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\nFrom: {from}\nSubject: Circular 313\n\n{text}"));
        return MailReader.Read(stream, TestContext.Current.CancellationToken);
    }

    private static string? House(string from, string text) => Read(from, text).Respondent?.Organization;

    [Theory]
    [InlineData("Agence des Ondes - Cotonou", "Agence des Ondes")]
    [InlineData("Consejo de Redes Claras (Uruguay)", "Consejo de Redes Claras")]
    [InlineData("هيئة الفضاء المضيء - قطر", "هيئة الفضاء المضيء")]
    [InlineData("Ministry of Culture, Broadcasting and Sport", "Ministry of Culture, Broadcasting and Sport")]
    public void A_place_behind_a_stroke_is_no_part_of_the_signed_name_and_a_list_of_matters_is(string house, string expected) =>
        Assert.Equal(expected, House("A. Writer <writer@post.example>", $"Dear colleagues,\n\nThank you for the circular.\n\nKind regards,\n\nAmbrose Kettlewell\n{house}\n"));

    [Fact]
    public void Capital_words_behind_a_post_are_the_house_where_the_letter_says_them_too() =>
        Assert.Equal("Cyber Kestrels Norway", House("A. Writer <writer@post.example>", "Good evening,\n\nI run a small society of parents called Cyber Kestrels Norway. We would like to be on the list.\n\nRegards,\n\nIda Holm\nFounder, Cyber Kestrels Norway\ncell 555 0101\n"));

    [Theory]
    [InlineData("ORTEL, Costa Rica", "ORTEL")]
    [InlineData("ORTEL Costa Rica", "ORTEL Costa Rica")]
    [InlineData("Directora, ORTEL", "ORTEL")]
    [InlineData("Ortel Conectados", "Ortel Conectados")]
    public void A_short_name_that_the_domain_bears_is_the_house_that_signs(string line, string expected) =>
        Assert.Equal(expected, House("Ida Holm <iholm@ortel.example>", $"Buenos días:\n\nGracias por la circular.\n\nSaludos,\n\nIda Holm\n{line}\n"));

    [Fact]
    public void The_subject_of_the_letter_is_the_house_where_the_domain_bears_its_name() =>
        Assert.Equal("OrTel", House("Ida Holm <iholm@ortel.example>", "OrTel has no objection to the work plan.\n\nIda Holm\n"));

    [Fact]
    public void Whoever_takes_over_from_somebody_as_the_representative_of_a_house_replaces_that_person()
    {
        var seat = Assert.Single(Read("Owen Quill <owen.quill@telkite.example>", "From 1 October I will be taking over from Sian Marsh as TelKite's representative.\n\nThanks,\nOwen Quill\nTelKite Cymru\n").Items.OfType<Representative>());
        Assert.Equal(("Owen Quill", "Sian Marsh", "TelKite"), (seat.Person.Name, seat.Replaces, seat.Body?.Split(' ')[0]));
    }

    [Fact]
    public void A_country_or_a_persons_name_in_the_domain_is_no_house()
    {
        Assert.Null(House("Ida Holm <ida@holm.example>", "Holm has no objection to the work plan.\n\nIda Holm\n"));
        Assert.Null(House("Ida Holm <iholm@monaco.example>", "Merci.\n\nIda Holm\nMonaco\n"));
    }

    [Fact]
    public void Who_is_put_forward_and_answers_at_another_domain_is_not_whom_the_mail_speaks_for() =>
        Assert.NotEqual("ONG Clics Sereins", House("Secrétariat <sg@postes.example.cm>", "Le Cameroun souhaite associer aux travaux l'ONG Clics Sereins, dont la présidente, Mme Odile Sanon, peut être jointe à o.sanon@clics.example.cm.\n\nPour le Ministre,\nLe Secrétaire général\n"));

    [Theory]
    [InlineData("Director, Consumer Affairs")]
    [InlineData("Head, Oslo Norway")]
    public void Capital_words_behind_a_post_alone_are_no_house(string line) =>
        Assert.Null(House("A. Writer <writer@post.example>", $"Good evening,\n\nThank you for the circular, which we have read.\n\nRegards,\n\nIda Holm\n{line}\n"));

    [Theory]
    [InlineData("Apreciada secretaría:\n\nEl Laboratorio de Infancia Digital presenta a la reunión de la JCA-COP del 22 de septiembre de 2014 la contribución «Ciberacoso en colegios», que va adjunta.", "Laboratorio de Infancia Digital")]
    [InlineData("Chers membres du secrétariat,\n\nL'Institut Courlis présente à la réunion du 22 septembre 2014 la contribution « Écrans calmes », ci-jointe.", "Institut Courlis")]
    public void A_salutation_is_not_whom_the_mail_speaks_for(string text, string expected) => Assert.Equal(expected, House("A. Writer <writer@post.example>", text));

    [Fact]
    public void The_text_gives_the_country_of_a_ministry_that_signs_in_short() =>
        Assert.Equal("Ministry of Radio and Post of Kenya", House("A. Writer <writer@post.example>", "Dear Sir,\n\nThe Ministry of Radio and Post of Kenya wishes to acknowledge the circular.\n\nYours faithfully,\n\nAmbrose Kettlewell\nMinistry of Radio and Post\n"));

    [Fact]
    public void An_office_speaks_for_the_house_whose_name_its_address_is_spelled_like() =>
        Assert.Equal("Kestrel Council for Safe Networks", House("Office of the Chairman <chair@kestrel-council.example>", "Sir, kindly note that Ms Ada Quill, Adviser, Kestrel Council for Safe Networks, is our focal point.\n"));

    [Fact]
    public void A_name_ends_before_a_verb_of_answering_in_Russian() =>
        Assert.Equal("Администрация связи Грузии", House("info <info@post.example>", "Уважаемые коллеги!\n\nАдминистрация связи Грузии рассмотрела проект и замечаний не имеет.\n"));

    [Fact]
    public void Whom_a_mission_announces_stands_for_the_authority_of_that_paragraph_and_never_for_its_host()
    {
        var seat = Assert.Single(Read("Mission <chancery@mission.example>", """
            The Permanent Mission of the Republic of Botswana to the United Nations Office and Other International Organizations in Geneva presents its compliments to the Telecommunication Standardization Bureau and acknowledges Circular 278, which the Kestrel Commission received.

            The Permanent Mission has the honour to convey that Ms. Ada Quill, Legal Officer, ada.quill@heron.example, has been designated representative of the Heron Networks Authority.
            """).Items.OfType<Representative>());
        Assert.Equal("Heron Networks Authority", seat.Body);
    }

    [Fact]
    public void A_heading_above_a_blank_line_is_no_part_of_the_name_below() =>
        Assert.Equal("Permanent Mission of Botswana", House("Mission <chancery@mission.example>", "NOTE VERBALE\n\nThe Permanent Mission of Botswana presents its compliments to the secretariat and has the honour to acknowledge the circular.\n")?.Replace("The ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("Ms Anna Sample no longer represents us in ITU-T Study Group 17.")]
    [InlineData("Mme Claire Exemple ne représente plus notre administration à la Commission d'études 17.")]
    [InlineData("La Sra. Lola Ejemplo ya no representa a nuestra administración en la Comisión de Estudio 17.")]
    public void Who_is_said_to_represent_nobody_any_more_is_withdrawn_or_shown_to_a_person(string text)
    {
        var reading = Read("Jane <jane@ministry.example>", text + "\n");
        Assert.True(reading.NeedsAttention || reading.Items.OfType<Withdrawal>().Any());
    }
}
