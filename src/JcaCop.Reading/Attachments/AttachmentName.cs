using JcaCop.Reading.Text;
using MimeKit;

namespace JcaCop.Reading.Attachments;

/// <summary>Names of attachments, decoded and without path, and whether they count as files that were sent.</summary>
internal static class AttachmentName
{
    private const int MaxLength = 200;

    /// <returns>Null for a part that is no attachment: body text, or a part without name that is not meant as a file.</returns>
    public static string? Of(MimeEntity part)
    {
        var name = Raw(part);
        if (string.IsNullOrWhiteSpace(name))
        {
            if (part is TextPart or MessagePart || part.ContentDisposition?.Disposition.Equals(ContentDisposition.Attachment, StringComparison.OrdinalIgnoreCase) != true) return null;
            return "unnamed";
        }
        return Clean(name);
    }

    /// <summary>Logos and other pictures of the layout, winmail.dat, signatures, contact cards and calendar parts are no files (SCHEMA, rules of judgement).</summary>
    public static bool IsListed(MimePart part, string name)
    {
        var type = part.ContentType.MimeType.ToLowerInvariant();
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (type is "application/ms-tnef" or "application/pgp-signature" or "application/pgp-encrypted" or "application/pgp-keys" or "text/calendar" or "application/ics" or "text/vcard" or "text/x-vcard"
            || type.Contains("pkcs7", StringComparison.Ordinal)) return false;
        if (extension is ".p7s" or ".p7m" or ".p7c" or ".ics" or ".vcs" or ".vcf" or ".asc" or ".sig" or ".pgp" || name.Equals("winmail.dat", StringComparison.OrdinalIgnoreCase)) return false;
        if (part.ContentType.IsMimeType("image", "*") || extension is ".png" or ".gif" or ".jpg" or ".jpeg" or ".bmp" or ".wmz" or ".emz" or ".svg") return IsPictureOfItsOwn(part, name);
        return true;
    }

    private static bool IsPictureOfItsOwn(MimePart part, string name)
    {
        if (!string.IsNullOrEmpty(part.ContentId) || part.ContentDisposition?.Disposition.Equals(ContentDisposition.Inline, StringComparison.OrdinalIgnoreCase) == true) return false;
        var stem = Path.GetFileNameWithoutExtension(name);
        foreach (var mark in (ReadOnlySpan<string>)["logo", "image0", "signature", "banner", "oledata", "icon", "facebook", "twitter", "linkedin", "ecblank", "graycol", "pic0", "spacer"])
            if (stem.StartsWith(mark, StringComparison.OrdinalIgnoreCase) || (mark == "logo" && stem.Contains(mark, StringComparison.OrdinalIgnoreCase)))
                return false;
        return true;
    }

    private static string? Raw(MimeEntity part)
    {
        var name = part.ContentDisposition?.FileName;
        if (string.IsNullOrEmpty(name)) name = part.ContentType.Name;
        if (string.IsNullOrEmpty(name)) return null;
        // Raw bytes, or an encoded word, which the MIME parser may have read by another charset: decoded again by the evidence of the bytes.
        if (name.Contains('\uFFFD') || name.AsSpan().ContainsAnyInRange('\u0080', '\u00ff')
                || name.AsSpan().ContainsAnyExceptInRange('\0', '\u007f') && HasEncodedWord(part) || name.Contains("=?", StringComparison.Ordinal))
            name = Redecoded(part) ?? name;
        return name;
    }

    private static bool HasEncodedWord(MimeEntity part) =>
        part.Headers.Any(static field => field.Id is HeaderId.ContentDisposition or HeaderId.ContentType && field.RawValue.AsSpan().IndexOf("=?"u8) >= 0);

    private static string? Redecoded(MimeEntity part)
    {
        foreach (var (header, parameter) in (ReadOnlySpan<(HeaderId, string)>)[(HeaderId.ContentDisposition, "filename="), (HeaderId.ContentType, "name=")])
        {
            if (part.Headers.FirstOrDefault(h => h.Id == header) is not { } field) continue;
            var decoded = HeaderText.Decode(field.RawValue, null);
            var at = decoded.IndexOf(parameter, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var value = decoded[(at + parameter.Length)..];
            var end = value.StartsWith('"') ? value.IndexOf('"', 1) : value.IndexOf(';');
            value = (end < 0 ? value : value[..end]).Trim('"', ' ');
            if (value.Length > 0 && !value.Contains('\uFFFD')) return value;
        }
        return null;
    }

    private static string Clean(string name)
    {
        var end = name.LastIndexOfAny(['/', '\\']);
        var plain = new string([.. name[(end + 1)..].Where(static c => !char.IsControl(c) && c is not ('\u202e' or '\u202d' or '\u200e' or '\u200f'))]).Trim();
        if (plain.Length == 0) return "unnamed";
        return plain.Length > MaxLength ? plain[..(MaxLength - 12)] + plain[^12..] : plain;
    }
}
