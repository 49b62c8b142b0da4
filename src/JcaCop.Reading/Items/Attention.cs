namespace JcaCop.Reading.Items;

/// <summary>Tells whether a person must read the mail: a question, a complaint, a request beyond the items, a contradiction, a doubt.</summary>
public static class Attention
{
    /// <returns>The reasons, each with the passage that gave it; empty where nobody need look.</returns>
    public static IReadOnlyList<string> Reasons(ItemContext context, IReadOnlyList<Item> items) => [];
}
