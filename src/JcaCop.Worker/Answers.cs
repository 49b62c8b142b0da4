using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;

namespace JcaCop.Worker;

/// <summary>What is written back to the sender of a judged mail.</summary>
internal static class Answers
{
    /// <returns>Empty where no answer is due, or where the sender has no address that can be answered.</returns>
    public static IReadOnlyList<OutgoingLetter> To(JudgedMail mail, Group group, LetterWriter letters, DateTimeOffset now) =>
        mail.Verdict.ReceiptDue && letters.Receipt(Receipt.About(group, mail), now) is { } letter ? [letter] : [];
}
