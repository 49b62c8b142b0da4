using System.Text;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Register.Tests.Deciding;

/// <summary>Whose word is recorded, and what waits for a person.</summary>
public sealed class JudgeTests
{
    private static readonly JudgePolicy Policy = new("g", ["group@example.org"]) { AuthenticationServer = "mx.example.org" };

    internal static MailReading Read(byte[] raw, params IReadOnlyList<Item> items) =>
        MailReader.Read(new MemoryStream(raw)) with { Items = items, NeedsAttention = false, AttentionReasons = [] };

    internal static Verdict Decide(MailReading reading, Known? known = null) =>
        Judge.Decide(reading, known ?? new Known("g"), Policy, Mails.Start, Mails.Start);

    [Theory]
    [InlineData("a@tel.gov.xx", "XX", ItemState.Accepted, Mandate.Domain)]
    [InlineData("a@tel.gov.yy", "XX", ItemState.Held, Mandate.Other)]        // another country's government
    [InlineData("a@safe.example", "XX", ItemState.Accepted, Mandate.Domain)] // the organization's own website
    [InlineData("a@mail.safe.example", "XX", ItemState.Accepted, Mandate.Domain)]
    [InlineData("a@gmail.com", "XX", ItemState.Held, Mandate.Other)]
    [InlineData("a@elsewhere.example", "XX", ItemState.Held, Mandate.Other)]
    public void Whose_word_counts_follows_from_the_senders_address(string from, string country, ItemState state, Mandate mandate)
    {
        var verdict = Decide(Read(Mails.Raw("1", from), Mails.Nomination("Safe Net", country, website: "www.safe.example")));
        Assert.Equal((state, mandate), (verdict.Items[0].State, verdict.Items[0].Mandate));
        Assert.Equal(state == ItemState.Accepted ? MessageState.Processed : MessageState.Held, verdict.State);
        Assert.NotEmpty(verdict.Items[0].Why);
    }

    [Theory]
    [InlineData("a@ministry.example", "XX", Mandate.Domain)]
    [InlineData("a@mail.Ministry.example", "XX", Mandate.Domain)]
    [InlineData("a@ministry.example", null, Mandate.Domain)]
    [InlineData("a@ministry.example", "YY", Mandate.Other)]      // another country's matter
    [InlineData("a@tel.gov.xx", "XX", Mandate.Other)]            // looks like a government, and is known to speak for a body
    [InlineData("a@notministry.example", "XX", Mandate.Other)]
    public void A_domain_that_the_secretariat_has_named_speaks_for_its_member_alone(string from, string? country, Mandate mandate)
    {
        var policy = Policy with { Official = new OfficialDomains([new("ministry.example", "XX"), new("tel.gov.xx", "ETSI")]) };
        var reading = Read(Mails.Raw("1", from), Mails.Nomination("Safe Net", country)) with { Respondent = null };
        var verdict = Judge.Decide(reading, new Known("g"), policy, Mails.Start, Mails.Start);
        Assert.Equal(mandate, verdict.Items[0].Mandate);
        Assert.Equal(mandate == Mandate.Domain ? ItemState.Accepted : ItemState.Held, verdict.Items[0].State);
    }

    [Theory]
    [InlineData("ITU-T SG17", Mandate.Domain)]
    [InlineData("ITU-R SG1", Mandate.Other)]
    public void A_sectors_domain_speaks_for_its_study_groups(string body, Mandate mandate)
    {
        var policy = Policy with { Official = new OfficialDomains([new("sector.example", "ITU-T")]) };
        var reading = Read(Mails.Raw("1", "a@sector.example"), Mails.Seat(body, "Juan Diaz")) with { Respondent = null };
        Assert.Equal(mandate, Judge.Decide(reading, new Known("g"), policy, Mails.Start, Mails.Start).Items[0].Mandate);
    }

    [Theory]
    [InlineData("b@tel.gov.xx", ItemState.Accepted)]                // the house that named her
    [InlineData("b@post.gov.xx", ItemState.Accepted)]               // the government of her organization's country
    [InlineData("ana.lopez@elsewhere.example", ItemState.Held)]     // an address that only the mail itself tells of
    [InlineData("a@tel.gov.yy", ItemState.Held)]                    // another member
    public void What_stands_in_the_register_is_changed_by_whom_it_belongs_to(string from, ItemState state)
    {
        Item[] changes =
        [
            new Correction("Ana Lopez", new Person(null, Email: "ana.lopez@elsewhere.example"), null) { Confidence = 0.95, Decision = Decision.Accept },
            new Withdrawal(WithdrawalOf.Representative, "Ana Lopez") { Confidence = 0.95, Decision = Decision.Accept },
            new Correction("Safe Net", null, new Organization(null, Website: "elsewhere.example")) { Confidence = 0.95, Decision = Decision.Accept },
            new Withdrawal(WithdrawalOf.Nomination, "Safe Net") { Confidence = 0.95, Decision = Decision.Accept },
        ];
        foreach (var change in changes)
        {
            var known = new Known("g");
            known.Put(new OrganizationEntry(1, "g", "Safe Net", [], "XX", null, null, OrganizationState.Proposed, 1, "a@tel.gov.xx"));
            known.Put(new PersonEntry(1, "g", "Ana Lopez", null, 1, [new Entries.PersonAddress("ana@gmail.com", Reachability.Unknown)], null, null, null));
            known.Put(new SeatEntry(1, "g", "Safe Net", SeatRole.Representative, 1, 1, new DateOnly(2012, 1, 1), null, null, "a@tel.gov.xx", null));
            var item = Decide(Read(Mails.Raw("1", from), change), known).Items[0];
            Assert.True(state == item.State, $"{change}: {item.State}, {item.Why}");
        }
    }

    [Theory]
    [InlineData("a@tel.gov.yy", "office@shared.example", "+33 1 55 50 01 99", ItemState.Held)]        // another member tells another phone of whoever reads the shared address
    [InlineData("a@tel.gov.yy", "office@shared.example", "+33 1 55 50 01 00", ItemState.Accepted)]    // the phone that is on record already
    [InlineData("a@tel.gov.xx", "office@shared.example", "+33 1 55 50 01 99", ItemState.Accepted)]    // the member who named her
    [InlineData("a@tel.gov.yy", "other@shared.example", "+33 1 55 50 01 99", ItemState.Accepted)]     // somebody else
    public void What_a_member_tells_of_another_members_person_waits_where_it_is_otherwise_than_on_record(string from, string email, string phone, ItemState state)
    {
        var known = new Known("g");
        known.Put(new OrganizationEntry(1, "g", "Safe Net", [], "XX", null, null, OrganizationState.Proposed, 1, "a@tel.gov.xx"));
        known.Put(new PersonEntry(1, "g", "Ana Lopez", null, 1, [new Entries.PersonAddress("office@shared.example", Reachability.Unknown)], "+33 1 55 50 01 00", null, null));
        var country = from.EndsWith("yy", StringComparison.Ordinal) ? "YY" : "XX";
        Item[] told =
        [
            Mails.Nomination("Other Net", country, contact: "Ana Lopez", email: email, phone: phone),
            Mails.Nomination("Other Net", country, email: email, phone: phone),
            new Registration(null, null, new Person("Ana Lopez", Email: email, Phone: phone), null, country) { Confidence = 0.95, Decision = Decision.Accept },
        ];
        foreach (var item in told)
        {
            var verdict = Decide(Read(Mails.Raw("1", from), item) with { Respondent = null }, known).Items[0];
            if (item is Registration && state == ItemState.Accepted) Assert.DoesNotContain("details", verdict.Why, StringComparison.Ordinal);
            else Assert.True(state == verdict.State, $"{item}: {verdict.State}, {verdict.Why}");
        }
    }

    [Theory]
    [InlineData("juan@consult.example", "Juan Diaz", Mandate.Seat)]
    [InlineData("juan@consult.example", "Ana Lopez", Mandate.Other)]
    [InlineData("ana@consult.example", "Juan Diaz", Mandate.Other)]
    public void Who_is_registered_may_say_for_oneself_not_to_come(string from, string who, Mandate mandate)
    {
        var known = new Known("g");
        known.Put(new PersonEntry(1, "g", "Juan Diaz", null, null, [new Entries.PersonAddress("juan@consult.example", Reachability.Unknown)], null, null, null));
        known.Put(new RegistrationEntry(1, "g", 1, 1, "Juan Diaz", null, null, AttendanceMode.InPerson, RegistrationState.Registered));
        var reading = Read(Mails.Raw("1", from), new Regret(new DateOnly(2012, 9, 20), who) { Confidence = 0.95, Decision = Decision.Accept }) with { Respondent = null };
        Assert.Equal(mandate, Decide(reading, known).Items[0].Mandate);
    }

    [Fact]
    public void An_address_of_two_persons_gives_neither_the_details_that_come_without_a_name()
    {
        var known = new Known("g");
        known.Put(new PersonEntry(1, "g", "Ana Lopez", null, 1, [new Entries.PersonAddress("office@shared.example", Reachability.Unknown)], "+33 1 55 50 01 00", null, null));
        known.Put(new PersonEntry(2, "g", "Juan Diaz", null, 2, [new Entries.PersonAddress("office@shared.example", Reachability.Unknown)], null, null, null));
        Assert.Null(PersonMatch.Find(null, "office@shared.example", null, known));
        Assert.Equal(2, PersonMatch.Find(null, "office@shared.example", 2, known)?.Id);
        Assert.Equal(2, PersonMatch.Find("Diaz", "office@shared.example", null, known)?.Id);
        known.Put(new PersonEntry(3, "g", null, null, null, [new Entries.PersonAddress("office@shared.example", Reachability.Unknown)], null, null, null));
        Assert.Equal(3, PersonMatch.Find(null, "office@shared.example", null, known)?.Id);
        Assert.Equal(1, PersonMatch.Find("Ana Lopez", "office@shared.example", null, known)?.Id);
    }

    [Theory]
    [InlineData("ITU-T SG17", ItemState.Held)]          // a study group is no stranger's own
    [InlineData("Agency of Yland", ItemState.Held)]     // nor is a member
    [InlineData("Safe Net", ItemState.Held)]            // nor an organization that writes from another domain
    [InlineData("Elsewhere Foundation", ItemState.Accepted)]
    public void The_own_domain_proves_only_that_somebody_is_of_an_organization_nobody_else_speaks_for(string body, ItemState state)
    {
        var known = new Known("g");
        known.Put(new OrganizationEntry(1, "g", "Safe Net", [], "XX", "www.safe.example", null, OrganizationState.Proposed, null, null));
        known.Put(new MemberEntry(1, "g", "Agency of Yland", MemberSort.Administration, "YY", null, [], null, true));
        var item = Decide(Read(Mails.Raw("1", "juan@elsewhere.example"), Mails.Seat(body, "Juan Diaz", email: "juan@elsewhere.example")), known).Items[0];
        Assert.True(state == item.State, item.Why);
    }

    [Theory]
    [InlineData("a@tel.gov.xx", ItemState.Accepted)]
    [InlineData("juan@elsewhere.example", ItemState.Held)]  // whoever put the own organization forward speaks for it, and not for its country
    public void Who_is_on_record_for_an_organization_speaks_for_its_country_where_its_country_said_so(string nominator, ItemState state)
    {
        var known = new Known("g");
        known.Put(new OrganizationEntry(1, "g", "Elsewhere Foundation", [], "XX", null, null, OrganizationState.Proposed, 1, nominator));
        known.Put(new PersonEntry(1, "g", "Juan Diaz", null, 1, [new Entries.PersonAddress("juan@elsewhere.example", Reachability.Unknown)], null, null, null));
        known.Put(new SeatEntry(1, "g", "Elsewhere Foundation", SeatRole.Representative, 1, 1, new DateOnly(2012, 1, 1), null, null, nominator, null));
        Assert.Equal(state, Decide(Read(Mails.Raw("1", "juan@elsewhere.example"), Mails.Nomination("Other Net", "XX")), known).Items[0].State);
        Assert.Equal(ItemState.Accepted, Decide(Read(Mails.Raw("1", "juan@elsewhere.example"), Mails.Nomination("Elsewhere Foundation", "XX", phone: "+1 202 555 0100")), known).Items[0].State);
    }

    [Fact]
    public void A_statement_in_the_name_of_a_study_group_from_a_strangers_domain_waits()
    {
        var statement = new Liaison { Title = "On filters", From = ["ITU-T SG16"], Contact = new Person("Juan Diaz", Email: "juan@elsewhere.example"), Confidence = 0.95, Decision = Decision.Accept };
        Assert.Equal(ItemState.Held, Decide(Read(Mails.Raw("1", "juan@elsewhere.example"), statement)).Items[0].State);
    }

    [Theory]
    [InlineData("", "", "no text could be found")]
    [InlineData("Content-Type: application/zip; name=answer.zip\r\nContent-Disposition: attachment; filename=answer.zip\r\nContent-Transfer-Encoding: base64\r\n", "UEsDBA==", "answer.zip")]
    [InlineData("Content-Type: text/plain; charset=utf-8\r\n", "No comments.", null)]
    public void A_persons_mail_with_something_unread_in_it_waits_for_a_person(string extra, string body, string? reason)
    {
        var verdict = Decide(Read(Mails.Raw("1", body: body, extra: extra)) with { Sort = Finding.Human });
        Assert.Equal(reason is null ? MessageState.Processed : MessageState.Held, verdict.State);
        if (reason is not null) Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1251, false)]
    [InlineData(65001, true)]  // UTF-8 proves itself
    public void Nothing_is_recorded_of_a_mail_whose_letters_had_to_be_guessed(int page, bool certain)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] raw = [.. Mails.Raw("1", body: ""), .. Encoding.GetEncoding(page).GetBytes("Администрация связи назначает организацию «Безопасная сеть» для участия в работе группы.\r\n")];
        var verdict = Decide(Read(raw, Mails.Nomination("Безопасная сеть")) with { Sort = Finding.Human });
        Assert.Equal(certain ? (MessageState.Processed, ItemState.Accepted) : (MessageState.Held, ItemState.Held), (verdict.State, verdict.Items[0].State));
    }

    [Fact]
    public void The_holder_of_a_seat_speaks_for_its_member_from_any_address_but_not_for_others()
    {
        var known = Register(out var seat);
        var own = Decide(Read(Mails.Raw("1", "ana@gmail.com"), Mails.Nomination("Other Net", "XX")), known);
        Assert.Equal((ItemState.Accepted, Mandate.Seat), (own.Items[0].State, own.Items[0].Mandate));
        var other = Decide(Read(Mails.Raw("1", "ana@gmail.com"), Mails.Nomination("Other Net", "YY")), known);
        Assert.Equal(ItemState.Held, other.Items[0].State);
        known.Put(seat with { Until = new DateOnly(2012, 9, 1), EndedBy = "withdrawn" });
        var ended = Decide(Read(Mails.Raw("1", "ana@gmail.com"), Mails.Nomination("Other Net", "XX")), known);
        Assert.Equal(ItemState.Held, ended.Items[0].State);
    }

    [Fact]
    public void An_item_below_the_confidence_asked_for_is_held_and_so_is_one_its_reader_doubts()
    {
        var low = Decide(Read(Mails.Raw("1"), Mails.Nomination("Safe Net", confidence: 0.5)));
        Assert.Equal(ItemState.Held, low.Items[0].State);
        var doubted = Decide(Read(Mails.Raw("1"), Mails.Nomination("Safe Net") with { Decision = Decision.Review }));
        Assert.Equal(ItemState.Held, doubted.Items[0].State);
        Assert.Equal(MessageState.Held, doubted.State);
    }

    [Fact]
    public void A_mail_that_asks_for_a_person_is_held_though_its_items_are_accepted()
    {
        var verdict = Decide(Read(Mails.Raw("1"), Mails.Nomination("Safe Net")) with { NeedsAttention = true, AttentionReasons = ["Is there a fee?"] });
        Assert.Equal((MessageState.Held, ItemState.Accepted), (verdict.State, verdict.Items[0].State));
        Assert.Contains("Is there a fee?", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_elses_nomination_may_be_completed_but_not_overwritten()
    {
        var known = Register(out _);
        var completes = Decide(Read(Mails.Raw("1", "b@post.gov.xx"), Mails.Nomination("Safe Net", website: "safe.example")), known);
        Assert.Equal(ItemState.Accepted, completes.Items[0].State);
        var overwrites = Decide(Read(Mails.Raw("1", "b@post.gov.xx"), Mails.Nomination("Safe Net", contact: "Juan Diaz")), known);
        Assert.Equal(ItemState.Held, overwrites.Items[0].State);
        Assert.Contains("Ana Lopez", overwrites.Items[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_representative_from_one_member_is_held_unless_it_says_whom_it_replaces()
    {
        var known = Register(out _);
        var second = Decide(Read(Mails.Raw("1", "b@tel.gov.xx"), Mails.Seat("Safe Net", "Juan Diaz")), known);
        Assert.Equal(ItemState.Held, second.Items[0].State);
        var replacing = Decide(Read(Mails.Raw("1", "b@tel.gov.xx"), Mails.Seat("Safe Net", "Juan Diaz", replaces: "Ana Lopez")), known);
        Assert.Equal(ItemState.Accepted, replacing.Items[0].State);
        var alternate = Decide(Read(Mails.Raw("1", "b@tel.gov.xx"), Mails.Seat("Safe Net", "Juan Diaz", SeatRole.Alternate)), known);
        Assert.Equal(ItemState.Accepted, alternate.Items[0].State);
    }

    [Fact]
    public void A_forged_sender_is_held_but_only_our_own_servers_word_counts()
    {
        var forged = Mails.Raw("1", extra: "Authentication-Results: mx.example.org; dmarc=fail header.from=tel.gov.xx\r\n");
        Assert.Equal(MessageState.Held, Decide(Read(forged, Mails.Nomination("Safe Net"))).State);
        var foreign = Mails.Raw("1", extra: "Authentication-Results: mx.elsewhere.example; dmarc=fail header.from=tel.gov.xx\r\n");
        Assert.Equal(MessageState.Processed, Decide(Read(foreign, Mails.Nomination("Safe Net"))).State);
    }

    /// <summary>Safe Net of XX, nominated by its ministry; Ana Lopez is its contact and its representative.</summary>
    private static Known Register(out SeatEntry seat)
    {
        var known = new Known("g");
        known.Put(new OrganizationEntry(1, "g", "Safe Net", [], "XX", null, null, OrganizationState.Proposed, 1, "a@tel.gov.xx"));
        known.Put(new PersonEntry(1, "g", "Ana Lopez", null, 1, [new Entries.PersonAddress("other@safe.example", Reachability.Unknown)], null, null, null));
        known.Put(new PersonEntry(2, "g", "Ana Lopez", null, 1, [new Entries.PersonAddress("ana@gmail.com", Reachability.Unknown)], null, null, null));
        seat = new SeatEntry(1, "g", "Safe Net", SeatRole.Representative, 2, 1, new DateOnly(2012, 1, 1), null, null, "a@tel.gov.xx", null);
        known.Put(seat);
        return known;
    }
}
