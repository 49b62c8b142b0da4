using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>Something that is ordered by a verb (on the command line or by mail) or by a job of the calendar.</summary>
/// <param name="Who">Address of the person, the account that ran the command, or <c>calendar</c>.</param>
/// <param name="Verb">As it is typed: <c>call open</c>.</param>
/// <param name="Subject">What it is done to, for the audit.</param>
/// <param name="Whole">Kinds of which all entries must be known to do it.</param>
/// <param name="Work">
/// Works out what follows: pure, for it may run again where the register moved on meanwhile. It gets the register and the instant (UTC).
/// </param>
public sealed record DeskOrder(
    string Who, string Verb, string Subject, IReadOnlyCollection<EntryKind> Whole, Func<DeskDraft, DeskResult> Work)
{
    /// <summary>Entries that must be known beside those of <see cref="Whole"/>, by a name under which they are found.</summary>
    public IReadOnlyCollection<(EntryKind Kind, string Name)> Named { get; init; } = [];

    /// <summary>Once done, never done again under this key: a job that runs twice, a mail that comes twice. Null: each order counts.</summary>
    public string? OnceKey { get; init; }

    /// <summary>The mail that ordered it; null where none did.</summary>
    public long? MessageId { get; init; }
}

/// <summary>What follows from an order.</summary>
/// <param name="Problem">Why nothing is done; null where it is. A sentence for whoever ordered it.</param>
/// <param name="Letters">Queued in the same transaction.</param>
public sealed record DeskResult(string? Problem, IReadOnlyList<OutgoingLetter> Letters)
{
    /// <summary>Sentences for whoever ordered it, beside the changes: whom it could not reach.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public static readonly DeskResult Done = new(null, []);

    public static DeskResult Refused(string why) => new(why, []);

    public static DeskResult With(params IReadOnlyList<OutgoingLetter> letters) => new(null, letters);
}

/// <param name="Problem">Why nothing was done; null where it was.</param>
/// <param name="Repeated">It had been done before under the same key; nothing was done now.</param>
/// <param name="Changes">With the numbers that new entries have got.</param>
public sealed record DeskOutcome(string? Problem, bool Repeated, IReadOnlyList<RegisterChange> Changes)
{
    public bool Done => Problem is null && !Repeated;

    /// <summary>Sentences for whoever ordered it, beside the changes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Carries out orders: register changes with their history, letters and audit in one transaction.</summary>
/// <param name="zone">In which the days of a group begin and end, by its key; null: UTC.</param>
public sealed class DeskStore(Database database, TimeProvider time, Func<string, TimeZoneInfo>? zone = null)
{
    public Task<DeskOutcome> DoAsync(string group, DeskOrder order, CancellationToken stop) =>
        database.WriteAsync(session => DoAsync(session, group, order, time.GetUtcNow()), stop);

    /// <summary>Works something out from the register without changing it.</summary>
    /// <param name="whole">Kinds of which all entries must be known.</param>
    public Task<T> SeeAsync<T>(string group, IReadOnlyCollection<EntryKind> whole, Func<DeskDraft, T> look, CancellationToken stop) =>
        database.ReadAsync(async session => look(new DeskDraft(await WholeAsync(session, group, whole).ConfigureAwait(false), time.GetUtcNow())), stop);

    /// <summary>Whether something that is done once was done.</summary>
    public Task<bool> IsDoneAsync(string group, string onceKey, CancellationToken stop) =>
        database.ReadAsync(async session => await session.FirstOrDefaultAsync<long>(CountOnce, new { group, key = Texts.Cut(onceKey, Texts.Key) }).ConfigureAwait(false) > 0, stop);

    private async Task<Known> WholeAsync(Session session, string group, IReadOnlyCollection<EntryKind> whole)
    {
        var known = await KnownStore.WholeAsync(session, group, whole).ConfigureAwait(false);
        known.Zone = zone?.Invoke(group) ?? TimeZoneInfo.Utc;
        return known;
    }

    private async Task<DeskOutcome> DoAsync(Session session, string group, DeskOrder order, DateTimeOffset now)
    {
        await session.SerializeAsync("History").ConfigureAwait(false);
        if (order.OnceKey is { } key)
        {
            var cut = Texts.Cut(key, Texts.Key);
            if (await session.FirstOrDefaultAsync<long>(CountOnce, new { group, key = cut }).ConfigureAwait(false) > 0) return new DeskOutcome(null, true, []);
            await session.ForEachAsync(InsertOnce, [new Once(group, cut, now)]).ConfigureAwait(false);
        }
        var known = await WholeAsync(session, group, order.Whole).ConfigureAwait(false);
        foreach (var entry in await FiledRows.NamedAsync(session, group, [.. order.Named.Select(name => FiledKey.Of(name.Kind, name.Name)).OfType<string>()]).ConfigureAwait(false))
            known.Put(entry);
        var draft = new DeskDraft(known, now);
        var result = order.Work(draft);
        // A refusal is a result, not a failure; what the order reserved by its key stays free for the next try.
        if (result.Problem is not null)
        {
            if (order.OnceKey is { } reserved) await session.ExecuteAsync(DeleteOnce, new { group, key = Texts.Cut(reserved, Texts.Key) }).ConfigureAwait(false);
            return new DeskOutcome(result.Problem, false, []);
        }
        var writer = new EntryWriter(session);
        var changes = await writer.WriteAsync(
            [.. draft.Changes.Select(change => new NotedChange(change, order.MessageId, null, order.Who))], now).ConfigureAwait(false);
        await OutboxWriter.EnqueueAsync(session, [.. result.Letters.Select(letter => (letter with { About = writer.Numbered(letter.About) }, order.MessageId))], now).ConfigureAwait(false);
        // The calendar's jobs look every night: a look that found nothing to do leaves nothing behind.
        if (changes.Count > 0 || result.Letters.Count > 0 || order.OnceKey is not null)
            await AuditRows.WriteAsync(session, new AuditLine(now, order.Who, order.Verb, order.Subject, null)).ConfigureAwait(false);
        return new DeskOutcome(null, false, changes) { Notes = result.Notes };
    }

    private sealed record Once(string Group, string Key, DateTimeOffset Now);

    private static readonly Statement CountOnce = Statement.Of("SELECT COUNT(*) FROM Done WHERE GroupKey = @group AND DoneKey = @key", "group text, key text");

    private static readonly Statement DeleteOnce = Statement.Of("DELETE FROM Done WHERE GroupKey = @group AND DoneKey = @key", "group text, key text");

    private static readonly RowStatement<Once> InsertOnce = RowStatement<Once>.Insert("Done",
        new("GroupKey", "text", once => once.Group),
        new("DoneKey", "text", once => once.Key),
        new("DoneAt", "instant", once => once.Now));
}
