namespace JcaCop.Register.Stores;

/// <summary>A number that rises with each change of any group's register, and with what is taken out of it without a line of history: an erasure is only noted.</summary>
/// <remarks>
/// Lines of both tables are numbered by counters whose rows stay locked until the transaction ends, and are never deleted: two transactions that see
/// the same number see the same register.
/// </remarks>
internal static class LastChange
{
    public static Task<long> AskAsync(Session session) => session.FirstOrDefaultAsync<long>(Last);

    private static readonly Statement Last = Statement.Of(
        "SELECT (SELECT COALESCE(MAX(Id), 0) FROM History) + (SELECT COALESCE(MAX(Id), 0) FROM Audit) AS Last");
}
