namespace JcaCop.Register.Mail;

/// <summary>Where a mail lies: the unique key of intake (RFC 9051, 2.3.1.1). Never the unread flag.</summary>
/// <param name="Mailbox">Name of the mailbox in the settings.</param>
/// <param name="UidValidity">0 for a folder mailbox.</param>
/// <param name="Uid">Text, so that a folder mailbox can use the file's unique name; decimal for IMAP.</param>
public sealed record MailKey(string Mailbox, long UidValidity, string Uid);

/// <summary>A mail as the mailbox hands it over, before anything has looked at it.</summary>
/// <param name="ArrivedAt">When the server took it in, UTC (INTERNALDATE); not the Date header.</param>
/// <param name="Size">Bytes on the server.</param>
/// <param name="Raw">The bytes; only the header where <paramref name="TooLarge"/>.</param>
/// <param name="TooLarge">Over the size limit: noted, not fetched whole.</param>
public sealed record ArrivedMail(MailKey Key, DateTimeOffset ArrivedAt, long Size, byte[] Raw, bool TooLarge)
{
    /// <summary>What the server said instead of handing the mail over; <see cref="Raw"/> holds what could be had, at most the header. Null for a mail that is here.</summary>
    public string? Missing { get; init; }
}

/// <summary>Where a mail stands. Each mail is in exactly one state.</summary>
public enum MessageState
{
    /// <summary>Its bytes are committed; nothing has looked at them.</summary>
    Taken,
    /// <summary>Read, judged and recorded; nothing waits for a person.</summary>
    Processed,
    /// <summary>Recorded; at least one item or the mail itself waits for a person.</summary>
    Held,
    /// <summary>It could not be read or recorded; kept whole with the reason, and can be replayed.</summary>
    SetAside,
}
