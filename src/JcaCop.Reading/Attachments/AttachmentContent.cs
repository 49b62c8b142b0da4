using MimeKit;

namespace JcaCop.Reading.Attachments;

/// <summary>Takes the bytes of one attachment out of a mail, found as <see cref="AttachmentReader"/> names it.</summary>
public static class AttachmentContent
{
    /// <param name="name">As the reading of the mail names it, without any path.</param>
    /// <param name="occurrence">Which attachment of that name, from 0.</param>
    /// <returns>Null where the mail holds none.</returns>
    /// <exception cref="FormatException">The bytes are no mail, or the attachment cannot be decoded.</exception>
    public static byte[]? Find(byte[] raw, string name, int occurrence)
    {
        using var stream = new MemoryStream(raw, writable: false);
        using var mime = Envelopes.Open(RawMail.Parse(stream));
        if (mime.Body is null) return null;
        var open = new Stack<(MimeEntity Entity, int Depth)>();
        open.Push((mime.Body, 0));
        while (open.TryPop(out var next))
        {
            switch (next.Entity)
            {
                case Multipart parts:
                    for (var i = parts.Count - 1; i >= 0; i--) open.Push((parts[i], next.Depth));
                    break;
                case MessagePart { Message.Body: { } inner } when next.Depth < ReadLimits.Depth:
                    open.Push((inner, next.Depth + 1));
                    break;
                case MimePart { Content: { } content } part when AttachmentName.Of(part) == name && occurrence-- == 0:
                    using (var bytes = new MemoryStream())
                    {
                        content.DecodeTo(bytes);
                        return bytes.ToArray();
                    }
                default:
                    break;
            }
        }
        return null;
    }
}
