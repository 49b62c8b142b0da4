using JcaCop.Reading.Text;
using MimeKit;

namespace JcaCop.Reading.Attachments;

/// <summary>Names the parts that were sent beside the body, and opens those that can carry the answer, within limits.</summary>
/// <remarks>
/// A mail that is attached is part of the body (its author's words count), so it is not read again here; what is attached to it is. Archives, macros,
/// pictures and programs are named, never opened. A failure is a <see cref="ReadAttachment.Problem"/>.
/// </remarks>
public static class AttachmentReader
{
    public static IReadOnlyList<ReadAttachment> Read(MimeMessage mime)
    {
        if (mime.Body is null or TextPart { IsAttachment: false, ContentType.Name: null }) return [];
        var found = new List<ReadAttachment>();
        var open = new Stack<(MimeEntity Entity, int Depth)>();
        open.Push((mime.Body, 0));
        var opened = 0;
        var room = ReadLimits.TextOfAll;
        while (found.Count < ReadLimits.Named && open.TryPop(out var next))
        {
            switch (next.Entity)
            {
                case Multipart parts:
                    for (var i = parts.Count - 1; i >= 0; i--) open.Push((parts[i], next.Depth));
                    break;
                case MessagePart message:
                    if (AttachmentName.Of(message) is { } title) found.Add(new ReadAttachment(title, message.ContentType.MimeType, 0, null, null, false));
                    if (message.Message?.Body is { } inner && next.Depth < ReadLimits.Depth) open.Push((inner, next.Depth + 1));
                    break;
                case MimePart part when AttachmentName.Of(part) is { } name:
                    found.Add(Open(part, name, ref opened, ref room));
                    break;
                default:
                    break;
            }
        }
        return found;
    }

    private static ReadAttachment Open(MimePart part, string name, ref int opened, ref int room)
    {
        var type = part.ContentType.MimeType;
        var listed = AttachmentName.IsListed(part, name);
        var format = AttachmentFormat.Of(name, type);
        if (format is null) return new ReadAttachment(name, type, Size(part), null, AttachmentFormat.WhyNot(name), listed);
        if (part.Content is null) return new ReadAttachment(name, type, 0, null, "empty", listed);
        if (++opened > ReadLimits.Opened) return new ReadAttachment(name, type, Size(part), null, "too many attachments: not opened", listed);

        using var bytes = new BoundedBytes(ReadLimits.Bytes + 1);
        try
        {
            part.Content.DecodeTo(bytes);
        }
        catch (FormatException e)
        {
            return new ReadAttachment(name, type, bytes.Length, null, $"cannot be decoded: {e.Message}", listed);
        }
        if (bytes.Length == 0) return new ReadAttachment(name, type, 0, null, "empty", listed);
        if (bytes.Length > ReadLimits.Bytes) return new ReadAttachment(name, type, bytes.Length, null, $"larger than {ReadLimits.Bytes / (1024 * 1024)} MB: not opened", listed);

        var reading = format(bytes.Written.ToArray(), part.ContentType.Charset).Within(room);
        room -= reading.Text?.Length ?? 0;
        return new ReadAttachment(name, type, bytes.Length, reading.Text, reading.Problem, listed);
    }

    /// <summary>Decoded size, estimated for what is not opened.</summary>
    private static long Size(MimePart part) =>
        part.Content?.Stream is not { } raw ? 0 : part.ContentTransferEncoding == ContentEncoding.Base64 ? raw.Length * 3 / 4 : raw.Length;
}
