using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>A designation gives a person a seat; whom it replaces loses the seat on the same day.</summary>
internal static class SeatPlacing
{
    /// <param name="corrects">It answers a letter that showed what had been recorded.</param>
    public static void Place(Representative designation, string? sender, Respondent? respondent, EntryDraft entries, bool corrects = false)
    {
        var known = entries.Known;
        var body = designation.Body ?? respondent?.Body ?? respondent?.Organization;
        if (string.IsNullOrWhiteSpace(body)) return;
        var organization = Domains.IsBodyCode(body) ? null : known.FindOrganization(body, respondent?.Country);
        var home = organization ?? known.FindOrganization(respondent?.Organization, respondent?.Country);
        if (entries.Person(designation.Person, home?.Id) is not { } person) return;

        var role = designation.Role ?? SeatRole.Representative;
        var own = known.OpenSeatsFor(body).Where(seat => seat.PersonId == person.Id).ToList();
        if (corrects && own is [var wrong] && wrong.Role != role)
        {
            // What was recorded was wrong from the start: it is no other seat.
            entries.Put(wrong, wrong with { Role = role }, Title(wrong, person), new FieldChange("role", wrong.Role.ToString(), role.ToString()));
        }
        else if (own.FirstOrDefault(seat => seat.Role == role) is { } same) SeatConfirming.Meet(same, sender ?? "mail", entries);
        else
        {
            foreach (var other in own) End(other, $"now {role}", entries);
            var seat = new SeatEntry(known.NextNew(), known.Group, body.Trim(), role, person.Id, organization?.Id, entries.Day, null, null, sender, entries.At);
            entries.Put(null, seat, Title(seat, person),
                new FieldChange("body", null, seat.Body), new FieldChange("role", null, role.ToString()), new FieldChange("person", null, person.Name ?? person.Email));
        }
        if (designation.Replaces is not { } replaced) return;
        foreach (var seat in known.OpenSeatsFor(body).Where(seat => seat.PersonId != person.Id).ToList())
            if (known.Person(seat.PersonId)?.Name is { } holder && !PersonMatch.Differ(holder, replaced))
                End(seat, $"replaced by {person.Name ?? person.Email}", entries);
    }

    /// <summary>Ends a seat on the day of the mail, but not before it began.</summary>
    internal static void End(SeatEntry seat, string why, EntryDraft entries)
    {
        var until = seat.From > entries.Day ? seat.From : entries.Day;
        entries.Put(seat, seat with { Until = until, EndedBy = why }, Title(seat, entries.Known.Person(seat.PersonId)),
            new FieldChange("until", null, until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        SeatConfirming.Drop(seat, why, entries);
    }

    private static string Title(SeatEntry seat, PersonEntry? person) => $"{seat.Body}: {person?.Name ?? person?.Email}";
}
