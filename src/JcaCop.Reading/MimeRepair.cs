using MimeKit;

namespace JcaCop.Reading;

/// <summary>Finds the parts of a mail whose structure was broken on the way: a boundary that is missing or another than declared, parts in a mail that declares none.</summary>
/// <remarks>
/// Gateways drop the blank that continues a header, rewrite boundaries, or lose the header of the whole. What RFC 2046, 5.1 calls a delimiter line is
/// still there: two hyphens, and a part's header right below. Sound mails cost a look at the types of their parts.
/// </remarks>
internal static class MimeRepair
{
    /// <summary>A larger body was built by a program that knows how.</summary>
    private const int Largest = 4 * 1024 * 1024;

    private const int Head = 2048;
    private const int Deepest = 10;

    public static MimeMessage Mend(MimeMessage mime, ParserOptions options)
    {
        if (mime.Body is TextPart { IsAttachment: false, Content: { Stream.Length: < Largest } content } && BeginsWithParts(content.Stream))
            mime.Body = Parsed(Bytes(mime.Body), new ContentType("multipart", "mixed"), options) ?? mime.Body;
        if (mime.Body is Multipart top) mime.Body = Mended(top, options, 0);
        return mime;
    }

    private static MimeEntity Mended(Multipart multipart, ParserOptions options, int depth)
    {
        if (multipart.Count == 0 && depth < Deepest && Bytes(multipart) is { } raw)
            return Parsed(raw, multipart.ContentType, options) is Multipart found ? Mended(found, options, depth + 1) : multipart;
        for (var i = 0; i < multipart.Count && depth < Deepest; i++)
            if (multipart[i] is Multipart inner) multipart[i] = Mended(inner, options, depth + 1);
        return multipart;
    }

    /// <returns>Null where no delimiter line can be found, or none that parts anything.</returns>
    private static MimeEntity? Parsed(byte[]? raw, ContentType declared, ParserOptions options)
    {
        if (raw is null || Boundary(raw) is not { } boundary || boundary == declared.Boundary) return null;
        var type = new ContentType(declared.MediaType, declared.MediaSubtype);
        foreach (var parameter in declared.Parameters)
            if (!parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase)) type.Parameters.Add(parameter.Name, parameter.Value);
        type.Boundary = boundary;
        using var stream = new MemoryStream(raw);
        try
        {
            return MimeEntity.Load(options, type, stream) is Multipart { Count: > 0 } found ? found : null;
        }
        catch (FormatException)
        {
            return null; // it stays as it came
        }
    }

    /// <summary>The first line of two hyphens and more with a header of MIME on the next line.</summary>
    private static string? Boundary(ReadOnlySpan<byte> raw)
    {
        for (var start = 0; start < raw.Length;)
        {
            var line = raw[start..];
            var end = line.IndexOf((byte)'\n');
            if (end < 0) return null;
            var next = line[(end + 1)..];
            line = line[..end].TrimEnd("\r "u8);
            if (line.Length is > 3 and < 120 && line.StartsWith("--"u8) && StartsHeader(next)) return System.Text.Encoding.Latin1.GetString(line[2..]);
            start += end + 1;
        }
        return null;
    }

    private static bool StartsHeader(ReadOnlySpan<byte> text) =>
        text.Length > 8 && System.Text.Ascii.EqualsIgnoreCase(text[..8], "content-");

    /// <summary>Within the first lines stands a delimiter line with a part's header below it.</summary>
    private static bool BeginsWithParts(Stream stream)
    {
        Span<byte> head = stackalloc byte[Head];
        head = head[..(int)Math.Min(Head, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(head);
        stream.Position = 0;
        var at = head.IndexOf("\nContent-"u8);
        return at > 0 && Boundary(head) is not null && LinesBefore(head, at) <= 12;
    }

    private static int LinesBefore(ReadOnlySpan<byte> head, int at) => head[..at].Count((byte)'\n');

    private static byte[]? Bytes(MimeEntity entity)
    {
        using var stream = new MemoryStream();
        entity.WriteTo(stream, contentOnly: true);
        return stream.Length is > 0 and < Largest ? stream.ToArray() : null;
    }
}
