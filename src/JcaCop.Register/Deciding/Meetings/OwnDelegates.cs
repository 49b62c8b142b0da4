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
        return KnownComers.Read(reading, name => [.. ShortName.Meant(name, coming, entry => entry.Name).Select(entry => entry.Name).Distinct(StringComparer.Ordinal)],
            coming.Find(entry => persons.Contains(entry.PersonId))?.Name);
    }
}
