using JcaCop.Reading.Items;

namespace JcaCop.Reading.Accepting;

/// <summary>Decides which items may be recorded without a person, by signs that the text gives independently of the reader that found the item.</summary>
/// <remarks>
/// The weights are fitted by <c>tests/acceptance/fit.py</c> (logistic regression) on readings of mails never seen before and on readings with a
/// part of the word lists taken away, so that <see cref="Item.Confidence"/> is the share of such items that are right.
/// </remarks>
internal static class Acceptance
{
    public static IReadOnlyList<Item> Judge(ItemContext context, IReadOnlyList<Item> items, int reasons)
    {
        if (items.Count == 0) return items;
        var mail = MailSigns.Of(context, items, reasons);
        return [.. items.Select(item => Judge(context, item, items, mail))];
    }

    private static Item Judge(ItemContext context, Item item, IReadOnlyList<Item> items, List<Sign> mail)
    {
        List<Sign> signs = [.. item.Signs, .. mail];
        ItemSigns.Add(signs, context, item, items);
        var confidence = Math.Round(AcceptanceWeights.Probability(item, signs), 3);
        return item with { Signs = signs, Confidence = confidence, Decision = confidence >= AcceptanceWeights.Threshold ? Decision.Accept : Decision.Review };
    }
}
