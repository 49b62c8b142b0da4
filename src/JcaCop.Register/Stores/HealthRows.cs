using JcaCop.Register.Reaching;

namespace JcaCop.Register.Stores;

/// <summary>Reads and writes how mail to addresses fares.</summary>
internal static class HealthRows
{
    public static async Task<IReadOnlyList<(string Address, AddressHealth Health)>> OfAsync(Session session, string group, IReadOnlyCollection<string> addresses) =>
        [.. (await session.QueryInPortionsAsync<Row, string>(Read, addresses, some => new { group, addresses = some }).ConfigureAwait(false)).Select(row => (row.FoldedAddress, row.Health))];

    public static async Task<IReadOnlyList<(string Address, AddressHealth Health)>> DoubtfulAsync(Session session, string group) =>
        [.. (await session.QueryAsync<Row>(Doubtful, new { group }).ConfigureAwait(false)).Select(row => (row.FoldedAddress, row.Health))];

    public static async Task WriteAsync(Session session, string group, IReadOnlyCollection<(string Address, AddressHealth Health)> healths)
    {
        if (healths.Count == 0) return;
        // The last word on an address counts.
        var rows = healths.Select(one => new Line(group, Texts.FoldAddress(one.Address), one.Health)).GroupBy(line => line.Address).Select(lines => lines.Last()).ToList();
        var known = (await session.QueryInPortionsAsync<Row, string>(Read, [.. rows.Select(row => row.Address)], some => new { group, addresses = some }).ConfigureAwait(false))
            .Select(row => row.FoldedAddress).ToHashSet(StringComparer.Ordinal);
        await session.ForEachAsync(Insert, [.. rows.Where(row => !known.Contains(row.Address))]).ConfigureAwait(false);
        await session.ForEachAsync(Update, [.. rows.Where(row => known.Contains(row.Address))]).ConfigureAwait(false);
    }

    private sealed record Line(string Group, string Address, AddressHealth Health);

    private sealed record Row
    {
        public required string FoldedAddress { get; init; }
        public required double Score { get; init; }
        public required DateTimeOffset ScoredAt { get; init; }
        public required string Reason { get; init; }
        public required HealthState State { get; init; }
        public DateTimeOffset? ProbedAt { get; init; }
        public string? ProbeId { get; init; }

        public AddressHealth Health => new(Score, ScoredAt, Reason, State, ProbedAt, ProbeId);
    }

    private static readonly Statement Read = Statement.Of("""
        SELECT FoldedAddress, Score, ScoredAt, Reason, State, ProbedAt, ProbeId
          FROM AddressHealth
         WHERE GroupKey = @group AND FoldedAddress IN @addresses
        """, "group text, addresses texts");

    private static readonly Statement Doubtful = Statement.Of("""
        SELECT FoldedAddress, Score, ScoredAt, Reason, State, ProbedAt, ProbeId
          FROM AddressHealth
         WHERE GroupKey = @group AND State IN ('Suspect', 'Probed')
         ORDER BY FoldedAddress
        """, "group text");

    private static readonly RowValue<Line>[] Columns =
    [
        new("GroupKey", "text", row => row.Group),
        new("FoldedAddress", "text", row => row.Address),
        new("Score", "real", row => row.Health.Score),
        new("ScoredAt", "instant", row => row.Health.ScoredAt),
        new("Reason", "text", row => Texts.Cut(row.Health.Reason, Texts.Line)),
        new("State", "text", row => row.Health.State.ToString()),
        new("ProbedAt", "instant", row => row.Health.ProbedAt),
        new("ProbeId", "text", row => row.Health.ProbeId),
    ];

    private static readonly RowStatement<Line> Insert = RowStatement<Line>.Insert("AddressHealth", Columns);

    private static readonly RowStatement<Line> Update = RowStatement<Line>.Of("""
        UPDATE AddressHealth SET Score = @Score, ScoredAt = @ScoredAt, Reason = @Reason, State = @State, ProbedAt = @ProbedAt, ProbeId = @ProbeId
         WHERE GroupKey = @GroupKey AND FoldedAddress = @FoldedAddress
        """, Columns);
}
