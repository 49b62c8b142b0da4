using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>What is known of the reminders of one obligation.</summary>
/// <param name="Done">Steps to its present deadline that were sent or passed over, in days before it.</param>
/// <param name="Sent">How many letters left.</param>
/// <param name="LastSent">UTC; null where none did.</param>
public sealed record RemindedObligation(ObligationEntry Obligation, IReadOnlyCollection<int> Done, int Sent, DateTimeOffset? LastSent);

/// <summary>What is done about one obligation in this run.</summary>
/// <param name="Passed">Steps whose time went by.</param>
/// <param name="Step">The step whose letter leaves; null where none does.</param>
/// <param name="Letters">Of that step; empty where nobody can be written to.</param>
public sealed record ReminderTurn(ObligationEntry Obligation, IReadOnlyList<int> Passed, int? Step, IReadOnlyList<OutgoingLetter> Letters);

/// <summary>The memory of the reminders: each step of each obligation to one deadline is written once, in the transaction of its letter, so that no rerun and no second worker sends one twice.</summary>
/// <remarks>A deadline that moves begins its steps anew. What a clock that ran ahead passed over is not passed over once the clock is right again; what it sent is sent.</remarks>
public sealed class ReminderStore(Database database, TimeProvider time)
{
    /// <summary>Live obligations that fall due until an instant, the nearest first, with what was done about them.</summary>
    public Task<IReadOnlyList<RemindedObligation>> OpenAsync(string group, DateTimeOffset dueUntil, CancellationToken stop) => database.ReadAsync(async session =>
    {
        var open = (await session.QueryAsync<string>(Open, new { group, until = dueUntil }).ConfigureAwait(false)).Select(json => (ObligationEntry)session.Parsed.Read(EntryKind.Obligation, json)).ToList();
        var now = time.GetUtcNow();
        var steps = (await session.QueryInPortionsAsync<StepRow, long>(Steps, [.. open.Select(owed => owed.Id)], ids => new { ids }).ConfigureAwait(false)).ToLookup(row => row.ObligationId);
        return (IReadOnlyList<RemindedObligation>)[.. open.Select(owed => new RemindedObligation(
            owed, [.. steps[owed.Id].Where(row => Moment(row.Due) == Moment(owed.Deadline!.At) && row.Counts(now)).Select(row => row.Step)], steps[owed.Id].Count(row => row.Sent),
            steps[owed.Id].Where(row => row.Sent).Select(row => (DateTimeOffset?)row.At).Max()))];
    }, stop);

    /// <summary>Mails of a group that wait for a person and may be what somebody owes.</summary>
    public Task<IReadOnlyList<WaitingWord>> WaitingAsync(string group, CancellationToken stop) => database.ReadAsync(session => WaitingWords.ReadAsync(session, group), stop);

    /// <summary>Records the turns and queues their letters. A turn whose obligation is closed or has another deadline by now, or whose step was done meanwhile, does nothing.</summary>
    /// <returns>How many letters were queued.</returns>
    public Task<int> RecordAsync(string group, IReadOnlyList<ReminderTurn> turns, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.SerializeAsync("History").ConfigureAwait(false);
        var now = time.GetUtcNow();
        var ids = turns.Select(turn => turn.Obligation.Id).ToList();
        var live = (await session.QueryInPortionsAsync<OpenRow, long>(StillOpen, ids, some => new { ids = some }).ConfigureAwait(false)).Select(row => (row.Id, Moment(row.DueAt))).ToHashSet();
        var rowsThen = await session.QueryInPortionsAsync<StepRow, long>(Steps, ids, some => new { ids = some }).ConfigureAwait(false);
        await session.ForEachAsync(Forget, [.. rowsThen.Where(row => !row.Counts(now))]).ConfigureAwait(false);
        var done = rowsThen.Where(row => row.Counts(now)).Select(row => (row.ObligationId, Moment(row.Due), row.Step)).ToHashSet();
        var rows = new List<Row>();
        var letters = new List<OutgoingLetter>();
        foreach (var turn in turns.Where(turn => live.Contains((turn.Obligation.Id, Moment(turn.Obligation.Deadline!.At)))))
        {
            var (id, due) = (turn.Obligation.Id, turn.Obligation.Deadline!.At);
            foreach (var passed in turn.Passed)
                if (done.Add((id, Moment(due), passed))) rows.Add(new Row(id, due, passed, group, now, false, null));
            if (turn.Step is not { } step || !done.Add((id, Moment(due), step))) continue;
            rows.Add(new Row(id, due, step, group, now, true, turn.Letters is [var first, ..] ? first.To : null));
            letters.AddRange(turn.Letters);
        }
        await session.ForEachAsync(Insert, rows).ConfigureAwait(false);
        await OutboxWriter.EnqueueAsync(session, [.. letters.Select(letter => (letter, (long?)null))], now).ConfigureAwait(false);
        return letters.Count;
    }, stop);

    /// <summary>To the second, by which one deadline is told from another: a day ends 100 ns before the next, and not every column keeps so little.</summary>
    private static DateTimeOffset Moment(DateTimeOffset at) => new((at.UtcTicks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private sealed record Row(long ObligationId, DateTimeOffset Due, int Step, string Group, DateTimeOffset Now, bool Sent, string? Recipient);

    private sealed record StepRow
    {
        public required long ObligationId { get; init; }
        public required DateTimeOffset Due { get; init; }
        public required int Step { get; init; }
        public required DateTimeOffset At { get; init; }
        public required bool Sent { get; init; }

        public bool Counts(DateTimeOffset now) => Sent || At <= now;
    }

    private sealed record OpenRow
    {
        public required long Id { get; init; }
        public required DateTimeOffset DueAt { get; init; }
    }

    private static readonly Statement Open = Statement.Of(
        "SELECT Json FROM Filed WHERE Entry = 'Obligation' AND Live = 1 AND DueAt <= @until AND GroupKey = @group ORDER BY DueAt, Id", "group text, until instant");

    private static readonly Statement StillOpen = Statement.Of("SELECT Id, DueAt FROM Filed WHERE Entry = 'Obligation' AND Id IN @ids AND Live = 1 AND DueAt IS NOT NULL", "ids numbers");

    private static readonly Statement Steps = Statement.Of("SELECT ObligationId, Due, Step, At, Sent FROM ReminderStep WHERE ObligationId IN @ids", "ids numbers");

    private static readonly RowStatement<StepRow> Forget = RowStatement<StepRow>.Of("DELETE FROM ReminderStep WHERE ObligationId = @id AND Due = @due AND Step = @step",
        new("id", "number", row => row.ObligationId), new("due", "instant", row => row.Due), new("step", "number", row => (long)row.Step));

    private static readonly RowStatement<Row> Insert = RowStatement<Row>.Insert("ReminderStep",
        new("ObligationId", "number", row => row.ObligationId),
        new("Due", "instant", row => row.Due),
        new("Step", "number", row => (long)row.Step),
        new("GroupKey", "text", row => row.Group),
        new("At", "instant", row => row.Now),
        new("Sent", "bit", row => row.Sent),
        new("Recipient", "text", row => Texts.Cut(row.Recipient, Texts.Key)));
}
