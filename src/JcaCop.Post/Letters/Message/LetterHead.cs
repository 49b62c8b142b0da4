using System.Buffers;
using JcaCop.Register;

namespace JcaCop.Post.Letters.Message;

/// <summary>What stands in a letter's header.</summary>
/// <param name="Id">Without domain; see <see cref="LetterId"/>.</param>
/// <param name="Subject">Clean: one line, no control characters.</param>
/// <param name="AutoReplied">It answers a person's mail (RFC 3834, 5); false where the letter was due by itself.</param>
/// <param name="InReplyTo">Message-ID without angle brackets; null where the letter answers and follows nothing.</param>
/// <param name="References">Oldest first, without angle brackets.</param>
/// <param name="Languages">Of the parts, in order.</param>
internal sealed record LetterHead(
    Group Group,
    string Id,
    LetterAddress To,
    string Subject,
    DateTimeOffset Date,
    bool AutoReplied,
    string? InReplyTo,
    IReadOnlyList<string> References,
    string? ReplyTo,
    IReadOnlyList<string> Languages)
{
    private const int MostReferences = 12;

    private static readonly SearchValues<char> Specials = SearchValues.Create("<>()\",;:\\");

    /// <summary>Addresses that get a copy, as its addressee sees. Each gets its own message, under its own Message-ID.</summary>
    public IReadOnlyList<string> Copied { get; init; } = [];

    public string MessageId => LetterId.MessageId(Id, Group.Address);

    /// <summary>List-Id of the group's list (RFC 2919), where the letter goes to it.</summary>
    public string? ListId => Group.ListAddress is { } list && string.Equals(list, To.Email, StringComparison.OrdinalIgnoreCase)
        ? $"<{list.Replace('@', '.').ToLowerInvariant()}>" : null;

    /// <summary>References of a letter (RFC 5322, 3.6.4): those that may stand in our header, the newest ones where there are many.</summary>
    public static IReadOnlyList<string> Thread(IEnumerable<string?> ids) => [.. ids.OfType<string>().Where(IsMessageId).TakeLast(MostReferences)];

    /// <summary>Whether an id from a mail may stand in our header: dot-atom characters and one @ (RFC 5322, 3.6.4), of usual length.</summary>
    public static bool IsMessageId(string id) =>
        id.Length is > 2 and <= 250 && id.AsSpan(1, id.Length - 2).Contains('@') && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && !id.AsSpan().ContainsAny(Specials)
        && !WithoutLiteral(id).ContainsAny('[', ']');

    /// <summary>The id without the brackets of a domain literal (<c>1@[192.0.2.1]</c>): no others may stand in it.</summary>
    private static ReadOnlySpan<char> WithoutLiteral(ReadOnlySpan<char> id) =>
        id.LastIndexOf("@[", StringComparison.Ordinal) is > 0 and var at && id[^1] == ']' && !id[(at + 2)..^1].ContainsAny('[', ']') ? id[..at] : id;
}
