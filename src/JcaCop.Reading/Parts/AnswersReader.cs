using JcaCop.Reading.Lexicons;

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
            return inSubject is null ? Answers.Nothing : new Answers(inSubject, null, null);

        var fresh = ReferenceWords.Index.FindLongest(mail.Body.Readable);
        var circular = inSubject ?? First(Circulars.Find(mail.Body.Readable, fresh)) ?? First(Circulars.Find(mail.Body.Text));
        return new Answers(circular, LiaisonAnswered(mail), MeetingAnswered.Tell(mail, subject, fresh, language));
    }

    private static string? First(IReadOnlyList<Mention<string>> found) => found.Count == 0 ? null : found[0].Value;

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
