using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Sorting;

/// <summary>A mail with the signs that the questions of the sorter share; each is looked for once, and only when first asked for.</summary>
public sealed class MailSigns(ReceivedMail mail)
{
    /// <summary>An absence or a ticket says what it has to say at its head; a long mail is not read to its end for it.</summary>
    private const int HeadLength = 1600;

    /// <summary>No program writes a longer subject; a made one must not cost more than a letter.</summary>
    private const int SubjectLength = 600;

    private const int SearchedAhead = 10_000;

    private List<PhraseHit<Sign>>? subject;
    private List<PhraseHit<Sign>>? text;

    public ReceivedMail Mail => mail;

    /// <summary>The new text; the whole body where nothing of it passed for new.</summary>
    public string Text { get; } = mail.Body.ReplyText.Length > 0 ? mail.Body.ReplyText : mail.Body.Text;

    /// <summary>An empty sender, of the envelope or in From: no person's mail program writes one (RFC 5321, 4.5.5).</summary>
    public bool NullSender { get; } =
        (mail.Headers.TryGetValue("Return-Path", out var path) && path.AsSpan().Trim() is "<>" or "<MAILER-DAEMON>")
        || (mail.Headers.TryGetValue("From", out var from) && from.AsSpan().TrimEnd().EndsWith("<>"));

    /// <summary>From is the address of a mail system.</summary>
    public bool FromMailSystem { get; } = MachineSender.IsMailSystem(mail.Sender);

    public IReadOnlyList<PhraseHit<Sign>> InSubject => subject ??= SortingWords.Subjects.FindAll(mail.Subject.Length > SubjectLength ? mail.Subject[..SubjectLength] : mail.Subject);

    public IReadOnlyList<PhraseHit<Sign>> InText => text ??= Search();

    public string? Header(string name) => mail.Headers.TryGetValue(name, out var value) ? value : null;

    public bool SubjectHas(Sign sign)
    {
        foreach (var hit in InSubject)
            if (hit.Value == sign)
                return true;
        return false;
    }

    /// <summary>The phrase stands at the head of the subject, list tags before it not counted.</summary>
    public bool SubjectBegins(Sign sign)
    {
        var start = HeadOf(mail.Subject);
        foreach (var hit in InSubject)
            if (hit.Value == sign && hit.Start <= start)
                return true;
        return false;
    }

    /// <summary>How many different phrases of the sign the text holds.</summary>
    public int Count(Sign sign)
    {
        HashSet<string>? seen = null;
        foreach (var hit in InText)
            if (hit.Value == sign)
                (seen ??= new(StringComparer.OrdinalIgnoreCase)).Add(Text.Substring(hit.Start, hit.Length));
        return seen?.Count ?? 0;
    }

    public bool TextHas(Sign sign) => First(sign) is not null;

    /// <summary>The first phrase of the sign, as written; null where there is none.</summary>
    public string? First(Sign sign)
    {
        foreach (var hit in InText)
            if (hit.Value == sign)
                return Text.Substring(hit.Start, hit.Length);
        return null;
    }

    /// <summary>The whole body is searched first, where it is no book: who asks for a part of it later, as most readers do, finds it done.</summary>
    private List<PhraseHit<Sign>> Search()
    {
        if (mail.Body.Text.Length <= SearchedAhead) Folding.Fold(mail.Body.Text).Search();
        return SortingWords.Texts.FindAll(Folding.Head(Text, HeadLength));
    }

    private static int HeadOf(string subject)
    {
        var at = 0;
        while (at < subject.Length && (char.IsWhiteSpace(subject[at]) || subject[at] is '*' or '"' or '【')) at++;
        if (at < subject.Length && subject[at] == '[' && subject.IndexOf(']', at) is > 0 and var close) at = close + 1;
        while (at < subject.Length && char.IsWhiteSpace(subject[at])) at++;
        return at;
    }
}
