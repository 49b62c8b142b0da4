using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Tells whether a document that comes is a new one or another text of one that is known.</summary>
internal static class DocumentMatch
{
    /// <returns>Null where it is a new one.</returns>
    public static DocumentEntry? Find(string? title, string? source, IReadOnlyList<string> files, long? meetingId, MailContext mail, Known known) =>
        Numbered(title, files, mail, known)
        ?? known.Named<DocumentEntry>(EntryKind.Document, title).FirstOrDefault(document =>
            document.MeetingId == meetingId && document.State != DocumentState.Withdrawn && document.Sort == DocumentSort.Contribution && SameSource(document, source, mail));

    /// <summary>The document whose number title, subject or file bears, as its own and not as what it is about.</summary>
    public static DocumentEntry? Numbered(string? title, IReadOnlyList<string> files, MailContext mail, Known known)
    {
        IReadOnlyList<string?> texts = [title, .. files, mail.Subject];
        return texts.SelectMany(DocumentNumber.KeysIn).Distinct(StringComparer.Ordinal)
            .SelectMany(key => known.Named<DocumentEntry>(EntryKind.Document, key))
            .FirstOrDefault(document => document.State != DocumentState.Withdrawn && texts.Any(text => DocumentNumber.IsTitleOf(text, document.Number)));
    }

    /// <summary>Somebody sends a new text of what somebody else submitted.</summary>
    public static string? Doubt(string? title, string? source, IReadOnlyList<string> files, MailContext mail, Known known) =>
        Numbered(title, files, mail, known) is { } document && !SameSource(document, source, mail)
            ? $"it would be a new text of {document.Number}, which {document.Source ?? document.Revisions[0].By} submitted" : null;

    /// <summary>
    /// Which text is the newer one is not plain: a revised text comes of which no first one is on record (it may wait), or an older one comes late.
    /// </summary>
    public static string? Order(Contribution told, MeetingEntry meeting, MailContext mail, Known known)
    {
        if (told.Files.Count == 0) return null;
        var title = told.Title ?? ArchiveName.TitleOf(told.Files[0], null);
        var source = told.Source ?? mail.Respondent?.Organization ?? mail.Respondent?.Body ?? (mail.IsFromOfficer ? null : mail.Speaker?.Name);
        if (Find(title, source, told.Files, meeting.Id, mail, known) is { } document)
            return Later(document, mail) is { } later ? $"a later text of it, of {later}, is on file as {document.Cited}" : null;
        return told.Files.Append(told.Title).Append(mail.Subject).Any(DocumentNumber.TellsRevision) && (title is null || ContributionSteps.Announced(title, meeting, mail, known) is null)
            ? "it says that it is a revised text, and no earlier one is on record" : null;
    }

    /// <summary>The day of the newest text, where that came after the mail.</summary>
    private static string? Later(DocumentEntry document, MailContext mail) => document.Newest is { } newest && newest.At > mail.At
        && !document.Revisions.Any(revision => revision.Files.Any(file => file.MessageId == mail.MessageId))
        ? newest.At.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Why an older text cannot be filed over a newer one.</summary>
    public static string? Obstacle(Contribution told, MeetingEntry? meeting, MailContext mail, Known known)
    {
        var source = told.Source ?? mail.Respondent?.Organization ?? mail.Respondent?.Body ?? (mail.IsFromOfficer ? null : mail.Speaker?.Name);
        return told.Files.Count > 0 && meeting is not null && Find(told.Title ?? ArchiveName.TitleOf(told.Files[0], null), source, told.Files, meeting.Id, mail, known) is { } document
            && Later(document, mail) is { } later
            ? $"a later text of it, of {later}, is on file as {document.Cited}; reject it" : null;
    }

    /// <summary>One source by name, or one sender, or two people of one house. A number that was only reserved is for whoever sends the text.</summary>
    private static bool SameSource(DocumentEntry document, string? source, MailContext mail)
    {
        if (document.Revisions.Count == 0 && (document.Source is null || source is null)) return true;
        if (document.Source is { } known && source is not null && NameKey.Of(known) == NameKey.Of(source)) return true;
        return mail.Sender is { } sender && document.Revisions.Any(revision => revision.By is { } by && SameHouse(by, sender));
    }

    /// <summary>One address, or two of one house; not two that share a provider of free mail.</summary>
    public static bool SameHouse(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase) || (!Domains.IsFreeMail(Domain(one)) && Domains.Owner(Domain(one)) == Domains.Owner(Domain(other)));

    private static string Domain(string address) => new MailAddress(null, address).Domain;
}
