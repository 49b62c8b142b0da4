namespace JcaCop.Post.Letters;

/// <summary>The reply path of one letter: <c>secretariat+r.0f3a…@example.org</c>, where the letter's own id follows the dot (RFC 5233, detail part).</summary>
/// <remarks>The id is that of the letter's Message-ID, so that an answer finds its letter even where a mail program drops References.</remarks>
public static class PlusAddress
{
    private const string Mark = "+r.";

    /// <returns>Null where the local part would pass 64 octets (RFC 5321, 4.5.3.1.1).</returns>
    public static string? Of(string groupAddress, string id)
    {
        var at = groupAddress.LastIndexOf('@');
        return at + Mark.Length + id.Length > 64 ? null : $"{groupAddress[..at]}{Mark}{id}{groupAddress[at..]}";
    }

    /// <returns>The letter's Message-ID without angle brackets; null where the address is no reply path of this group.</returns>
    public static string? LetterOf(string groupAddress, string address)
    {
        var at = groupAddress.LastIndexOf('@');
        var end = address.LastIndexOf('@');
        if (end <= at + Mark.Length || !address.StartsWith(groupAddress[..at] + Mark, StringComparison.OrdinalIgnoreCase)
            || !address.AsSpan(end).Equals(groupAddress.AsSpan(at), StringComparison.OrdinalIgnoreCase))
            return null;
        var id = address[(at + Mark.Length)..end].ToLowerInvariant();
        return id.All(char.IsAsciiLetterOrDigit) ? LetterId.MessageId(id, groupAddress) : null;
    }
}
