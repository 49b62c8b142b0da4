using JcaCop.Register.Entries;

namespace JcaCop.Register.Stores;

/// <summary>Tells to which bodies a statement cannot be passed on. Asked of the tables alone: the whole register is too much for one acknowledgement.</summary>
public sealed class UnreachedBodies(Database database)
{
    /// <summary>Which of these bodies nobody holds a seat for, and no member stands for that is written to.</summary>
    /// <param name="today">In the group's zone.</param>
    public Task<IReadOnlyList<string>> OfAsync(string group, IReadOnlyCollection<string> bodies, DateOnly today, CancellationToken stop) => database.ReadAsync(async session =>
    {
        var seated = (await session.QueryInPortionsAsync<string, string>(SeatedBodies, [.. bodies.Select(NameKey.Of)],
            some => new { group, bodies = some, today }).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        var named = (await FiledRows.NamedAsync(session, group, [.. bodies.Select(body => FiledKey.Of(EntryKind.Member, body)).OfType<string>()]).ConfigureAwait(false))
            .OfType<MemberEntry>().Where(member => member.Active && member.Addresses.Any(address => address.Reachability != Reachability.Unreachable))
            .SelectMany(member => member.FoundBy).Select(name => FiledKey.Of(EntryKind.Member, name)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return (IReadOnlyList<string>)[.. bodies.Where(body => !seated.Contains(NameKey.Of(body)) && !(FiledKey.Of(EntryKind.Member, body) is { } key && named.Contains(key)))];
    }, stop);

    private static readonly Statement SeatedBodies = Statement.Of(
        "SELECT DISTINCT FoldedBody FROM Seat WHERE GroupKey = @group AND FoldedBody IN @bodies AND FromDay <= @today AND (UntilDay IS NULL OR UntilDay > @today)", "group text, bodies texts, today day");
}
