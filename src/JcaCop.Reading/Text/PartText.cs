using MimeKit;

namespace JcaCop.Reading.Text;

/// <summary>Decodes the text parts, within limits: what a mail of 50 MB says beyond two hundred pages is not read.</summary>
internal static class PartText
{
    public const int MostCharacters = 400_000;

    /// <summary>Word and Outlook put ten characters of markup around one of text.</summary>
    private const int MostMarkup = 1_000_000;

    private static readonly System.Buffers.SearchValues<byte> NameEnds = System.Buffers.SearchValues.Create("\"' />;"u8);

    public static string Plain(TextPart part, List<string> repairs)
    {
        var text = Decoded(part, part.ContentType.Charset, MostCharacters, repairs);
        if (!string.Equals(part.ContentType.Format, "flowed", StringComparison.OrdinalIgnoreCase)) return text;
        return FlowedText.Join(text, string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase));
    }

    public static string Html(TextPart part, List<string> repairs)
    {
        var charset = part.ContentType.Charset;
        if (CharsetNames.Find(charset) is not null) return Decoded(part, charset, MostMarkup, repairs);
        var bytes = Bytes(part, MostMarkup);
        return Clean(CharsetRepair.Decode(bytes, MetaCharset(bytes) ?? charset, out _), MostMarkup);
    }

    /// <summary>Charset of a part as declared, for headers that hold raw bytes; null where none is declared.</summary>
    public static string? Charset(MimeMessage mime) => mime.BodyParts.OfType<TextPart>().FirstOrDefault()?.ContentType.Charset;

    private static string Decoded(TextPart part, string? charset, int most, List<string> repairs)
    {
        var text = CharsetRepair.Decode(Bytes(part, most), charset, out var repair);
        if (repair is not null) repairs.Add(repair);
        return Clean(text, most);
    }

    private static ReadOnlySpan<byte> Bytes(TextPart part, int most)
    {
        if (part.Content is not { } content) return [];
        using var bytes = new BoundedBytes(most * 2, (int)Math.Min(content.Stream?.Length ?? 0, most));
        content.DecodeTo(bytes);
        return bytes.Written;
    }

    /// <summary>Line ends to LF, NUL and other control characters out.</summary>
    private static string Clean(string text, int most)
    {
        if (text.Length > most) text = text[..most];
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u0008') >= 0 || text.AsSpan().IndexOfAny('\u000b', '\u001b', '\u001a') >= 0 || text.Contains('\f'))
            text = string.Create(text.Length, text, static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++) to[i] = from[i] is < ' ' and not ('\n' or '\r' or '\t') ? ' ' : from[i];
            });
        return text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }

    private static string? MetaCharset(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 2048)];
        var at = head.IndexOf("charset="u8);
        if (at < 0) return null;
        var name = head[(at + 8)..].TrimStart("\"' "u8);
        var end = name.IndexOfAny(NameEnds);
        return end is > 0 and < 40 ? System.Text.Encoding.ASCII.GetString(name[..end]) : null;
    }
}
