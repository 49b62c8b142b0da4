namespace JcaCop.Post.Letters.Message;

/// <summary>A file that goes with a letter.</summary>
/// <param name="MediaType">RFC 2046: <c>application/pdf</c>.</param>
/// <param name="FileName">Path and control characters are taken out.</param>
public sealed record LetterAttachment(byte[] Content, string MediaType, string FileName);
