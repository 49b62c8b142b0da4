using JcaCop.Reading;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding;

/// <summary>
/// The house in which a mail places somebody. Many bear one name: without an address in common, whoever is known in one house is not the namesake whom another house names
/// (docs/decisions/0114). Both stay, and are proposed to a person as one.
/// </summary>
/// <param name="Organization">That the mail gives the person, or speaks for; null where it tells none.</param>
/// <param name="Body">For which the person is named; null where it is for none.</param>
/// <param name="Sender">Address of whoever tells; null where the secretariat does, whose word says nothing of the house.</param>
/// <param name="Country">Many have a ministry of one name; null where none is told.</param>
internal sealed record House(string? Organization, string? Body, string? Sender, string? Country = null)
{
    /// <summary>Whether somebody of the same name may be the person on record: known in this house, or in none at all.</summary>
    public bool MayBeThatOf(PersonEntry person, Known known)
    {
        var key = KeyOf(Sender);
        if (key is null && Organization is null && Body is null) return true;
        var homes = Homes(person, known).SelectMany(home => home.OtherNames.Prepend(home.Name)).ToList();
        var seats = known.SeatsOf(person.Id).ToList();
        var registrations = known.Named<RegistrationEntry>(EntryKind.Registration, RegistrationEntry.OfPerson(person.Id)).ToList();
        List<string?> names = [.. homes, .. seats.Select(seat => seat.Body), .. registrations.Where(one => one.Country is null || Country is null || one.Country == Country).Select(one => one.Organization)];
        var keys = person.Addresses.Select(address => KeyOf(address.Email)).Concat(seats.Select(seat => KeyOf(seat.NominatedBy))).Concat(registrations.Select(registration => KeyOf(registration.ToldBy)))
            .Concat(Homes(person, known).Select(home => KeyOf(home.NominatedBy))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (keys.Count == 0 && names.All(string.IsNullOrWhiteSpace)) return true;
        if (new[] { Organization, Body }.Any(told => told is not null && names.Exists(name => IsWithin(told, name)))) return true;
        // Whoever has an organization of the register, and is named for another, is somebody else, whoever says so.
        return (Organization is null || homes.Count == 0) && key is not null && keys.Contains(key);
    }

    /// <summary>Whether two addresses are of one house; of providers that serve anybody only the same address is.</summary>
    public static bool IsOne(string? one, string? other) => KeyOf(one) is { } key && key == KeyOf(other);

    private static IEnumerable<OrganizationEntry> Homes(PersonEntry person, Known known) =>
        known.ContactOf(person.Id).Concat(known.Organization(person.OrganizationId) is { } home ? [home] : []).DistinctBy(organization => organization.Id);

    /// <summary>What tells the house of an address: its domain, or the whole of it where anybody may have one there.</summary>
    /// <returns>Null for what is no address.</returns>
    public static string? KeyOf(string? email)
    {
        if (email is null || !email.Contains('@', StringComparison.Ordinal) || new MailAddress(null, email).Domain is not { Length: > 0 } domain) return null;
        return Domains.IsFreeMail(domain) ? Texts.FoldAddress(email) : Domains.Owner(domain);
    }

    private static bool IsWithin(string one, string? other)
    {
        var (first, second) = ($" {NameKey.Of(one)} ", $" {NameKey.Of(other)} ");
        return first.Length > 2 && second.Length > 2 && (first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal));
    }
}
