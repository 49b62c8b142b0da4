using System.Text;
using System.Text.Json.Nodes;
using JcaCop.Reading.Attachments;
using MimeKit;

namespace JcaCop.Register.Privacy;

/// <summary>What is left of a mail, or of what was read from it, where it is erased. Pure.</summary>
internal static class MailStubs
{
    /// <summary>Of a reading only what counts need: kind, language, whether a person had to look, what it answered.</summary>
    public static string OfReading(string reading) => Of(reading, "file", "kind", "language", "needsAttention", "answers");

    /// <summary>Of an item that was not recorded only of what sort it was.</summary>
    public static string OfItem(string item) => Of(item, "type");

    private static string Of(string json, params ReadOnlySpan<string> kept)
    {
        var stub = new JsonObject { ["erased"] = true };
        if (JsonNode.Parse(json) is JsonObject whole)
            foreach (var key in kept)
                if (whole[key] is { } value) stub[key] = value.DeepClone();
        return stub.ToJsonString();
    }

    /// <summary>Subject and texts of a mail, decoded, whom it went to, and the texts of the documents that it carries. Bytes that are no mail hold none.</summary>
    public static IEnumerable<string> TextsOf(byte[] raw)
    {
        if (raw.Length == 0) return [];
        try
        {
            using var message = MimeMessage.Load(new MemoryStream(raw, writable: false));
            return [message.Subject ?? "", message.To.ToString(), message.Cc.ToString(), .. message.BodyParts.OfType<TextPart>().Select(part => part.Text), .. AttachmentReader.Read(message).Select(file => file.Text).OfType<string>()];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private const string Erased = "This attachment was erased.\r\n";

    /// <summary>The mail with a line that says so in the place of an attachment.</summary>
    /// <returns>Null where the mail has no such attachment, or it was erased before.</returns>
    public static byte[]? Without(byte[] raw, string fileName)
    {
        if (raw.Length == 0) return null;
        using var message = MimeMessage.Load(new MemoryStream(raw, writable: false));
        var found = message.BodyParts.OfType<MimePart>().Where(part => string.Equals(part.FileName, fileName, StringComparison.OrdinalIgnoreCase) && part is not TextPart { Text: Erased }).ToList();
        if (found.Count == 0) return null;
        foreach (var part in found)
        {
            part.Content?.Dispose();
            part.Content = new MimeContent(new MemoryStream(Encoding.ASCII.GetBytes(Erased)));
            part.ContentTransferEncoding = ContentEncoding.SevenBit;
            part.ContentType.MediaType = "text";
            part.ContentType.MediaSubtype = "plain";
        }
        using var written = new MemoryStream();
        message.WriteTo(written);
        return written.ToArray();
    }
}
