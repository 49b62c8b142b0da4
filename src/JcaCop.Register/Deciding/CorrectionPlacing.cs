using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>A correction gives new values for fields of one person or organization that the register holds.</summary>
internal static class CorrectionPlacing
{
    /// <summary>The one entry that is meant; null where there is none, or where several could be.</summary>
    public static RegisterEntry? Target(Correction correction, Respondent? respondent, Known known)
    {
        if (correction.Organization is not null && known.FindOrganization(correction.Name, correction.Organization.Country ?? respondent?.Country) is { } organization)
            return organization;
        if (correction.Person is null) return null;
        if (known.PersonsNamed(correction.Name).ToList() is [var person]) return person;
        if (known.FindOrganization(correction.Name, respondent?.Country) is { } home) return known.Person(home.ContactId);
        return correction.Name is null && known.PersonsWithEmail(correction.Person.Email).ToList() is [var only] ? only : null;
    }

    public static void Place(Correction correction, Respondent? respondent, EntryDraft entries)
    {
        switch (Target(correction, respondent, entries.Known))
        {
            case PersonEntry person when correction.Person is { } told:
                entries.Person(new PersonMention(told, person.OrganizationId, person));
                break;
            case OrganizationEntry organization when correction.Organization is { } told:
                var (country, countryChange) = entries.Merge(organization, "country", organization.Country, told.Country);
                var (website, websiteChange) = entries.Merge(organization, "website", organization.Website, told.Website);
                var (address, addressChange) = entries.Merge(organization, "address", organization.Address, told.Address);
                var (name, nameChange) = entries.Merge(organization, "name", organization.Name, told.Name);
                entries.Put(organization, organization with
                {
                    Name = name ?? organization.Name, Country = country, Website = website, Address = address,
                    // Found under its old name too: earlier letters speak of it.
                    OtherNames = nameChange is null ? organization.OtherNames : [.. organization.OtherNames, organization.Name],
                }, organization.Name, nameChange, countryChange, websiteChange, addressChange);
                if (correction.Person is { } contact && entries.Known.Person(organization.ContactId) is { } standing)
                    entries.Person(new PersonMention(contact, organization.Id, standing));
                break;
            default:
                break;
        }
    }
}
