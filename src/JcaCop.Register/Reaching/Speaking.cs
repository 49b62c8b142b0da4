using JcaCop.Reading;
using JcaCop.Reading.Sorting;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Reaching;

/// <summary>In which language somebody is written to (docs/decisions/0057). Null always means: it is not known, and the group's language stands in.</summary>
public sealed class Speaking
{
    private readonly Spoken spoken;
    private readonly Func<string, IEnumerable<MemberEntry>> membersNamed;
    private readonly Func<string, IEnumerable<PersonEntry>> personsWith;
    private readonly Func<long?, OrganizationEntry?> organization;
    private readonly Func<long, IEnumerable<SeatEntry>> seatsOf;

    private Speaking(
        Spoken spoken, Func<string, IEnumerable<MemberEntry>> membersNamed, Func<string, IEnumerable<PersonEntry>> personsWith, Func<long?, OrganizationEntry?> organization,
        Func<long, IEnumerable<SeatEntry>> seatsOf) =>
        (this.spoken, this.membersNamed, this.personsWith, this.organization, this.seatsOf) = (spoken, membersNamed, personsWith, organization, seatsOf);

    public static Speaking In(Known known) => new(known.Spoken, name => known.Named<MemberEntry>(EntryKind.Member, name), known.PersonsWithEmail, known.Organization, known.SeatsOf);

    public static Speaking In(RegisterSnapshot register)
    {
        var seats = new Lazy<ILookup<long, SeatEntry>>(() => register.Seats.ToLookup(seat => seat.PersonId));
        return new(register.Spoken, register.MembersNamed, register.PersonsWithEmail, register.Organization, person => seats.Value[person]);
    }

    /// <summary>What the secretariat has set for the member, otherwise what its addresses write in.</summary>
    public string? Of(MemberEntry member) => member.Language ?? First(member.Addresses, address => spoken.Of(address.Email));

    /// <summary>What the person writes in, otherwise the language of the member whose address or domain it is, of the body for which a seat is held, or of the administration of the country.</summary>
    public string? Of(PersonEntry person) => Of(person, null);

    /// <param name="seat">For which the person is written to; null where for none.</param>
    public string? Of(PersonEntry person, SeatEntry? seat) =>
        First(person.Addresses, address => spoken.Of(address.Email)) ?? First(person.Addresses, address => OfMember(address.Email))
        ?? First(seat is not null ? [seat] : seatsOf(person.Id).Where(held => held.Until is null), held => First(membersNamed(held.Body), Of))
        ?? OfCountry((organization(seat?.OrganizationId) ?? organization(person.OrganizationId))?.Country);

    /// <summary>What is written from the address, otherwise the language of the member or person whose address it is.</summary>
    public string? Of(string address) => spoken.Of(address) ?? OfMember(address) ?? First(personsWith(address), person => Of(person));

    /// <summary>The language of the country's administration.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null where none is known.</param>
    public string? OfCountry(string? country) => country is null ? null : First(membersNamed(MemberEntry.CountryName(country)), Of);

    private string? OfMember(string address) => First(membersNamed(address), Of)
        ?? (new MailAddress(null, address).Domain is { Length: > 0 } domain && !Domains.IsFreeMail(domain) ? First(membersNamed(MemberEntry.DomainName(domain)), Of) : null);

    private static string? First<T>(IEnumerable<T> some, Func<T, string?> language) => some.Select(language).FirstOrDefault(found => found is not null);
}
