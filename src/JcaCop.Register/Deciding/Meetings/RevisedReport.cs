using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Reads a new text of a report that is on file, which the chairman or the secretariat sends outside the thread of our request: "attached is Rev.1", <c>DOC065_Rev1.docx</c>.</summary>
internal static class RevisedReport
{
    /// <summary>The reading with the report; as it was, where the mail carries no single file, says nothing of a revision, or may mean several reports.</summary>
    public static MailReading Read(MailReading reading, AnsweredLetter? thread, Known known, IReadOnlyCollection<string> officers)
    {
        if (reading.Sort.Kind != MailKind.Human || reading.Mail.Sender is not { } sender || !officers.Contains(sender.Email, StringComparer.OrdinalIgnoreCase)
            || reading.Items.Any(static item => item is not (Contribution or Report { Meeting: null }) && !ReportAnswer.IsOfFile(item))
            || ReportAnswer.AnswersRequest(thread, sender.Email, known) || reading.Mail.Attachments.Where(static file => file.Listed).ToList() is not [{ Name: var file }]) return reading;
        if (!DocumentNumber.TellsRevision(file) && !DocumentNumber.TellsRevision(reading.Mail.Subject) && !ReportReader.SaysRevised(reading)) return reading;
        var reports = known.All<MeetingEntry>().Where(meeting => meeting.Report.State != ReportState.Awaited)
            .Select(meeting => (Meeting: meeting, Document: known.Filed<DocumentEntry>(EntryKind.Document, meeting.Report.DocumentId)))
            .Where(static one => one.Document is { State: not DocumentState.Withdrawn }).ToList();
        var numbered = DocumentNumber.KeysIn(file).Concat(DocumentNumber.KeysIn(reading.Mail.Subject)).ToHashSet(StringComparer.Ordinal);
        var named = reports.Where(one => DocumentNumber.KeyOf(one.Document!.Number) is { } key && numbered.Contains(key)).ToList();
        // Without a number the words must say that it is a report, and only one be on its way.
        if (named.Count == 0 && (ReportReader.SaysRevised(reading) || ReportReader.IsReport(file))) named = [.. reports.Where(static one => one.Meeting.Report.State != ReportState.Distributed)];
        if (named is not [var (meant, document)]) return reading;
        return ReportReader.AsAnswer(reading with { Items = [] }) is { Items: [Report told] } answered
            ? answered with { Items = [told with { Meeting = meant.Time.FirstDay, Title = document!.Title }] } : reading;
    }
}
