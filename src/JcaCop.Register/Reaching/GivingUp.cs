using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Reaching;

/// <summary>Gives an address up: its persons and members are not written to there, and what nobody can answer any more is owed no longer.</summary>
internal static class GivingUp
{
    /// <param name="official">Domains that speak for a member.</param>
    /// <returns>The seats that are lost with it, and the members that are not reached at it.</returns>
    public static IReadOnlyList<LostSeat> Place(string email, DateOnly since, EntryDraft entries, OfficialDomains official, DateTimeOffset now)
    {
        Reachabilities.Set(email, Reachability.Unreachable, entries);
        var known = entries.Known;
        var lost = new List<LostSeat>();
        foreach (var person in known.PersonsWithEmail(email).ToList())
        {
            lost.AddRange(known.SeatsOf(person.Id).Where(seat => seat.Until is null).Select(seat => new LostSeat(
                person.Name ?? email, seat.Body, seat.Role, email, since, [.. OthersOf(person, seat, email, known)])));
            if (!Reached(person.Addresses)) CloseOwed(ObligationEntry.OwedBy(EntryKind.Person, person.Id), entries, now);
        }
        foreach (var member in known.Named<MemberEntry>(EntryKind.Member, email).ToList())
        {
            var seats = new MemberSeats(member, official).Reached(known.Seats, id => known.Person(id), name => known.Named<MemberEntry>(EntryKind.Member, name));
            // Of an address that is a representative's, too, one letter is enough.
            if (lost.Count == 0) lost.Add(new LostSeat(member.Name, member.Name, null, email, since,
                [.. member.Addresses.Where(address => address.Reachability != Reachability.Unreachable).Select(address => $"{member.Name}, {address.Email}"),
                    .. seats.Select(seat => string.Join(", ", new[] { seat.Person.Name, seat.Email, seat.Person.Phone }.OfType<string>()))]));
            // Any recognized seat answers for its member: as long as one is reached, the member is.
            if (!Reached(member.Addresses) && seats.Count == 0) CloseOwed(ObligationEntry.OwedBy(EntryKind.Member, member.Id), entries, now);
        }
        CloseOwed(ObligationEntry.OwedBy(email), entries, now);
        return lost;
    }

    private static void CloseOwed(string owedBy, EntryDraft entries, DateTimeOffset now)
    {
        foreach (var owed in entries.Known.Named<ObligationEntry>(EntryKind.Obligation, owedBy).Where(owed => owed.Live).ToList())
            entries.Put(owed, owed with { State = ObligationState.Unreachable, ClosedAt = now, ClosedBy = "no address is reached" }, owed.Title,
                new FieldChange("state", owed.State.ToString(), nameof(ObligationState.Unreachable)));
    }

    private static IEnumerable<string> OthersOf(PersonEntry person, SeatEntry seat, string email, Known known) =>
        person.Addresses.Where(address => address.Reachability != Reachability.Unreachable && !address.Email.Equals(email, StringComparison.OrdinalIgnoreCase))
            .Select(address => $"{person.Name ?? address.Email}, {address.Email}")
            .Concat(known.OpenSeatsFor(seat.Body).Where(other => other.PersonId != person.Id).Select(other => known.Person(other.PersonId)).OfType<PersonEntry>()
                .Select(other => string.Join(", ", new[] { other.Name, FirstReached(other.Addresses), other.Phone }.Where(part => part is not null))))
            .Distinct();

    private static string? FirstReached(IReadOnlyList<PersonAddress> addresses) => addresses.FirstOrDefault(address => address.Reachability != Reachability.Unreachable)?.Email;

    private static bool Reached(IReadOnlyList<PersonAddress> addresses) => FirstReached(addresses) is not null;
}
