namespace JcaCop.Register.Mail;

/// <summary>A mail that was moved to wait for a person, and has been decided since: it lies in the wrong folder.</summary>
/// <param name="Key">Where it was taken from; the server numbered it anew when it was moved.</param>
/// <param name="LiesIn">Tells the folder: Held or SetAside.</param>
/// <param name="State">Tells the folder where it belongs.</param>
/// <param name="InternetId">Message-ID without angle brackets; made from the content where the mail has none.</param>
public sealed record MisfiledMail(
    MailKey Key, MessageState LiesIn, MessageState State, string InternetId, DateTimeOffset ArrivedAt, long Size);
