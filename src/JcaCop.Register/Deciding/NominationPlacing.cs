using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>A nomination proposes an organization, or adds to one that is known, and gives it a contact.</summary>
internal static class NominationPlacing
{
    public static void Place(Nomination nomination, string? sender, EntryDraft entries)
    {
        var told = nomination.Organization;
        if (string.IsNullOrWhiteSpace(told.Name)) return;
        var known = entries.Known;
        var before = known.FindOrganization(told.Name, told.Country);
        var (country, countryChange) = entries.Merge(before, "country", before?.Country, told.Country);
        var (website, websiteChange) = entries.Merge(before, "website", before?.Website, told.Website);
        var (address, addressChange) = entries.Merge(before, "address", before?.Address, told.Address);
        // Whoever was withdrawn and is put forward again, later, is proposed again.
        var again = before is { State: OrganizationState.Withdrawn } && !(before.Stamps.TryGetValue("state", out var stamp) && stamp > entries.At);
        var after = (before ?? new OrganizationEntry(
            known.NextNew(), known.Group, told.Name.Trim(), [], null, null, null, OrganizationState.Proposed, null, sender)) with
        {
            Country = country, Website = website, Address = address,
            State = again || before is null ? OrganizationState.Proposed : before.State,
        };
        var organization = entries.Put(before, after, after.Name,
            before is null ? new FieldChange("name", null, after.Name) : null, countryChange, websiteChange, addressChange,
            again ? new FieldChange("state", nameof(OrganizationState.Withdrawn), nameof(OrganizationState.Proposed)) : null);

        if (nomination.Contact is null) return;
        var standing = known.Person(organization.ContactId);
        if (entries.Person(nomination.Contact, organization.Id, Fits(standing, nomination.Contact) ? standing : null) is not { } contact
            || contact.Id == organization.ContactId) return;
        var (_, change) = entries.Merge(organization, "contact", Title(standing), Title(contact));
        if (change is not null)
            entries.Put(organization, organization with { ContactId = contact.Id }, organization.Name, change);
    }

    /// <summary>A number or address alone belongs to the contact that is there; so does a name for a contact that had none.</summary>
    private static bool Fits(PersonEntry? standing, Person told) =>
        standing is not null && !PersonMatch.Differ(standing.Name, told.Name)
        && (told.Email is null || standing.Email is null || standing.Addresses.Any(a => a.Email.Equals(told.Email, StringComparison.OrdinalIgnoreCase)));

    private static string? Title(PersonEntry? person) => person?.Name ?? person?.Email ?? person?.Phone ?? person?.Fax;
}
