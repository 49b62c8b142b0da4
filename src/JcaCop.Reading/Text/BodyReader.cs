using System.Text;
using MimeKit;

namespace JcaCop.Reading.Text;

/// <summary>MIME to visible text, and the cuts in it.</summary>
public static class BodyReader
{
    private const int DeepestForward = 5;

    public static MailBody Read(MimeMessage mime) => Read(mime, mime.Subject ?? "", null, null, 0);

    /// <param name="subject">The decoded subject: its prefix tells an answer from a mail passed on.</param>
    /// <param name="sender">The decoded sender: a line that repeats the name begins a signature. Null where unknown.</param>
    /// <param name="recipients">The decoded addresses of To and Cc: an earlier mail that came from one of them was no mail passed on. Null where unknown.</param>
    public static MailBody Read(MimeMessage mime, string subject, MailAddress? sender, IEnumerable<MailAddress>? recipients) => Read(mime, subject, sender, recipients, 0);

    private static MailBody Read(MimeMessage mime, string subject, MailAddress? sender, IEnumerable<MailAddress>? recipients, int depth)
    {
        var repairs = new List<string>();
        var parts = BodyParts.Choose(mime.Body);
        var visible = Join([.. parts.Where(part => part.Forwarded is null).Select(part => BodyChoice.Read(part, repairs))]);
        var hints = ThreadHints.Of(mime, subject, sender, recipients);
        var own = BodyCut.Cut(visible, hints) with { Repairs = repairs };
        foreach (var part in parts)
            if (part.Forwarded is { } forwarded && depth < DeepestForward)
                own = own.WithForwarded(Read(forwarded, forwarded.Subject ?? "", null, null, depth + 1));
        return own;
    }

    private static VisibleText Join(IReadOnlyList<VisibleText> texts)
    {
        if (texts.Count == 1) return texts[0];
        var joined = new StringBuilder();
        var marks = new List<TextMark>();
        foreach (var text in texts)
        {
            if (Blanks.Trim(text.Text).IsEmpty) continue;
            if (joined.Length > 0) joined.Append('\n');
            foreach (var mark in text.Marks) marks.Add(new TextMark(mark.Kind, mark.Start + joined.Length, mark.End + joined.Length));
            joined.Append(text.Text);
        }
        return new VisibleText(joined.ToString(), marks, texts.Any(text => text.Hidden));
    }
}
