using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>A nomination proposes an organization, or adds to one that is known, and gives it a contact.</summary>
internal static class NominationPlacing
{
    public static void Place(Nomination nomination, string? sender, EntryDraft entries, bool forwards = false)
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

        if (ContactOf(nomination, organization, forwards ? null : sender, known) is not { } mention || entries.Person(mention) is not { } contact || contact.Id == organization.ContactId) return;
        var (_, change) = entries.Merge(organization, "contact", Title(known.Person(organization.ContactId)), Title(contact));
        if (change is not null)
            entries.Put(organization, organization with { ContactId = contact.Id }, organization.Name, change);
    }

    /// <summary>The contact of whom a nomination tells; null where it names none.</summary>
    public static PersonMention? ContactOf(Nomination nomination, string? sender, Known known) =>
        ContactOf(nomination, known.FindOrganization(nomination.Organization.Name, nomination.Organization.Country), sender, known);

    /// <param name="organization">As the nomination leaves it; null where it is not in the register yet.</param>
    private static PersonMention? ContactOf(Nomination nomination, OrganizationEntry? organization, string? sender, Known known) => nomination.Contact is not { } contact ? null
        : new PersonMention(contact, organization?.Id ?? PersonMention.NewOrganization, known.Person(organization?.ContactId) is { } standing && Fits(standing, contact) ? standing : null)
        {
            House = new House(nomination.Organization.Name, null, sender, nomination.Organization.Country),
        };

    /// <summary>A number or address alone belongs to the contact that is there; so does a name for a contact that had none.</summary>
    private static bool Fits(PersonEntry standing, Person told) =>
        !PersonMatch.Differ(standing.Name, told.Name)
        && (told.Email is null || standing.Email is null || standing.Addresses.Any(a => a.Email.Equals(told.Email, StringComparison.OrdinalIgnoreCase)));

    private static string? Title(PersonEntry? person) => person?.Name ?? person?.Email ?? person?.Phone ?? person?.Fax;
}
