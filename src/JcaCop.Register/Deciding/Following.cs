using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;

namespace JcaCop.Register.Deciding;

/// <summary>Which further entries must be loaded to judge a batch, once the entries that its mails name are known.</summary>
internal static class Following
{
    /// <returns>Keys made by <see cref="FiledKey"/>.</returns>
    public static IReadOnlyCollection<string> Keys(Known known) =>
    [
        .. known.All<LiaisonEntry>().Select(liaison => FiledKey.Of(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Liaison, liaison.Id))).OfType<string>(),
        .. known.All<MemberEntry>().Select(member => FiledKey.Of(EntryKind.Obligation, ObligationEntry.OwedBy(EntryKind.Member, member.Id))).OfType<string>(),
        .. known.All<MeetingEntry>().Select(meeting => FiledKey.Of(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Meeting, meeting.Id))).OfType<string>(),
        .. known.All<MeetingEntry>().Select(meeting => FiledKey.Of(EntryKind.Document, DocumentEntry.ReportOf(meeting.Id))).OfType<string>(),
        .. known.All<MeetingEntry>().Any() ? known.Persons.Select(person => FiledKey.Of(EntryKind.Registration, RegistrationEntry.OfPerson(person.Id))).OfType<string>() : [],
    ];
}
