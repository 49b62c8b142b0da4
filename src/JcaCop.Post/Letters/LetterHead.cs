using System.Buffers;
using JcaCop.Reading;
using JcaCop.Register;

namespace JcaCop.Post.Letters;

/// <summary>What stands in a letter's header.</summary>
/// <param name="Id">Without domain; see <see cref="LetterId"/>.</param>
/// <param name="Subject">Clean: one line, no control characters.</param>
/// <param name="InReplyTo">Message-ID without angle brackets; null where the letter answers nothing.</param>
/// <param name="References">Oldest first, without angle brackets.</param>
/// <param name="Languages">Of the parts, in order.</param>
internal sealed record LetterHead(
    Group Group,
    string Id,
    string To,
    string Subject,
    DateTimeOffset Date,
    string? InReplyTo,
    IReadOnlyList<string> References,
    string? ReplyTo,
    IReadOnlyList<string> Languages)
{
    private const int MostReferences = 12;

    private static readonly SearchValues<char> Specials = SearchValues.Create("<>()\",;:\\");

    public string MessageId => LetterId.MessageId(Id, Group.Address);

    /// <summary>References of an answer: those of the mail and the mail itself (RFC 5322, 3.6.4), the newest ones where there are many.</summary>
    public static IReadOnlyList<string> ReferencesTo(ReceivedMail mail) =>
    [
        .. mail.AnswersTo.Reverse().Append(mail.MessageId).OfType<string>().Where(IsMessageId).TakeLast(MostReferences),
    ];

    /// <summary>Whether an id from a mail may stand in our header: dot-atom characters and one @ (RFC 5322, 3.6.4), of usual length.</summary>
    public static bool IsMessageId(string id) =>
        id.Length is > 2 and <= 250 && id.AsSpan(1, id.Length - 2).Contains('@') && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && !id.AsSpan().ContainsAny(Specials);
}
