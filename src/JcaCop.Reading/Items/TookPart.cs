using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"The meeting was attended by Ms X and Mr Y": whoever reports who took part registers nobody.</summary>
internal static class TookPart
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("tookPart").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>The items without registrations of those of whom the sentence tells that they came.</summary>
    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        if (!items.Any(static item => item is Registration)) return items;
        var told = Index.FindAll(context.Marked.Folded);
        if (told.Count == 0) return items;
        return [.. items.Where(item => item is not Registration || item.Evidence.FirstOrDefault(static one => one is { Field: "person.name", Source: null }) is not { } name || !Tells(context, told, name.Offset))];
    }

    private static bool Tells(ItemContext context, List<PhraseHit<string>> told, int name)
    {
        foreach (var (span, _) in context.Utterances)
            if (span.Contains(name)) return told.Exists(word => word.Start >= span.Start && word.End <= span.End);
        return false;
    }
}
