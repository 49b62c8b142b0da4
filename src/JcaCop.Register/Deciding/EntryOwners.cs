using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>
/// Whom an entry of the register belongs to, as the register itself tells: the person, whoever put the entry forward, their houses, the country, the bodies.
/// What a mail says anew proves nothing here: whoever takes an entry over writes from the very address that they put into it.
/// </summary>
internal sealed class EntryOwners
{
    private readonly HashSet<string> addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> houses = new(StringComparer.Ordinal);
    private readonly HashSet<string> countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> names = [];
    private readonly List<PersonEntry> persons = [];
    private readonly OfficialDomains official;

    private EntryOwners(OfficialDomains official) => this.official = official;

    /// <summary>The person whose details would be changed; null where the item itself says what it changes.</summary>
    public string? Changed { get; private init; }

    /// <summary>Those who may be asked: the persons whom it is about first, then contacts of houses that somebody has confirmed.</summary>
    public IReadOnlyList<PersonEntry> Persons => persons;

    /// <summary>The owners of each entry that an item would change: what a withdrawal or correction is about, and persons whose details another item tells otherwise than they are on record.</summary>
    /// <param name="sender">Address of whoever tells: of people of one name it says who is meant.</param>
    /// <param name="at">When the mail arrived, UTC: older words change nothing.</param>
    public static IReadOnlyList<EntryOwners> Of(Item item, Respondent? respondent, string? sender, Known known, OfficialDomains official, DateTimeOffset at) => item switch
    {
        Nomination nomination => OfChanged(NominationPlacing.ContactOf(nomination, sender, known), known, official, at),
        Representative designation => [.. OfChanged(SeatPlacing.HolderOf(designation, respondent, sender, known), known, official, at), .. OfReplaced(designation, respondent, known, official, at)],
        Registration registration => OfChanged(RegistrationPlacing.PersonOf(registration, respondent, sender, known), known, official, at),
        Correction correction => CorrectionPlacing.Target(correction, respondent, known) switch
        {
            PersonEntry person => [OfPerson(person, known, official)],
            OrganizationEntry organization => [OfOrganization(organization, known, official)],
            _ => [],
        },
        Withdrawal { Of: WithdrawalOf.Nomination } withdrawal => known.FindOrganization(withdrawal.Name, respondent?.Country) is { } organization ? [OfOrganization(organization, known, official)] : [],
        Withdrawal { Of: WithdrawalOf.Representative } withdrawal => [.. WithdrawalPlacing.Seats(withdrawal, respondent, known)
            .Where(seat => seat.Until is null).Select(seat => OfSeat(seat, known, official)).OfType<EntryOwners>()],
        _ => [],
    };

    /// <summary>The owners of an organization of the register.</summary>
    public static EntryOwners OfOrganization(OrganizationEntry organization, Known known, OfficialDomains official)
    {
        var owners = new EntryOwners(official);
        owners.Add(organization, known, asked: true);
        return owners;
    }

    /// <summary>Whether the address is that of an owner, or of somebody in the house of one.</summary>
    public bool Has(string email) => addresses.Contains(email) || (HouseOf(Domain(email)) is { } house && houses.Contains(house));

    /// <summary>Whether an owner is known to write from the domain, or none is known to write from any.</summary>
    public bool MayLiveAt(string domain) => houses.Count == 0 || (HouseOf(domain) is { } house && houses.Contains(house));

    /// <summary>Whether somebody who speaks for a country, or for bodies and organizations of these names, speaks for an owner.</summary>
    public bool Include(IReadOnlyCollection<string> spokenCountries, IReadOnlyCollection<string> spokenNames) =>
        spokenCountries.Any(countries.Contains) || spokenNames.Any(spoken => !OfficialDomains.IsCountry(spoken) && names.Exists(name => OfficialDomains.Covers(spoken, null, name)));

    /// <summary>Nothing is known of whom it belongs to.</summary>
    public bool AreUnknown => addresses.Count + houses.Count + countries.Count + names.Count == 0;

    /// <summary>Gaps anybody may fill who may speak at all; but an address opens the register to whoever reads it.</summary>
    private static IReadOnlyList<EntryOwners> OfChanged(PersonMention? mention, Known known, OfficialDomains official, DateTimeOffset at) =>
        mention is not null && new EntryDraft(known, at, 0, []).Told(mention) is { Before: { } person, Fields: var fields }
        && fields.Any(field => field is { Before: not null } or { Field: "email" })
            ? [OfPerson(person, known, official, person.Name ?? person.Email ?? person.Phone)] : [];

    /// <summary>Those of the seat that ends where somebody comes in another's place.</summary>
    private static IEnumerable<EntryOwners> OfReplaced(Representative designation, Respondent? respondent, Known known, OfficialDomains official, DateTimeOffset at)
    {
        var day = designation.From ?? known.DayOf(at);
        return (designation.Body ?? respondent?.Body ?? respondent?.Organization) is { } body && Predecessor.Meant(designation.Replaces, body, day, null, known) is [var gone]
            ? known.SeatsFor(body).Where(seat => seat.PersonId == gone.Id && seat.HoldsOn(day)).Select(seat => OfSeat(seat, known, official)).OfType<EntryOwners>() : [];
    }

    /// <summary>Whose one seat is: its holder's, and whoever filled it. What else the holder stands for gives nobody a right to this seat.</summary>
    private static EntryOwners? OfSeat(SeatEntry seat, Known known, OfficialDomains official)
    {
        if (known.Person(seat.PersonId) is not { } person) return null;
        var owners = new EntryOwners(official);
        owners.Add(person);
        if (known.Organization(person.OrganizationId) is { } home) owners.Add(home, known, SenderMandate.IsBacked(home.NominatedBy, home, known, official));
        owners.Add(seat, known);
        return owners;
    }

    private static EntryOwners OfPerson(PersonEntry person, Known known, OfficialDomains official, string? changed = null)
    {
        var owners = new EntryOwners(official) { Changed = changed };
        owners.Add(person);
        if (known.Organization(person.OrganizationId) is { } home) owners.Add(home, known, SenderMandate.IsBacked(home.NominatedBy, home, known, official));
        foreach (var organization in known.ContactOf(person.Id)) owners.Add(organization, known, asked: false);
        foreach (var seat in known.SeatsOf(person.Id)) owners.Add(seat, known);
        return owners;
    }

    private void Add(SeatEntry seat, Known known)
    {
        var voice = SeatVoice.Of(seat, known, official);
        // The seat that a State has filled is the State's, and not the body's.
        if (!voice.IsForeign) names.Add(seat.Body);
        names.AddRange(voice.Members.Select(member => member.Name));
        if (!voice.IsBodys && voice.Country is { } country) countries.Add(country);
        Add(seat.NominatedBy);
        if (known.Organization(seat.OrganizationId) is { } organization) Add(organization, known, SenderMandate.IsBacked(organization.NominatedBy, organization, known, official));
    }

    /// <param name="asked">Whether its contact may be asked: anybody can put the own organization forward, and a name like that of somebody's house.</param>
    private void Add(OrganizationEntry organization, Known known, bool asked)
    {
        names.AddRange(organization.OtherNames.Prepend(organization.Name));
        if (organization.Country is { } country) countries.Add(country);
        AddHouse(Domains.HostOf(organization.Website));
        Add(organization.NominatedBy);
        if (known.Person(organization.ContactId) is not { } contact) return;
        if (asked) Add(contact);
        else AddAddresses(contact);
    }

    private void Add(PersonEntry person)
    {
        persons.Add(person);
        AddAddresses(person);
    }

    private void AddAddresses(PersonEntry person)
    {
        foreach (var address in person.Addresses) Add(address.Email);
    }

    /// <param name="email">Of somebody; or the account that gave an order, which is no address.</param>
    private void Add(string? email)
    {
        if (email is null || !email.Contains('@', StringComparison.Ordinal)) return;
        addresses.Add(email);
        AddHouse(Domain(email));
    }

    private void AddHouse(string? domain)
    {
        if (HouseOf(domain) is not { } house) return;
        houses.Add(house);
        if (official.MemberOf(domain!) is { } member)
        {
            if (OfficialDomains.IsCountry(member)) countries.Add(member);
            else names.Add(member);
        }
        else if (Domains.GovernmentOf(domain!) is { } government) countries.Add(government);
    }

    private static string? HouseOf(string? domain) => domain is { Length: > 0 } && !Domains.IsFreeMail(domain) ? Domains.Owner(domain) : null;

    private static string Domain(string email) => new MailAddress(null, email).Domain;
}
