using System.Text;
using MimeKit;

namespace JcaCop.Reading.Text;

/// <summary>Decodes header values: encoded words (RFC 2047), raw 8-bit text, and encoded words that lie about their charset.</summary>
internal static class HeaderText
{
    private const int Longest = 20_000;

    /// <param name="hint">Charset of the body, for raw bytes in headers; null where unknown.</param>
    public static string Decode(Header header, string? hint)
    {
        var raw = header.RawValue;
        if (raw.Length > Longest) return Blanks.Trim(header.Value).ToString();
        var eightBit = raw.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)0x7f) >= 0;
        if (!eightBit && raw.AsSpan().IndexOf("=?"u8) < 0) return header.Value;
        return Decode(raw, hint);
    }

    /// <summary>Decodes a raw value and unfolds it (RFC 5322, 2.2.3).</summary>
    public static string Decode(ReadOnlySpan<byte> raw, string? hint)
    {
        var text = new StringBuilder();
        Decode(raw, hint, static (to, part, _) => to.Append(part), text);
        return Blanks.Trim(Unfold(text)).ToString();
    }

    /// <summary>The addresses of a header whose names are raw 8-bit or badly declared: decoded first, then parsed.</summary>
    public static InternetAddressList Addresses(Header header, string? hint)
    {
        var text = new StringBuilder();
        Decode(header.RawValue.AsSpan(0, Math.Min(header.RawValue.Length, Longest)), hint, static (to, part, encoded) =>
        {
            if (!encoded) { to.Append(part); return; }
            to.Append('"').Append(part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }, text);
        return InternetAddressList.TryParse(Encoding.UTF8.GetBytes(Unfold(text)), out var list) ? list : [];
    }

    /// <summary>Whether a header needs more than what the MIME parser does for it.</summary>
    public static bool IsDoubtful(Header header)
    {
        var raw = header.RawValue.AsSpan();
        if (raw.IndexOfAnyExceptInRange((byte)0, (byte)0x7f) >= 0) return true;
        var word = raw.IndexOf("=?"u8);
        if (word < 0) return false;
        if (!IsPlain(raw[(word + 2)..])) return true;
        var value = header.Value;
        return value.AsSpan().IndexOfAny("\ufffd") >= 0 || value.AsSpan().ContainsAnyInRange('\u0080', '\u009f') || value.Contains("=?", StringComparison.Ordinal)
            || LooksMisread(value);
    }

    /// <summary>Charsets that the MIME parser reads as we do: no others by another name, and none whose few bytes may be UTF-8 by chance.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> charset)
    {
        foreach (var name in PlainNames)
            if (charset.Length > name.Length && Ascii.EqualsIgnoreCase(charset[..name.Length], name)) return true;
        return false;
    }

    private static readonly string[] PlainNames = ["utf-8?", "iso-8859-", "windows-125", "koi8-"];

    /// <summary>Runs of accented capitals are what Cyrillic or Arabic bytes look like when read as Latin.</summary>
    private static bool LooksMisread(string value)
    {
        var run = 0;
        foreach (var c in value)
        {
            run = c is >= '\u00c0' and <= '\u00ff' ? run + 1 : 0;
            if (run > 3) return true;
        }
        return false;
    }

    private static string Unfold(StringBuilder text) => text.Replace("\r", "").Replace("\n", "").Replace('\t', ' ').Replace("\0", "").ToString();

    private static void Decode(ReadOnlySpan<byte> raw, string? hint, Action<StringBuilder, string, bool> add, StringBuilder to)
    {
        var pending = new List<byte>();
        string? charset = null;
        while (!raw.IsEmpty)
        {
            var start = raw.IndexOf("=?"u8);
            if (start < 0) { Flush(); AddPlain(raw); return; }
            if (start > 0)
            {
                var between = raw[..start];
                if (pending.Count == 0 || !IsBlank(between)) { Flush(); AddPlain(between); }
                raw = raw[start..];
            }
            if (!Word(raw, out var named, out var bytes, out var length)) { Flush(); AddPlain(raw[..2]); raw = raw[2..]; continue; }
            if (charset is not null && !string.Equals(charset, named, StringComparison.OrdinalIgnoreCase)) Flush();
            charset = named;
            pending.AddRange(bytes);
            raw = raw[length..];
        }
        Flush();

        void Flush()
        {
            if (pending.Count > 0) add(to, CharsetRepair.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pending), charset, out _), true);
            pending.Clear();
            charset = null;
        }

        void AddPlain(ReadOnlySpan<byte> plain) => add(to, CharsetRepair.Decode(plain, hint, out _), false);
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0;

    /// <summary>Reads <c>=?charset*lang?B|Q?…?=</c>; blanks inside, which careless senders leave, are accepted in the Q form.</summary>
    private static bool Word(ReadOnlySpan<byte> raw, out string charset, out byte[] bytes, out int length)
    {
        charset = "";
        bytes = [];
        length = 0;
        var name = raw[2..].IndexOf((byte)'?');
        if (name is < 1 or > 40 || raw.Length < name + 5 || raw[name + 4] != '?') return false;
        var form = (char)(raw[name + 3] | 0x20);
        if (form is not ('b' or 'q')) return false;
        var body = raw[(name + 5)..];
        var end = body.IndexOf("?="u8);
        if (end < 0) return false;
        charset = Encoding.ASCII.GetString(raw.Slice(2, name)).Split('*')[0];
        length = name + 5 + end + 2;
        bytes = form == 'q' ? Quoted(body[..end]) : Base64(body[..end]);
        return true;
    }

    private static byte[] Quoted(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                bytes.Add((byte)(Hex(text[i + 1]) << 4 | Hex(text[i + 2])));
                i += 2;
            }
            else bytes.Add(text[i] == '_' ? (byte)' ' : text[i]);
        }
        return [.. bytes];
    }

    private static int Hex(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var decoder = new MimeKit.Encodings.Base64Decoder();
        var bytes = new byte[decoder.EstimateOutputLength(text.Length)];
        var length = decoder.Decode(text.ToArray(), 0, text.Length, bytes);
        return bytes[..length];
    }
}
