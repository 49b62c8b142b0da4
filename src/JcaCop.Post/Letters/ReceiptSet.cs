namespace JcaCop.Post.Letters;

/// <summary>All that one language needs to write receipts.</summary>
internal sealed record ReceiptSet(string Language, string Direction, string Title, ReceiptText Text, LetterTemplate Plain, LetterTemplate Html);
