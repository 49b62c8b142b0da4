using JcaCop.Reading;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Who stands for a member where its own addresses fail: whoever holds a seat of it, or one that it has given to somebody of its own house.</summary>
public sealed class MemberSeats
{
    private readonly HashSet<string> addresses;
    private readonly HashSet<string> names;
    private readonly HashSet<string> houses;
    private readonly string? country;
    private readonly OfficialDomains official;

    public MemberSeats(MemberEntry member, OfficialDomains official)
    {
        this.official = official;
        country = member.Country;
        addresses = member.Addresses.Select(address => address.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
        names = new[] { member.Name, member.Body }.Select(NameKey.Of).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        // Study groups write from one house, and each speaks for itself.
        houses = (member.Body is null ? member.Addresses : []).Select(address => HouseOf(address.Email)).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The holders who are reached, principals first, each with the address to write to.</summary>
    /// <param name="seats">All that may be the member's.</param>
    /// <param name="members">The members that a name may mean: whom another member has sent into a body does not stand for the body.</param>
    public IReadOnlyList<(PersonEntry Person, string Email)> Reached(IEnumerable<SeatEntry> seats, Func<long, PersonEntry?> person, Func<string, IEnumerable<MemberEntry>> members) =>
    [
        .. from seat in seats
           where seat.Until is null
           orderby seat.Role, seat.Id
           let holder = person(seat.PersonId)
           where holder is not null
           let email = holder.Addresses.FirstOrDefault(address => address.Reachability != Reachability.Unreachable)?.Email
           where email is not null && (names.Contains(NameKey.Of(seat.Body)) && !SeatVoice.Of(seat, holder, members, official).IsForeign || IsOfMember(seat.NominatedBy) && IsOfMember(email))
           group (holder, email) by holder.Id into same
           select same.First(),
    ];

    /// <summary>The address is one of the member's, lives in its house, or at a domain that speaks for it.</summary>
    public bool IsOfMember(string? email)
    {
        if (email is null || !email.Contains('@', StringComparison.Ordinal)) return false;
        if (addresses.Contains(email) || HouseOf(email) is { } house && houses.Contains(house)) return true;
        var domain = new MailAddress(null, email).Domain;
        return (official.MemberOf(domain) ?? Domains.GovernmentOf(domain)) is { } speaks && (speaks.Equals(country, StringComparison.OrdinalIgnoreCase) || names.Contains(NameKey.Of(speaks)));
    }

    private static string? HouseOf(string email) => new MailAddress(null, email).Domain is { Length: > 0 } domain && !Domains.IsFreeMail(domain) ? Domains.Owner(domain) : null;
}
