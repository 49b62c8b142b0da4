using System.Text;
using JcaCop.Post.Letters.Wording;
using MimeKit;

namespace JcaCop.Post.Letters.Message;

/// <summary>Makes the message of a letter: text and HTML as alternatives (RFC 2046, 5.1.4), marked as automatic (RFC 3834, 5).</summary>
internal static class LetterMime
{
    private static readonly FormatOptions Canonical = MakeFormat();

    public static byte[] Write(LetterHead head, string text, string html, CalendarPart? calendar, IReadOnlyList<LetterAttachment> attachments)
    {
        var alternatives = new MultipartAlternative
        {
            Part("plain", text),
            Part("html", html),
        };
        alternatives.Boundary = "=_" + head.Id;
        alternatives.Headers.Add(HeaderId.ContentLanguage, string.Join(", ", head.Languages));
        if (calendar is not null) alternatives.Add(Meeting(calendar));

        var message = new MimeMessage { Body = alternatives };
        if (calendar is not null || attachments.Count > 0)
        {
            var whole = new Multipart("mixed") { Boundary = "=_m" + head.Id };
            whole.Add(alternatives);
            // As application/ics: Outlook would show a second text/calendar part as a meeting of its own.
            if (calendar is not null) whole.Add(File(new LetterAttachment(calendar.Content, "application/ics", calendar.FileName)));
            foreach (var attachment in attachments) whole.Add(File(attachment));
            message.Body = whole;
        }
        Head(message, head);

        using var bytes = new MemoryStream((text.Length + html.Length) * 2);
        message.WriteTo(Canonical, bytes);
        return bytes.ToArray();
    }

    private static void Head(MimeMessage message, LetterHead head)
    {
        message.From.Add(new MailboxAddress(head.Group.Name, head.Group.Address));
        message.To.Add(new MailboxAddress(LetterValue.Of(head.To.Name)?.Text, head.To.Email));
        foreach (var copy in head.Copied) message.Cc.Add(new MailboxAddress(null, copy));
        if (head.ReplyTo is not null) message.ReplyTo.Add(new MailboxAddress(head.Group.Name, head.ReplyTo));
        message.Subject = head.Subject;
        message.Date = head.Date;
        message.MessageId = head.MessageId;
        if (head.InReplyTo is not null) message.InReplyTo = head.InReplyTo;
        foreach (var id in head.References) message.References.Add(id);
        message.Headers.Add(HeaderId.AutoSubmitted, head.AutoReplied ? "auto-replied" : "auto-generated");
        // Exchange knows no RFC 3834: without this it answers with receipts. Non-delivery reports stay wanted, and so does an
        // absence where we wrote first: it says who is away until when. (MS-OXCMAIL, X-Auto-Response-Suppress)
        message.Headers.Add("X-Auto-Response-Suppress", head.AutoReplied ? "DR, RN, NRN, OOF, AutoReply" : "DR, RN, NRN");
        if (head.ListId is { } list) message.Headers.Add(HeaderId.ListId, list);
    }

    private static MimePart Meeting(CalendarPart calendar)
    {
        var part = new MimePart("text", "calendar")
        {
            ContentTransferEncoding = ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(calendar.Content)),
        };
        part.ContentType.Charset = "utf-8";
        part.ContentType.Parameters.Add("method", calendar.Method);
        return part;
    }

    private static MimePart File(LetterAttachment attachment)
    {
        var name = LetterValue.Clean(Path.GetFileName(attachment.FileName.Replace('\\', '/')), 120);
        // What Windows allows in no file name; it also takes the encoded words out that many readers would decode in a parameter (against RFC 2047, 5).
        foreach (var forbidden in "<>:\"|?*") name = name.Replace(forbidden, '_');
        var type = ContentType.Parse(attachment.MediaType);
        type.Name = name;
        return new MimePart(type)
        {
            ContentTransferEncoding = type.IsMimeType("message", "*") ? ContentEncoding.SevenBit : ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = name },
            Content = new MimeContent(new MemoryStream(attachment.Content)),
        };
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
