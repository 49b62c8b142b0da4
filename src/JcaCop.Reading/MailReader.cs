using JcaCop.Reading.Accepting;
using JcaCop.Reading.Attachments;
using JcaCop.Reading.Explaining;
using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Sorting;
using JcaCop.Reading.Text;
using MimeKit;

namespace JcaCop.Reading;

/// <summary>Bytes in, records out. No clock, database, network or setting: the same bytes always give the same reading.</summary>
public static class MailReader
{
    /// <summary>The text that is searched for items, in UTF-16 units; what a mail says beyond some forty pages a person must read.</summary>
    private const int MostRead = 100_000;

    /// <summary>A line of a mail is at most 998 characters (RFC 5322, 2.1.1); a subject that was made longer is searched by many and must cost no more than a letter.</summary>
    private const int MostSubject = 4000;

    /// <summary>Reads one mail whole.</summary>
    /// <exception cref="FormatException">The bytes are no mail at all; the message says why.</exception>
    public static MailReading Read(Stream raw, CancellationToken stop = default)
    {
        var mime = Envelopes.Open(RawMail.Parse(raw, stop));
        var mail = Open(mime);
        return Read(mail, MailSorter.Sort(mail));
    }

    /// <summary>The same mail read as what a person wrote: where what it answers tells more than its words.</summary>
    internal static MailReading OfPerson(MailReading reading) => Read(reading.Mail, Finding.Human);

    private static MailReading Read(ReceivedMail mail, Finding sort)
    {
        var context = ContextOf(mail, sort);
        var (language, respondent, answers) = (context.Language, context.Respondent, context.Answers);
        if (sort.Kind != MailKind.Human)
            return new MailReading(mail, sort, language, respondent, answers, false, []);

        var items = ItemReaders.Read(context);
        answers = Met(answers, items);
        respondent = RespondentSettled.Of(context, items);
        var reasons = Attention.Reasons(context, items);
        var invitation = items.All(static item => item is Representative or Activity or Correction) ? InvitationReader.Find(context) : null;
        if (mail.Body.Readable.Length > MostRead) reasons = [.. reasons, $"only the first {MostRead} of {mail.Body.Readable.Length} characters were searched"];
        foreach (var file in mail.Attachments)
            if (file is { Listed: true, Text: not null, Problem: not null }) reasons = [.. reasons, $"{file.Name}: {file.Problem}"];
        return new MailReading(mail, sort, language, respondent, answers, reasons.Count > 0,
            [.. Acceptance.Judge(context, items, reasons.Count).Select(item => Anchors.In(mail.Body, item))])
            { AttentionReasons = reasons, Declines = DeclineReader.Read(context, items), Invitation = invitation?.Answer };
    }

    /// <summary>A day that is only supposed to be a meeting's counts where somebody comes to it, stays away or sends papers for it; who puts forward organizations, seats or activities and nothing else answers no meeting.</summary>
    private static Answers Met(Answers answers, IReadOnlyList<Item> items)
    {
        if (answers.Meeting is null)
            return items.OfType<Report>().FirstOrDefault()?.Meeting is { } reported ? answers with { Meeting = reported }
                : items.Count > 0 && items.All(static item => item is Registration { Meeting: not null } or Regret { Meeting: not null }) && items.Select(static item => (item as Registration)?.Meeting ?? ((Regret)item).Meeting).Distinct().ToList() is [{ } met]
                    ? answers with { Meeting = met } : answers;
        var attends = items.Any(item => item is Registration or Regret or Contribution or Report or Withdrawal { Of: WithdrawalOf.Registration });
        var puts = items.Count > 0 && items.All(item => item is Nomination or Representative or Activity or Questionnaire or Liaison);
        return answers.MeetingIsSupposed && !attends || puts ? answers with { Meeting = null } : answers;
    }

    /// <summary>What is known of a mail before its items are read.</summary>
    internal static ItemContext ContextOf(ReceivedMail mail, Finding sort)
    {
        var language = LanguageDetector.Detect(mail.Body, mail.Subject);
        return new ItemContext(mail, language, RespondentReader.Tell(mail, sort, language), AnswersReader.Tell(mail, sort, language),
            DelegationRanks.Blank(ModeFields.Settle(RoleBoxes.Settle(Head(mail.Body.Readable)))), DayOf(mail.WrittenAt));
    }

    /// <summary>Headers and body of a parsed mail, before anything is judged.</summary>
    public static ReceivedMail Open(MimeMessage mime)
    {
        var decoded = new MailHeaders(mime);
        var sender = decoded.Addresses(HeaderId.From) is [var first, ..] ? first : decoded.Addresses(HeaderId.Sender) is [var second, ..] ? second : null;
        var subject = decoded.Text(HeaderId.Subject);
        if (subject.Length > MostSubject) subject = subject[..MostSubject];
        var (to, cc) = (decoded.Addresses(HeaderId.To), decoded.Addresses(HeaderId.Cc));
        var body = BodyReader.Read(mime, subject, sender, to.Concat(cc));
        return new ReceivedMail(
            string.IsNullOrWhiteSpace(mime.MessageId) ? null : mime.MessageId,
            mime.Date == default ? null : mime.Date,
            sender,
            to, cc, decoded.Addresses(HeaderId.ReplyTo),
            subject,
            body with { Readable = Translated.Blank(body.Readable) },
            AttachmentReader.Read(mime),
            decoded.All(),
            mime)
        {
            AnswersTo = [.. new[] { mime.InReplyTo }.Concat(mime.References.Reverse()).Where(id => !string.IsNullOrEmpty(id)).Distinct()!],
        };
    }

    private static string Head(string text) => text.Length > MostRead ? text[..MostRead] : text;

    private static DateOnly? DayOf(DateTimeOffset? instant) => instant is { } at ? DateOnly.FromDateTime(at.DateTime) : null;
}
