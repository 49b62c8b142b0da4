using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace JcaCop.Register.Mail;

/// <summary>By what the same mail is known again when it is delivered twice, or when the server numbers its messages anew.</summary>
/// <param name="InternetId">Message-ID without angle brackets; made from the hash where the mail has none.</param>
/// <param name="ContentHash">Hexadecimal SHA-256 of the header fields that the author set (From, Date, Subject, Message-ID) and of the body, line ends aside. Trace fields differ from delivery to delivery and do not count.</param>
public sealed record MailFingerprint(string InternetId, string ContentHash)
{
    private static readonly byte[][] Fields = [.. new[] { "message-id:", "from:", "date:", "subject:" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Of a mail of which nothing is known but where it lies.</summary>
    public static MailFingerprint Of(MailKey key)
    {
        var text = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Mailbox}\n{key.UidValidity}\n{key.Uid}")));
        return new MailFingerprint($"{text[..32]}@no-message-id.invalid", text);
    }

    /// <summary>Never fails: any bytes have a fingerprint.</summary>
    /// <param name="size">Bytes on the server; counts where only the header is at hand.</param>
    public static MailFingerprint Of(ReadOnlySpan<byte> raw, bool headerOnly, long size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length + 16);
        try
        {
            var length = 0;
            string? id = null;
            var rest = raw;
            var keep = false;
            while (rest.Length > 0)
            {
                var end = rest.IndexOf((byte)'\n');
                var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
                rest = end < 0 ? [] : rest[(end + 1)..];
                if (line.IsEmpty) break;
                if (line[0] is not ((byte)' ' or (byte)'\t'))
                {
                    keep = false;
                    for (var i = 0; i < Fields.Length && !keep; i++)
                        keep = line.Length >= Fields[i].Length && Ascii.EqualsIgnoreCase(line[..Fields[i].Length], Fields[i]);
                }
                if (!keep) continue;
                if (id is null && Ascii.EqualsIgnoreCase(line[..Math.Min(line.Length, Fields[0].Length)], Fields[0]))
                    id = IdIn(line[Fields[0].Length..], rest);
                length = Append(buffer, length, line.Trim((byte)' '));
            }
            if (length == 0)
            {
                // None of these fields: whatever these bytes are, they are known by nothing less than all of them.
                raw.CopyTo(buffer);
                length = raw.Length;
            }
            else if (headerOnly)
                length = Append(buffer, length, BitConverter.GetBytes(size));
            else
                length = AppendBody(buffer, length, rest);
            Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(buffer.AsSpan(0, length), hash);
            var text = Convert.ToHexStringLower(hash);
            return new MailFingerprint(id ?? $"{text[..32]}@no-message-id.invalid", text);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The id may stand on the field's next line (RFC 5322, 2.2.3).</summary>
    private static string? IdIn(ReadOnlySpan<byte> value, ReadOnlySpan<byte> following)
    {
        if (value.Trim((byte)' ').IsEmpty && !following.IsEmpty && following[0] is (byte)' ' or (byte)'\t')
        {
            var end = following.IndexOf((byte)'\n');
            value = end < 0 ? following : following[..end];
        }
        var open = value.IndexOf((byte)'<');
        var close = value.IndexOf((byte)'>');
        var id = open >= 0 && close > open ? value[(open + 1)..close] : value;
        var text = Encoding.UTF8.GetString(id).Trim();
        return text.Length == 0 || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? null : text;
    }

    private static int AppendBody(byte[] buffer, int length, ReadOnlySpan<byte> body)
    {
        body = body.TrimEnd("\r\n \t"u8);
        while (body.IndexOf((byte)'\r') is >= 0 and var at)
        {
            body[..at].CopyTo(buffer.AsSpan(length));
            length += at;
            body = body[(at + 1)..];
        }
        body.CopyTo(buffer.AsSpan(length));
        return length + body.Length;
    }

    private static int Append(byte[] buffer, int length, ReadOnlySpan<byte> line)
    {
        line.CopyTo(buffer.AsSpan(length));
        buffer[length + line.Length] = (byte)'\n';
        return length + line.Length + 1;
    }
}
