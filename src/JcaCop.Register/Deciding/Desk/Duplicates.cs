using JcaCop.Reading;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Two entries that may be one: proposed to a person, never merged silently.</summary>
/// <param name="Kept">The older entry, which would stay.</param>
/// <param name="Why">One sentence.</param>
public sealed record Duplicate(EntryKind Kind, long Kept, string KeptTitle, long Gone, string GoneTitle, string Why);

/// <summary>Finds entries that may mean the same: one address, one folded name, one name within another or a letter apart, and nothing that tells them apart.</summary>
public static class Duplicates
{
    public static IReadOnlyList<Duplicate> Find(RegisterSnapshot register) => [.. Persons(register), .. Organizations(register)];

    private static IEnumerable<Duplicate> Persons(RegisterSnapshot register)
    {
        var seen = new HashSet<(long, long)>();
        var byAddress = register.Persons.SelectMany(person => person.Addresses.Select(address => (Key: Texts.FoldAddress(address.Email), person)))
            .GroupBy(pair => pair.Key, pair => pair.person, StringComparer.Ordinal);
        foreach (var same in byAddress)
            foreach (var (kept, gone) in Pairs([.. same.DistinctBy(person => person.Id)]))
                if ((!PersonMatch.Differ(kept.Name, gone.Name) || NameLikeness.OfPersons(kept.Name!, gone.Name!, oneAddress: true)) && seen.Add((kept.Id, gone.Id)))
                    yield return Of(kept, gone, $"the same address {same.Key}");
        foreach (var same in register.Persons.Where(person => person.Name is not null).GroupBy(person => Words(person.Name!), StringComparer.Ordinal))
            foreach (var (kept, gone) in Pairs([.. same]))
                if (seen.Add((kept.Id, gone.Id)))
                    yield return Of(kept, gone, kept.OrganizationId is null || gone.OrganizationId is null || kept.OrganizationId == gone.OrganizationId
                        ? "the same name, and nothing that tells them apart" : "the same name at two organizations");
        var byHouse = register.Persons.Where(person => person.Name is not null).SelectMany(person => Houses(person).Select(domain => (domain, person)))
            .GroupBy(pair => pair.domain, pair => pair.person, StringComparer.Ordinal);
        foreach (var house in byHouse)
            foreach (var (kept, gone) in Pairs([.. house.DistinctBy(person => person.Id)]))
                if (NameLikeness.OfPersons(kept.Name!, gone.Name!) && seen.Add((kept.Id, gone.Id)))
                    yield return Of(kept, gone, $"one name is within the other, or differs by a letter, and both are at {house.Key}");
    }

    /// <summary>Domains of a person's addresses that belong to one house.</summary>
    private static IEnumerable<string> Houses(PersonEntry person) =>
        person.Addresses.Select(address => new MailAddress(null, address.Email).Domain).Where(domain => domain.Length > 0 && !Domains.IsFreeMail(domain)).Select(Domains.Owner).Distinct(StringComparer.Ordinal);

    private static IEnumerable<Duplicate> Organizations(RegisterSnapshot register)
    {
        foreach (var country in register.Organizations.GroupBy(organization => organization.Country ?? ""))
            foreach (var (kept, gone) in Pairs([.. country.Concat(country.Key.Length == 0 ? [] : register.Organizations.Where(other => other.Country is null))]))
            {
                var site = Domains.HostOf(kept.Website);
                if (kept.OtherNames.Prepend(kept.Name).Select(Words).Intersect(gone.OtherNames.Prepend(gone.Name).Select(Words), StringComparer.Ordinal).Any())
                    yield return Of(kept, gone, "the same name");
                else if (kept.Country == gone.Country && NameLikeness.Core(kept.Name, kept.Country) == NameLikeness.Core(gone.Name, gone.Country))
                    yield return Of(kept, gone, "the same name but for an article, a legal form or the country");
                else if (site is not null && site == Domains.HostOf(gone.Website))
                    yield return Of(kept, gone, $"the same website {site}");
                else if (kept.Country == gone.Country && NameLikeness.OfOrganizations(kept.Name, gone.Name))
                    yield return Of(kept, gone, "their names differ by a letter or two");
            }
    }

    /// <summary>The words of a name in one order: family name first or last is the same person.</summary>
    private static string Words(string name) => string.Join(' ', NameKey.Of(name).Split(' ').Order(StringComparer.Ordinal));

    private static IEnumerable<(T Kept, T Gone)> Pairs<T>(IReadOnlyList<T> entries) where T : RegisterEntry
    {
        var ordered = entries.OrderBy(entry => entry.Id).ToList();
        for (var i = 0; i < ordered.Count; i++)
            for (var j = i + 1; j < ordered.Count; j++)
                yield return (ordered[i], ordered[j]);
    }

    private static Duplicate Of(PersonEntry kept, PersonEntry gone, string why) => new(EntryKind.Person, kept.Id, PersonDesk.Title(kept), gone.Id, PersonDesk.Title(gone), why);

    private static Duplicate Of(OrganizationEntry kept, OrganizationEntry gone, string why) => new(EntryKind.Organization, kept.Id, kept.Name, gone.Id, gone.Name, why);
}
