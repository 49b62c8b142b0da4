namespace JcaCop.Register.Stores;

/// <summary>A part of the service, and how it fares.</summary>
/// <param name="Part"><c>mailbox jca-cop</c>.</param>
/// <param name="At">When it last did its work, UTC; null for never.</param>
/// <param name="Trouble">What has kept it from its work since; null while all is well.</param>
public sealed record Sign(string Part, DateTimeOffset? At, string? Trouble);

/// <summary>Signs of life of the parts of the service, shared by all workers.</summary>
public sealed class SignStore(Database database, TimeProvider time)
{
    /// <summary>The part did its work now.</summary>
    public Task WorkedAsync(string part, CancellationToken stop) => WriteAsync(new Sign(part, time.GetUtcNow(), null), Worked, stop);

    /// <summary>The part could not do its work.</summary>
    public Task TroubledAsync(string part, string trouble, CancellationToken stop) => WriteAsync(new Sign(part, null, trouble), Troubled, stop);

    public Task<IReadOnlyList<Sign>> AllAsync(CancellationToken stop) => database.ReadAsync(async session =>
        (IReadOnlyList<Sign>)[.. (await session.QueryAsync<Row>(All, new { }).ConfigureAwait(false)).Select(row => new Sign(row.Part, row.At, row.Trouble))], stop);

    private async Task WriteAsync(Sign sign, RowStatement<Sign> update, CancellationToken stop)
    {
        if (await database.WriteAsync(session => session.ForEachAsync(update, [sign]), stop).ConfigureAwait(false) > 0) return;
        try
        {
            await database.WriteAsync(session => session.ForEachAsync(Insert, [sign]), stop).ConfigureAwait(false);
        }
        catch (Exception failure) when (database.IsDuplicate(failure))
        {
            // Another worker spoke of this part for the first time in the same moment: its row is there now.
            await database.WriteAsync(session => session.ForEachAsync(update, [sign]), stop).ConfigureAwait(false);
        }
    }

    private sealed record Row
    {
        public required string Part { get; init; }
        public DateTimeOffset? At { get; init; }
        public string? Trouble { get; init; }
    }

    private static readonly RowValue<Sign> Part = new("Part", "text", sign => sign.Part);
    private static readonly RowValue<Sign> At = new("At", "instant", sign => sign.At);
    private static readonly RowValue<Sign> Trouble = new("Trouble", "text", sign => Texts.Cut(sign.Trouble, Texts.Line));

    private static readonly Statement All = Statement.Of("SELECT Part, At, Trouble FROM Sign ORDER BY Part");

    private static readonly RowStatement<Sign> Insert = RowStatement<Sign>.Insert("Sign", Part, At, Trouble);

    private static readonly RowStatement<Sign> Worked = RowStatement<Sign>.Of("UPDATE Sign SET At = @At, Trouble = NULL WHERE Part = @Part", Part, At);

    private static readonly RowStatement<Sign> Troubled = RowStatement<Sign>.Of("UPDATE Sign SET Trouble = @Trouble WHERE Part = @Part", Part, Trouble);
}
