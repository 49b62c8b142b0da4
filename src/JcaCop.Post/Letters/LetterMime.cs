using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace JcaCop.Post.Letters;

/// <summary>Makes the message of a letter: text and HTML as alternatives (RFC 2046, 5.1.4), marked as automatic (RFC 3834, 5).</summary>
internal static class LetterMime
{
    private static readonly FormatOptions Canonical = MakeFormat();

    public static byte[] Write(LetterHead head, string text, string html)
    {
        var from = new MailboxAddress(head.Group.Name, head.Group.Address);
        var alternatives = new MultipartAlternative
        {
            Part("plain", text),
            Part("html", html),
        };
        alternatives.Boundary = "=_" + head.Id;
        alternatives.Headers.Add(HeaderId.ContentLanguage, string.Join(", ", head.Languages));

        var message = new MimeMessage { Body = alternatives };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(null, head.To));
        if (head.ReplyTo is not null) message.ReplyTo.Add(new MailboxAddress(head.Group.Name, head.ReplyTo));
        message.Subject = head.Subject;
        message.Date = head.Date;
        message.MessageId = head.MessageId;
        if (head.InReplyTo is not null) message.InReplyTo = head.InReplyTo;
        foreach (var id in head.References) message.References.Add(id);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        // Exchange knows no RFC 3834: without this it answers with absences and receipts.
        message.Headers.Add("X-Auto-Response-Suppress", "All");

        using var bytes = new MemoryStream((text.Length + html.Length) * 2);
        message.WriteTo(Canonical, bytes);
        return bytes.ToArray();
    }

    private static TextPart Part(string subtype, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
        return new TextPart(subtype)
        {
            ContentType = { Charset = "utf-8" },
            ContentTransferEncoding = IsMostlyAscii(bytes) ? ContentEncoding.QuotedPrintable : ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(bytes)),
        };
    }

    /// <summary>Quoted-printable stays readable and is shorter up to one byte in six beyond ASCII.</summary>
    private static bool IsMostlyAscii(ReadOnlySpan<byte> bytes)
    {
        var beyond = 0;
        foreach (var b in bytes)
            if (b > 127) beyond++;
        return beyond <= bytes.Length / 6;
    }

    private static FormatOptions MakeFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
