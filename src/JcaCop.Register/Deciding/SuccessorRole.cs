using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Whoever comes for somebody, with no word of a role, takes the seat that this person holds: an alternate's successor is the alternate. Pure.</summary>
internal static class SuccessorRole
{
    /// <summary>The reading with the roles that the register tells.</summary>
    public static MailReading Read(MailReading reading, Known known, DateOnly today) => !reading.Items.Any(item => item is Representative { RoleSupposed: true, Replaces: not null }) ? reading
        : reading with
        {
            Items = [.. reading.Items.Select(item => item is Representative seat && Of(seat, seat.Body ?? reading.Respondent?.Body ?? reading.Respondent?.Organization, seat.From ?? today, known) is { } role && role != seat.Role
                ? seat with { Role = role, RoleSupposed = false } : item)],
        };

    /// <returns>Null where the mail tells a role itself, or the register knows no seat, or several, of whoever is replaced.</returns>
    public static SeatRole? Of(Representative designation, string? body, DateOnly day, Known known)
    {
        if (!designation.RoleSupposed || designation.Replaces is not { } gone || string.IsNullOrWhiteSpace(body)) return null;
        return Predecessor.Meant(gone, body, day, null, known) is [var only]
            && known.SeatsFor(body).Where(seat => seat.PersonId == only.Id && seat.HoldsOn(day)).Select(seat => seat.Role).Distinct().ToList() is [var role] ? role : null;
    }
}
