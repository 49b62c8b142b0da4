using System.Text;
using JcaCop.Reading.Items;
using Xunit;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Where names, posts and organizations begin and end, and who belongs to a delegation, in sentences that nobody has sent.</summary>
public class WholeValueTests
{
    private static IReadOnlyList<Item> Items(string text, string from = "Registry <registry@desk.example>")
    {
        var raw = $"Date: Tue, 20 Nov 2012 10:00:00 +0000\nFrom: {from}\nSubject: Your letter\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(raw));
        return MailReader.Read(stream, TestContext.Current.CancellationToken).Items;
    }

    [Theory]
    [InlineData("The Harbour Board has designated Mr. Ole Brandt, Deputy Director (Spectrum Affairs), ole.brandt@hb.example, as its representative.", "Deputy Director (Spectrum Affairs)")]
    [InlineData("The Harbour Board has designated Mr. Ole Brandt, Manager, Consumer Relations (ole.brandt@hb.example), as its representative.", "Manager, Consumer Relations")]
    [InlineData("The Harbour Board has designated Mr. Ole Brandt, Deputy Director (remote), ole.brandt@hb.example, as its representative.", "Deputy Director")]
    public void A_post_keeps_its_field_of_work(string text, string post) =>
        Assert.Equal(post, Assert.Single(Items(text).OfType<Representative>()).Person.Function);

    [Theory]
    [InlineData("Circular 313: proponemos que se invite a la Red Pantallas Sanas; contacto: Tcnlga. Inés Arrospide Vela, secretaria (inesa@pantallas.example).", "Inés Arrospide Vela")]
    [InlineData("Circular 313: we propose to invite the Harbour Youth Trust; contact: Cdre. Colin J. Braithwaite, director (c.braithwaite@hyt.example).", "Colin J. Braithwaite")]
    public void An_abbreviation_before_a_name_is_a_title_even_where_no_list_holds_it(string text, string name) =>
        Assert.Equal(name, Assert.Single(Items(text).OfType<Nomination>()).Contact?.Name);

    [Theory]
    [InlineData("Circular 313: we propose to invite the Harbour Youth Trust, contact: Colin Braithwaite, Coordinator of the Trust, c.braithwaite@hyt.example.", "Coordinator")]
    [InlineData("Circular 313: we propose to invite the Harbour Youth Trust, contact: Colin Braithwaite, Coordinator of the Night Line, c.braithwaite@hyt.example.", "Coordinator of the Night Line")]
    public void A_post_does_not_repeat_the_organization_of_the_item(string text, string post) =>
        Assert.Equal(post, Assert.Single(Items(text).OfType<Nomination>()).Contact?.Function);

    [Fact]
    public void A_house_and_its_unit_are_one_name()
    {
        var nomination = Assert.Single(Items("Circular 313: proponemos que se invite a la siguiente entidad:\n\n- Universidad del Litoral Norte, Facultad de Educación. Contacto: Inés Arrospide, decana, inesa@litoral.example, tel. 2255 0142").OfType<Nomination>());
        Assert.Equal("Universidad del Litoral Norte, Facultad de Educación", nomination.Organization.Name);
        Assert.Equal("Inés Arrospide", nomination.Contact?.Name);
    }

    [Fact]
    public void Whoever_goes_takes_no_seat_and_leaves_what_is_said_behind_the_name_to_whoever_comes()
    {
        var seat = Assert.Single(Items("From 1 March 2013, Ms. Ida Holm will be the representative of the Fjord Media Board, replacing Mr. Ole Brandt, who moved to another section.\n- Title: Adviser\n- E-mail: ida.holm@fjord.example").OfType<Representative>());
        Assert.Equal(("Ida Holm", "Ole Brandt", "ida.holm@fjord.example"), (seat.Person.Name, seat.Replaces, seat.Person.Email));
    }

    [Fact]
    public void An_alternate_who_stands_in_replaces_nobody()
    {
        var seats = Items("Le Ministère des réseaux a désigné Mme Afi Tsogbe (a.tsogbe@mr.example) comme représentante ; en cas d'absence, elle est remplacée par M. Paul Agbeko, suppléant (p.agbeko@mr.example).").OfType<Representative>().ToList();
        Assert.All(seats, seat => Assert.Null(seat.Replaces));
    }

    [Theory]
    [InlineData("The Permanent Mission of Freedonia has the honour to communicate the delegation of Freedonia to the meeting of JCA-COP on 16 January 2013, present in person:\n\nHead of Delegation\nMs. Ida Holm, Permanent Secretary, Ministry of Networks, ida.holm@mn.example\n\nAdviser\nMr. Ole Brandt, Legal Counsel, Harbour Board, ole.brandt@hb.example")]
    [InlineData("La Misión Permanente comunica la integración de la delegación que participará en la reunión de la JCA-COP del 16 de enero de 2013:\n\nJefa de delegación: Ida Holm, Secretaria Permanente, Ministerio de Redes, ida.holm@mn.example\n\nAsesor: Ole Brandt, asesor jurídico, Junta del Puerto, ole.brandt@hb.example")]
    public void Those_listed_as_a_delegation_come_to_the_meeting_and_take_no_seats(string text)
    {
        var items = Items(text);
        Assert.Empty(items.OfType<Representative>());
        Assert.Equal(["Ida Holm", "Ole Brandt"], items.OfType<Registration>().Select(one => one.Person.Name));
    }

    [Theory]
    [InlineData("La Junta del Puerto designa como punto focal a la Mgs. Inés Arrospide Vela, Coordinadora General Jurídica (inesa@puerto.example).", "Inés Arrospide Vela", "Coordinadora General Jurídica")]
    [InlineData("The Harbour Board designates as its representative Ms. Ida Holm, Secretary General (ida.holm@hb.example).", "Ida Holm", "Secretary General")]
    public void A_rank_behind_a_post_begins_no_name(string text, string name, string post)
    {
        var seat = Assert.Single(Items(text).OfType<Representative>());
        Assert.Equal((name, post), (seat.Person.Name, seat.Person.Function));
    }

    [Fact]
    public void A_role_on_one_line_with_its_person_ends_with_the_next_body()
    {
        var roles = Items("Circular 278: our people for child online protection are these.\n\nStudy Group 17\nMs. Ida Holm, Adviser, ida.holm@hb.example\nAlternate: Mr. Ole Brandt, Analyst, ole.brandt@hb.example\n\nStudy Group 2\nMs. Thea Longstaff, Engineer, thea@hb.example\nAlternate: none\n\nStudy Group 16\nMr. Piers Hallam, Engineer, hallam@hb.example")
            .OfType<Representative>().ToDictionary(seat => seat.Person.Name!, seat => seat.Role);
        Assert.Equal(SeatRole.Alternate, roles["Ole Brandt"]);
        Assert.Equal([SeatRole.Representative, SeatRole.Representative], [roles["Thea Longstaff"], roles["Piers Hallam"]]);
    }

    [Theory]
    [InlineData("Pour votre information, je participerai à distance à la réunion du 16 janvier 2013.\n\nIda Holm\nConseillère\nCapitainerie du port", "Ida Holm <ida.holm@port.example>")]
    public void What_the_writer_says_of_coming_is_read_without_a_name(string text, string from) =>
        Assert.Contains(Items(text, from).OfType<Registration>(), one => one.Person.Name == "Ida Holm" && one.Mode == AttendanceMode.Remote);

    [Fact]
    public void A_noun_alone_names_nobody_and_speaks_of_what_was_named()
    {
        var items = Items("Circular 313: we propose to invite the Harbour Youth Trust (Colin Braithwaite, director, c.braithwaite@hyt.example). At the Trust you may also write to Ms. Thea Longstaff, secretary, t.longstaff@hyt.example.");
        Assert.Equal("Harbour Youth Trust", Assert.Single(items.OfType<Nomination>()).Organization.Name);
        Assert.All(items.OfType<Representative>(), seat => Assert.Equal("Harbour Youth Trust", seat.Body));
    }

    [Fact]
    public void A_family_name_and_a_given_name_in_two_fields_are_one()
    {
        var nomination = Assert.Single(Items("TSB Circular 313\n\nOrganization: Harbour Youth Trust\nFamily name: BRAITHWAITE\nFirst name: Colin\nFunction: Director\nE-mail: c.braithwaite@hyt.example\nTelephone: +44 20 7946 0100").OfType<Nomination>());
        Assert.Equal("Colin BRAITHWAITE", nomination.Contact?.Name);
    }

    [Fact]
    public void The_whole_name_as_signed_counts_before_the_short_one_of_the_header() =>
        Assert.Equal("Ida Mac Holm", Assert.Single(Items("I will attend the meeting of 16 January 2013 in person.\n\nIda\n\nIda Mac Holm\nAdviser\nHarbour Board", "Ida MacHolm <ida.macholm@hb.example>").OfType<Registration>()).Person.Name);
}
