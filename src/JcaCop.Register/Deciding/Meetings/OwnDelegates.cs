using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Reads what a house says of those whom it has registered, in words that name neither meeting nor surname: "Ben cannot travel after all", "she will be replaced by …" (docs/decisions/0147).</summary>
internal static class OwnDelegates
{
    /// <summary>The reading with regrets and substitutes; as it was, where it speaks of nobody whom the house, or the writer, has registered for a meeting to come.</summary>
    public static MailReading Read(MailReading reading, MailContext mail, Known known)
    {
        if (mail.IsFromOfficer || !KnownComers.MayTell(reading)) return reading;
        var coming = known.All<RegistrationEntry>().Where(entry => entry is { Live: true, PersonId: not null } && known.Filed<MeetingEntry>(EntryKind.Meeting, entry.MeetingId)?.IsComing(mail.At) == true
            && NamedParticipant.IsOwn(entry, mail, known)).ToList();
        if (coming.Count == 0) return reading;
        var persons = known.PersonsWithEmail(mail.Sender).Select(person => (long?)person.Id).ToHashSet();
        return KnownComers.Read(reading, name => [.. Meant(name).Select(entry => entry.Name).Distinct(StringComparer.Ordinal)],
            name => ShortName.IsSurnameAlone(name) && Meant(name).Exists(entry => !IsOfHouse(entry, mail, known)), coming.Find(entry => persons.Contains(entry.PersonId))?.Name);

        // One word is what colleagues call each other: in another ministry of the State it may be somebody else.
        List<RegistrationEntry> Meant(string name)
        {
            var all = ShortName.Meant(name, coming, entry => entry.Name).ToList();
            return ShortName.IsSurnameAlone(name) && all.FindAll(entry => IsOfHouse(entry, mail, known)) is { Count: > 0 } own ? own : all;
        }
    }

    /// <summary>Whether the writer's own house registered the delegate, or the delegate is of that house.</summary>
    internal static bool IsOfHouse(RegistrationEntry entry, MailContext mail, Known known) =>
        House.IsOne(entry.ToldBy, mail.Sender) || known.Person(entry.PersonId)?.Addresses.Any(address => House.IsOne(address.Email, mail.Sender)) == true
        || NameKey.Of(entry.Organization) is { Length: > 0 } house && new[] { mail.Respondent?.Organization, mail.Speaker?.Name, mail.Speaker?.Body }.Any(own => NameKey.Of(own) == house);
}
