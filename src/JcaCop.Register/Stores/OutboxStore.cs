using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>The letters on their way out.</summary>
/// <remarks>
/// Queued, then Sending under a worker's claim, then Accepted, Failed, Unknown, Parked, or Queued again for later. A letter is claimed by one worker
/// alone. Before its bytes go out its DATA is noted as begun; if the worker dies after that, nobody can know whether the server took it, and it
/// ends as Unknown for a person to decide. A claim that dies before returns to the queue. Each call is one durable commit, for one letter or many.
/// </remarks>
/// <param name="worker">Name of this worker; the same after a restart.</param>
public sealed class OutboxStore(Database database, TimeProvider time, string worker)
{
    /// <summary>Adds letters that no mail caused. Letters that answer a mail are recorded with it.</summary>
    public Task EnqueueAsync(IReadOnlyList<OutgoingLetter> letters, CancellationToken stop) =>
        letters.Count == 0 ? Task.CompletedTask
        : database.WriteAsync(session => OutboxWriter.EnqueueAsync(session, [.. letters.Select(letter => (letter, (long?)null))], time.GetUtcNow()), stop);

    /// <summary>Claims letters that are due, the longest waiting first.</summary>
    public Task<IReadOnlyList<OutboxLetter>> ClaimAsync(int max, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            var ids = await session.QueryAsync<long>(ClaimLetters, new { worker, now = time.GetUtcNow(), max }).ConfigureAwait(false);
            var rows = await session.QueryInPortionsAsync<ClaimedRow, long>(LoadLetters, ids, some => new { ids = some }).ConfigureAwait(false);
            return (IReadOnlyList<OutboxLetter>)[.. rows.OrderBy(row => row.Id).Select(row => row.Letter)];
        }, stop);

    /// <summary>Notes what became of letters that this worker claimed, all in one commit. A step for a letter that is no longer claimed by it does nothing.</summary>
    /// <returns>How many steps took effect.</returns>
    public Task<int> NoteAsync(IReadOnlyList<OutboxStep> steps, CancellationToken stop) =>
        steps.Count == 0 ? Task.FromResult(0) : database.WriteAsync(async session =>
        {
            var now = time.GetUtcNow();
            var rows = steps.Select(step => new StepRow(step, worker, now)).ToList();
            return await session.ForEachAsync(BeginData, [.. rows.Where(row => row.Step.State is null)]).ConfigureAwait(false)
                + await session.ForEachAsync(Settle, [.. rows.Where(row => row.Step.State is not null)]).ConfigureAwait(false);
        }, stop);

    /// <summary>Ends claims that outlived their worker: Unknown where DATA had begun, back into the queue otherwise.</summary>
    /// <param name="claimedBefore">Claims made before this instant have run out, UTC.</param>
    /// <returns>How many claims ended.</returns>
    public Task<int> ExpireAsync(DateTimeOffset claimedBefore, CancellationToken stop) =>
        database.WriteAsync(async session =>
            await session.ExecuteAsync(ExpireBegun, new { before = claimedBefore, now = time.GetUtcNow() }).ConfigureAwait(false)
            + await session.ExecuteAsync(ExpireUnbegun, new { before = claimedBefore }).ConfigureAwait(false), stop);

    /// <summary>The same for all claims of a worker of this name that was stopped. To be called once, at start.</summary>
    public Task<int> ReleaseAsync(CancellationToken stop) =>
        database.WriteAsync(async session =>
            await session.ExecuteAsync(ReleaseBegun, new { worker, now = time.GetUtcNow() }).ConfigureAwait(false)
            + await session.ExecuteAsync(ReleaseUnbegun, new { worker }).ConfigureAwait(false), stop);

    /// <summary>A person lets a letter go out again: from Unknown, Failed or Parked.</summary>
    /// <param name="group">Key of the group whose letter it must be; null where any may be.</param>
    /// <returns>False where there is no such letter in such a state, or its text is kept no longer: an empty letter is not sent.</returns>
    public Task<bool> RetryAsync(long id, string? group, string who, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            var now = time.GetUtcNow();
            if (await session.ExecuteAsync(Retry, new { id, group = group ?? "", now, nothing = Array.Empty<byte>() }).ConfigureAwait(false) == 0) return false;
            await AuditRows.WriteAsync(session, new AuditLine(now, who, "outbox retry", $"letter {id}", null)).ConfigureAwait(false);
            return true;
        }, stop);

    /// <param name="state">Null: all.</param>
    /// <param name="max">The newest so many.</param>
    public Task<IReadOnlyList<OutboxLine>> ListAsync(OutboxState? state, int max, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var rows = state is { } wanted
                ? await session.QueryAsync<LineRow>(ListOfState, new { state = wanted.ToString(), max }).ConfigureAwait(false)
                : await session.QueryAsync<LineRow>(ListAll, new { max }).ConfigureAwait(false);
            return (IReadOnlyList<OutboxLine>)[.. rows.Select(row => row.Line)];
        }, stop);

    /// <summary>Which of some addresses hold a letter about an entry, or will once the queue is sent.</summary>
    /// <returns>As they were given.</returns>
    public Task<IReadOnlySet<string>> HoldersAsync(string group, EntryRef about, IEnumerable<string> addresses, CancellationToken stop) => database.ReadAsync(async session =>
    {
        var folded = addresses.Distinct(StringComparer.Ordinal).ToLookup(Texts.FoldAddress);
        var found = await session.QueryInPortionsAsync<string, string>(Holding, [.. folded.Select(same => same.Key)],
            some => new { addresses = some, kind = about.Kind.ToString(), id = about.Id, group }).ConfigureAwait(false);
        return (IReadOnlySet<string>)found.SelectMany(one => folded[one]).ToHashSet(StringComparer.Ordinal);
    }, stop);

    /// <summary>Letters of one kind about an entry, in the order in which they were written.</summary>
    public Task<IReadOnlyList<OutboxLine>> AboutAsync(string group, EntryRef about, string kind, CancellationToken stop) =>
        database.ReadAsync(async session => (IReadOnlyList<OutboxLine>)[.. (await session.QueryAsync<LineRow>(About, new { group, entry = about.Kind.ToString(), id = about.Id, kind }).ConfigureAwait(false)).Select(row => row.Line)], stop);

    /// <summary>Letters written after one of a number, in the order in which they were.</summary>
    /// <param name="after">Exclusive; 0: all.</param>
    public Task<IReadOnlyList<OutboxLine>> NewerAsync(long after, CancellationToken stop) =>
        database.ReadAsync(async session => (IReadOnlyList<OutboxLine>)[.. (await session.QueryAsync<LineRow>(Newer, new { after }).ConfigureAwait(false)).Select(row => row.Line)], stop);

    /// <summary>Letters of a group that were not delivered, or nobody knows, the newest first.</summary>
    /// <param name="since">Given up after this instant, UTC: a letter that was put off for days is written long before.</param>
    public Task<IReadOnlyList<OutboxLine>> UndeliveredAsync(string group, DateTimeOffset since, CancellationToken stop) =>
        database.ReadAsync(async session => (IReadOnlyList<OutboxLine>)[.. (await session.QueryAsync<LineRow>(Undelivered, new { group, since }).ConfigureAwait(false)).Select(row => row.Line)], stop);

    /// <summary>How many letters stand how.</summary>
    /// <param name="group">Whose letters; null: of all groups.</param>
    public Task<IReadOnlyDictionary<OutboxState, long>> CountsAsync(string? group, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var rows = group is null ? await session.QueryAsync<CountRow>(Counts).ConfigureAwait(false) : await session.QueryAsync<CountRow>(CountsOfGroup, new { group }).ConfigureAwait(false);
            return (IReadOnlyDictionary<OutboxState, long>)Enum.GetValues<OutboxState>()
                .ToDictionary(state => state, state => rows.FirstOrDefault(row => row.State == state)?.Count ?? 0);
        }, stop);

    /// <summary>When the next queued letter is due; null where none waits.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken stop) =>
        database.ReadAsync(async session => (await session.FirstOrDefaultAsync<DueRow>(NextDue).ConfigureAwait(false))?.NotBefore, stop);

    private sealed record StepRow(OutboxStep Step, string Worker, DateTimeOffset Now);

    private sealed record ClaimedRow
    {
        public required long Id { get; init; }
        public required string InternetId { get; init; }
        public required string GroupKey { get; init; }
        public required string Kind { get; init; }
        public required string Sender { get; init; }
        public required string Recipient { get; init; }
        public required string Subject { get; init; }
        public required int Attempts { get; init; }
        public required byte[] Mime { get; init; }

        public OutboxLetter Letter => new(Id, InternetId, GroupKey, Kind, Sender, Recipient, Subject, Mime, Attempts);
    }

    private sealed record LineRow
    {
        public required long Id { get; init; }
        public required string InternetId { get; init; }
        public required string GroupKey { get; init; }
        public required string Kind { get; init; }
        public required string Recipient { get; init; }
        public required string Subject { get; init; }
        public required OutboxState State { get; init; }
        public required int Attempts { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required DateTimeOffset NotBefore { get; init; }
        public DateTimeOffset? SettledAt { get; init; }
        public string? LastAnswer { get; init; }
        public long? CauseMessageId { get; init; }

        public OutboxLine Line => new(Id, InternetId, GroupKey, Kind, Recipient, Subject, State, Attempts, CreatedAt, NotBefore, SettledAt, LastAnswer, CauseMessageId);
    }

    private sealed record CountRow
    {
        public required OutboxState State { get; init; }
        public required long Count { get; init; }
    }

    private sealed record DueRow { public DateTimeOffset? NotBefore { get; init; } }

    private static readonly Statement ClaimLetters = Statement.FromFiles("claim-letters.sql", "worker text, now instant, max number");

    private static readonly Statement LoadLetters = Statement.Of("""
        SELECT o.Id, o.InternetId, o.GroupKey, o.Kind, o.Sender, o.Recipient, o.Subject, o.Attempts, m.Mime
          FROM Outbox o
          JOIN OutboxMime m ON m.OutboxId = o.Id
         WHERE o.Id IN @ids
        """, "ids numbers");

    private static readonly RowStatement<StepRow> BeginData = RowStatement<StepRow>.Of(
        "UPDATE Outbox SET DataBegun = 1 WHERE Id = @id AND State = 'Sending' AND ClaimedBy = @worker",
        new("id", "number", row => row.Step.Id), new("worker", "text", row => row.Worker));

    private static readonly RowStatement<StepRow> Settle = RowStatement<StepRow>.Of("""
        UPDATE Outbox
           SET State = @state, LastAnswer = @answer, SettledAt = @settled, NotBefore = COALESCE(@notBefore, NotBefore), Attempts = Attempts - @untried,
               ClaimedBy = NULL, ClaimedAt = NULL, DataBegun = 0
         WHERE Id = @id AND State = 'Sending' AND ClaimedBy = @worker
        """,
        new("state", "text", row => row.Step.State.ToString()),
        new("answer", "text", row => Texts.Cut(row.Step.Answer, Texts.Line)),
        new("settled", "instant", row => row.Step.State == OutboxState.Queued ? null : row.Now),
        new("notBefore", "instant", row => row.Step.NotBefore),
        new("untried", "number", row => row.Step.Untried ? 1L : 0L),
        new("id", "number", row => row.Step.Id),
        new("worker", "text", row => row.Worker));

    private static readonly Statement ExpireBegun = Statement.Of("""
        UPDATE Outbox
           SET State = 'Unknown', SettledAt = @now, ClaimedBy = NULL, ClaimedAt = NULL, DataBegun = 0,
               LastAnswer = 'The worker that was sending it ended after DATA had begun.'
         WHERE State = 'Sending' AND ClaimedAt < @before AND DataBegun = 1
        """, "before instant, now instant");

    private static readonly Statement ExpireUnbegun = Statement.Of("""
        UPDATE Outbox SET State = 'Queued', ClaimedBy = NULL, ClaimedAt = NULL
         WHERE State = 'Sending' AND ClaimedAt < @before AND DataBegun = 0
        """, "before instant");

    private static readonly Statement ReleaseBegun = Statement.Of("""
        UPDATE Outbox
           SET State = 'Unknown', SettledAt = @now, ClaimedBy = NULL, ClaimedAt = NULL, DataBegun = 0,
               LastAnswer = 'The worker that was sending it ended after DATA had begun.'
         WHERE State = 'Sending' AND ClaimedBy = @worker AND DataBegun = 1
        """, "worker text, now instant");

    private static readonly Statement ReleaseUnbegun = Statement.Of("""
        UPDATE Outbox SET State = 'Queued', ClaimedBy = NULL, ClaimedAt = NULL
         WHERE State = 'Sending' AND ClaimedBy = @worker AND DataBegun = 0
        """, "worker text");

    private static readonly Statement Retry = Statement.Of("""
        UPDATE Outbox SET State = 'Queued', NotBefore = @now, SettledAt = NULL, Attempts = 0
         WHERE Id = @id AND State IN ('Unknown', 'Failed', 'Parked') AND (GroupKey = @group OR @group = '')
           AND EXISTS (SELECT 1 FROM OutboxMime m WHERE m.OutboxId = Outbox.Id AND m.Mime <> @nothing)
        """, "id number, group text, now instant, nothing bytes");

    private static readonly Statement ListAll = Statement.FromFiles("list-letters.sql", "max number");

    private static readonly Statement Newer = Statement.Of("""
        SELECT Id, InternetId, GroupKey, Kind, Recipient, Subject, State, Attempts, CreatedAt, NotBefore, SettledAt, LastAnswer, CauseMessageId
          FROM Outbox
         WHERE Id > @after
         ORDER BY Id
        """, "after number");

    private static readonly Statement About = Statement.Of("""
        SELECT Id, InternetId, GroupKey, Kind, Recipient, Subject, State, Attempts, CreatedAt, NotBefore, SettledAt, LastAnswer, CauseMessageId
          FROM Outbox
         WHERE AboutEntry = @entry AND AboutId = @id AND Kind = @kind AND GroupKey = @group
         ORDER BY Id
        """, "group text, entry text, id number, kind text");

    private static readonly Statement Undelivered = Statement.Of("""
        SELECT Id, InternetId, GroupKey, Kind, Recipient, Subject, State, Attempts, CreatedAt, NotBefore, SettledAt, LastAnswer, CauseMessageId
          FROM Outbox
         WHERE GroupKey = @group AND State IN ('Unknown', 'Failed', 'Parked') AND COALESCE(SettledAt, CreatedAt) > @since
         ORDER BY Id DESC
        """, "group text, since instant");

    private static readonly Statement ListOfState = Statement.FromFiles("list-letters-of-state.sql", "state text, max number");

    private static readonly Statement Counts = Statement.Of("SELECT State, COUNT(*) AS Count FROM Outbox GROUP BY State");

    private static readonly Statement CountsOfGroup = Statement.Of("SELECT State, COUNT(*) AS Count FROM Outbox WHERE GroupKey = @group GROUP BY State", "group text");

    private static readonly Statement Holding = Statement.Of("""
        SELECT DISTINCT FoldedRecipient
          FROM Outbox
         WHERE FoldedRecipient IN @addresses AND AboutEntry = @kind AND AboutId = @id AND GroupKey = @group AND State NOT IN ('Failed', 'Parked')
        """, "addresses texts, kind text, id number, group text");

    private static readonly Statement NextDue = Statement.Of("SELECT MIN(NotBefore) AS NotBefore FROM Outbox WHERE State = 'Queued'");
}
