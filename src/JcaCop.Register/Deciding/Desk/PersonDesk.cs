using System.Globalization;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>What an order says of a person. Null leaves a field alone, an empty text takes its value away.</summary>
/// <param name="Organization">Name or number of an organization of the register.</param>
public sealed record PersonOrder(string? Name, string? Function, string? Organization, string? Email, string? Phone, string? Fax, string? Address);

/// <summary>Adds, changes and merges persons at the secretariat's word.</summary>
public static class PersonDesk
{
    public static readonly IReadOnlyCollection<EntryKind> Needs = [EntryKind.Person, EntryKind.Organization, EntryKind.Seat];

    public static DeskResult Add(PersonOrder told, DeskDraft draft)
    {
        if (string.IsNullOrWhiteSpace(told.Name) && string.IsNullOrWhiteSpace(told.Email)) return DeskResult.Refused("a person needs a name or a mail address");
        if (PersonMatch.Find(told.Name, told.Email, null, draft.Known) is { } same)
            return DeskResult.Refused($"person {same.Id} is {same.Name ?? same.Email} already; 'person set {same.Id}' changes what is on record");
        return Write(null, told, draft);
    }

    public static DeskResult Set(long id, PersonOrder told, DeskDraft draft) =>
        draft.Known.Person(id) is { MergedInto: null } person ? Write(person, told, draft) : DeskResult.Refused($"there is no person {id}");

    /// <summary>What a merge must know beside <see cref="Needs"/>: all that names a person by number.</summary>
    public static readonly IReadOnlyCollection<EntryKind> MergeNeeds = [.. Needs, EntryKind.Registration, EntryKind.Obligation];

    /// <summary>Two entries are one person: the second gives the first its addresses, seats, posts, registrations and what it owes, and what the first lacks.</summary>
    public static DeskResult Merge(long keptId, long goneId, DeskDraft draft)
    {
        if (keptId == goneId) return DeskResult.Refused("the two numbers are the same");
        if (draft.Known.Person(keptId) is not { MergedInto: null } kept) return DeskResult.Refused($"there is no person {keptId}");
        if (draft.Known.Person(goneId) is not { MergedInto: null } gone) return DeskResult.Refused($"there is no person {goneId}");
        var addresses = kept.Addresses.Concat(gone.Addresses).DistinctBy(address => Texts.FoldAddress(address.Email)).ToList();
        var after = kept with
        {
            Name = kept.Name ?? gone.Name, Function = kept.Function ?? gone.Function, OrganizationId = kept.OrganizationId ?? gone.OrganizationId, Addresses = addresses,
            Phone = kept.Phone ?? gone.Phone, Fax = kept.Fax ?? gone.Fax, Address = kept.Address ?? gone.Address,
        };
        draft.Put(kept, after, Title(after),
            new FieldChange("merged", null, $"person {gone.Id}"), FieldText.Change("name", kept.Name, after.Name), FieldText.Change("function", kept.Function, after.Function),
            FieldText.Change("email", Emails(kept), Emails(after)), FieldText.Change("phone", kept.Phone, after.Phone), FieldText.Change("fax", kept.Fax, after.Fax),
            FieldText.Change("address", kept.Address, after.Address));
        draft.Put(gone, gone with { MergedInto = kept.Id }, Title(gone), new FieldChange("mergedInto", null, $"person {kept.Id}"));
        foreach (var seat in draft.Known.SeatsOf(gone.Id).ToList()) MoveSeat(seat, kept, draft);
        foreach (var organization in draft.Known.ContactOf(gone.Id).ToList())
            draft.Put(organization, organization with { ContactId = kept.Id }, organization.Name, new FieldChange("contact", Title(gone), Title(kept)));
        foreach (var registration in draft.Known.All<RegistrationEntry>().Where(registration => registration.PersonId == gone.Id).ToList()) MoveRegistration(registration, kept, draft);
        foreach (var owed in draft.Known.All<ObligationEntry>().Where(owed => owed.Debtor.PersonId == gone.Id).ToList())
            draft.Put(owed, owed with { Debtor = owed.Debtor with { PersonId = kept.Id } }, owed.Title, new FieldChange("debtor", Title(gone), Title(kept)));
        return DeskResult.Done;
    }

    /// <summary>Where both are on record for one meeting, the kept entry comes if either does, as the one who does says; the other is no participant any more.</summary>
    private static void MoveRegistration(RegistrationEntry registration, PersonEntry kept, DeskDraft draft)
    {
        var same = draft.Known.All<RegistrationEntry>().FirstOrDefault(other => other.PersonId == kept.Id && other.MeetingId == registration.MeetingId);
        if (same is null)
        {
            draft.Put(registration, registration with { PersonId = kept.Id, Name = kept.Name ?? registration.Name }, kept.Name ?? registration.Name, new FieldChange("person", $"person {registration.PersonId}", $"person {kept.Id}"));
            return;
        }
        if (registration.Live)
        {
            var after = same.Live ? same with { Mode = same.Mode ?? registration.Mode, Organization = same.Organization ?? registration.Organization, Country = same.Country ?? registration.Country }
                : registration with { Id = same.Id, PersonId = same.PersonId, Name = same.Name, Stamps = same.Stamps, Version = same.Version };
            draft.Put(same, after, same.Name, [.. FieldChanges.Between(same, after)]);
        }
        if (registration.State == RegistrationState.Registered)
            draft.Put(registration, registration with { State = RegistrationState.Cancelled }, registration.Name, new FieldChange("state", registration.Standing, nameof(RegistrationState.Cancelled)), new FieldChange("mergedInto", null, $"person {kept.Id}"));
    }

    /// <summary>A seat that the kept person holds too ends instead of standing twice.</summary>
    private static void MoveSeat(SeatEntry seat, PersonEntry kept, DeskDraft draft)
    {
        var twice = seat.Until is null && draft.Known.SeatsOf(kept.Id).Any(other => other.Until is null && other.Role == seat.Role && NameKey.Of(other.Body) == NameKey.Of(seat.Body));
        var day = draft.Known.DayOf(draft.Now);
        draft.Put(seat, twice ? seat with { PersonId = kept.Id, Until = seat.From > day ? seat.From : day, EndedBy = "merged" } : seat with { PersonId = kept.Id },
            $"{seat.Body}: {Title(kept)}", new FieldChange("person", $"person {seat.PersonId}", $"person {kept.Id}"));
    }

    private static DeskResult Write(PersonEntry? before, PersonOrder told, DeskDraft draft)
    {
        var home = told.Organization is { Length: > 0 } name ? draft.Known.FindOrganization(name, null) ?? Numbered(name, draft.Known) : null;
        if (told.Organization is { Length: > 0 } && home is null)
            return DeskResult.Refused($"the register holds no organization '{told.Organization}', or several of that name; 'organization list' shows their numbers, and a number is taken too");
        var addresses = before?.Addresses ?? [];
        if (told.Email is { Length: > 0 } email)
            addresses = [new PersonAddress(email.Trim(), Reachability.Unknown), .. addresses.Where(address => Texts.FoldAddress(address.Email) != Texts.FoldAddress(email))];
        else if (told.Email is not null) addresses = [];
        var after = (before ?? new PersonEntry(draft.Known.NextNew(), draft.Known.Group, null, null, null, [], null, null, null)) with
        {
            Name = FieldText.Of(told.Name, before?.Name), Function = FieldText.Of(told.Function, before?.Function),
            OrganizationId = told.Organization is null ? before?.OrganizationId : home?.Id, Addresses = addresses,
            Phone = FieldText.Of(told.Phone, before?.Phone), Fax = FieldText.Of(told.Fax, before?.Fax), Address = FieldText.Of(told.Address, before?.Address),
        };
        if (after is { Name: null, Addresses.Count: 0 }) return DeskResult.Refused("a person needs a name or a mail address");
        draft.Put(before, after, Title(after),
            FieldText.Change("name", before?.Name, after.Name), FieldText.Change("function", before?.Function, after.Function),
            FieldText.Change("organization", draft.Known.Organization(before?.OrganizationId)?.Name, draft.Known.Organization(after.OrganizationId)?.Name),
            FieldText.Change("email", before is null ? null : Emails(before), Emails(after)), FieldText.Change("phone", before?.Phone, after.Phone),
            FieldText.Change("fax", before?.Fax, after.Fax), FieldText.Change("address", before?.Address, after.Address));
        return DeskResult.Done;
    }

    private static OrganizationEntry? Numbered(string name, Known known) =>
        long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && known.Organization(id) is { MergedInto: null } organization ? organization : null;

    private static string? Emails(PersonEntry person) => person.Addresses.Count == 0 ? null : string.Join(", ", person.Addresses.Select(address => address.Email));

    internal static string Title(PersonEntry person) => person.Name ?? person.Email ?? person.Phone ?? $"person {person.Id}";
}
