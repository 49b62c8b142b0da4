using System.Globalization;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>
/// A designation gives a person a seat from the day that it tells on, or from that of its mail; whom it replaces loses the seat on the same day. Days decide, not the
/// order in which mails are read: a designation that comes late takes its place before what followed it (docs/decisions/0058, 0104).
/// </summary>
internal static class SeatPlacing
{
    /// <param name="corrects">It answers a letter that showed what had been recorded.</param>
    /// <param name="forwards">The secretariat passes it on: its address says nothing of the house.</param>
    public static void Place(Representative designation, string? sender, Respondent? respondent, EntryDraft entries, bool corrects = false, bool forwards = false)
    {
        var known = entries.Known;
        var body = designation.Body ?? respondent?.Body ?? respondent?.Organization;
        if (string.IsNullOrWhiteSpace(body)) return;
        var organization = OrganizationOf(body, respondent, known);
        if (entries.Person(HolderOf(designation, respondent, forwards ? null : sender, known)) is not { } person) return;

        var begins = designation.From ?? entries.Day;
        var role = SuccessorRole.Of(designation, body, begins, known) ?? designation.Role ?? SeatRole.Representative;
        // The register keeps the first day on which a seat holds no more.
        var term = designation.Until?.AddDays(1);
        var own = known.SeatsFor(body).Where(seat => seat.PersonId == person.Id).ToList();
        if (corrects && own.Where(seat => seat.Until is null).ToList() is [var wrong] && wrong.Role != role)
        {
            // What was recorded was wrong from the start: it is no other seat.
            entries.Put(wrong, wrong with { Role = role }, Title(wrong, person), new FieldChange("role", wrong.Role.ToString(), role.ToString()));
        }
        else if (own.FirstOrDefault(seat => seat.Role == role && seat.HoldsOn(begins)) is { } same) Repeat(same, designation, sender, person, corrects, entries);
        else if (own.Where(seat => seat.From > begins).MinBy(seat => seat.From) is { } told && told.Role == role && designation.From is null && WasTold(told, entries)) Repeat(told, designation, sender, person, corrects, entries);
        else if (own.Where(seat => seat.From > begins).MinBy(seat => seat.From) is { Replaced: null } later && later.Role == role
                && !own.Exists(seat => seat.HoldsOn(begins)))
            Begin(later, begins, sender, person, entries);
        else
        {
            var (until, ending) = EndOf(person, role, sender, own, body, begins, entries);
            if (term is { } over && !(until <= over)) (until, ending) = (over, EndOfTerm);
            foreach (var other in own.Where(seat => seat.HoldsOn(begins))) End(other, $"now {role}", begins, entries);
            var seat = new SeatEntry(known.NextNew(), known.Group, body.Trim(), role, person.Id, organization?.Id, begins, until, ending, sender, entries.At) { Replaced = designation.Replaces };
            entries.Put(null, seat, Title(seat, person),
                new FieldChange("body", null, seat.Body), new FieldChange("role", null, role.ToString()), new FieldChange("person", null, person.Name ?? person.Email),
                designation.From is null ? null : new FieldChange("from", null, Day(begins)),
                until is { } day ? new FieldChange("until", null, Day(day)) : null);
        }
        if (Predecessor.Meant(designation.Replaces, body, begins, person.Id, known) is not [var gone]) return;
        foreach (var seat in known.SeatsFor(body).Where(seat => seat.PersonId == gone.Id && seat.HoldsOn(begins)).ToList()) End(seat, Replacing(person), begins, entries);
    }

    /// <summary>The person of whom a designation tells.</summary>
    /// <param name="sender">Address of whoever designates; null where the secretariat passes it on.</param>
    public static PersonMention HolderOf(Representative designation, Respondent? respondent, string? sender, Known known)
    {
        var body = designation.Body ?? respondent?.Body ?? respondent?.Organization;
        var organization = OrganizationOf(body, respondent, known) ?? known.FindOrganization(respondent?.Organization, respondent?.Country);
        return new(designation.Person, organization?.Id, KnownShortly(designation, body, known))
        {
            House = new House(Domains.IsBodyCode(body) ? respondent?.Organization : body, body, sender, respondent?.Country),
        };
    }

    /// <summary>"S. V. Laptev remains our representative": one of those who hold or held a seat of the body.</summary>
    private static PersonEntry? KnownShortly(Representative designation, string? body, Known known)
    {
        if (designation.Person is not { Name: { } name } told || string.IsNullOrWhiteSpace(body)) return null;
        var holders = known.SeatsFor(body).Select(seat => known.Person(seat.PersonId)).OfType<PersonEntry>().DistinctBy(holder => holder.Id)
            .Where(holder => (ShortName.IsShort(name) || ShortName.IsShort(holder.Name)) && NameKey.Of(holder.Name) != NameKey.Of(name) && !(designation.Replaces is { } gone && ShortName.Fits(gone, holder.Name)))
            .Where(holder => told.Email is null || holder.Addresses.Count == 0 || holder.Addresses.Any(address => address.Email.Equals(told.Email, StringComparison.OrdinalIgnoreCase)));
        return ShortName.Meant(name, holders, holder => holder.Name) is [var only] ? only : null;
    }

    private static OrganizationEntry? OrganizationOf(string? body, Respondent? respondent, Known known) => Domains.IsBodyCode(body) ? null : known.FindOrganization(body, respondent?.Country);

    /// <summary>How a seat ends whose last day was told when it was given.</summary>
    private const string EndOfTerm = "end of term";

    /// <summary>The seat begins later than the mail, and was told before it: the mail says it again.</summary>
    private static bool WasTold(SeatEntry seat, EntryDraft entries) => seat.Stamps.TryGetValue("person", out var told) && told <= entries.At;

    /// <summary>When a seat that begins on a day ended, and why: by what followed it and is on record already. Nulls where nothing did.</summary>
    private static (DateOnly? Until, string? EndedBy) EndOf(PersonEntry person, SeatRole role, string? sender, List<SeatEntry> own, string body, DateOnly begins, EntryDraft entries)
    {
        var known = entries.Known;
        var ends = new List<(DateOnly Until, string EndedBy)>();
        // Of two roles of one person the later began where the earlier ended; what the mail cuts in two goes on as the newer half.
        foreach (var seat in own)
            if (seat.HoldsOn(begins) && seat is { Until: { } ended, EndedBy: { } by }) ends.Add((ended, by));
            else if (seat.From > begins) ends.Add((seat.From, $"now {seat.Role}"));
        foreach (var seat in known.SeatsFor(body).Where(seat => seat.PersonId != person.Id && seat.From >= begins))
            if (seat.Replaced is { } replaced && (ShortName.Fits(replaced, person.Name) || (seat.From > begins && seat.Role == role && OfOneMember(seat, sender))))
                ends.Add((seat.From, known.Person(seat.PersonId) is { } successor ? Replacing(successor) : "replaced"));
        return ends.Count == 0 ? (null, null) : ends.OrderBy(end => end.Until).ThenBy(end => end.EndedBy, StringComparer.Ordinal).Select(end => ((DateOnly?)end.Until, (string?)end.EndedBy)).First();
    }

    /// <summary>Whoever replaced somebody in the name of the same member replaced, at the latest then, all that the member had named for the seat before.</summary>
    private static bool OfOneMember(SeatEntry seat, string? sender) =>
        seat.NominatedBy is { } first && sender is not null && new MailAddress(null, first).Domain is { Length: > 0 } domain && domain == new MailAddress(null, sender).Domain && !Domains.IsFreeMail(domain);

    /// <summary>The same was said before. Whom the holder replaces may be new.</summary>
    private static void Repeat(SeatEntry seat, Representative designation, string? sender, PersonEntry person, bool corrects, EntryDraft entries)
    {
        SeatConfirming.Meet(seat, sender ?? "mail", entries);
        var replaced = seat.Replaced ?? designation.Replaces;
        var from = corrects && designation.From is { } first ? first : seat.From;
        var until = designation.Until?.AddDays(1) is { } over && over > from && (seat.Until is null || seat.EndedBy == EndOfTerm) && !(seat.Stamps.TryGetValue("until", out var stamp) && stamp > entries.At) ? over : seat.Until;
        entries.Put(seat, seat with { Replaced = replaced, From = from, Until = until, EndedBy = until == seat.Until ? seat.EndedBy : EndOfTerm }, Title(seat, person),
            replaced == seat.Replaced ? null : new FieldChange("replaced", null, replaced),
            from == seat.From ? null : new FieldChange("from", Day(seat.From), Day(from)),
            until == seat.Until ? null : new FieldChange("until", seat.Until is { } before ? Day(before) : null, Day(until!.Value)));
    }

    /// <summary>An older mail says the same: the seat began with it.</summary>
    private static void Begin(SeatEntry seat, DateOnly begins, string? sender, PersonEntry person, EntryDraft entries) => entries.Put(
        seat, seat with { From = begins, NominatedBy = sender, ConfirmedAt = seat.ConfirmedAt is { } at && entries.Known.DayOf(at) > seat.From ? at : entries.At },
        Title(seat, person), new FieldChange("from", Day(seat.From), Day(begins)));

    /// <summary>Ends a seat on a day, but not before it began.</summary>
    internal static void End(SeatEntry seat, string why, DateOnly day, EntryDraft entries)
    {
        var until = seat.From > day ? seat.From : day;
        entries.Put(seat, seat with { Until = until, EndedBy = why }, Title(seat, entries.Known.Person(seat.PersonId)),
            new FieldChange("until", seat.Until is { } before ? Day(before) : null, Day(until)));
        // Whoever holds it until a day to come may still be asked until then.
        if (until <= entries.Day) SeatConfirming.Drop(seat, why, entries);
    }

    private static string Replacing(PersonEntry successor) => $"replaced by {successor.Name ?? successor.Email}";

    private static string Title(SeatEntry seat, PersonEntry? person) => $"{seat.Body}: {person?.Name ?? person?.Email}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
