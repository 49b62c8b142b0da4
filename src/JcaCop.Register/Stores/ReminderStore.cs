using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>What is known of the reminders of one obligation.</summary>
/// <param name="Done">Steps that were sent or passed over, in days before the deadline.</param>
/// <param name="Sent">How many letters left.</param>
/// <param name="LastSent">UTC; null where none did.</param>
public sealed record RemindedObligation(ObligationEntry Obligation, IReadOnlyCollection<int> Done, int Sent, DateTimeOffset? LastSent);

/// <summary>What is done about one obligation in this run.</summary>
/// <param name="Passed">Steps whose time went by.</param>
/// <param name="Step">The step whose letter leaves; null where none does.</param>
/// <param name="Letters">Of that step; empty where nobody can be written to.</param>
public sealed record ReminderTurn(ObligationEntry Obligation, IReadOnlyList<int> Passed, int? Step, IReadOnlyList<OutgoingLetter> Letters);

/// <summary>The memory of the reminders: each step of each obligation is written once, in the transaction of its letter, so that no rerun and no second worker sends one twice.</summary>
public sealed class ReminderStore(Database database, TimeProvider time)
{
    /// <summary>Live obligations that fall due until an instant, the nearest first, with what was done about them.</summary>
    public Task<IReadOnlyList<RemindedObligation>> OpenAsync(string group, DateTimeOffset dueUntil, CancellationToken stop) => database.ReadAsync(async session =>
    {
        var open = (await session.QueryAsync<string>(Open, new { group, until = dueUntil }).ConfigureAwait(false)).Select(EntryJson.ReadEntry<ObligationEntry>).ToList();
        var steps = (await session.QueryInPortionsAsync<StepRow, long>(Steps, [.. open.Select(owed => owed.Id)], ids => new { ids }).ConfigureAwait(false)).ToLookup(row => row.ObligationId);
        return (IReadOnlyList<RemindedObligation>)[.. open.Select(owed => new RemindedObligation(
            owed, [.. steps[owed.Id].Select(row => row.Step)], steps[owed.Id].Count(row => row.Sent),
            steps[owed.Id].Where(row => row.Sent).Select(row => (DateTimeOffset?)row.At).Max()))];
    }, stop);

    /// <summary>Records the turns and queues their letters. A turn whose obligation is closed by now, or whose step was done meanwhile, does nothing.</summary>
    /// <returns>How many letters were queued.</returns>
    public Task<int> RecordAsync(string group, IReadOnlyList<ReminderTurn> turns, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.SerializeAsync("History").ConfigureAwait(false);
        var now = time.GetUtcNow();
        var ids = turns.Select(turn => turn.Obligation.Id).ToList();
        var live = (await session.QueryInPortionsAsync<long, long>(StillOpen, ids, some => new { ids = some }).ConfigureAwait(false)).ToHashSet();
        var done = (await session.QueryInPortionsAsync<StepRow, long>(Steps, ids, some => new { ids = some }).ConfigureAwait(false)).Select(row => (row.ObligationId, row.Step)).ToHashSet();
        var rows = new List<Row>();
        var letters = new List<OutgoingLetter>();
        foreach (var turn in turns.Where(turn => live.Contains(turn.Obligation.Id)))
        {
            foreach (var passed in turn.Passed)
                if (done.Add((turn.Obligation.Id, passed))) rows.Add(new Row(turn.Obligation.Id, passed, group, now, false, null));
            if (turn.Step is not { } step || !done.Add((turn.Obligation.Id, step))) continue;
            rows.Add(new Row(turn.Obligation.Id, step, group, now, true, turn.Letters is [var first, ..] ? first.To : null));
            letters.AddRange(turn.Letters);
        }
        await session.ForEachAsync(Insert, rows).ConfigureAwait(false);
        await OutboxWriter.EnqueueAsync(session, [.. letters.Select(letter => (letter, (long?)null))], now).ConfigureAwait(false);
        return letters.Count;
    }, stop);

    private sealed record Row(long ObligationId, int Step, string Group, DateTimeOffset Now, bool Sent, string? Recipient);

    private sealed record StepRow
    {
        public required long ObligationId { get; init; }
        public required int Step { get; init; }
        public required DateTimeOffset At { get; init; }
        public required bool Sent { get; init; }
    }

    private static readonly Statement Open = Statement.Of(
        "SELECT Json FROM Filed WHERE Entry = 'Obligation' AND Live = 1 AND DueAt <= @until AND GroupKey = @group ORDER BY DueAt, Id", "group text, until instant");

    private static readonly Statement StillOpen = Statement.Of("SELECT Id FROM Filed WHERE Entry = 'Obligation' AND Id IN @ids AND Live = 1", "ids numbers");

    private static readonly Statement Steps = Statement.Of("SELECT ObligationId, Step, At, Sent FROM Reminder WHERE ObligationId IN @ids", "ids numbers");

    private static readonly RowStatement<Row> Insert = RowStatement<Row>.Insert("Reminder",
        new("ObligationId", "number", row => row.ObligationId),
        new("Step", "number", row => (long)row.Step),
        new("GroupKey", "text", row => row.Group),
        new("At", "instant", row => row.Now),
        new("Sent", "bit", row => row.Sent),
        new("Recipient", "text", row => Texts.Cut(row.Recipient, Texts.Key)));
}
