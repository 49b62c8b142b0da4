namespace JcaCop.Post.Letters.Message;

/// <summary>A file that goes with a letter.</summary>
/// <param name="MediaType">RFC 2046: <c>application/pdf</c>.</param>
/// <param name="FileName">Path and control characters are taken out.</param>
public sealed record LetterAttachment(byte[] Content, string MediaType, string FileName)
{
    /// <summary>A mail that goes along whole: every mail program opens it as a mail.</summary>
    /// <param name="raw">As it came. One that cannot travel unencoded goes with its parts encoded, and where that does not help, or would break its signature, as a file.</param>
    public static LetterAttachment Mail(byte[] raw, string fileName) =>
        PlainMail.Of(raw) is { } plain ? new(plain, PlainMail.MediaType, fileName) : new(raw, "application/octet-stream", fileName);
}
