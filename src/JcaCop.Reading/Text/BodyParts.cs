using MimeKit;

namespace JcaCop.Reading.Text;

/// <summary>A part of the mail that belongs to what the reader sees.</summary>
/// <param name="Plain">Text part to show; null where there is none.</param>
/// <param name="Html">HTML part that says the same, or the only one.</param>
/// <param name="Forwarded">A mail sent along, shown below.</param>
internal sealed record SeenPart(TextPart? Plain, TextPart? Html, MimeMessage? Forwarded);

/// <summary>Chooses the parts that make up the visible body (RFC 2046, 5.1; RFC 2387).</summary>
internal static class BodyParts
{
    private const int Deepest = 30;
    private const int Most = 40;

    public static List<SeenPart> Choose(MimeEntity? body)
    {
        var seen = new List<SeenPart>();
        if (body is TextPart { IsHtml: true } html) seen.Add(new SeenPart(null, html, null));
        else if (body is TextPart text && IsBodyText(text)) seen.Add(new SeenPart(text, null, null));
        else Walk(body, seen, 0);
        return seen;
    }

    private static void Walk(MimeEntity? entity, List<SeenPart> seen, int depth)
    {
        if (depth > Deepest || seen.Count >= Most) return;
        switch (entity)
        {
            case MultipartAlternative alternative:
                if (Alternative(alternative, depth) is { } chosen) seen.Add(chosen);
                else foreach (var part in alternative) Walk(part, seen, depth + 1);
                break;
            case MultipartReport report:
                if (report.Count > 0) Walk(report[0], seen, depth + 1);
                break;
            case MultipartRelated related:
                Walk(related.Root ?? (related.Count > 0 ? related[0] : null), seen, depth + 1);
                break;
            case Multipart { ContentType.MediaSubtype: var kind } multipart when kind.Equals("signed", StringComparison.OrdinalIgnoreCase):
                if (multipart.Count > 0) Walk(multipart[0], seen, depth + 1);
                break;
            case Multipart multipart:
                foreach (var part in multipart) Walk(part, seen, depth + 1);
                break;
            case MessagePart { Message: { } message } part when part.ContentType.IsMimeType("message", "rfc822"):
                seen.Add(new SeenPart(null, null, message));
                break;
            case TextPart text when !IsFile(text) && IsBodyText(text):
                seen.Add(text.IsHtml ? new SeenPart(null, text, null) : new SeenPart(text, null, null));
                break;
        }
    }

    /// <summary>The plain and the HTML version of one text; null where the alternatives hold neither.</summary>
    private static SeenPart? Alternative(MultipartAlternative alternative, int depth)
    {
        TextPart? plain = null, html = null;
        Collect(alternative, ref plain, ref html, depth);
        return plain is null && html is null ? null : new SeenPart(plain, html, null);
    }

    private static void Collect(Multipart multipart, ref TextPart? plain, ref TextPart? html, int depth)
    {
        foreach (var part in multipart)
        {
            if (part is TextPart text && !text.IsAttachment)
            {
                if (text.IsHtml) html ??= text;
                else if (IsBodyText(text)) plain ??= text;
            }
            else if (part is Multipart inner && depth < Deepest) Collect(inner, ref plain, ref html, depth + 1);
        }
    }

    private static bool IsFile(TextPart text) => text.IsAttachment || !string.IsNullOrEmpty(text.FileName);

    private static bool IsBodyText(TextPart text) =>
        text.IsHtml || text.IsPlain || text.ContentType.MediaSubtype.ToLowerInvariant() is "enriched" or "richtext" or "markdown" or "x-markdown";
}
