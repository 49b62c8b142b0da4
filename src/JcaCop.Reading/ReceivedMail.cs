using JcaCop.Reading.Text;
using MimeKit;

namespace JcaCop.Reading;

/// <summary>One mail: what its headers claim, and the text that is new in it. Made by <see cref="MailReader"/>, never changed.</summary>
/// <param name="MessageId">Without angle brackets (RFC 5322, 3.6.4); null where the mail has none or an unusable one.</param>
/// <param name="WrittenAt">The <c>Date</c> header with the sender's own offset; null where absent or absurd.</param>
/// <param name="Sender">The person who wrote, as From tells (RFC 5322, 3.6.2); null where no address can be read.</param>
/// <param name="Subject">Decoded; "" where absent.</param>
/// <param name="Body">The visible text and how it is cut.</param>
/// <param name="Headers">First value of each field, unfolded and decoded; names compare without case.</param>
/// <param name="Mime">The parsed message, for those who ask its structure (delivery reports); do not change it.</param>
public sealed record ReceivedMail(
    string? MessageId,
    DateTimeOffset? WrittenAt,
    MailAddress? Sender,
    IReadOnlyList<MailAddress> To,
    IReadOnlyList<MailAddress> Cc,
    IReadOnlyList<MailAddress> ReplyTo,
    string Subject,
    MailBody Body,
    IReadOnlyList<ReadAttachment> Attachments,
    IReadOnlyDictionary<string, string> Headers,
    MimeMessage Mime)
{
    /// <summary>Message-IDs of <c>In-Reply-To</c> and <c>References</c>, nearest first, without angle brackets.</summary>
    public IReadOnlyList<string> AnswersTo { get; init; } = [];

    /// <summary>The liaison statement in the mail, once it was looked for; null where there is none.</summary>
    internal Items.LiaisonForm? LiaisonForm { get; set; }

    internal bool LiaisonSought { get; set; }
}
