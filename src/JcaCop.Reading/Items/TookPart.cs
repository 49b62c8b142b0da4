using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"The meeting was attended by Ms X and Mr Y": whoever reports who took part registers nobody.</summary>
internal static class TookPart
{
    private static readonly PhraseIndex<string> Index = Of("past");
    private static readonly PhraseIndex<string> Last = Of("last");

    private static PhraseIndex<string> Of(string code) =>
        new(LexiconFile.Phrases("tookPart").Where(entry => entry.Code == code).Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>"Was unable to attend the last meeting": whether a sentence speaks of a meeting that is over.</summary>
    public static bool SpeaksOfLast(ItemContext context, TextSpan span) => Last.FindAll(context.Marked.Folded).Exists(word => word.Start >= span.Start && word.End <= span.End);

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
            if (span.Contains(name)) return told.Exists(word => word.Start >= span.Start && word.End <= span.End) && !Comes(context, told, span);
        return false;
    }

    /// <summary>"Mr X, who took part in the last meeting, will attend": the same sentence says that somebody comes.</summary>
    private static bool Comes(ItemContext context, List<PhraseHit<string>> told, TextSpan span)
    {
        foreach (var kind in (Matter[])[Matter.Attend, Matter.AttendSelf, Matter.Dispatch])
            foreach (var word in context.Matters.Within(kind, span.Start, span.End))
                if (!told.Exists(past => past.Start < word.End && word.Start < past.End)) return true;
        return false;
    }
}
