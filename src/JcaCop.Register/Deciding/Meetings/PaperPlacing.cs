using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Files contributions and reports that come by mail under their numbers.</summary>
internal static class PaperPlacing
{
    public static void Place(Contribution told, MailContext mail, EntryDraft entries)
    {
        if (MeetingMatch.Find(told.Meeting, mail, entries.Known).Meeting is not { } meeting) return;
        // Whoever speaks for a member by an address, a seat or a domain on record sends the member's text, where the mail names nobody.
        var source = told.Source ?? mail.Respondent?.Organization ?? mail.Respondent?.Body ?? (mail.IsFromOfficer ? null : mail.Speaker?.Name);
        if ((told.Title ?? ArchiveName.TitleOf(told.Files is [var file, ..] ? file : null, null)) is not { } title) return;
        var text = new NewText(title, DocumentSort.Contribution, source, mail.Sender, mail.At > meeting.ContributionsUntil, mail.MessageId, Sent(told.Files, mail)) { Owner = Announcer(told, source, mail, entries.Known) };
        if (DocumentMatch.Find(title, source, told.Files, meeting.Id, mail, entries.Known) is { } document) DocumentFiling.Revise(document, text, entries);
        // A text often comes under another title than it was announced with.
        else if (told.Files.Count > 0 && ContributionSteps.Announced(title, meeting, mail, entries.Known) is { } announced) DocumentFiling.Revise(announced, text, entries);
        else DocumentFiling.Begin(meeting.Series, meeting, text, entries);
    }

    public static void Place(Report told, MailContext mail, EntryDraft entries)
    {
        var known = entries.Known;
        if (MeetingMatch.OfReport(told, mail, known).Meeting is not { } meeting) return;
        var text = new NewText(told.Title?.Trim() ?? $"Report of {meeting.Title}", DocumentSort.Report, null, mail.Sender, false, mail.MessageId, Sent(told.Files, mail));
        var before = known.Filed<DocumentEntry>(EntryKind.Document, meeting.Report.DocumentId)
            ?? DocumentMatch.Numbered(told.Title, told.Files, mail, known)
            ?? known.Named<DocumentEntry>(EntryKind.Document, DocumentEntry.ReportOf(meeting.Id)).FirstOrDefault(document => document.State != DocumentState.Withdrawn);
        var document = before is null ? DocumentFiling.Begin(meeting.Series, meeting, text, entries) : DocumentFiling.Revise(before, text, entries);
        if (ReferenceEquals(document, before)) return;
        // Whoever answers our request for the report holds a letter that went to the chairman alone. What is to replace a text that all have got is approved by a word.
        var answered = meeting.Report.State != ReportState.Distributed && ReportAnswer.AnswersRequest(mail.Thread, mail.Sender, known);
        ReportSteps.Receive(meeting, document, answered ? mail.Sender : null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"message {mail.MessageId}"), entries);
    }

    /// <summary>Whoever wrote is asked for the text: by name where the register knows the address. Where an officer of the group passes on what others announced, those are.</summary>
    private static Debtor? Announcer(Contribution told, string? source, MailContext mail, Known known)
    {
        if (mail.Sender is not { } sender) return null;
        if (mail.IsFromOfficer) return ContributionSteps.OwnerOf(told.Source, known);
        var person = known.PersonsWithEmail(sender).FirstOrDefault();
        return new Debtor(source ?? person?.Name ?? sender, mail.Respondent?.Country ?? known.Organization(person?.OrganizationId)?.Country, PersonId: person?.Id, Email: sender);
    }

    private static SentFile[] Sent(IReadOnlyList<string> files, MailContext mail) => [.. files.Select(file => new SentFile(file, mail.FileSizes.TryGetValue(file, out var size) ? size : null))];
}
