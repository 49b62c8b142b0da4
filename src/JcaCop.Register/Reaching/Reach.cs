using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Reaching;

/// <summary>What a machine's mail, or a reply, tells of how addresses are reached, beside the changes that it makes to entries.</summary>
/// <param name="Healths">By address, as they stand after the mail.</param>
/// <param name="Lost">Seats that mail reaches no more: for the letter that tells of them.</param>
public sealed record Reach(IReadOnlyList<(string Address, AddressHealth Health)> Healths, IReadOnlyList<LostSeat> Lost)
{
    public static Reach Nothing { get; } = new([], []);
}

/// <summary>A seat whose holder's address has been given up; or a member's own address.</summary>
/// <param name="Role">Null for a member's own address.</param>
/// <param name="Since">First day of the present trouble.</param>
/// <param name="Others">Other addresses of the holder, then others who stand for the same body: one line each.</param>
public sealed record LostSeat(string Name, string Represents, SeatRole? Role, string Email, DateOnly Since, IReadOnlyList<string> Others);

/// <summary>Writes into the register whether an address is reached.</summary>
internal static class Reachabilities
{
    /// <summary>Notes the standing of an address at all persons and members that have it.</summary>
    /// <param name="only">Only where it stood so before; null: whatever it was.</param>
    public static void Set(string email, Reachability to, Deciding.EntryDraft entries, Func<Reachability, bool>? only = null)
    {
        foreach (var person in entries.Known.PersonsWithEmail(email).ToList())
            if (Changed(person.Addresses, email, to, only) is var (addresses, before))
                entries.Put(person, person with { Addresses = addresses }, person.Name ?? email, Change(email, before, to));
        foreach (var member in entries.Known.Named<MemberEntry>(EntryKind.Member, email).ToList())
            if (Changed(member.Addresses, email, to, only) is var (addresses, before))
                entries.Put(member, member with { Addresses = addresses }, member.Name, Change(email, before, to));
    }

    private static FieldChange Change(string email, Reachability before, Reachability to) =>
        new(string.Create(CultureInfo.InvariantCulture, $"reachability of {email}"), before.ToString(), to.ToString());

    private static (IReadOnlyList<PersonAddress>, Reachability)? Changed(IReadOnlyList<PersonAddress> addresses, string email, Reachability to, Func<Reachability, bool>? only)
    {
        var at = addresses.ToList().FindIndex(address => address.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
        if (at < 0 || addresses[at].Reachability == to || only?.Invoke(addresses[at].Reachability) == false) return null;
        return ([.. addresses.Select((address, index) => index == at ? address with { Reachability = to } : address)], addresses[at].Reachability);
    }
}
