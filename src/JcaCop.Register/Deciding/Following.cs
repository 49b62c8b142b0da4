using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;

namespace JcaCop.Register.Deciding;

/// <summary>Which further entries must be loaded to judge a batch, once the entries that its mails name are known.</summary>
internal static class Following
{
    /// <summary>What the members owe, what they answered to the calls, and what follows from liaison statements and meetings.</summary>
    /// <returns>Keys made by <see cref="FiledKey"/>.</returns>
    public static IReadOnlyCollection<string> Keys(Known known)
    {
        var members = known.All<MemberEntry>().ToList();
        var calls = known.All<CallEntry>().ToList();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            Add(EntryKind.Obligation, ObligationEntry.OwedBy(EntryKind.Member, member.Id));
            foreach (var call in calls)
            {
                Add(EntryKind.Obligation, ObligationEntry.Between(EntryKind.Call, call.Id, member.Id));
                Add(EntryKind.Answer, AnswerEntry.KeyOf(call.Id, member.Id, null));
            }
        }
        foreach (var liaison in known.All<LiaisonEntry>()) Add(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Liaison, liaison.Id));
        foreach (var meeting in known.All<MeetingEntry>())
        {
            Add(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Meeting, meeting.Id));
            Add(EntryKind.Document, DocumentEntry.ReportOf(meeting.Id));
            Add(EntryKind.Document, DocumentEntry.AwaitedFor(meeting.Id));
        }
        foreach (var person in known.Persons) Add(EntryKind.Obligation, ObligationEntry.OwedBy(EntryKind.Person, person.Id));
        if (known.All<MeetingEntry>().Any())
            foreach (var person in known.Persons) Add(EntryKind.Registration, RegistrationEntry.OfPerson(person.Id));
        return keys;

        void Add(EntryKind kind, string name)
        {
            if (FiledKey.Of(kind, name) is { } key) keys.Add(key);
        }
    }
}
