namespace JcaCop.Post.Letters.Message;

/// <summary>
/// The reply path of one letter: <c>secretariat+r.0f3a…@example.org</c>, where the letter's own id follows the dot (RFC 5233, detail
/// part); where the letter asks for a decision, its code follows: <c>secretariat+r.0f3a….k7m29qxa@example.org</c>.
/// </summary>
/// <remarks>The id is that of the letter's Message-ID, so that an answer finds its letter even where a mail program drops References.</remarks>
public static class PlusAddress
{
    private const string Mark = "+r.";

    /// <returns>Null where the local part would pass 64 octets (RFC 5321, 4.5.3.1.1).</returns>
    public static string? Of(string groupAddress, string id, ReplyToken? token = null)
    {
        var at = groupAddress.LastIndexOf('@');
        var detail = token is null ? id : $"{id}.{token.Code.ToLowerInvariant()}";
        return at + Mark.Length + detail.Length > 64 ? null : $"{groupAddress[..at]}{Mark}{detail}{groupAddress[at..]}";
    }

    /// <returns>The letter's Message-ID without angle brackets; null where the address is no reply path of this group.</returns>
    public static string? LetterOf(string groupAddress, string address) =>
        Detail(groupAddress, address) is { } detail && detail[0].All(char.IsAsciiLetterOrDigit) ? LetterId.MessageId(detail[0], groupAddress) : null;

    /// <returns>The code of the question that the letter asked; null where the address holds none.</returns>
    public static ReplyToken? TokenOf(string groupAddress, string address) =>
        Detail(groupAddress, address) is [_, var code] ? ReplyToken.Parse(code) : null;

    private static string[]? Detail(string groupAddress, string address)
    {
        var at = groupAddress.LastIndexOf('@');
        var end = address.LastIndexOf('@');
        if (end <= at + Mark.Length || !address.StartsWith(groupAddress[..at] + Mark, StringComparison.OrdinalIgnoreCase)
            || !address.AsSpan(end).Equals(groupAddress.AsSpan(at), StringComparison.OrdinalIgnoreCase))
            return null;
        return address[(at + Mark.Length)..end].ToLowerInvariant().Split('.', 3);
    }
}
