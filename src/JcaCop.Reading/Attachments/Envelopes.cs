using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using MimeKit;
using MimeKit.Tnef;

namespace JcaCop.Reading.Attachments;

/// <summary>Takes the letter out of what mail programs wrap around it: opaque S/MIME signatures, clear-signed PGP text, Outlook's winmail.dat.</summary>
/// <remarks>
/// RFC 8551, 3.5.2 (application/pkcs7-mime, signed-data); RFC 9580, 7 (cleartext signatures); MS-OXTNEF. Nothing is trusted for it: the signature is not checked, and what cannot
/// be unwrapped stays as it was. Encrypted mail stays closed.
/// </remarks>
public static class Envelopes
{
    private const int MaxDepth = 4;

    /// <summary>The message with its wrappings replaced by what they hold; mails without any are returned as they are, at the cost of a look at the type.</summary>
    public static MimeMessage Open(MimeMessage mime)
    {
        if (mime.Body is null || !MayHold(mime.Body, 0)) return mime;
        mime.Body = Open(mime.Body, HasText(mime), 0);
        return mime;
    }

    private static bool MayHold(MimeEntity entity, int depth) => entity switch
    {
        Multipart parts when depth < 10 => parts.Any(part => MayHold(part, depth + 1)),
        TextPart text => ClearSigned.Is(text),
        MimePart part => IsTnef(part) || IsSigned(part),
        _ => false,
    };

    private static bool HasText(MimeMessage mime) => !string.IsNullOrWhiteSpace(mime.TextBody) || !string.IsNullOrWhiteSpace(mime.HtmlBody);

    private static MimeEntity Open(MimeEntity entity, bool hasText, int depth)
    {
        if (depth > MaxDepth) return entity;
        switch (entity)
        {
            case Multipart parts:
                for (var i = 0; i < parts.Count; i++) parts[i] = Open(parts[i], hasText, depth + 1);
                return parts;
            case TextPart text when ClearSigned.Is(text):
                return ClearSigned.Open(text);
            case MimePart part when IsSigned(part):
                return Unsigned(part) is { } inner ? Open(inner, hasText, depth + 1) : part;
            case MimePart part when IsTnef(part):
                return FromTnef(part, hasText) ?? part;
            default:
                return entity;
        }
    }

    private static bool IsSigned(MimePart part) =>
        part.ContentType.IsMimeType("application", "pkcs7-mime") || part.ContentType.IsMimeType("application", "x-pkcs7-mime")
            ? part.ContentType.Parameters["smime-type"] is null or "signed-data" or "SIGNED-DATA"
            : part.ContentType.IsMimeType("application", "octet-stream") && string.Equals(part.FileName, "smime.p7m", StringComparison.OrdinalIgnoreCase);

    private static bool IsTnef(MimePart part) =>
        part is TnefPart || (part.ContentType.IsMimeType("application", "octet-stream") && string.Equals(part.FileName, "winmail.dat", StringComparison.OrdinalIgnoreCase));

    private static MimeEntity? Unsigned(MimePart part)
    {
        if (Bytes(part) is not { } bytes) return null;
        try
        {
            var cms = new SignedCms();
            cms.Decode(bytes);
            return cms.ContentInfo.Content is { Length: > 0 } content ? MimeEntity.Load(new MemoryStream(content)) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or NotSupportedException)
        {
            return null; // encrypted, or damaged: it stays closed and is named among the attachments
        }
    }

    private static MimeEntity? FromTnef(MimePart part, bool hasText)
    {
        if (Bytes(part) is not { } bytes) return null;
        try
        {
            var tnef = new TnefPart { Content = new MimeContent(new MemoryStream(bytes)) };
            var body = tnef.ConvertToMessage().Body;
            if (!hasText || body is null) return body is null ? null : WithText(body);
            var files = new Multipart("mixed");
            foreach (var file in body is Multipart parts ? parts.OfType<MimePart>().Where(static p => p.IsAttachment || p.FileName is not null) : []) files.Add(file);
            return files; // the text came beside it already
        }
        catch (Exception e) when (e is TnefException or FormatException or ArgumentException or IOException or NotSupportedException or InvalidOperationException or IndexOutOfRangeException or OverflowException)
        {
            return null; // damaged: it stays closed
        }
    }

    /// <summary>Outlook keeps the text as RTF (PidTagRtfCompressed), often nowhere else: it becomes the text of the mail.</summary>
    private static MimeEntity WithText(MimeEntity entity)
    {
        switch (entity)
        {
            case Multipart parts:
                for (var i = 0; i < parts.Count; i++) parts[i] = WithText(parts[i]);
                return parts;
            case MimePart { IsAttachment: false, FileName: null } part when part.ContentType.IsMimeType("text", "rtf") || part.ContentType.IsMimeType("application", "rtf"):
                return Bytes(part) is { } rtf && RtfText.Read(rtf).Text is { } text ? new TextPart("plain") { Text = text } : part;
            default:
                return entity;
        }
    }

    private static byte[]? Bytes(MimePart part)
    {
        if (part.Content is null) return null;
        using var bytes = new Text.BoundedBytes(ReadLimits.Bytes + 1);
        part.Content.DecodeTo(bytes);
        return bytes.Length <= ReadLimits.Bytes ? bytes.Written.ToArray() : null;
    }
}
