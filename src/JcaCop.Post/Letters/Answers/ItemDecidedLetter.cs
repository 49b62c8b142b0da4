using JcaCop.Post.Letters.Receipts;
using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Letters.Answers;

/// <summary>What became of an item that had been held.</summary>
public enum ItemDecision
{
    Recorded,
    NotTaken,
}

/// <param name="Item">With the changes that it made.</param>
/// <param name="Note">What the secretariat adds; null for nothing.</param>
public sealed record DecidedItem(ReceiptItem Item, ItemDecision Decision, string? Note = null);

/// <summary>Tells a sender what was decided on items of a mail that had been held.</summary>
/// <param name="Date">Of the mail, where its sender was.</param>
public sealed record ItemDecidedLetter(DateOnly Date, string MailSubject, IReadOnlyList<DecidedItem> Items) : Letter("item-decided")
{
    internal override object In(LetterLanguage language)
    {
        var text = new ReceiptText(language);
        return new View(Date, MailSubject,
        [
            .. from one in Items
               let entry = text.Entry(one.Item)
               select new Line(entry.Type, one.Decision, entry.Rows, one.Note),
        ]);
    }

    internal sealed record View(DateOnly Date, string MailSubject, IReadOnlyList<Line> Items);

    internal sealed record Line(string Type, ItemDecision Decision, IReadOnlyList<ReceiptRow> Rows, string? Note);
}
