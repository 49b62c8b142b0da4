namespace JcaCop.Register.Mail;

/// <summary>A letter as somebody else than its addressee reads it. Its Message-ID is its own: what comes back to it says nothing of the addressee, and whoever reads it learns no Message-ID of the addressee's letters.</summary>
/// <param name="MessageId">Without angle brackets.</param>
/// <param name="To">Envelope recipient.</param>
/// <param name="Mime">The message, ready to send; its <c>To</c> and <c>Cc</c> are those of the letter.</param>
public sealed record LetterCopy(string MessageId, string To, byte[] Mime);
