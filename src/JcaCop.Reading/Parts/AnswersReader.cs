using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Sorting;

namespace JcaCop.Reading.Parts;

/// <summary>Tells what a mail answers: circular, liaison statement, meeting.</summary>
/// <remarks>The subject and the new words tell first, then the words that are quoted. A machine's mail answers no meeting.</remarks>
public static class AnswersReader
{
    public static Answers Tell(ReceivedMail mail, Finding sort, string language)
    {
        var subject = ReferenceWords.Index.FindLongest(mail.Subject);
        var inSubject = First(Circulars.Find(mail.Subject, subject));
        if (sort.Kind != MailKind.Human)
            return (inSubject ?? Undelivered(mail, sort)) is { } told ? new Answers(told, null, null) : Answers.Nothing;

        var fresh = ReferenceWords.Index.FindLongest(mail.Body.Readable);
        var further = Further(mail.Subject, subject) is { Count: > 0 } inHead ? inHead : Further(mail.Body.Readable, fresh);
        var circular = inSubject ?? First(Circulars.Find(mail.Body.Readable, fresh)) ?? First(Circulars.Find(mail.Body.Text)) ?? Attached(mail);
        var (meeting, said) = MeetingAnswered.Tell(mail, subject, fresh, language);
        return new Answers(circular, LiaisonAnswered(mail), meeting) { MeetingIsSupposed = !said, AlsoCirculars = [.. further.Where(number => number != circular)], Numbers = [.. MeetingNumbers.Find(mail.Subject), .. MeetingNumbers.Find(mail.Body.Readable)] };
    }

    /// <summary>A bounce brings back the head of our own letter, and with it the subject.</summary>
    private static string? Undelivered(ReceivedMail mail, Finding sort) =>
        sort.Kind is not (MailKind.Bounce or MailKind.Delayed) ? null
            : First(Circulars.Find(mail.Body.Text.Length > 20_000 ? mail.Body.Text[..20_000] : mail.Body.Text)) ?? (ReportParts.Returned(mail.Mime)?.Subject is { Length: > 0 and < 1000 } returned ? First(Circulars.Find(returned)) : null);

    private static string? First(IReadOnlyList<Mention<string>> found) => found.Count == 0 ? null : found[0].Value;

    private static readonly HashSet<int> NoDates = [];

    /// <summary>All circulars of the first reference that names several; empty where none does.</summary>
    private static List<string> Further(string text, IReadOnlyList<PhraseHit<ReferenceWord>> words)
    {
        HashSet<int>? dates = null;
        foreach (var circular in Circulars.Find(text, words))
            if (CircularLists.After(text, circular, NoDates).Count > 0 && CircularLists.After(text, circular, dates ??= [.. Dates.Find(text).Select(date => date.Start)]) is { Count: > 0 } more) return [.. more.Select(next => next.Value).Prepend(circular.Value).Distinct()];
        return [];
    }

    /// <summary>A form that came as an attachment names the circular in its head.</summary>
    private static string? Attached(ReceivedMail mail) =>
        mail.Attachments.Where(attachment => attachment.Text is { Length: > 0 })
            .Select(attachment => First(Circulars.Find(attachment.Text!.Length > 3000 ? attachment.Text[..3000] : attachment.Text)))
            .FirstOrDefault(number => number is not null);

    /// <summary>The number behind "in reply to", in a liaison statement's own field or in the subject and text of any mail.</summary>
    private static string? LiaisonAnswered(ReceivedMail mail)
    {
        if (Liaisons.MayBe(mail) && Liaisons.AnsweredBy(mail) is { } answered) return answered;
        return AfterReply(mail.Subject) ?? AfterReply(mail.Body.Readable);
    }

    private static string? AfterReply(string text)
    {
        if (!LiaisonReferences.MayOccur(text)) return null;
        foreach (var hit in ReferenceWords.Index.FindLongest(text))
        {
            if (hit.Value != ReferenceWord.ReplyTo) continue;
            var end = text.AsSpan(hit.End, Math.Min(90, text.Length - hit.End)).IndexOf("\n\n");
            if (LiaisonReferences.First(text, hit.End, end < 0 ? 90 : end) is { } reference && reference.Value.Contains("LS", StringComparison.Ordinal)) return reference.Value;
        }
        return null;
    }
}
