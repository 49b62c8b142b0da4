using System.Text;
using MimeKit;

namespace JcaCop.Reading.Attachments;

/// <summary>Text between the lines of a PGP cleartext signature (RFC 9580, 7).</summary>
internal static class ClearSigned
{
    private const string Begin = "-----BEGIN PGP SIGNED MESSAGE-----";
    private const string Signature = "-----BEGIN PGP SIGNATURE-----";
    private const string End = "-----END PGP SIGNATURE-----";

    /// <summary>Looks at the first bytes alone; a signed text behind other words, or in base64, is left to its reader.</summary>
    public static bool Is(TextPart part)
    {
        if (!part.IsPlain || part.Content?.Stream is not { CanSeek: true } stream) return false;
        stream.Position = 0;
        Span<byte> head = stackalloc byte[64];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return head[..read].IndexOf("-----BEGIN PGP SIGNED MESSAGE"u8) >= 0;
    }

    /// <summary>The same part with the signed text alone, and what was written below the signature.</summary>
    public static TextPart Open(TextPart part)
    {
        var lines = part.Text.ReplaceLineEndings("\n").Split('\n');
        var text = new StringBuilder();
        var at = Array.FindIndex(lines, static line => line.StartsWith(Begin, StringComparison.Ordinal)) + 1;
        while (at < lines.Length && lines[at].Trim().Length > 0) at++; // Hash: and other armor headers
        var inSignature = false;
        foreach (var line in lines.Skip(at + 1))
        {
            if (line.StartsWith(Signature, StringComparison.Ordinal)) inSignature = true;
            else if (line.StartsWith(End, StringComparison.Ordinal)) inSignature = false;
            else if (!inSignature) text.Append(line.StartsWith("- ", StringComparison.Ordinal) ? line.AsSpan(2) : line).Append('\n');
        }
        return new TextPart("plain") { Text = text.ToString() };
    }
}
