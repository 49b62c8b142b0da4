using System.Diagnostics;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Stores;

/// <summary>Loads filed entries, by kind and number.</summary>
internal static class FiledRows
{
    /// <summary>Every kind that is filed.</summary>
    public static readonly EntryKind[] Kinds = [.. Enum.GetValues<EntryKind>().Where(kind => kind is not (EntryKind.Organization or EntryKind.Person or EntryKind.Seat))];

    /// <summary>All live entries of some kinds.</summary>
    public static async Task<IReadOnlyList<FiledEntry>> LiveAsync(Session session, string group, params EntryKind[] kinds) =>
        Read(session, await session.QueryAsync<Row>(FiledTable.Live, new { group, kinds = Names(kinds) }).ConfigureAwait(false));

    /// <summary>All entries of some kinds, those that are over too.</summary>
    public static async Task<IReadOnlyList<FiledEntry>> WholeAsync(Session session, string group, params EntryKind[] kinds) =>
        Read(session, await session.QueryAsync<Row>(FiledTable.Whole, new { group, kinds = Names(kinds) }).ConfigureAwait(false));

    /// <param name="keys">Made by <see cref="FiledKey"/>.</param>
    public static async Task<IReadOnlyList<FiledEntry>> NamedAsync(Session session, string group, IReadOnlyCollection<string> keys) =>
        InOrder(Read(session, await session.QueryInPortionsAsync<Row, string>(FiledTable.ByName, keys, some => new { keys = some, group }).ConfigureAwait(false)));

    public static async Task<IReadOnlyList<FiledEntry>> NumberedAsync(Session session, EntryKind kind, IReadOnlyCollection<long> ids) =>
        InOrder(Read(session, await session.QueryInPortionsAsync<Row, long>(FiledTable.ById, ids, some => new { entry = kind.ToString(), ids = some }).ConfigureAwait(false)));

    private static IReadOnlyList<FiledEntry> InOrder(IEnumerable<FiledEntry> entries) => [.. entries.OrderBy(entry => entry.Kind).ThenBy(entry => entry.Id)];

    private static KeyList<string> Names(EntryKind[] kinds) => new([.. kinds.Select(kind => kind.ToString())]);

    private static List<FiledEntry> Read(Session session, IReadOnlyList<Row> rows) => [.. rows.Select(row => session.Parsed.Read(row.Entry, row.Json))];

    public static FiledEntry Read(EntryKind kind, string json) => kind switch
    {
        EntryKind.Member => EntryJson.ReadEntry<MemberEntry>(json),
        EntryKind.Activity => EntryJson.ReadEntry<ActivityEntry>(json),
        EntryKind.Liaison => EntryJson.ReadEntry<LiaisonEntry>(json),
        EntryKind.Question => EntryJson.ReadEntry<QuestionEntry>(json),
        EntryKind.Absence => EntryJson.ReadEntry<AbsenceEntry>(json),
        EntryKind.Call => EntryJson.ReadEntry<CallEntry>(json),
        EntryKind.Answer => EntryJson.ReadEntry<AnswerEntry>(json),
        EntryKind.Obligation => EntryJson.ReadEntry<ObligationEntry>(json),
        EntryKind.Meeting => EntryJson.ReadEntry<MeetingEntry>(json),
        EntryKind.Registration => EntryJson.ReadEntry<RegistrationEntry>(json),
        EntryKind.Document => EntryJson.ReadEntry<DocumentEntry>(json),
        EntryKind.Mandate => EntryJson.ReadEntry<MandateEntry>(json),
        EntryKind.Series => EntryJson.ReadEntry<SeriesEntry>(json),
        _ => throw new UnreachableException($"No filed entry: {kind}"),
    };

    private sealed record Row
    {
        public required EntryKind Entry { get; init; }
        public required string Json { get; init; }
    }
}
