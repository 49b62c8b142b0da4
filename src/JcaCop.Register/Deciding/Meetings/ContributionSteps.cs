using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>
/// The way of an announced contribution: its number is reserved, and whoever announced it owes the text until the meeting's deadline for
/// contributions. The text settles it, in time or late; a meeting that is over or called off awaits nothing more.
/// </summary>
internal static class ContributionSteps
{
    /// <summary>Nothing is owed where no text is awaited, where nobody is known who could be asked for it, where the deadline is over, or where the meeting is: one that was called off before its deadline awaits no text either.</summary>
    public static void Owe(DocumentEntry document, MeetingEntry meeting, EntryDraft entries)
    {
        if (document.Announcer is not { } debtor || document is not { State: DocumentState.Reserved, Sort: DocumentSort.Contribution } || entries.At > meeting.ContributionsUntil || meeting.State is MeetingState.Held or MeetingState.Cancelled) return;
        var owed = new ObligationEntry(
            entries.Known.NextNew(), entries.Known.Group, ObligationMatter.SendContribution, EntryKind.Meeting, meeting.Id, DocumentFiling.Title(document), debtor, Until(meeting),
            ObligationState.Open, entries.At, null, null) { DocumentId = document.Id };
        entries.Put(null, owed, $"{owed.Title}: {debtor.Name}", [.. FieldChanges.Between(null, owed)]);
    }

    /// <summary>The text has come.</summary>
    public static void Settle(DocumentEntry document, string by, EntryDraft entries)
    {
        foreach (var owed in Owed(document.MeetingId, entries.Known).Where(owed => owed.DocumentId == document.Id)) Obligations.Meet(owed, entries.At, by, entries);
    }

    /// <summary>No text will come.</summary>
    public static void Decline(DocumentEntry document, string who, EntryDraft entries)
    {
        foreach (var owed in Owed(document.MeetingId, entries.Known).Where(owed => owed.DocumentId == document.Id)) Obligations.Close(owed, ObligationState.Declined, entries.At, who, entries);
    }

    /// <summary>The deadline has moved with the meeting, or with its limits. What was announced when the old one was over is owed by the new one.</summary>
    public static void Move(MeetingEntry meeting, EntryDraft entries)
    {
        var owing = All(meeting.Id, entries.Known).Select(owed => owed.DocumentId).ToHashSet();
        foreach (var owed in Owed(meeting.Id, entries.Known).Where(owed => owed.Deadline != Until(meeting)))
        {
            var after = owed with { Deadline = Until(meeting) };
            entries.Put(owed, after, $"{owed.Title}: {owed.Debtor.Name}", [.. FieldChanges.Between(owed, after)]);
        }
        foreach (var document in entries.Known.Named<DocumentEntry>(EntryKind.Document, DocumentEntry.AwaitedFor(meeting.Id)).Where(document => !owing.Contains(document.Id)).ToList())
            Owe(document, meeting, entries);
    }

    /// <summary>The meeting is over or called off.</summary>
    public static void Waive(MeetingEntry meeting, EntryDraft entries)
    {
        foreach (var owed in Owed(meeting.Id, entries.Known))
            Obligations.Close(owed, ObligationState.Waived, entries.At, $"{meeting.Title}: {meeting.Standing.ToLowerInvariant()}", entries);
    }

    /// <summary>Who can be asked for a text of this source: the member, or the person, where the register knows an address; null where it does not.</summary>
    public static Debtor? OwnerOf(string? source, Known known) =>
        MemberDesk.Find(source, known) is { } member ? new Debtor(member.Name, member.Country, MemberId: member.Id, Language: member.Language)
        : known.PersonsNamed(source).Concat(known.PersonsWithEmail(source)).FirstOrDefault(person => person.Addresses.Count > 0) is { } person
            ? new Debtor(person.Name ?? source!, known.Organization(person.OrganizationId)?.Country, PersonId: person.Id) : null;

    /// <summary>Why what answers a reminder of a contribution cannot be filed away without a person: it may say that none will come, or when.</summary>
    /// <param name="item">Null where the mail as a whole is asked about, and none of its items is a text.</param>
    /// <returns>One sentence; null where it answers no such reminder, or brings a text, or is about something else.</returns>
    public static string? Doubt(Item? item, AnsweredLetter? answers) =>
        answers is { Kind: MeetingLetters.ContributionReminder } && item is null or Regret or Contribution { Files.Count: 0 } ? "it answers a reminder of a contribution, and brings no text of one" : null;

    /// <summary>
    /// The announced contribution that the sender still owes: of several the one whose title has most in common with that of the text. Null where there is none, or where several could be meant. A
    /// colleague's is not the sender's.
    /// </summary>
    public static DocumentEntry? Announced(string title, MeetingEntry meeting, MailContext mail, Known known) => AwaitedFrom(meeting, mail, known) is [var only] ? only : TitleKinship.Nearest(title, AwaitedFrom(meeting, mail, known));

    /// <summary>Several texts are awaited from the sender, and the title of this one points to none of them.</summary>
    /// <returns>One sentence; null where it is plain which one came, or that none is awaited.</returns>
    public static string? Unclear(Contribution told, MeetingEntry meeting, MailContext mail, Known known) =>
        told is { Files.Count: > 0, Title: { } title } && AwaitedFrom(meeting, mail, known) is { Count: > 1 } awaited
        && DocumentMatch.Find(title, told.Source, told.Files, meeting.Id, mail, known) is null && TitleKinship.Nearest(title, awaited) is null
            ? $"several contributions were announced from there, and its title is that of none: {string.Join("; ", awaited.Select(document => $"{document.Number} {document.Title}"))}" : null;

    private static List<DocumentEntry> AwaitedFrom(MeetingEntry meeting, MailContext mail, Known known) => mail.Sender is not { } sender ? []
        : [.. Owed(meeting.Id, known).Where(owed => Owes(owed.Debtor, sender, known)).Select(owed => known.Filed<DocumentEntry>(EntryKind.Document, owed.DocumentId)).OfType<DocumentEntry>()
            .Where(document => document.State == DocumentState.Reserved)];

    /// <summary>By the address from which it was announced, or as the same person or member at another.</summary>
    private static bool Owes(Debtor debtor, string sender, Known known) =>
        Same(debtor.Email, sender)
        || known.PersonsWithEmail(sender).Any(person => person.Id == debtor.PersonId || person.Addresses.Any(address => Same(debtor.Email, address.Email)))
        || (known.Filed<MemberEntry>(EntryKind.Member, debtor.MemberId)?.Addresses.Any(address => Same(address.Email, sender)) ?? false);

    private static bool Same(string? one, string other) => other.Equals(one, StringComparison.OrdinalIgnoreCase);

    private static List<ObligationEntry> Owed(long? meetingId, Known known) => [.. All(meetingId, known).Where(owed => owed.Live)];

    private static IEnumerable<ObligationEntry> All(long? meetingId, Known known) => meetingId is not { } id ? [] :
        known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Meeting, id)).Where(owed => owed.Matter == ObligationMatter.SendContribution);

    private static Deadline Until(MeetingEntry meeting) => new(
        meeting.ContributionsUntil, string.Create(CultureInfo.InvariantCulture, $"{meeting.Limits.Contributions} calendar days before the opening, end of day {meeting.Time.Zone}")) { Zone = meeting.Time.Zone };
}
