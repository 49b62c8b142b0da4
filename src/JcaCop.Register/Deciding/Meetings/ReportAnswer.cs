using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Reads what the chairman sends in answer to our request for a report: the file is the report, however little the mail says of it.</summary>
internal static class ReportAnswer
{
    private const string Reminder = "report-reminder";

    /// <summary>The reading with the report that was asked for; as it was, where the mail answers no such request, or its sender may send none.</summary>
    public static MailReading Read(MailReading reading, AnsweredLetter? thread, Known known, IReadOnlyCollection<string> officers) =>
        reading.Mail.Sender is { } sender && officers.Contains(sender.Email, StringComparer.OrdinalIgnoreCase) && AnswersRequest(thread, sender.Email, known)
            ? ReportReader.AsAnswer(reading) : reading;

    /// <summary>Whether a mail answers our request for a report, or a reminder of it, that went to whoever writes.</summary>
    public static bool AnswersRequest(AnsweredLetter? thread, string? sender, Known known) =>
        thread is not null && thread.Recipient.Equals(sender, StringComparison.OrdinalIgnoreCase)
        && (thread.Kind == MeetingLetters.ReportRequest || (thread is { Kind: Reminder, About: { Kind: EntryKind.Meeting, Id: var id } }
            && known.Filed<MeetingEntry>(EntryKind.Meeting, id) is { Report.State: ReportState.Awaited or ReportState.Rejected }));
}
