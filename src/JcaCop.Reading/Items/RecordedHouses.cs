using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Items;

/// <summary>"Ida Holm, contact of the Heron Trust that we proposed earlier, has a new telephone": a sentence that changes what is recorded, and says that it was proposed before, puts nobody forward again.</summary>
internal static class RecordedHouses
{
    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items) =>
        items.Any(static item => item is Correction) && items.Any(static item => item is Nomination) ? [.. items.Where(item => !IsRecorded(context, items, item))] : items;

    private static bool IsRecorded(ItemContext context, IReadOnlyList<Item> items, Item item)
    {
        if (item is not Nomination { Organization: { Address: null, Website: null } } put || put.Evidence.FirstOrDefault(static one => one.Field == "organization.name") is not { Source: null, Offset: var at }) return false;
        foreach (var (span, block) in context.Utterances)
            if (span.Contains(at))
                return block is Paragraph && (Passage.Of(context.Marked, span).Moods & Moods.Past) != 0 && items.Any(other => other is Correction { Name: { } whose } && (put.Contact?.Name is not { } contact || contact == whose)
                    && other.Evidence.Any(said => said.Source is null && span.Contains(said.Offset)));
        return false;
    }
}
