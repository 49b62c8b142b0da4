using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Mail;
using MimeKit;

namespace JcaCop.Worker.Meetings;

/// <summary>Makes the message of a letter about a meeting from lines of text, with what goes into calendars and what is attached.</summary>
internal static class PlainLetter
{
    private static readonly FormatOptions Canonical = MakeFormat();

    /// <returns>Null where the address is none that a letter can be sent to.</returns>
    public static OutgoingLetter? Write(
        Group group, Addressee to, string kind, string subject, IReadOnlyList<string> lines, CalendarPart? calendar, IReadOnlyList<LetterAttachment> attachments, DateTimeOffset now)
    {
        if (!new LetterAddress(to.Email).CanReceive) return null;
        var id = LetterId.New();
        var body = new Multipart("mixed");
        var text = new TextPart("plain") { Text = string.Join("\r\n", lines.Select(Clean)) + "\r\n" };
        body.Add(calendar is null ? text : new MultipartAlternative { text, Calendar(calendar) });
        foreach (var attachment in attachments)
            body.Add(new MimePart(ContentType.Parse(attachment.MediaType))
            {
                Content = new MimeContent(new MemoryStream(attachment.Content)), ContentTransferEncoding = ContentEncoding.Base64,
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment), FileName = attachment.FileName,
            });
        using var message = new MimeMessage { Subject = Clean(subject), Date = now, MessageId = LetterId.MessageId(id, group.Address), Body = body };
        message.From.Add(new MailboxAddress(group.Name, group.Address));
        message.To.Add(new MailboxAddress(Clean(to.Name), to.Email));
        if (PlusAddress.Of(group.Address, id) is { } reply) message.ReplyTo.Add(new MailboxAddress(group.Name, reply));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        using var bytes = new MemoryStream();
        message.WriteTo(Canonical, bytes);
        return new OutgoingLetter(message.MessageId, group.Key, kind, group.Address, to.Email, Clean(subject), bytes.ToArray());
    }

    private static TextPart Calendar(CalendarPart calendar)
    {
        var part = new TextPart("calendar") { Content = new MimeContent(new MemoryStream(calendar.Content)), ContentTransferEncoding = ContentEncoding.Base64 };
        part.ContentType.Charset = "utf-8";
        part.ContentType.Parameters.Add("method", calendar.Method);
        part.ContentType.Name = calendar.FileName;
        return part;
    }

    private static string Clean(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);

    private static FormatOptions MakeFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
