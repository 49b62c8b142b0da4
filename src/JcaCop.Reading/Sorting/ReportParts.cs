using MimeKit;

namespace JcaCop.Reading.Sorting;

/// <summary>The parts of a mail that its sender wrote, as opposed to those inside a mail that it carries.</summary>
internal static class ReportParts
{
    /// <summary>Deeper nesting than this carries no report of a mail system.</summary>
    private const int MaxDepth = 12;

    /// <summary>All parts in order; attached messages are named but not entered.</summary>
    public static IEnumerable<MimeEntity> Of(MimeMessage mime)
    {
        if (mime.Body is null) yield break;
        var open = new Stack<(MimeEntity Entity, int Depth)>();
        open.Push((mime.Body, 0));
        while (open.TryPop(out var next))
        {
            yield return next.Entity;
            if (next.Entity is not Multipart parts || next.Depth >= MaxDepth) continue;
            for (var i = parts.Count - 1; i >= 0; i--) open.Push((parts[i], next.Depth + 1));
        }
    }

    /// <summary>The mail that a report returns: whole, or its headers alone; null where it returns none as a part of its own.</summary>
    public static MimeMessage? Returned(MimeMessage mime)
    {
        foreach (var part in Of(mime))
        {
            if (part is MessagePart { Message: { } message } && part is not MessagePartial) return message;
            if (part is MimePart { Content: not null } headers && IsHeaders(headers.ContentType)) return Parse(headers);
        }
        return null;
    }

    /// <summary>RFC 6522 labels them text; some servers label them as a kind of message.</summary>
    public static bool IsHeaders(ContentType type) => type.IsMimeType("text", "rfc822-headers") || type.IsMimeType("message", "rfc822-headers");

    private static MimeMessage? Parse(MimePart headers)
    {
        using var stream = headers.Content!.Open();
        try
        {
            return MimeMessage.Load(stream);
        }
        catch (FormatException)
        {
            return null; // no headers in it: nothing was returned
        }
    }
}
