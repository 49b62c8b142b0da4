using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;

namespace JcaCop.Worker;

/// <summary>What is written back to the sender of a judged mail.</summary>
internal static class Answers
{
    /// <returns>Empty where no answer is due, or where the sender has no address that can be answered.</returns>
    public static IReadOnlyList<OutgoingLetter> To(JudgedMail mail, Group group, LetterWriter letters, DateTimeOffset now)
    {
        if (!mail.Verdict.ReceiptDue) return [];
        var items = mail.Verdict.Items.Select(item => ItemOf(item, mail)).ToList();
        var reading = mail.Reading;
        return letters.Receipt(new Receipt(group, reading.Mail, reading.Language, items, reading.NeedsAttention), now) is { } letter ? [letter] : [];
    }

    private static ReceiptItem ItemOf(ItemVerdict verdict, JudgedMail mail)
    {
        if (verdict.State != ItemState.Accepted) return new ReceiptItem(verdict.Item, Standing.Held, HeldBecause.Doubt, []);
        var changes = mail.Changes.Where(change => change.ItemPosition == verdict.Position).ToList();
        return new ReceiptItem(verdict.Item, changes.Count == 0 ? Standing.Known : Standing.Recorded, null,
            [.. changes.Where(change => !change.IsNew).SelectMany(change => change.Fields).Select(field => new JcaCop.Post.Letters.FieldChange(field.Field, field.Before, field.After))]);
    }
}
