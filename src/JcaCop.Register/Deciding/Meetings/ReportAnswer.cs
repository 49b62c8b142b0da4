using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Reads what the chairman sends in answer to our request for a report: the file is the report, however little the mail says of it, and however much the file tells.</summary>
public static class ReportAnswer
{
    private const string Reminder = "report-reminder";

    /// <summary>The reading with the report that was asked for; as it was, where the mail answers no such request, or its sender may send none.</summary>
    public static MailReading Read(MailReading reading, AnsweredLetter? thread, Known known, IReadOnlyCollection<string> officers)
    {
        if (reading.Mail.Sender is not { } sender || !officers.Contains(sender.Email, StringComparer.OrdinalIgnoreCase) || !AnswersRequest(thread, sender.Email, known)) return reading;
        // The draft that went out with the request comes back completed: its agenda, participants and activities are no entries of the chairman's.
        var told = reading.Items.Where(item => item is Report || !IsOfFile(item)).ToList();
        if (reading.Items.Where(IsOfFile).SelectMany(item => item.Evidence).Select(one => one.Source).Distinct(StringComparer.Ordinal).Count() > 1) told = [.. reading.Items];
        var answered = ReportReader.AsAnswer(reading with { Items = told });
        return answered.Items is [Report] ? answered : reading;
    }

    /// <summary>All that is known of it stands in a file.</summary>
    internal static bool IsOfFile(Item item) => item.Evidence.Count > 0 && item.Evidence.All(one => one.Source is not null);

    /// <summary>Whether a mail answers our request for a report, or a reminder of it, that went to whoever writes.</summary>
    public static bool AnswersRequest(AnsweredLetter? thread, string? sender, Known known) =>
        thread is not null && thread.Recipient.Equals(sender, StringComparison.OrdinalIgnoreCase)
        && (thread.Kind == MeetingLetters.ReportRequest || (thread is { Kind: Reminder, About: { Kind: EntryKind.Meeting, Id: var id } }
            && known.Filed<MeetingEntry>(EntryKind.Meeting, id) is { Report.State: ReportState.Awaited or ReportState.Rejected }));
}
