using JcaCop.Reading;
using JcaCop.Reading.Sorting;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Reaching;

/// <summary>Works out what a bounce does: points for the address, and at the end of its probe the address is given up (DESIGN, 5).</summary>
/// <remarks>
/// A bounce counts only for a letter of ours: it must name its Message-ID, or name none at all and come for an address that had a letter lately.
/// Anybody can write one: whoever knows no letter of ours brings about a probe at most, and gives no address up.
/// </remarks>
internal static class BouncePlacing
{
    public const string ProbeKind = "address-probe";

    /// <summary>A bounce that names no letter is believed so long after the last one to the address: servers try for five days, and people return late.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    public static Reach Place(MailReading reading, DateTimeOffset at, EntryDraft entries, OfficialDomains official, DateTimeOffset now)
    {
        var known = entries.Known;
        var healths = new List<(string, AddressHealth)>();
        var lost = new List<LostSeat>();
        foreach (var (letter, failed, named) in Letters(reading, known, at))
        {
            var before = known.Health(letter.Recipient);
            if (before.State == HealthState.Unreachable) continue;
            var after = before.Fail(failed.Permanent, $"{failed.Status ?? "no status"}: {reading.Sort.Evidence}", at);
            var probe = named && letter.Kind == ProbeKind && letter.InternetId == before.ProbeId;
            if (probe && failed.Permanent) after = after with { State = HealthState.Unreachable };
            // A probe that could not be delivered for now has proved nothing: another is due.
            else if (probe) after = after with { State = HealthState.Suspect };
            known.Put(letter.Recipient, after);
            healths.Add((letter.Recipient, after));
            if (after.State == HealthState.Unreachable) lost.AddRange(GivingUp.Place(letter.Recipient, Day(before.ScoredAt, at), entries, official, now));
            else if (after.State != HealthState.Fine) Reachabilities.Set(letter.Recipient, Reachability.Doubtful, entries, standing => standing is not Reachability.Unreachable);
        }
        return new Reach(healths, lost);
    }

    /// <summary>
    /// The letters that came back, each with what failed, and whether the bounce names the letter.
    /// One letter has one recipient, whatever address a forwarding on the way failed at; a copy goes to lists, too, and only its reader's own address counts.
    /// </summary>
    private static IEnumerable<(AnsweredLetter Letter, FailedRecipient Failed, bool Named)> Letters(MailReading reading, Known known, DateTimeOffset at)
    {
        var failures = reading.Sort.Recipients;
        var ids = ReturnedMail.Ids(reading.Mail);
        if (ids.Select(known.Letter).FirstOrDefault(letter => letter is not null) is { } named)
        {
            var failed = failures.FirstOrDefault(one => Same(one.Address, named.Recipient)) ?? (failures.Count > 0 && named.Kind != AnsweredLetter.Copy ? failures[0] with { Permanent = failures.All(one => one.Permanent) && failures.Count == 1 } : null);
            if (failed is not null) yield return (named, failed, true);
            yield break;
        }
        // What came back is named, and is no letter of ours.
        if (ids.Count > 0) yield break;
        foreach (var failed in failures)
            if (known.LastLetterTo(failed.Address) is { } letter && letter.WrittenAt + Recent >= at) yield return (letter, failed, false);
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static DateOnly Day(DateTimeOffset first, DateTimeOffset at) => DateOnly.FromDateTime((first > DateTimeOffset.MinValue ? first : at).UtcDateTime);
}
