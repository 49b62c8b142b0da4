using JcaCop.Register.Entries;
using JcaCop.Register.Reaching;

namespace JcaCop.Register.Stores;

/// <summary>The register as it stands, or as it stood at an instant.</summary>
public sealed record RegisterSnapshot(
    IReadOnlyList<OrganizationEntry> Organizations, IReadOnlyList<PersonEntry> Persons, IReadOnlyList<SeatEntry> Seats)
{
    /// <summary>Without entries that were merged into others.</summary>
    internal static RegisterSnapshot Of(IReadOnlyList<OrganizationEntry> organizations, IReadOnlyList<PersonEntry> persons, IReadOnlyList<SeatEntry> seats, IReadOnlyList<FiledEntry> filed, Spoken spoken) =>
        new([.. organizations.Where(entry => entry.MergedInto is null)], [.. persons.Where(entry => entry.MergedInto is null)], seats) { Filed = filed, Spoken = spoken };

    /// <summary>All filed entries: members, calls, liaison statements, meetings and so on, by kind and number.</summary>
    public IReadOnlyList<FiledEntry> Filed { get; init; } = [];

    /// <summary>In which language the owners of addresses write now, also where the register is shown as of an earlier day.</summary>
    public Spoken Spoken { get; init; } = new();

    private readonly Dictionary<long, OrganizationEntry> organizations = Organizations.ToDictionary(entry => entry.Id);
    private readonly Dictionary<long, PersonEntry> persons = Persons.ToDictionary(entry => entry.Id);

    private Dictionary<(Type, long), FiledEntry>? filed;

    public IEnumerable<T> All<T>() where T : FiledEntry => Filed.OfType<T>();

    private ILookup<string, MemberEntry>? members;
    private ILookup<string, PersonEntry>? personsByEmail;

    public IEnumerable<PersonEntry> PersonsWithEmail(string email) =>
        (personsByEmail ??= Persons.SelectMany(person => person.Addresses.Select(address => (Key: Texts.FoldAddress(address.Email), Person: person)))
            .ToLookup(found => found.Key, found => found.Person, StringComparer.Ordinal))[Texts.FoldAddress(email)];

    /// <summary>Members that this name, address or country may mean.</summary>
    public IEnumerable<MemberEntry> MembersNamed(string name) => FiledKey.Of(EntryKind.Member, name) is { } key
        ? (members ??= All<MemberEntry>().SelectMany(member => member.FoundBy.Select(other => (Key: FiledKey.Of(EntryKind.Member, other), Member: member)))
            .Where(found => found.Key is not null).ToLookup(found => found.Key!, found => found.Member, StringComparer.Ordinal))[key]
        : [];

    /// <returns>Null where the entry points nowhere.</returns>
    public T? One<T>(long? id) where T : FiledEntry => id is { } number
        ? (T?)(filed ??= Filed.ToDictionary(entry => (entry.GetType(), entry.Id))).GetValueOrDefault((typeof(T), number)) : null;

    /// <returns>Null where the entry points nowhere.</returns>
    public OrganizationEntry? Organization(long? id) => id is { } number ? organizations.GetValueOrDefault(number) : null;

    /// <returns>Null where the entry points nowhere.</returns>
    public PersonEntry? Person(long? id) => id is { } number ? persons.GetValueOrDefault(number) : null;
}

/// <summary>One line of an entry's history.</summary>
/// <param name="AcceptedBy">Address of the person who accepted it, or <c>auto: Seat</c> and the like.</param>
/// <param name="After">The whole entry as JSON after the change.</param>
public sealed record HistoryLine(
    long Id, EntryKind Entry, long EntryId, DateTimeOffset ChangedAt, long? MessageId, string AcceptedBy, IReadOnlyList<FieldChange> Fields, string After);

/// <summary>Reads the register.</summary>
/// <remarks>What was read is kept until the register changes (docs/decisions/0071): jobs look every minute at what seldom changes.</remarks>
public sealed class RegisterStore(Database database)
{
    private readonly ReadOnce<RegisterSnapshot> snapshots = new(database);
    private readonly ReadOnce<IReadOnlyList<FiledEntry>> live = new(database);

    /// <param name="group">Key of the coordination body.</param>
    /// <param name="asOf">Null: now. Otherwise what the register held at that instant, the changes made at it included.</param>
    public Task<RegisterSnapshot> SnapshotAsync(string group, DateTimeOffset? asOf, CancellationToken stop) =>
        database.ReadAsync(async session => asOf is { } at
            ? RegisterSnapshot.Of(
                await AsOfAsync<OrganizationEntry>(session, group, EntryKind.Organization, at).ConfigureAwait(false),
                await AsOfAsync<PersonEntry>(session, group, EntryKind.Person, at).ConfigureAwait(false),
                await AsOfAsync<SeatEntry>(session, group, EntryKind.Seat, at).ConfigureAwait(false),
                await FiledAsOfAsync(session, group, at).ConfigureAwait(false),
                await SpeechRows.AllAsync(session, group).ConfigureAwait(false))
            // Who writes in which language leaves no line of history.
            : (await snapshots.ReadAsync(session, group, () => NowAsync(session, group)).ConfigureAwait(false)) with { Spoken = await SpeechRows.AllAsync(session, group).ConfigureAwait(false) }, stop);

    private static async Task<RegisterSnapshot> NowAsync(Session session, string group) => RegisterSnapshot.Of(
        await EntryRows.AllOrganizationsAsync(session, group).ConfigureAwait(false),
        await EntryRows.AllPersonsAsync(session, group).ConfigureAwait(false),
        await EntryRows.AllSeatsAsync(session, group).ConfigureAwait(false),
        await FiledRows.WholeAsync(session, group, FiledRows.Kinds).ConfigureAwait(false),
        new Spoken());

    /// <summary>Live entries of some kinds: what jobs look at. For more than these, <see cref="SnapshotAsync"/>.</summary>
    public Task<IReadOnlyList<FiledEntry>> LiveAsync(string group, IReadOnlyCollection<EntryKind> kinds, CancellationToken stop) =>
        database.ReadAsync(session => live.ReadAsync(session, $"{group} {string.Join(' ', kinds)}", () => FiledRows.LiveAsync(session, group, [.. kinds])), stop);

    /// <summary>A number that rises with each change of any group's register, and with what is taken out of it without a line of history: an erasure is only noted.</summary>
    public Task<long> LastChangeAsync(CancellationToken stop) => database.ReadAsync(LastChange.AskAsync, stop);

    /// <summary>All changes of one entry, oldest first.</summary>
    public Task<IReadOnlyList<HistoryLine>> HistoryAsync(EntryKind kind, long id, CancellationToken stop) =>
        LinesAsync(HistoryOfEntry, new { entry = kind.ToString(), id }, stop);

    /// <summary>All changes that one mail made, oldest first.</summary>
    public Task<IReadOnlyList<HistoryLine>> HistoryOfMessageAsync(long messageId, CancellationToken stop) =>
        LinesAsync(HistoryOfMessage, new { id = messageId }, stop);

    /// <summary>Changes of a period, the newest first.</summary>
    /// <param name="since">Exclusive, UTC.</param>
    /// <param name="until">Inclusive, UTC.</param>
    public Task<IReadOnlyList<HistoryLine>> ChangesAsync(string group, DateTimeOffset since, DateTimeOffset until, int max, CancellationToken stop) =>
        LinesAsync(ChangesOfPeriod, new { group, since, until, max }, stop);

    /// <summary>What was done by hand, newest first.</summary>
    public Task<IReadOnlyList<AuditLine>> AuditAsync(int max, CancellationToken stop) =>
        database.ReadAsync(async session =>
            (IReadOnlyList<AuditLine>)[.. (await session.QueryAsync<AuditRow>(Audit, new { max }).ConfigureAwait(false)).Select(row => row.Line)], stop);

    private Task<IReadOnlyList<HistoryLine>> LinesAsync(Statement statement, object values, CancellationToken stop) =>
        database.ReadAsync(async session =>
            (IReadOnlyList<HistoryLine>)[.. (await session.QueryAsync<HistoryRow>(statement, values).ConfigureAwait(false)).Select(row => row.Line)], stop);

    private static async Task<IReadOnlyList<T>> AsOfAsync<T>(Session session, string group, EntryKind kind, DateTimeOffset at) where T : RegisterEntry =>
        [.. (await session.QueryAsync<string>(AsOf, new { entry = kind.ToString(), group, at }).ConfigureAwait(false)).Select(json => (T)Counted(EntryJson.ReadEntry<T>(json)))];

    /// <summary>A line of history holds the entry with the version that it had before the change; the change itself counts.</summary>
    private static RegisterEntry Counted(RegisterEntry entry) => entry with { Version = entry.Version + 1 };

    private static async Task<IReadOnlyList<FiledEntry>> FiledAsOfAsync(Session session, string group, DateTimeOffset at)
    {
        var all = new List<FiledEntry>();
        foreach (var kind in FiledRows.Kinds)
            all.AddRange((await session.QueryAsync<string>(AsOf, new { entry = kind.ToString(), group, at }).ConfigureAwait(false)).Select(json => (FiledEntry)Counted(FiledRows.Read(kind, json))));
        return all;
    }

    private sealed record HistoryRow
    {
        public required long Id { get; init; }
        public required EntryKind Entry { get; init; }
        public required long EntryId { get; init; }
        public required DateTimeOffset ChangedAt { get; init; }
        public long? MessageId { get; init; }
        public required string AcceptedBy { get; init; }
        public required string FieldsJson { get; init; }
        public required string AfterJson { get; init; }

        public HistoryLine Line => new(Id, Entry, EntryId, ChangedAt, MessageId, AcceptedBy,
            EntryJson.ReadFields(FieldsJson), AfterJson);
    }

    private sealed record AuditRow
    {
        public required DateTimeOffset At { get; init; }
        public required string Who { get; init; }
        public required string Verb { get; init; }
        public required string Subject { get; init; }
        public string? Detail { get; init; }

        public AuditLine Line => new(At, Who, Verb, Subject, Detail);
    }

    /// <summary>The last row of each entry up to the instant. Numbers rise with time, because they are given out in the transaction that writes the row.</summary>
    private static readonly Statement AsOf = Statement.Of("""
        SELECT h.AfterJson
          FROM History h
          JOIN (SELECT MAX(Id) AS LastId
                  FROM History
                 WHERE Entry = @entry AND GroupKey = @group AND ChangedAt <= @at
                 GROUP BY EntryId) newest ON newest.LastId = h.Id
         ORDER BY h.EntryId
        """, "entry text, group text, at instant");

    private static readonly Statement HistoryOfEntry = Statement.Of("""
        SELECT Id, Entry, EntryId, ChangedAt, MessageId, AcceptedBy, FieldsJson, AfterJson
          FROM History
         WHERE Entry = @entry AND EntryId = @id
         ORDER BY Id
        """, "entry text, id number");

    private static readonly Statement HistoryOfMessage = Statement.Of("""
        SELECT Id, Entry, EntryId, ChangedAt, MessageId, AcceptedBy, FieldsJson, AfterJson
          FROM History
         WHERE MessageId = @id
         ORDER BY Id
        """, "id number");

    private static readonly Statement ChangesOfPeriod = Statement.FromFiles("changes.sql", "group text, since instant, until instant, max number");

    private static readonly Statement Audit = Statement.FromFiles("audit.sql", "max number");
}
