namespace JcaCop.Register.Stores;

/// <summary>Who did what to what, by hand.</summary>
/// <param name="Who">Address of the person, or the account that ran the command.</param>
/// <param name="Detail">Null where the verb and its object say all.</param>
public sealed record AuditLine(DateTimeOffset At, string Who, string Verb, string Subject, string? Detail);

/// <summary>Writes the audit inside the transaction of what it tells.</summary>
internal static class AuditRows
{
    public static async Task WriteAsync(Session session, AuditLine line)
    {
        var id = await session.TakeNumbersAsync("Audit", 1).ConfigureAwait(false);
        await session.ForEachAsync(Insert, [new Row(id, line)]).ConfigureAwait(false);
    }

    private sealed record Row(long Id, AuditLine Line);

    private static readonly RowStatement<Row> Insert = RowStatement<Row>.Insert("Audit",
        new("Id", "number", row => row.Id),
        new("At", "instant", row => row.Line.At),
        new("Who", "text", row => Texts.Cut(row.Line.Who, Texts.Key)),
        new("Verb", "text", row => Texts.Cut(row.Line.Verb, 40)),
        new("Subject", "text", row => row.Line.Subject),
        new("Detail", "text", row => row.Line.Detail));
}
