using JcaCop.Reading.Text;

namespace JcaCop.Reading.Parts;

/// <summary>Who wrote the words that count: the sender, or the author of a mail that the sender passes on.</summary>
/// <param name="Name">Display name; "" where absent.</param>
/// <param name="Email">"" where absent.</param>
/// <param name="Signature">The lines under the text; "" where there are none.</param>
internal sealed record MailAuthor(string Name, string Email, string Signature)
{
    /// <summary>Domain of whoever passed the mail on; "" where nobody did.</summary>
    public string PassedOnBy { get; init; } = "";

    /// <summary>The part of the address after the @, lower case.</summary>
    public string Domain => Email[(Email.LastIndexOf('@') + 1)..].ToLowerInvariant();

    public static MailAuthor Of(ReceivedMail mail)
    {
        var signature = Signed(mail.Body);
        if (mail.Body.Passages.Any(passage => passage.Kind == PassageKind.Forwarded) && ForwardedSender(mail.Body) is var (name, email) && !email.EndsWith("@itu.int", StringComparison.OrdinalIgnoreCase))
            return new MailAuthor(name, email, Tail(mail.Body.Readable, 4)) { PassedOnBy = mail.Sender?.Domain ?? "" };
        return new MailAuthor(mail.Sender?.Name ?? "", mail.Sender?.Email ?? "", signature);
    }

    private static string Signed(MailBody body) =>
        string.IsNullOrWhiteSpace(body.Signature) ? Tail(body.Readable, 7) : body.Signature;

    /// <summary>The last lines of a text, where a signature that nothing marks would stand.</summary>
    private static string Tail(string text, int lines)
    {
        var end = text.Length;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end;
        for (var count = 0; count < lines && start > 0; count++)
        {
            start = text.LastIndexOf('\n', start - 1);
            if (start < 0) break;
            if (end - start > 600) break;
        }
        return text[Math.Max(start, 0)..end].Trim();
    }

    /// <summary>The address in the head of a forwarded mail: its first line with an address, at or before the forwarded text.</summary>
    private static (string Name, string Email)? ForwardedSender(MailBody body)
    {
        var forwarded = body.Passages.First(passage => passage.Kind == PassageKind.Forwarded);
        var from = Math.Max(0, forwarded.Start - 600);
        var head = body.Text[from..Math.Min(body.Text.Length, forwarded.Start + Math.Min(forwarded.Length, 600))];
        var lines = head.Split('\n');
        (string, string)? best = null;
        foreach (var line in lines)
        {
            var at = line.IndexOf('@', StringComparison.Ordinal);
            if (at <= 0) continue;
            var start = at;
            while (start > 0 && (char.IsAsciiLetterOrDigit(line[start - 1]) || line[start - 1] is '.' or '_' or '-' or '+')) start--;
            var end = at + 1;
            while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '.' or '-')) end++;
            if (start == at || end <= at + 3) continue;
            var colon = line.IndexOfAny([':', '：']);
            if (colon >= 0 && colon < start && Layout.FieldLabels.Of(line.AsSpan(0, colon)) is Layout.FieldLabel.To or Layout.FieldLabel.Cc) continue;
            var name = line[(colon >= 0 && colon < start ? colon + 1 : 0)..start].Trim(' ', '"', '<', '[', '(', '*', '>', '\'');
            if (name.EndsWith("mailto:", StringComparison.Ordinal)) name = name[..^7].Trim(' ', '"', '<', '[', '(');
            best = (name, line[start..end].Trim('.', '-'));
            break;
        }
        return best;
    }
}
