using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;

namespace JcaCop.Register.Stores;

/// <summary>Addresses that mail may not reach: which are due for a probe, and which have stood it.</summary>
public sealed class ReachStore(Database database, TimeProvider time)
{
    /// <summary>What was wrong for an evening is over by then.</summary>
    private static readonly TimeSpan BeforeProbe = TimeSpan.FromHours(20);

    /// <summary>Servers give a letter up within five days at most (RFC 5321, 4.5.4.1).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    /// <summary>Sends a probe to each address that is due for one, and believes those again whose probe did not come back.</summary>
    /// <param name="probe">Writes the probe to an address in its owner's language, null where none is known; null where it cannot be written to.</param>
    /// <returns>How many probes were sent, and how many addresses are believed again.</returns>
    public Task<(int Probed, int Believed)> ProbeAsync(string group, Func<string, string?, OutgoingLetter?> probe, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            await session.SerializeAsync("History").ConfigureAwait(false);
            var now = time.GetUtcNow();
            var changed = new List<(string, AddressHealth)>();
            var letters = new List<(OutgoingLetter, long?)>();
            var doubtful = await HealthRows.DoubtfulAsync(session, group).ConfigureAwait(false);
            if (doubtful.Count == 0) return (0, 0);
            var known = await KnownStore.WholeAsync(session, group, [EntryKind.Member, EntryKind.Person, EntryKind.Organization]).ConfigureAwait(false);
            foreach (var (address, health) in doubtful)
            {
                if (health.State == HealthState.Probed && health.ProbedAt + Patience <= now)
                    changed.Add((address, AddressHealth.Fine with { ScoredAt = now }));
                else if (health.State == HealthState.Suspect && health.ScoredAt + BeforeProbe <= now && probe(address, Speaking.In(known).Of(address)) is { } letter)
                {
                    letters.Add((letter, null));
                    changed.Add((address, health with { State = HealthState.Probed, ProbedAt = now, ProbeId = letter.MessageId }));
                }
            }
            await HealthRows.WriteAsync(session, group, changed).ConfigureAwait(false);
            await OutboxWriter.EnqueueAsync(session, letters, now).ConfigureAwait(false);
            return (letters.Count, changed.Count - letters.Count);
        }, stop);

    /// <summary>How mail to addresses fares, by the addresses as they are given; without those that were never in trouble.</summary>
    public async Task<IReadOnlyDictionary<string, AddressHealth>> HealthsAsync(string group, IEnumerable<string> addresses, CancellationToken stop)
    {
        var folded = addresses.Distinct(StringComparer.Ordinal).ToLookup(Texts.FoldAddress, StringComparer.Ordinal);
        var rows = await database.ReadAsync(session => HealthRows.OfAsync(session, group, [.. folded.Select(same => same.Key)]), stop).ConfigureAwait(false);
        return rows.SelectMany(row => folded[row.Address].Select(address => (address, row.Health))).ToDictionary(pair => pair.address, pair => pair.Health, StringComparer.Ordinal);
    }

    /// <summary>How mail to an address fares.</summary>
    public async Task<AddressHealth> HealthAsync(string group, string address, CancellationToken stop) =>
        await database.ReadAsync(async session => (await HealthRows.OfAsync(session, group, [Texts.FoldAddress(address)])
                    .ConfigureAwait(false)) is [var (_, health)]
                ? health : AddressHealth.Fine, stop)
            .ConfigureAwait(false);
}
