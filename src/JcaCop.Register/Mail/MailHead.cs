namespace JcaCop.Register.Mail;

/// <summary>What lists show of a mail that is set aside unread: whose it is, and what its header says.</summary>
/// <param name="Group">Key of the group whose mailbox it came to.</param>
/// <param name="Sender">Address; null where the header names none or cannot be read.</param>
/// <param name="Subject">Null where the header cannot be read.</param>
public sealed record MailHead(string Group, string? Sender, string? SenderName, string? Subject);
