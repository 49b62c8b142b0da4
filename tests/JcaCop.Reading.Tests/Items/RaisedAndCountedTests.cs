using System.Text;
using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Titles with raised endings, sectors behind lists, translations, houses that stay the same, paragraphs that count off: sentences of our own in six languages.</summary>
public class RaisedAndCountedTests
{
    [Theory]
    [InlineData("En respuesta a la Circular 313 proponemos:\n\nEntidad: Red Colibrí\nContacto: Prof.ª Lía Sosa Paz\nCargo: Vocal\nCorreo electrónico: l.sosa@colibri.example", "Lía Sosa Paz")]
    [InlineData("En respuesta a la Circular 313 proponemos:\n\nEntidad: Red Colibrí\nContacto: Srª Lía Sosa Paz\nCargo: Vocal\nCorreo electrónico: l.sosa@colibri.example", "Lía Sosa Paz")]
    [InlineData("En respuesta a la Circular 313 proponemos:\n\nEntidad: Red Colibrí\nContacto: D.ª M.ª Lía Paz\nCargo: Vocal\nCorreo electrónico: l.paz@colibri.example", "M.ª Lía Paz")]
    [InlineData("En réponse à la Circulaire 313 nous proposons :\n\nOrganisation : Association Colibri\nContact : Mᵐᵉ Lise Paz\nFonction : trésorière\nCourriel : l.paz@colibri.example", "Lise Paz")]
    public void The_raised_ending_of_a_title_is_no_part_of_the_name(string body, string name) =>
        Assert.Equal(name, Assert.Single(Read(body).Items.OfType<Nomination>()).Contact?.Name);

    [Theory]
    [InlineData("Study Groups 16 and 17 of ITU-T; GSMA", "ITU-T SG16|ITU-T SG17|GSMA")]
    [InlineData("Comisiones de Estudio 16 y 17 del UIT-T", "ITU-T SG16|ITU-T SG17")]
    [InlineData("Commissions d'études 1 et 2 de l'UIT-D", "ITU-D SG1|ITU-D SG2")]
    [InlineData("Исследовательские комиссии 9, 16 и 17 МСЭ-Т", "ITU-T SG9|ITU-T SG16|ITU-T SG17")]
    public void A_sector_behind_a_list_of_groups_is_the_sector_of_all_of_them(string field, string bodies) =>
        Assert.Equal(bodies.Split('|'), Bodies.ParseList(field));

    [Theory]
    [InlineData("La Administración de Port no tiene objeción al proyecto de mandato revisado de la JCA-COP.\n\n(Courtesy translation: The Administration of Port has no objection to the approval of the draft revised terms of reference of the JCA-COP.)", "es")]
    [InlineData("Le Port n'a pas d'objection au projet de mandat révisé de la JCA-COP.\n\n--- English version ---\nPort has no objection to the draft revised mandate of the JCA-COP.", "fr")]
    [InlineData("我局对JCA-COP修订职责范围草案没有异议。\n\n（英文译文供参考：Our bureau has no objection to the draft terms of reference of JCA-COP.）", "zh")]
    public void A_translation_tells_neither_the_language_nor_anything_else(string body, string language)
    {
        var reading = Read(body, "JCA-COP: consultation");
        Assert.Equal(language, reading.Language);
        Assert.Equal(PositionTaken.NoObjection, Assert.Single(reading.Items.OfType<Position>()).Taken);
    }

    [Fact]
    public void A_translation_with_an_address_of_its_own_is_read()
    {
        var reading = Read("Nous proposons l'Association Colibri, Port-au-Prince.\n\n(Courtesy translation: We propose the Colibri Association; contact Ms Lise Paz, l.paz@colibri.example.)", "Circulaire 313");
        Assert.Contains(reading.Items, item => item is Nomination { Contact.Email: "l.paz@colibri.example" });
    }

    [Theory]
    [InlineData("La Administración de Port, examinado el proyecto de mandato revisado de la JCA-COP, no tiene objeción a su aprobación.")]
    [InlineData("Having examined the draft revised terms of reference of JCA-COP, the Administration of Port has no objection to its approval.")]
    public void No_objection_to_the_approval_is_no_objection(string body) =>
        Assert.Equal(PositionTaken.NoObjection, Assert.Single(Read(body, "Consultation").Items.OfType<Position>()).Taken);

    [Theory]
    [InlineData("В собрании JCA-COP 27 августа 2013 года примет участие лично Зарина Каримова, юрист (z.karimova@port.example). Организация прежняя: Фонд «Причал».", "Фонд «Причал»")]
    [InlineData("Ms Bríd Nagle, solicitor (b.nagle@port.example), will attend the meeting of 27 August 2013 in person. Same organization: Hearth Foundation.", "Hearth Foundation")]
    public void The_same_organization_is_no_name(string body, string house) =>
        Assert.Equal(house, Assert.Single(Read(body).Items.OfType<Registration>()).Organization);

    [Theory]
    [InlineData("我公司标准经理戚芸还将线上参加2012年9月22日的会议，邮箱qiyun@port.example。", "戚芸")]
    [InlineData("我公司工程师路遥也会线上参加2012年9月22日的会议，邮箱luyao@port.example。", "路遥")]
    public void A_small_word_before_the_verb_is_no_part_of_a_chinese_name(string body, string name) =>
        Assert.Equal(name, Assert.Single(Read(body, "会议").Items.OfType<Registration>()).Person.Name);

    [Fact]
    public void Whom_the_verb_of_replacing_stands_behind_is_replaced_in_chinese()
    {
        var seat = Assert.Single(Read("海河网络有限公司驻JCA-COP代表由方知远变更为石磊先生（总工程师，shilei@port.example），请予更新。", "代表变更").Items.OfType<Representative>());
        Assert.Equal(("石磊", "方知远"), (seat.Person.Name, seat.Replaces));
    }

    [Fact]
    public void Whom_a_chinese_sentence_says_not_to_be_replaced_is_not() =>
        Assert.DoesNotContain(Read("海河网络有限公司驻JCA-COP代表不由方知远变更为石磊先生（总工程师，shilei@port.example）。", "代表变更").Items.OfType<Representative>(), seat => seat.Replaces is not null);

    [Theory]
    [InlineData("The entry for Thuto Online Trust in your list of organizations (Circular 313) is out of date. It should now read:\n\nAddress: Plot 771, Queens Road, Gaborone\nWebsite: www.thuto.example", "Thuto Online Trust")]
    [InlineData("Dans votre liste (Circulaire 313), les données de l'Association Toile Sûre ne sont plus exactes. Il faut lire :\n\nAdresse : avenue du Lac 14, Bujumbura\nSite web : www.toile.example", "Association Toile Sûre")]
    public void Lines_below_an_entry_that_is_out_of_date_put_it_right(string body, string house)
    {
        var change = Assert.Single(Read(body).Items.OfType<Correction>());
        Assert.Equal(house, change.Name);
        Assert.NotNull(change.Organization?.Address);
        Assert.NotNull(change.Organization?.Website);
    }

    [Theory]
    [InlineData("Telephone and fax: 2-5255033")]
    [InlineData("Teléfono y fax: 2-5255033")]
    [InlineData("Tél. et fax : 2-5255033")]
    [InlineData("Телефон и факс: 2-5255033")]
    [InlineData("电话及传真：2-5255033")]
    public void A_number_for_telephone_and_fax_is_both(string line)
    {
        var contact = Assert.Single(Read($"In reply to Circular 313 we propose:\n\nOrganization: Kanal Trust\nContact: Ms Ida Berg\n{line}\nE-mail: ida@kanal.example").Items.OfType<Nomination>()).Contact;
        Assert.Equal(("2-5255033", "2-5255033"), (contact?.Phone, contact?.Fax));
    }

    [Theory]
    [InlineData("To, for action", "To, for information")]
    [InlineData("Кому, для действий", "Кому, для информации")]
    [InlineData("Destinataire, pour suite à donner", "Destinataire, pour information")]
    [InlineData("供采取行动", "供知会")]
    public void A_label_that_names_addressee_and_purpose_is_known(string action, string information)
    {
        var liaison = Assert.Single(Read($"Liaison statement\n\nNumber: SG5-LS20\nSource: ITU-T Study Group 5\nTitle: School antennas\n{action}: JCA-COP\n{information}: GSMA", "LS").Items.OfType<Liaison>());
        Assert.Equal(["ITU-T JCA-COP"], liaison.ForAction);
        Assert.Equal(["GSMA"], liaison.ForInformation);
    }

    [Theory]
    [InlineData("关于通函313第3、4段的答复")]
    [InlineData("关于313号通函第2条和第5条")]
    public void Paragraphs_of_a_circular_are_not_its_number(string subject) => Assert.Equal("313", Read("无意见。", subject).Answers.Circular);

    [Fact]
    public void Who_recommends_is_not_put_forward() =>
        Assert.Equal(["Medienhaus Hafen"], Read("En réponse à la Circulaire 313, la Communauté du Port vous recommande pour sa part la Medienhaus Hafen, représentée par Mme Heike Paulus, h.paulus@hafen.example.").Items
            .OfType<Nomination>().Select(item => item.Organization.Name));

    private static MailReading Read(string body, string subject = "JCA-COP") => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        $"From: registry@port.example\nTo: tsbjcacop@itu.int\nSubject: {subject}\nDate: Mon, 10 Sep 2012 08:00:00 +0000\nMessage-ID: <a@port.example>\nMIME-Version: 1.0\n"
        + "Content-Type: text/plain; charset=utf-8\n\n" + body + "\n")));
}
