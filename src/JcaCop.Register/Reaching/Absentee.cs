using JcaCop.Reading;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Reaching;

/// <summary>Tells at which addresses somebody is away: by a name that the mail gives, by the letter that it answers, by its sender.</summary>
/// <remarks>
/// A Message-ID proves that its writer has seen our letter, and no more: whoever answers to all shows it to others. So a letter counts for its
/// addressee only where the reply comes from there, from the same house, or from another address of the same person or member.
/// </remarks>
internal static class Absentee
{
    /// <param name="letter">That the reply answers; null where none is known.</param>
    /// <param name="officers">Addresses of the chairman and the secretariat: they owe by their office, and need be no entry of the register.</param>
    /// <returns>As the register spells them; empty where it cannot be told, or where the register has nothing to do with whom it is.</returns>
    public static IReadOnlyList<string> AddressesOf(MailReading reading, AnsweredLetter? letter, Known known, IReadOnlyCollection<string> officers)
    {
        if (reading.Mail.Sender is not { } sender || reading.Sort.Absence is not { } told) return [];
        if (told.Of is { } name)
        {
            if (known.PersonsNamed(name).Where(person => person.Addresses.Any(address => OfOneHouse(address.Email, sender.Email) || Shared(address.Email, sender.Email, known))).ToList() is [var only])
                return [.. only.Addresses.Where(address => address.Reachability != Reachability.Unreachable).Select(address => address.Email)];
            // Who writes of a colleague reads the mail of the office: only a machine's word is one on its own mailbox.
            if (reading.Sort.ByTextAlone) return [];
        }
        var written = letter is not null && IsOf(letter.Recipient, sender, known) ? letter.Recipient : sender.Email;
        return officers.Any(officer => Same(officer, written)) || Concerns(written, known) ? [written] : [];
    }

    /// <summary>The reply may come from another address than we wrote to; what counts is where we wrote.</summary>
    private static bool IsOf(string recipient, MailAddress sender, Known known)
    {
        if (Same(recipient, sender.Email) || Shared(recipient, sender.Email, known)) return true;
        // A colleague who is on record is away for himself or herself.
        if (known.PersonsWithEmail(sender.Email).Any()) return false;
        return OfOneHouse(recipient, sender.Email) || sender.Name is { } name && known.PersonsWithEmail(recipient).Any(person => NameKey.Of(person.Name) is { Length: > 0 } key && key == NameKey.Of(name));
    }

    /// <summary>Both are addresses of one person, or of one member where they are no two persons'.</summary>
    private static bool Shared(string one, string other, Known known)
    {
        var persons = known.PersonsWithEmail(other).ToList();
        return persons.Exists(person => Has(person.Addresses, one)) || persons.Count == 0 && known.Named<MemberEntry>(EntryKind.Member, other).Any(member => Has(member.Addresses, one));
    }

    private static bool OfOneHouse(string one, string other)
    {
        var (mine, theirs) = (new MailAddress(null, one).Domain, new MailAddress(null, other).Domain);
        return mine.Length > 0 && theirs.Length > 0 && !Domains.IsFreeMail(mine) && Domains.Owner(mine).Equals(Domains.Owner(theirs), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whoever only announced something, or registered somebody, is no entry of the register, and is reminded all the same.</summary>
    private static bool Concerns(string address, Known known) => known.PersonsWithEmail(address).Any() || known.Named<MemberEntry>(EntryKind.Member, address).Any()
        || known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.OwedBy(address)).Any() || known.Named<RegistrationEntry>(EntryKind.Registration, RegistrationEntry.ToldByKey(address)).Any();

    private static bool Has(IReadOnlyList<PersonAddress> addresses, string email) => addresses.Any(address => Same(address.Email, email));

    private static bool Same(string one, string other) => Texts.FoldAddress(one) == Texts.FoldAddress(other);
}
