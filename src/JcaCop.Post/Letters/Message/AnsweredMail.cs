using JcaCop.Reading;

namespace JcaCop.Post.Letters.Message;

/// <summary>What an answer needs of the mail it answers.</summary>
/// <param name="MessageId">Without angle brackets; null where it has none that may stand in our header.</param>
/// <param name="References">Its thread and itself, oldest first.</param>
public sealed record AnsweredMail(string? MessageId, IReadOnlyList<string> References, string Subject)
{
    public static AnsweredMail Of(ReceivedMail mail) => new(
        mail.MessageId is { } id && LetterHead.IsMessageId(id) ? id : null,
        LetterHead.Thread(mail.AnswersTo.Reverse().Append(mail.MessageId)),
        mail.Subject);
}
