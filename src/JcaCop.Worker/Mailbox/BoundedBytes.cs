namespace JcaCop.Worker.Mailbox;

/// <summary>The bytes of a mail. A server's word on the size is believed for the buffer, never for the limit.</summary>
internal static class BoundedBytes
{
    /// <param name="announced">What the server or the file system says.</param>
    /// <returns>The bytes; where there are more than <paramref name="limit"/>, the header alone (or as much of it as fits) and <c>Cut</c>.</returns>
    public static async ValueTask<(byte[] Bytes, bool Cut)> ReadAsync(Stream stream, long announced, long limit, CancellationToken stop)
    {
        var buffer = new byte[Math.Clamp(announced, 1, limit)];
        var length = 0;
        var beyond = new byte[1];
        while (true)
        {
            var full = length == buffer.Length;
            var read = await stream.ReadAsync(full ? beyond : buffer.AsMemory(length), stop);
            if (read == 0) return (full ? buffer : buffer.AsSpan(0, length).ToArray(), false);
            if (full)
            {
                if (length >= limit) return (HeaderOf(buffer), true);
                Array.Resize(ref buffer, (int)Math.Min(limit, Math.Max(4096, length * 2L)));
                buffer[length] = beyond[0];
            }
            length += read;
        }
    }

    /// <summary>Up to and with the empty line that ends the header (RFC 5322, 2.1); at most 256 kB.</summary>
    public static byte[] HeaderOf(ReadOnlySpan<byte> raw)
    {
        raw = raw[..Math.Min(raw.Length, 256 * 1024)];
        var crlf = raw.IndexOf("\r\n\r\n"u8);
        var lf = raw.IndexOf("\n\n"u8);
        var end = (crlf, lf) switch
        {
            ( < 0, < 0) => raw.Length,
            ( < 0, _) => lf + 2,
            (_, < 0) => crlf + 4,
            _ => crlf < lf ? crlf + 4 : lf + 2,
        };
        return raw[..end].ToArray();
    }
}
