using JcaCop.Post.Letters.Receipts;
using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Letters.Answers;

/// <summary>What a person is asked to decide.</summary>
public enum AskedMatter
{
    /// <summary>An item that was not recorded automatically.</summary>
    HeldItem,
    /// <summary>A seat is asked whether a mail from another address speaks for the member.</summary>
    Confirmation,
    /// <summary>Two answers of one member differ.</summary>
    Contradiction,
    /// <summary>Two entries may be one.</summary>
    Merge,
    /// <summary>An outgoing liaison statement.</summary>
    Liaison,
    /// <summary>A contribution that came after the deadline.</summary>
    Late,
}

/// <param name="Item">With the changes that it would make.</param>
/// <param name="Word">That chooses it, where one of several is to be chosen; null otherwise.</param>
public sealed record AskedItem(ReceiptItem Item, string? Word = null);

/// <param name="Word">As it is to be written in the answer.</param>
public sealed record AnswerChoice(string Word, Shown Meaning);

/// <summary>Asks the secretariat, the chairman or a seat for one decision, which is answered by one word. Goes with a code.</summary>
/// <param name="About">Short, for the subject.</param>
/// <param name="Why">Reason for the doubt; null where the matter says it all.</param>
/// <param name="Items">What it is about; may be empty where the text says it.</param>
public sealed record QuestionLetter(AskedMatter Matter, string About, LocalText? Why, IReadOnlyList<AskedItem> Items) : Letter("question")
{
    /// <summary>Sender of the mail in question; null where it is about none.</summary>
    public string? Sender { get; init; }

    /// <summary>Day of the mail in question.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What is to be approved, in full; null for none.</summary>
    public Prose? Text { get; init; }

    /// <summary>Words other than accept and reject; empty for these two.</summary>
    public IReadOnlyList<AnswerChoice> Choices { get; init; } = [];

    /// <summary>True where details may be corrected by lines such as <c>E-mail: …</c>.</summary>
    public bool CanCorrect { get; init; }

    /// <summary>When the question lapses; null where it does not.</summary>
    public ZonedTime? Expires { get; init; }

    /// <summary>The part of the mail in question; null for none.</summary>
    public Prose? Excerpt { get; init; }

    /// <summary>True where a seat is asked and not the secretariat or the chairman.</summary>
    public bool ToMember { get; init; }

    public override bool EnglishBelow => ToMember;

    internal override object In(LetterLanguage language)
    {
        var text = new ReceiptText(language);
        return new View(Matter, About, Why, Sender, Date,
        [
            .. from one in Items
               let entry = text.Entry(one.Item)
               select new Line(one.Word, entry.Type, entry.Rows),
        ], Text, Choices, CanCorrect ? $"{language.Items.Label("email")}: name@example.org" : null, Expires, Excerpt);
    }

    internal sealed record View(
        AskedMatter Matter, string About, LocalText? Why, string? Sender, DateOnly? Date, IReadOnlyList<Line> Items, Prose? Text,
        IReadOnlyList<AnswerChoice> Choices, string? Example, ZonedTime? Expires, Prose? Excerpt);

    internal sealed record Line(string? Word, string Type, IReadOnlyList<ReceiptRow> Rows);
}
