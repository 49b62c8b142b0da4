using MimeKit;

namespace JcaCop.Reading.Text;

/// <summary>What the headers tell about the earlier mail below the new text: whether it is answered or passed on.</summary>
/// <param name="SubjectAnswers">The outermost prefix of the subject is one of answering.</param>
/// <param name="SubjectForwards">The outermost prefix is one of forwarding.</param>
/// <param name="Sender">Folded address and name of the writer.</param>
/// <param name="Recipients">Folded addresses and names of To and Cc.</param>
internal sealed record ThreadHints(bool SubjectAnswers, bool SubjectForwards, string Sender, string Recipients)
{
    private const int MostRecipients = 100;

    /// <param name="sender">The decoded sender; null to take the From header as it is.</param>
    /// <param name="recipients">The decoded addresses of To and Cc; null to take the headers as they are.</param>
    public static ThreadHints Of(MimeMessage mime, string subject, MailAddress? sender, IEnumerable<MailAddress>? recipients)
    {
        var (answers, forwards) = Prefix(subject);
        var writer = sender is null ? Names(mime.From) : PhraseSet.Fold(sender.Name + " " + sender.Email);
        var readers = recipients is null ? Names(mime.To) + " " + Names(mime.Cc) : PhraseSet.Fold(string.Join(' ', recipients.Take(MostRecipients).Select(reader => reader.Name + " " + reader.Email)));
        return new ThreadHints(answers, forwards, writer, readers);
    }

    /// <summary>Reads the outermost mark of the subject; list tags before it are passed over.</summary>
    /// <remarks>A prefix that means forwarding in one language and answering in another counts as neither.</remarks>
    public static (bool Answers, bool Forwards) Prefix(string subject)
    {
        var rest = Blanks.Trim(subject);
        while (rest.Length > 0 && rest[0] == '[' && rest.IndexOf(']') is > 0 and var close) rest = Blanks.Trim(rest[(close + 1)..]);
        var (_, answers, forwards) = SubjectMarks.Outermost(rest);
        return answers == forwards ? (false, false) : (answers, forwards);
    }

    /// <summary>Whether the earlier mail, as its header block shows it, came from a third person and was passed on.</summary>
    /// <param name="from">Value of its From line, folded; null where unknown.</param>
    /// <param name="to">Value of its To line, folded; null where unknown.</param>
    public bool PassesOn(string? from, string? to)
    {
        if (SubjectForwards) return true;
        if (SubjectAnswers || from is null) return false;
        if (Shares(from, Recipients) || Shares(from, Sender)) return false;
        return from.Contains('@') || (to is not null && Shares(to, Sender));
    }

    /// <summary>Whether an address, or a word of a name of four letters or more, of the one is in the other.</summary>
    private static bool Shares(string value, string known)
    {
        foreach (var part in value.Split([' ', '<', '>', '"', '\'', ',', ';', '(', ')', '[', ']', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.StartsWith("mailto:", StringComparison.Ordinal) ? part[7..] : part;
            if (word.Length < 4 && !word.AsSpan().ContainsAnyInRange('\u3400', '\u9fff')) continue;
            if (word.Length >= 2 && known.Contains(word, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static string Names(InternetAddressList list) =>
        PhraseSet.Fold(string.Join(' ', list.Mailboxes.Take(MostRecipients).Select(box => box.Name + " " + box.Address)));
}
