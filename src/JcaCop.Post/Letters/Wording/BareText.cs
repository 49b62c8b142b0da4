namespace JcaCop.Post.Letters.Wording;

/// <summary>Text for places where no element may stand: attributes, the title of a page. Encoded like all values, and never isolated by an element of its own.</summary>
internal sealed record BareText
{
    /// <param name="text">Made fit as <see cref="LetterValue"/> makes it.</param>
    public BareText(string text) => Text = LetterValue.Clean(text, LetterValue.Longest);

    public string Text { get; }

    public static BareText? Of(string? text) => text is null ? null : new BareText(text);
}
