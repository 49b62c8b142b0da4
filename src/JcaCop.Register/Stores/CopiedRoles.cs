using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>Looks up who gets copies by a role, in the transaction that queues the letter: only the register knows who holds a seat today.</summary>
internal static class CopiedRoles
{
    public static async Task<IReadOnlyList<(OutgoingLetter Letter, long? Cause)>> ResolveAsync(Session session, IReadOnlyList<(OutgoingLetter Letter, long? Cause)> letters, DateTimeOffset now)
    {
        if (letters.All(pair => pair.Letter.CopiedRoles.Count == 0)) return letters;
        var holders = new Dictionary<(string Group, CopiedRole Role), IReadOnlyList<string>>();
        foreach (var key in letters.SelectMany(pair => pair.Letter.CopiedRoles.Select(role => (pair.Letter.Group, Role: role))).Distinct())
            holders[key] = await HoldersAsync(session, key.Group, key.Role, now).ConfigureAwait(false);
        // A call goes to each member as a letter of its own: whoever reads one of them by name or by a role needs no second.
        var readers = letters.GroupBy(MatterOf).ToDictionary(
            same => same.Key, same => same.SelectMany(pair => pair.Letter.Copies.Select(copy => copy.To).Prepend(pair.Letter.To)).Select(Texts.FoldAddress).ToHashSet(StringComparer.Ordinal));
        return [.. letters.Select(pair => (With(pair.Letter, [.. pair.Letter.CopiedRoles.SelectMany(role => holders[(pair.Letter.Group, role)])], readers[MatterOf(pair)]), pair.Cause))];
    }

    /// <summary>What letters of one batch share that say the same; those that are about no entry are told apart by what caused them and their subject.</summary>
    private static (string Group, string Kind, EntryRef? About, long? Cause, string? Subject) MatterOf((OutgoingLetter Letter, long? Cause) pair) => pair.Letter.About is { } about
        ? (pair.Letter.Group, pair.Letter.Kind, about, null, null) : (pair.Letter.Group, pair.Letter.Kind, null, pair.Cause, pair.Letter.Subject);

    /// <param name="readers">Who reads a letter of the same kind and matter, folded; who is added is noted there.</param>
    private static OutgoingLetter With(OutgoingLetter letter, IReadOnlyList<string> addresses, HashSet<string> readers)
    {
        // The group's own mailbox would read its own letter as a mail.
        var further = addresses.Where(address => Texts.FoldAddress(address) != Texts.FoldAddress(letter.From) && readers.Add(Texts.FoldAddress(address))).ToList();
        return further.Count == 0 || letter.CopiedTo is not { } copied ? letter : copied(further) with { About = letter.About };
    }

    private static async Task<IReadOnlyList<string>> HoldersAsync(Session session, string group, CopiedRole role, DateTimeOffset now)
    {
        if (role.Parent is { } parent)
            return FiledKey.Of(EntryKind.Member, parent) is not { } key ? []
                : [.. (await FiledRows.NamedAsync(session, group, [key]).ConfigureAwait(false)).OfType<MemberEntry>().Where(member => member.Active)
                    .OrderByDescending(member => NameKey.Of(member.Unique) == NameKey.Of(parent)).Take(1).Select(member => Reachable(member.Addresses)).OfType<string>()];
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, role.Zone).DateTime);
        var seats = (await EntryRows.AllSeatsAsync(session, group).ConfigureAwait(false)).Where(seat => seat.HoldsOn(today)).ToList();
        return [.. (await EntryRows.PersonsAsync(session, [.. seats.Select(seat => seat.PersonId).Distinct()]).ConfigureAwait(false)).Select(person => Reachable(person.Addresses)).OfType<string>()];
    }

    private static string? Reachable(IReadOnlyList<PersonAddress> addresses) => addresses.FirstOrDefault(address => address.Reachability != Reachability.Unreachable)?.Email;
}
