using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>Shows messages: lists, one in full, its bytes.</summary>
public sealed class MessageQueries(Database database)
{
    /// <summary>Held and set-aside mails, the longest waiting first.</summary>
    public Task<IReadOnlyList<MessageLine>> WaitingAsync(int max, CancellationToken stop) =>
        ListAsync(Waiting, new { max }, stop);

    /// <summary>Held mails of one group, the longest waiting first.</summary>
    public Task<IReadOnlyList<MessageLine>> HeldAsync(string group, int max, CancellationToken stop) =>
        ListAsync(HeldOfGroup, new { group, max }, stop);

    /// <summary>Mails that were set aside, of all groups, the longest waiting first. Of one that killed the service, <see cref="MessageLine.Group"/> is null: its mailbox tells whose it is.</summary>
    public Task<IReadOnlyList<MessageLine>> SetAsideAsync(int max, CancellationToken stop) =>
        ListAsync(SetAside, new { max }, stop);

    /// <summary>Held mails of one group that have not waited for long, in the order of their numbers.</summary>
    /// <param name="since">Exclusive, UTC: what arrived before is left out, however much of it there is.</param>
    /// <param name="after">Number of the mail behind which to begin; 0 for the first.</param>
    public Task<IReadOnlyList<MessageLine>> HeldSinceAsync(string group, DateTimeOffset since, long after, int max, CancellationToken stop) =>
        ListAsync(HeldOfGroupSince, new { group, since, after, max }, stop);

    /// <summary>Number of the newest held mail of a group.</summary>
    /// <returns>0 where none is held.</returns>
    public Task<long> NewestHeldAsync(string group, CancellationToken stop) =>
        database.ReadAsync(session => session.FirstOrDefaultAsync<long>(NewestHeld, new { group }), stop);

    /// <summary>How many mails of each sort came to a group, the most first.</summary>
    /// <param name="since">Exclusive, UTC.</param>
    /// <param name="until">Inclusive, UTC.</param>
    /// <returns>The sort as it is recorded; null for mails that are not read.</returns>
    public Task<IReadOnlyList<(string? Kind, int Count)>> CameInAsync(string group, DateTimeOffset since, DateTimeOffset until, CancellationToken stop) =>
        database.ReadAsync(async session => (IReadOnlyList<(string? Kind, int Count)>)
            [.. (await session.QueryAsync<KindRow>(CameIn, new { group, since, until }).ConfigureAwait(false)).Select(row => (row.Kind, row.Mails))], stop);

    /// <summary>The newest messages.</summary>
    /// <param name="state">Null: all.</param>
    public Task<IReadOnlyList<MessageLine>> NewestAsync(MessageState? state, int max, CancellationToken stop) =>
        state is { } wanted ? ListAsync(NewestOfState, new { state = wanted.ToString(), max }, stop) : ListAsync(Newest, new { max }, stop);

    /// <returns>Null where there is no such message.</returns>
    public Task<MessageDetails?> ShowAsync(long id, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            if (await session.FirstOrDefaultAsync<LineRow>(One, new { id }).ConfigureAwait(false) is not { } row) return null;
            var json = await session.FirstOrDefaultAsync<string>(ReadReading, new { id }).ConfigureAwait(false);
            return new MessageDetails(row.Line, json, await ReviewRows.ItemsAsync(session, id).ConfigureAwait(false), await MessageCalls.OfAsync(session, id).ConfigureAwait(false));
        }, stop);

    /// <returns>The bytes as they were taken; null where there is no such message.</returns>
    public Task<byte[]?> RawAsync(long id, CancellationToken stop) =>
        database.ReadAsync(session => session.FirstOrDefaultAsync<byte[]>(ReadRaw, new { id }), stop);

    private Task<IReadOnlyList<MessageLine>> ListAsync(Statement statement, object values, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var rows = await session.QueryAsync<LineRow>(statement, values).ConfigureAwait(false);
            return (IReadOnlyList<MessageLine>)[.. rows.Select(row => row.Line)];
        }, stop);

    private sealed record LineRow
    {
        public required long Id { get; init; }
        public required string Mailbox { get; init; }
        public required string InternetId { get; init; }
        public required MessageState State { get; init; }
        public string? Reason { get; init; }
        public required DateTimeOffset ArrivedAt { get; init; }
        public DateTimeOffset? JudgedAt { get; init; }
        public string? GroupKey { get; init; }
        public string? Sender { get; init; }
        public string? SenderName { get; init; }
        public string? Subject { get; init; }
        public string? Kind { get; init; }
        public string? Language { get; init; }
        public required long Size { get; init; }
        public required int Attempts { get; init; }
        public required int HeldItems { get; init; }

        public MessageLine Line => new(
            Id, Mailbox, InternetId, State, Reason, ArrivedAt, JudgedAt, GroupKey, Sender, SenderName, Subject, Kind, Language, Size, Attempts, HeldItems);
    }

    private sealed record KindRow
    {
        public string? Kind { get; init; }
        public required int Mails { get; init; }
    }

    private static readonly Statement HeldOfGroup = Statement.FromFiles("held-messages.sql", "group text, max number");

    private static readonly Statement SetAside = Statement.FromFiles("set-aside-messages.sql", "max number");

    private static readonly Statement HeldOfGroupSince = Statement.FromFiles("held-messages-since.sql", "group text, since instant, after number, max number");

    private static readonly Statement NewestHeld = Statement.Of(
        "SELECT COALESCE(MAX(Id), 0) FROM Message WHERE State IN ('Held', 'SetAside') AND State = 'Held' AND GroupKey = @group", "group text");

    private static readonly Statement CameIn = Statement.Of("""
        SELECT Kind, COUNT(*) AS Mails
          FROM Message
         WHERE GroupKey = @group AND ArrivedAt > @since AND ArrivedAt <= @until
         GROUP BY Kind
         ORDER BY COUNT(*) DESC
        """, "group text, since instant, until instant");

    private static readonly Statement Waiting = Statement.FromFiles("waiting-messages.sql", "max number");

    private static readonly Statement Newest = Statement.FromFiles("newest-messages.sql", "max number");

    private static readonly Statement NewestOfState = Statement.FromFiles("newest-messages-of-state.sql", "state text, max number");

    private static readonly Statement One = Statement.Of("""
        SELECT m.Id, m.Mailbox, m.InternetId, m.State, m.Reason, m.ArrivedAt, m.JudgedAt, m.GroupKey, m.Sender, m.SenderName, m.Subject, m.Kind, m.Language,
               m.Size, m.Attempts, (SELECT COUNT(*) FROM Item i WHERE i.MessageId = m.Id AND i.State = 'Held') AS HeldItems
          FROM Message m
         WHERE m.Id = @id
        """, "id number");

    private static readonly Statement ReadReading = Statement.Of("SELECT Json FROM Reading WHERE MessageId = @id", "id number");

    private static readonly Statement ReadRaw = Statement.Of("SELECT Bytes FROM MessageRaw WHERE MessageId = @id", "id number");
}
