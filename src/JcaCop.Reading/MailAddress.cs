namespace JcaCop.Reading;

/// <summary>A mailbox as the headers give it (RFC 5322, 3.4), decoded.</summary>
/// <param name="Name">Display name; null where absent.</param>
/// <param name="Email">The addr-spec, as written but for surrounding blanks; "" never: a mail without a sender has a null address.</param>
public sealed record MailAddress(string? Name, string Email)
{
    /// <summary>The part after the last @, lower case; "" where there is none.</summary>
    public string Domain => Email[(Email.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
