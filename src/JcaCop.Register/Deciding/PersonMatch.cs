using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Tells whether two mentions mean one person.</summary>
public static class PersonMatch
{
    /// <summary>The person of the register whom the mail means; null where it is somebody new.</summary>
    /// <param name="organizationId">Organization that the mail gives the person, where it does.</param>
    /// <param name="house">In which the mail places the person; null where nothing is known of it.</param>
    /// <remarks>
    /// An address alone proves nothing where names differ: ministries share mailboxes. A name alone suffices within one organization or house, or where
    /// nothing else is known on one side.
    /// </remarks>
    internal static PersonEntry? Find(string? name, string? email, long? organizationId, Known known, House? house = null)
    {
        if (At(email, name, organizationId, known) is { } there) return there;
        foreach (var person in known.PersonsNamed(name))
        {
            if (organizationId is not null && person.OrganizationId == organizationId) return person;
            if ((organizationId is null || person.OrganizationId is null) && (email is null || person.Addresses.Count == 0) && house?.MayBeThatOf(person, known) != false) return person;
        }
        return null;
    }

    /// <summary>Whoever is reached at the address and may be meant. Where several are and no name is told, the organization decides; a guess would give one the details of another.</summary>
    private static PersonEntry? At(string? email, string? name, long? organizationId, Known known)
    {
        var reached = known.PersonsWithEmail(email).Where(person => !Differ(person.Name, name)).ToList();
        if (reached.Count <= 1) return reached.FirstOrDefault();
        var nameless = reached.Find(person => person.Name is null);
        if (name is not null) return reached.Find(person => person.Name is not null) ?? nameless;
        return reached.Where(person => organizationId is not null && person.OrganizationId == organizationId).ToList() is [var only] ? only : nameless;
    }

    /// <summary>Whether both names are told and neither is the other in another order or a shorter form.</summary>
    public static bool Differ(string? one, string? other)
    {
        if (one is null || other is null) return false;
        var first = NameKey.Of(one).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var second = NameKey.Of(other).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return first.Count > 0 && second.Count > 0 && !first.IsSubsetOf(second) && !second.IsSubsetOf(first) && !ShortName.Fits(one, other, cases: false);
    }
}
