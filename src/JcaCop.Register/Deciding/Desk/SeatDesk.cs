using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Gives, ends and confirms seats at the secretariat's word.</summary>
public static class SeatDesk
{
    public static readonly IReadOnlyCollection<EntryKind> Needs = [EntryKind.Person, EntryKind.Organization, EntryKind.Seat];

    /// <summary>What a new seat must know beside <see cref="Needs"/>: whether its body is a member.</summary>
    public static readonly IReadOnlyCollection<EntryKind> AddNeeds = [.. Needs, EntryKind.Member];

    /// <param name="body">Code of a body in any of its spellings, or the name of an organization or member.</param>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="nominatedBy">Address of whoever designated the person; null where that is not known. Who enters it stands in the history.</param>
    public static DeskResult Add(string body, long personId, SeatRole role, DateOnly from, string? nominatedBy, DeskDraft draft)
    {
        if (draft.Known.Person(personId) is not { MergedInto: null } person) return DeskResult.Refused($"there is no person {personId}; 'person list' shows the numbers");
        if (string.IsNullOrWhiteSpace(body)) return DeskResult.Refused("a seat needs a body or an organization");
        body = Bodies.Parse(body.Trim()) ?? (Domains.IsBodyCode(body.Trim()) ? Bodies.Parse(body.Trim().ToUpperInvariant()) : null) ?? body.Trim();
        if (StudyGroups.IsNone(body)) return DeskResult.Refused($"there is no study group '{body.Trim()}'");
        if (draft.Known.OpenSeatsFor(body).FirstOrDefault(seat => seat.PersonId == personId && seat.Role == role) is { } held)
            return held.From == from ? DeskResult.Done : DeskResult.Refused($"{PersonDesk.Title(person)} holds that seat since {Day(held.From)} (seat {held.Id}); 'seat end {held.Id}' ends it");
        var organization = Domains.IsBodyCode(body) ? null : draft.Known.FindOrganization(body, null);
        var entry = new SeatEntry(draft.Known.NextNew(), draft.Known.Group, body.Trim(), role, personId, organization?.Id, from, null, null, nominatedBy, draft.Now);
        draft.Put(null, entry, Title(entry, draft.Known),
            new FieldChange("body", null, entry.Body), new FieldChange("role", null, role.ToString()), new FieldChange("person", null, PersonDesk.Title(person)));
        return organization is not null || Domains.IsBodyCode(body) || MemberDesk.Find(body, draft.Known) is not null ? DeskResult.Done
            : new DeskResult(null, []) { Notes = [$"The register holds no body, organization or member '{body}': if it is a slip, 'seat end' ends the seat; 'organization add --name \"{body}\"' enters an organization."] };
    }

    /// <summary>What an order about one seat must know beside <see cref="Needs"/>: whether its confirmation is owed.</summary>
    public static IReadOnlyCollection<(EntryKind, string)> About(long id) => [(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Seat, id))];

    /// <param name="until">First day on which it no longer holds.</param>
    /// <param name="today">In the group's zone, as the days of seats are.</param>
    public static DeskResult End(long id, DateOnly until, string why, DateOnly today, DeskDraft draft)
    {
        if (draft.Known.Seats.FirstOrDefault(seat => seat.Id == id) is not { } seat) return DeskResult.Refused($"there is no seat {id}");
        if (seat.Until is { } ended && ended <= today) return DeskResult.Refused($"seat {id} ended on {Day(ended)} ({seat.EndedBy})");
        if (until < seat.From) return DeskResult.Refused($"seat {id} began on {Day(seat.From)}");
        draft.Put(seat, seat with { Until = until, EndedBy = why }, Title(seat, draft.Known), new FieldChange("until", seat.Until is { } before ? Day(before) : null, Day(until)));
        if (until <= today) SeatConfirming.Drop(seat, why, draft.Entries);
        return DeskResult.Done;
    }

    /// <summary>The seat began on another day than the one on record.</summary>
    /// <param name="from">First day, inclusive.</param>
    public static DeskResult Begin(long id, DateOnly from, DeskDraft draft)
    {
        if (draft.Known.Seats.FirstOrDefault(seat => seat.Id == id) is not { } seat) return DeskResult.Refused($"there is no seat {id}");
        if (seat.Until <= from) return DeskResult.Refused($"seat {id} ends on {Day(seat.Until!.Value)}");
        draft.Put(seat, seat with { From = from }, Title(seat, draft.Known), seat.From == from ? null : new FieldChange("from", Day(seat.From), Day(from)));
        return DeskResult.Done;
    }

    /// <summary>The member says that the seat is still held.</summary>
    /// <param name="today">In the group's zone, as the days of seats are.</param>
    public static DeskResult Confirm(long id, string who, DateOnly today, DeskDraft draft)
    {
        if (draft.Known.Seats.FirstOrDefault(seat => seat.Id == id) is not { } seat || seat.Until <= today) return DeskResult.Refused($"there is no open seat {id}");
        draft.Put(seat, seat with { ConfirmedAt = draft.Now }, Title(seat, draft.Known),
            new FieldChange("confirmedAt", Instant(seat.ConfirmedAt), Instant(draft.Now)));
        SeatConfirming.Meet(seat, who, draft.Entries);
        return DeskResult.Done;
    }

    internal static string Title(SeatEntry seat, Known known) => Title(seat.Body, known.Person(seat.PersonId));

    /// <summary>What letters and lists call a seat: its body, and who holds it.</summary>
    public static string Title(string body, PersonEntry? person) => $"{body}: {(person is null ? null : PersonDesk.Title(person))}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
