using System.Text;
using MimeKit;

namespace JcaCop.Reading;

/// <summary>Parses the bytes of a mail, with the damage mended that would make a parser lose all of it.</summary>
/// <remarks>
/// Blank lines or a byte order mark before the first header; lines that end in CR alone, as old Macintosh systems and some exports write them; a text
/// without any header; parts without their boundary (<see cref="MimeRepair"/>).
/// </remarks>
public static class RawMail
{
    private const int HeadLength = 4096;

    /// <summary>Deeper nesting is read as text: no letter nests so, and each level costs.</summary>
    private static readonly ParserOptions Options;

    /// <summary>Charsets are made known before the parser is first touched, be it for its options: it remembers those that it did not find.</summary>
    static RawMail()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Options = new ParserOptions { MaxMimeDepth = 40 };
    }

    /// <exception cref="FormatException">The bytes are no mail at all; the message says why.</exception>
    public static MimeMessage Parse(Stream raw, CancellationToken stop = default)
    {
        var stream = raw.CanSeek ? raw : Copy(raw);
        var from = stream.Position;
        Span<byte> buffer = stackalloc byte[HeadLength];
        buffer = buffer[..(int)Math.Min(HeadLength, Math.Max(0, stream.Length - from))];
        stream.ReadExactly(buffer);
        ReadOnlySpan<byte> head = buffer;

        var start = head.StartsWith("\uFEFF"u8) ? 3 : 0;
        start += BlankLines(head[start..]);
        if (head.Length == start && stream.Length - from <= HeadLength) throw new FormatException(head.Length == 0 ? "It is empty." : "It holds nothing but blanks.");
        stream.Position = from + start;
        if (head.Contains((byte)'\r') && !head.Contains((byte)'\n')) stream = WithLineFeeds(stream);
        start = (int)stream.Position;
        try
        {
            return Finalizers.TakeOff(MimeRepair.Mend(MimeMessage.Load(Options, stream, stop), Options));
        }
        catch (FormatException) when (IsText(head))
        {
            stream.Position = start; // a text whose headers are lost is read as a mail without headers
            return new MimeMessage { Body = MimeEntity.Load(Options, new ContentType("text", "plain"), stream, stop) };
        }
    }

    /// <summary>No control characters but those of line ends and tabs in its first bytes.</summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var b in head)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x1b or 0x0c)) return false;
        return true;
    }

    /// <summary>Length of the blank lines before the first line with something in it; the blanks of that line itself stay.</summary>
    private static int BlankLines(ReadOnlySpan<byte> head)
    {
        var text = head.IndexOfAnyExcept(" \t\r\n\0"u8);
        if (text < 0) return head.Length;
        return head[..text].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
    }

    private static MemoryStream WithLineFeeds(Stream stream)
    {
        var bytes = new byte[stream.Length - stream.Position];
        stream.ReadExactly(bytes);
        if (!bytes.AsSpan().Contains((byte)'\n')) bytes.AsSpan().Replace((byte)'\r', (byte)'\n');
        return new MemoryStream(bytes);
    }

    private static MemoryStream Copy(Stream raw)
    {
        var copy = new MemoryStream();
        raw.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
