using JcaCop.Reading.Items;

namespace JcaCop.Reading.Accepting;

/// <summary>What the passages say that an item was taken from, against what the mail says elsewhere.</summary>
internal static class OwnPassages
{
    public static void Add(List<Sign> signs, ItemContext reading, Item item)
    {
        var moods = Moods.None;
        foreach (var passage in reading.Passages) if (Holds(passage, reading, item)) moods |= passage.Moods;
        if ((moods & Moods.Negated) != 0) signs.Add(new Sign("ownDenied", 1));
        if ((moods & Moods.Question) != 0) signs.Add(new Sign("ownAsked", 1));
    }

    private static bool Holds(Passage passage, ItemContext reading, Item item)
    {
        foreach (var piece in item.Evidence) if (piece.Source == reading.Source && passage.Span.Contains(piece.Offset)) return true;
        return false;
    }
}
