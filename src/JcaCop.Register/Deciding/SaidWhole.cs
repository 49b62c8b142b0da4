using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>"Organization: X, contact: Y" that waits, and a second mail of the same sender that puts the same forward again, whole, and is recorded: the first waits for nothing any more.</summary>
/// <remarks>Only where the second names the same and leaves out nothing that the first told: what would be lost with it goes on waiting.</remarks>
internal static class SaidWhole
{
    /// <param name="before">What the sender told last; null where that is not known.</param>
    /// <param name="at">When the second mail came.</param>
    public static IEnumerable<ReplacedItem> By(Verdict verdict, ToldBefore? before, DateTimeOffset at)
    {
        if (before is null || at < before.At || at - before.At > ToldBefore.Longest) return [];
        List<Item> recorded = [.. verdict.Items.Where(static item => item.State == ItemState.Accepted).Select(static item => item.Item)];
        return from told in before.Items.Index()
               where !told.Item.Settled && recorded.Exists(item => Holds(item, told.Item.Item))
               select new ReplacedItem(before.MessageId, told.Index);
    }

    private static bool Holds(Item whole, Item part) => (whole, part) switch
    {
        (Nomination now, Nomination then) => IsSame(now.Organization.Name, then.Organization.Name) && Fits(now.Organization.Country, then.Organization.Country) && Has(now.Organization.Website, then.Organization.Website)
            && Has(now.Organization.Address, then.Organization.Address) && Holds(now.Contact, then.Contact),
        (Representative now, Representative then) => then.Person.Name is not null && Fits(now.Body, then.Body) && (then.Role is null || (now.Role ?? SeatRole.Representative) == then.Role) && (then.Replaces is null || now.Replaces is { } gone && !PersonMatch.Differ(gone, then.Replaces))
            && now.From == then.From && now.Until == then.Until && Holds(now.Person, then.Person),
        _ => false,
    };

    private static bool Holds(Person? now, Person? then) => then is null
        || now is not null && (then.Name is null || now.Name is { } name && !PersonMatch.Differ(name, then.Name))
            && Has(now.Function, then.Function) && Has(now.Email, then.Email) && Has(now.Phone, then.Phone) && Has(now.Fax, then.Fax) && Has(now.Address, then.Address);

    private static bool IsSame(string? one, string? other) => NameKey.Of(one) is { Length: > 0 } key && key == NameKey.Of(other);

    private static bool Fits(string? now, string? then) => then is null || IsSame(now, then);

    /// <summary>Another value may have been put right; one that is missing would be lost.</summary>
    private static bool Has(string? now, string? then) => then is null || now is not null;
}
