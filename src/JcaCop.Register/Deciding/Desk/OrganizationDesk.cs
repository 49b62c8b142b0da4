using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>What an order says of an organization. Null leaves a field alone, an empty text takes its value away.</summary>
/// <param name="OtherName">A further name under which it is found.</param>
public sealed record OrganizationOrder(string? Name, string? OtherName, string? Country, string? Website, string? Address, OrganizationState? State, long? ContactId)
{
    /// <summary>Address of whoever put it forward.</summary>
    public string? NominatedBy { get; init; }
}

/// <summary>Adds, changes and merges organizations at the secretariat's word.</summary>
public static class OrganizationDesk
{
    public static readonly IReadOnlyCollection<EntryKind> Needs = [EntryKind.Organization, EntryKind.Person, EntryKind.Seat];

    public static DeskResult Add(OrganizationOrder told, DeskDraft draft)
    {
        if (string.IsNullOrWhiteSpace(told.Name)) return DeskResult.Refused("an organization needs a name");
        if (draft.Known.FindOrganization(told.Name, told.Country) is { } same)
            return DeskResult.Refused($"organization {same.Id} is {same.Name} already; 'organization set {same.Id}' changes what is on record");
        return Write(null, told, draft);
    }

    public static DeskResult Set(long id, OrganizationOrder told, DeskDraft draft) =>
        draft.Known.Organization(id) is { MergedInto: null } organization ? Write(organization, told, draft) : DeskResult.Refused($"there is no organization {id}");

    /// <summary>Two entries are one organization: the second gives the first its names, people and seats, and what the first lacks.</summary>
    public static DeskResult Merge(long keptId, long goneId, DeskDraft draft)
    {
        if (keptId == goneId) return DeskResult.Refused("the two numbers are the same");
        if (draft.Known.Organization(keptId) is not { MergedInto: null } kept) return DeskResult.Refused($"there is no organization {keptId}");
        if (draft.Known.Organization(goneId) is not { MergedInto: null } gone) return DeskResult.Refused($"there is no organization {goneId}");
        if (kept.Country is not null && gone.Country is not null && kept.Country != gone.Country)
            return DeskResult.Refused($"{kept.Name} is of {kept.Country}, {gone.Name} of {gone.Country}; set the country of one first if they are the same");
        var after = kept with
        {
            OtherNames = [.. kept.OtherNames.Append(gone.Name).Concat(gone.OtherNames).DistinctBy(NameKey.Of).Where(name => NameKey.Of(name) != NameKey.Of(kept.Name))],
            Country = kept.Country ?? gone.Country, Website = kept.Website ?? gone.Website, Address = kept.Address ?? gone.Address, ContactId = kept.ContactId ?? gone.ContactId,
        };
        draft.Put(kept, after, after.Name,
            new FieldChange("merged", null, $"organization {gone.Id}"), FieldText.Change("otherNames", Names(kept), Names(after)), FieldText.Change("country", kept.Country, after.Country),
            FieldText.Change("website", kept.Website, after.Website), FieldText.Change("address", kept.Address, after.Address));
        draft.Put(gone, gone with { MergedInto = kept.Id }, gone.Name, new FieldChange("mergedInto", null, $"organization {kept.Id}"));
        foreach (var person in draft.Known.Persons.Where(person => person.OrganizationId == gone.Id).ToList())
            draft.Put(person, person with { OrganizationId = kept.Id }, PersonDesk.Title(person), new FieldChange("organization", gone.Name, kept.Name));
        foreach (var seat in draft.Known.Seats.Where(seat => seat.OrganizationId == gone.Id).ToList())
            draft.Put(seat, seat with { OrganizationId = kept.Id }, seat.Body, new FieldChange("organization", gone.Name, kept.Name));
        return DeskResult.Done;
    }

    private static DeskResult Write(OrganizationEntry? before, OrganizationOrder told, DeskDraft draft)
    {
        if (told.Name is not null && NameKey.Of(told.Name).Length == 0) return DeskResult.Refused("an organization needs a name");
        if (told.ContactId is { } contact && draft.Known.Person(contact) is not { MergedInto: null }) return DeskResult.Refused($"there is no person {contact}");
        var names = told.OtherName is null || !string.IsNullOrWhiteSpace(told.OtherName) ? before?.OtherNames ?? [] : [];
        if (told.OtherName is { } other && !string.IsNullOrWhiteSpace(other) && names.All(name => NameKey.Of(name) != NameKey.Of(other))) names = [.. names, other.Trim()];
        var after = (before ?? new OrganizationEntry(
            draft.Known.NextNew(), draft.Known.Group, "", [], null, null, null, OrganizationState.Proposed, null, null)) with
        {
            Name = FieldText.Of(told.Name, before?.Name) ?? before!.Name, OtherNames = names, Country = FieldText.Of(told.Country, before?.Country),
            Website = FieldText.Of(told.Website, before?.Website), Address = FieldText.Of(told.Address, before?.Address),
            State = told.State ?? before?.State ?? OrganizationState.Proposed, ContactId = told.ContactId ?? before?.ContactId,
            NominatedBy = FieldText.Of(told.NominatedBy, before?.NominatedBy),
        };
        draft.Put(before, after, after.Name,
            FieldText.Change("nominatedBy", before?.NominatedBy, after.NominatedBy), FieldText.Change("name", before?.Name, after.Name), FieldText.Change("otherNames", before is null ? null : Names(before), Names(after)),
            FieldText.Change("country", before?.Country, after.Country), FieldText.Change("website", before?.Website, after.Website),
            FieldText.Change("address", before?.Address, after.Address), FieldText.Change("state", before?.State.ToString(), after.State.ToString()),
            FieldText.Change("contact", Title(before?.ContactId, draft.Known), Title(after.ContactId, draft.Known)));
        return DeskResult.Done;
    }

    private static string? Title(long? person, Known known) => known.Person(person) is { } entry ? PersonDesk.Title(entry) : null;

    private static string? Names(OrganizationEntry organization) => organization.OtherNames.Count == 0 ? null : string.Join("; ", organization.OtherNames);
}
