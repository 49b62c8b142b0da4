using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Register.Tests.Deciding;

public sealed class PlacingTests
{
    private readonly Known known = new("g");
    private int minute;

    private JudgedMail Pass(params IReadOnlyList<Item> items) => At(++minute, items);

    private JudgedMail At(int when, params IReadOnlyList<Item> items)
    {
        var raw = Mails.Raw($"{when}@tel.gov.xx");
        var taken = new TakenMail(when, new MailKey("box", 7, $"{when}"), $"{when}@tel.gov.xx", Mails.Start.AddMinutes(when), raw.Length, raw, false, 0);
        return Judge.DecideAll([(taken, Mails.Read(taken, items))], known, new JudgePolicy("g", []), Mails.Start)[0];
    }

    private PersonEntry Contact => known.Person(known.FindOrganization("Safe Net", "XX")!.ContactId)!;

    [Fact]
    public void One_item_is_one_change_of_an_entry()
    {
        var changes = Pass(Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana@safe.example")).Changes;
        Assert.Equal([EntryKind.Organization, EntryKind.Person], changes.Select(change => change.Kind));
        Assert.Contains(new FieldChange("contact", null, "Ana Lopez"), changes[0].Fields);
        Assert.All(changes, change => Assert.True(change.IsNew));
    }

    [Fact]
    public void A_phone_alone_belongs_to_the_contact_that_is_there()
    {
        Pass(Mails.Nomination("Safe Net", contact: "Ana Lopez"));
        Pass(Mails.Nomination("Safe Net", phone: "1 22"));
        Pass(Mails.Nomination("Safe Net", email: "ana@safe.example"));
        Assert.Equal(("Ana Lopez", "1 22", "ana@safe.example"), (Contact.Name, Contact.Phone, Contact.Email));
    }

    [Fact]
    public void A_contact_known_by_its_phone_alone_gets_its_name_later()
    {
        Pass(Mails.Nomination("Safe Net", phone: "1 22"));
        Pass(Mails.Nomination("Safe Net", contact: "Ana Lopez"));
        Assert.Equal(("Ana Lopez", "1 22"), (Contact.Name, Contact.Phone));
    }

    [Fact]
    public void An_older_mail_that_comes_late_fills_gaps_and_overwrites_nothing_newer()
    {
        At(10, Mails.Nomination("Safe Net", contact: "Ana Lopez", phone: "new"));
        At(5, Mails.Nomination("Safe Net", contact: "Ana Lopez", phone: "old", email: "ana@safe.example"));
        Assert.Equal(("new", "ana@safe.example"), (Contact.Phone, Contact.Email));
    }

    [Fact]
    public void Organizations_of_one_name_in_two_countries_are_two()
    {
        Pass(Mails.Nomination("Safe Net", "XX"));
        known.Put(new OrganizationEntry(9, "g", "Safe Net", [], "YY", null, null, OrganizationState.Proposed, null, null));
        Assert.Equal("XX", known.FindOrganization("safe net", "XX")!.Country);
        Assert.Equal("YY", known.FindOrganization("safe net", "YY")!.Country);
        Assert.Null(known.FindOrganization("safe net", null));
    }

    [Fact]
    public void Two_persons_who_share_a_mailbox_stay_two()
    {
        Pass(Mails.Seat("ITU-T SG17", "Ana Lopez", email: "info@tel.gov.xx"), Mails.Seat("ITU-T SG2", "Juan Diaz", email: "info@tel.gov.xx"));
        Assert.Equal(["Ana Lopez", "Juan Diaz"], known.PersonsWithEmail("info@tel.gov.xx").Select(person => person.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_seat_begins_on_the_day_that_is_told_and_whom_it_replaces_holds_until_then()
    {
        var first = DateOnly.FromDateTime(Mails.Start.UtcDateTime).AddDays(40);
        Pass(Mails.Seat("ITU-T SG16", "Mia Turner"));
        Pass(Mails.Seat("ITU-T SG16", "Ken Sato", replaces: "Mia Turner") with { From = first, Until = first.AddYears(1) });
        Pass(Mails.Seat("ITU-T SG16", "Ken Sato"));
        Assert.Equal(
            [("Mia Turner", DateOnly.FromDateTime(Mails.Start.UtcDateTime), (DateOnly?)first), ("Ken Sato", first, first.AddYears(1).AddDays(1))],
            known.Seats.OrderBy(seat => seat.From).Select(seat => (known.Person(seat.PersonId)!.Name!, seat.From, seat.Until)));
        Assert.True(known.Seats.Single(seat => seat.Until == first).HoldsOn(first.AddDays(-1)));
    }

    [Fact]
    public void A_person_who_gets_another_role_for_the_same_body_keeps_one_seat()
    {
        Pass(Mails.Seat("ITU-T SG17", "Ana Lopez"));
        Pass(Mails.Seat("ITU-T SG17", "Ana LOPEZ", SeatRole.Alternate));
        Assert.Equal(SeatRole.Alternate, Assert.Single(known.OpenSeatsFor("ITU-T SG17")).Role);
    }

    [Fact]
    public void A_withdrawal_ends_what_it_names_and_waits_for_a_person_where_it_names_nothing_known()
    {
        Pass(Mails.Nomination("Safe Net"), Mails.Seat("ITU-T SG17", "Ana Lopez"));
        Pass(new Withdrawal(WithdrawalOf.Nomination, "Safe Net") { Confidence = 0.9, Decision = Decision.Accept },
            new Withdrawal(WithdrawalOf.Representative, "Ana Lopez") { Confidence = 0.9, Decision = Decision.Accept });
        Assert.Equal(OrganizationState.Withdrawn, known.FindOrganization("Safe Net", "XX")!.State);
        Assert.Empty(known.OpenSeatsFor("ITU-T SG17"));
        var unknown = Pass(new Withdrawal(WithdrawalOf.Nomination, "Nobody") { Confidence = 0.9, Decision = Decision.Accept });
        Assert.Equal(ItemState.Held, unknown.Verdict.Items[0].State);
        Pass(Mails.Nomination("Safe Net"));
        Assert.Equal(OrganizationState.Proposed, known.FindOrganization("Safe Net", "XX")!.State);
    }

    [Fact]
    public void Of_two_seats_of_a_person_the_one_that_is_named_ends_on_its_day()
    {
        Pass(Mails.Seat("ITU-T SG17", "Ana Lopez"), Mails.Seat("ITU-T SG16", "Ana Lopez"));
        Pass(new Withdrawal(WithdrawalOf.Representative, "Ana Lopez") { Body = "ITU-T SG16", Until = new DateOnly(2030, 2, 28), Confidence = 0.9, Decision = Decision.Accept });
        Assert.Single(known.OpenSeatsFor("ITU-T SG17"));
        Assert.Equal(new DateOnly(2030, 3, 1), Assert.Single(known.SeatsFor("ITU-T SG16")).Until);
        var elsewhere = Pass(new Withdrawal(WithdrawalOf.Representative, "Ana Lopez") { Body = "ITU-T SG2", Confidence = 0.9, Decision = Decision.Accept });
        Assert.Equal("the register holds no seat of Ana Lopez for ITU-T SG2", elsewhere.Verdict.Items[0].Why);
    }

    [Fact]
    public void A_further_address_stands_behind_the_first_and_a_new_one_before_it()
    {
        Pass(Mails.Nomination("Safe Net", contact: "Ana Lopez", phone: "1"));
        Pass(new Correction("Ana Lopez", new Person(null, Email: "ana@first.example"), null) { Confidence = 0.9, Decision = Decision.Accept });
        var change = Assert.Single(Pass(new Correction("Ana Lopez", new Person(null, Email: "ana@second.example"), null) { Beside = true, Confidence = 0.9, Decision = Decision.Accept }).Changes);
        Assert.Equal("addresses", Assert.Single(change.Fields).Field);
        Assert.Equal(["ana@first.example", "ana@second.example"], Assert.IsType<PersonEntry>(change.After).Addresses.Select(address => address.Email).Where(address => address.StartsWith("ana@", StringComparison.Ordinal)).Order());
        Assert.Equal("ana@first.example", ((PersonEntry)change.After).Email);
    }

    [Fact]
    public void A_correction_changes_the_one_it_names()
    {
        Pass(Mails.Nomination("Safe Net", contact: "Ana Lopez", phone: "1"));
        var change = Assert.Single(Pass(new Correction("Ana Lopez", new Person(null, Phone: "2"), null) { Confidence = 0.9, Decision = Decision.Accept }).Changes);
        Assert.Equal(new FieldChange("phone", "1", "2"), Assert.Single(change.Fields));
        Pass(new Correction("Safe Net", null, new Organization("Safer Net")) { Confidence = 0.9, Decision = Decision.Accept });
        Assert.Equal("Safer Net", known.FindOrganization("Safe Net", "XX")!.Name);
        Assert.Equal("Safer Net", known.FindOrganization("Safer Net", "XX")!.Name);
        var unknown = Pass(new Correction("Nobody", new Person(null, Phone: "2"), null) { Confidence = 0.9, Decision = Decision.Accept });
        Assert.Equal(ItemState.Held, unknown.Verdict.Items[0].State);
    }

    [Fact]
    public void What_an_entry_cannot_do_without_is_asked_of_a_person()
    {
        Assert.Equal(ItemState.Held, Pass(new Nomination(new Organization(null, "XX"), null) { Confidence = 0.95, Decision = Decision.Accept }).Verdict.Items[0].State);
        Assert.Equal(ItemState.Held, Pass(new Representative("ITU-T SG17", null, new Person(null, "Director")) { Confidence = 0.95, Decision = Decision.Accept }).Verdict.Items[0].State);
    }
}
