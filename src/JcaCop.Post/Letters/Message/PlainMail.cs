using MimeKit;
using MimeKit.Cryptography;

namespace JcaCop.Post.Letters.Message;

/// <summary>A mail that is fit to travel inside another one. Such a part may not be encoded (RFC 2046, 5.2.1), so it must be plain itself: seven bits, and lines that every server passes on.</summary>
internal static class PlainMail
{
    public const string MediaType = "message/rfc822";

    /// <summary>RFC 5322, 2.1.1; without the line end.</summary>
    private const int LongestLine = 998;

    private const int UsualLine = 78;

    /// <returns>The mail byte for byte where it is plain, otherwise with its parts encoded; null where it is neither.</returns>
    public static byte[]? Of(byte[] raw) => IsPlain(raw) ? raw : Encoded(raw) is { } encoded && IsPlain(encoded) ? encoded : null;

    private static byte[]? Encoded(byte[] raw)
    {
        try
        {
            using var message = MimeMessage.Load(new MemoryStream(raw, writable: false));
            if (message.BodyParts.Any(part => part is ApplicationPkcs7Signature or ApplicationPgpSignature)) return null;
            message.Prepare(EncodingConstraint.SevenBit, UsualLine);
            using var bytes = new MemoryStream(raw.Length + raw.Length / 2);
            message.WriteTo(bytes);
            return bytes.ToArray();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsPlain(ReadOnlySpan<byte> raw)
    {
        var line = 0;
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] is 0 or > 127 || raw[at] == '\r' && (at + 1 == raw.Length || raw[at + 1] != '\n')) return false;
            line = raw[at] == '\n' ? 0 : line + 1;
            if (line > LongestLine + 1) return false;
        }
        return raw.Length > 0;
    }
}
