using System.Globalization;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>
/// The way of an announced contribution: its number is reserved, and whoever announced it owes the text until the meeting's deadline for
/// contributions. The text settles it, in time or late; a meeting that is over or called off awaits nothing more.
/// </summary>
internal static class ContributionSteps
{
    /// <summary>Nothing is owed where no text is awaited, where nobody is known who could be asked for it, or where the deadline is over.</summary>
    public static void Owe(DocumentEntry document, MeetingEntry meeting, Debtor? debtor, EntryDraft entries)
    {
        if (debtor is null || document is not { State: DocumentState.Reserved, Sort: DocumentSort.Contribution } || entries.At > meeting.ContributionsUntil) return;
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

    /// <summary>The deadline has moved with the meeting, or with its limits.</summary>
    public static void Move(MeetingEntry meeting, EntryDraft entries)
    {
        foreach (var owed in Owed(meeting.Id, entries.Known).Where(owed => owed.Deadline != Until(meeting)))
        {
            var after = owed with { Deadline = Until(meeting) };
            entries.Put(owed, after, $"{owed.Title}: {owed.Debtor.Name}", [.. FieldChanges.Between(owed, after)]);
        }
    }

    /// <summary>The meeting is over or called off.</summary>
    public static void Waive(MeetingEntry meeting, EntryDraft entries)
    {
        foreach (var owed in Owed(meeting.Id, entries.Known))
            Obligations.Close(owed, ObligationState.Waived, entries.At, $"{meeting.Title}: {meeting.Standing.ToLowerInvariant()}", entries);
    }

    /// <summary>The one announced contribution that the sender still owes; null where there is none, or where several could be meant.</summary>
    public static DocumentEntry? Announced(MeetingEntry meeting, MailContext mail, Known known) =>
        mail.Sender is { } sender && Owed(meeting.Id, known).Where(owed => Owes(owed.Debtor, sender, known)).ToList() is [var only]
            ? known.Filed<DocumentEntry>(EntryKind.Document, only.DocumentId) is { State: DocumentState.Reserved } document ? document : null : null;

    private static bool Owes(Debtor debtor, string sender, Known known) =>
        SameHouse(debtor.Email, sender)
        || (known.Person(debtor.PersonId)?.Addresses.Any(address => SameHouse(address.Email, sender)) ?? false)
        || (known.Filed<MemberEntry>(EntryKind.Member, debtor.MemberId)?.Addresses.Any(address => SameHouse(address.Email, sender)) ?? false);

    private static bool SameHouse(string? one, string other) => one is not null && DocumentMatch.SameHouse(one, other);

    private static List<ObligationEntry> Owed(long? meetingId, Known known) => meetingId is not { } id ? [] :
        [.. known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Meeting, id)).Where(owed => owed is { Live: true, Matter: ObligationMatter.SendContribution })];

    private static Deadline Until(MeetingEntry meeting) => new(
        meeting.ContributionsUntil, string.Create(CultureInfo.InvariantCulture, $"{meeting.Limits.Contributions} calendar days before the opening, end of day {meeting.Time.Zone}"));
}
