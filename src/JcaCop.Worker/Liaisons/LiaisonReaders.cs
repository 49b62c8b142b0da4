using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Liaisons;

/// <summary>Who gets a statement that came: the chairman, and for each body concerned whoever holds a seat for it, or where nobody does the body's own address.</summary>
internal static class LiaisonReaders
{
    /// <summary>All whom the statement concerns, once each: the chairman, the bodies that it addresses, and those to which the secretariat passes it.</summary>
    public static IReadOnlyList<(LetterAddress Address, LiaisonPurpose Purpose)> Of(Group group, LiaisonEntry statement, LiaisonHouse house, RegisterSnapshot register, DateOnly today)
    {
        var all = new List<(LetterAddress Address, LiaisonPurpose Purpose)>();
        if (group.Chairman is { } chairman) all.Add((new LetterAddress(chairman), statement.PurposeFor(house.Bodies)));
        foreach (var to in statement.To.Concat(statement.PassedTo)) all.AddRange(For(to, statement, house, register, today));
        // Whoever stands under two purposes gets the one that asks most.
        return [.. all.Where(one => !Same(one.Address.Email, statement.SentBy)).GroupBy(one => one.Address.Email, StringComparer.OrdinalIgnoreCase).Select(same => same.MinBy(one => one.Purpose))];
    }

    /// <summary>Those of one body; whoever sent the statement needs no copy, nor does the house itself.</summary>
    public static IReadOnlyList<(LetterAddress Address, LiaisonPurpose Purpose)> For(LiaisonAddressee to, LiaisonEntry statement, LiaisonHouse house, RegisterSnapshot register, DateOnly today)
    {
        var key = NameKey.Of(to.Body);
        if (house.Bodies.Any(own => NameKey.Of(own) == key)) return [];
        var speaking = Speaking.In(register);
        var seated = register.Seats.Where(seat => seat.HoldsOn(today) && NameKey.Of(seat.Body) == key)
            .Select(seat => register.Person(seat.PersonId) is { } person && Reached(person.Addresses) is { } email ? new LetterAddress(email, speaking.Of(person, seat), person.Name) : null)
            .OfType<LetterAddress>().ToList();
        // The sender knows what it wrote.
        if (seated.Count == 0 && !statement.From.Any(from => NameKey.Of(from) == key) && register.MembersNamed(to.Body).FirstOrDefault(member => member.Active) is { } member && Reached(member.Addresses) is { } own)
            seated = [new LetterAddress(own, speaking.Of(member), member.Name)];
        return [.. seated.Where(address => !Same(address.Email, statement.SentBy)).DistinctBy(address => address.Email, StringComparer.OrdinalIgnoreCase).Select(address => (address, to.Purpose))];
    }

    /// <summary>Bodies for which it is meant and to which it cannot be passed on: nobody holds a seat for them, and no address of theirs is known.</summary>
    public static IReadOnlyList<string> Unreached(LiaisonEntry statement, LiaisonHouse house, RegisterSnapshot register, DateOnly today) =>
        [.. Others(statement, house).Where(body => For(new LiaisonAddressee(body, LiaisonPurpose.Information), statement with { SentBy = null }, house, register, today).Count == 0)];

    /// <summary>The bodies that it addresses, or to which it was passed, beside the house and its senders.</summary>
    public static IEnumerable<string> Others(LiaisonEntry statement, LiaisonHouse house)
    {
        var known = house.Bodies.Concat(statement.From).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        return statement.To.Concat(statement.PassedTo).Select(to => to.Body).Where(body => !known.Contains(NameKey.Of(body))).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>It addresses nobody but the group, and nobody has passed it to a body.</summary>
    public static bool IsWithTheHouse(LiaisonEntry statement, LiaisonHouse house) =>
        statement.PassedTo.Count == 0 && statement.To.All(to => house.Bodies.Any(own => NameKey.Of(own) == NameKey.Of(to.Body)));

    private static string? Reached(IEnumerable<PersonAddress> addresses) => addresses.FirstOrDefault(address => address.Reachability != Reachability.Unreachable)?.Email;

    private static bool Same(string one, string? other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
