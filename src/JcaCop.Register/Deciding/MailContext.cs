using JcaCop.Reading;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Deciding;

/// <summary>What placing an item must know of the mail that holds it.</summary>
/// <param name="MessageId">Number of the message.</param>
/// <param name="At">When it arrived, UTC.</param>
/// <param name="Sender">Address; null where the mail has none.</param>
/// <param name="Thread">The letter of ours that it answers; null where none is known.</param>
public sealed record MailContext(long MessageId, DateTimeOffset At, string? Sender, Respondent? Respondent, Answers Answers, AnsweredLetter? Thread)
{
    public static MailContext Of(TakenMail taken, MailReading reading, AnsweredLetter? thread) =>
        new(taken.Id, taken.ArrivedAt, reading.Mail.Sender?.Email, reading.Respondent, reading.Answers, thread);
}
