using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Reads beside the register who of a delegation stays registered and who does not, where one sentence says both.</summary>
internal static class KeptDelegates
{
    /// <summary>The reading with a withdrawal for each who goes; as it was, where it speaks of anybody whom the writer's house has not registered for a meeting to come, or for several.</summary>
    public static MailReading Read(MailReading reading, MailContext mail, Known known)
    {
        if (mail.IsFromOfficer || !KeptComers.MayTell(reading)) return reading;
        var coming = known.All<RegistrationEntry>().Where(entry => entry is { Live: true, PersonId: not null, Name.Length: > 1 }
            && known.Filed<MeetingEntry>(EntryKind.Meeting, entry.MeetingId)?.IsComing(mail.At) == true && OwnDelegates.IsOfHouse(entry, mail, known)).ToList();
        if (MeetingMatch.Find(reading.Answers.Meeting, mail, known).Meeting is { } meant) coming.RemoveAll(entry => entry.MeetingId != meant.Id);
        return coming.Count > 1 && coming.TrueForAll(entry => entry.MeetingId == coming[0].MeetingId)
            ? KeptComers.Read(reading, [.. coming.Select(static entry => entry.Name).OfType<string>().Distinct(StringComparer.Ordinal)]) : reading;
    }
}
