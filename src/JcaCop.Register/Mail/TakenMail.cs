namespace JcaCop.Register.Mail;

/// <summary>A mail whose bytes are committed, and that waits to be read and judged.</summary>
/// <param name="Id">Number of the message in the register.</param>
/// <param name="Key">Where it was taken from first.</param>
/// <param name="InternetId">Message-ID without angle brackets; made from the content where the mail has none.</param>
/// <param name="Raw">The bytes; only the header where <paramref name="TooLarge"/>.</param>
/// <param name="Attempts">Tries that failed so far.</param>
public sealed record TakenMail(
    long Id, MailKey Key, string InternetId, DateTimeOffset ArrivedAt, long Size, byte[] Raw, bool TooLarge, int Attempts)
{
    /// <summary>What the server said instead of handing the mail over; null for a mail that is here.</summary>
    public string? Missing { get; init; }
}
