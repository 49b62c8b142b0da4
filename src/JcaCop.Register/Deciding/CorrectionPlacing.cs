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
        if (correction.Letters) return null; // where a member wants its letters: no person's or organization's entry
        if (correction.Organization is not null && known.FindOrganization(correction.Name, correction.Organization.Country ?? respondent?.Country) is { } organization)
            return organization;
        if (correction.Person is null) return null;
        if (known.PersonsNamed(correction.Name).ToList() is [var person]) return person;
        if (known.FindOrganization(correction.Name, respondent?.Country) is { } home) return known.Person(home.ContactId);
        if (ShortName.IsShort(correction.Name) && ShortName.Meant(correction.Name, Holders(respondent, known), holder => holder.Name) is [var shortly]) return shortly;
        return correction.Name is null && known.PersonsWithEmail(correction.Person.Email).ToList() is [var only] ? only : null;
    }

    private static IEnumerable<PersonEntry> Holders(Respondent? respondent, Known known) => new[] { respondent?.Body, respondent?.Organization }.OfType<string>()
        .SelectMany(known.OpenSeatsFor).Select(seat => known.Person(seat.PersonId)).OfType<PersonEntry>().DistinctBy(holder => holder.Id);

    /// <summary>Where the member for which a mail speaks wants its letters from now on.</summary>
    /// <param name="member">By what is on record of the sender, otherwise by the mail's own word, which a person has accepted; null where it is not known.</param>
    public static void Redirect(Correction correction, MemberEntry? member, EntryDraft entries)
    {
        if (member is not { Active: true } || correction.Person?.Email?.Trim() is not { Length: > 0 } told || member.Stamps.TryGetValue("addresses", out var stamp) && stamp > entries.At) return;
        if (member.Addresses is [var first] && first.Email.Equals(told, StringComparison.OrdinalIgnoreCase)) return;
        entries.Put(member, member with { Addresses = [new PersonAddress(told, Reachability.Unknown)] }, member.Name,
            new FieldChange("addresses", string.Join(", ", member.Addresses.Select(address => address.Email)), told));
    }

    public static void Place(Correction correction, Respondent? respondent, EntryDraft entries)
    {
        switch (Target(correction, respondent, entries.Known))
        {
            case PersonEntry person when correction.Person is { } told:
                entries.Person(new PersonMention(told, person.OrganizationId, person) { Beside = correction.Beside, Corrects = true });
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
