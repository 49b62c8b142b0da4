using JcaCop.Reading.Text;

namespace JcaCop.Reading.Attachments;

/// <summary>Text files, decoded by the evidence of their bytes.</summary>
internal static class PlainText
{
    public static AttachmentText Read(byte[] bytes, string? charset) => AttachmentText.Of(Decode(bytes, charset));

    public static AttachmentText ReadHtml(byte[] bytes, string? charset) => AttachmentText.Of(HtmlText.Read(Decode(bytes, charset)).Text);

    public static string Decode(byte[] bytes, string? charset)
    {
        var text = CharsetRepair.Decode(bytes.AsSpan(0, Math.Min(bytes.Length, ReadLimits.Text * 3)), charset, out _);
        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', ' ');
    }
}
