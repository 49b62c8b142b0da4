using System.Runtime.InteropServices;

namespace JcaCop.Reading.Parts;

/// <summary>Looks into mentions that are in order of their start, as all finders of a text give them: a piece of a long text is asked for its own alone.</summary>
internal static class MentionOrder
{
    /// <summary>Those that begin between the offsets; they may end behind the second.</summary>
    public static ReadOnlySpan<Mention<T>> From<T>(this List<Mention<T>> ordered, int start, int end)
    {
        var all = CollectionsMarshal.AsSpan(ordered)[FirstFrom(ordered, start)..];
        var count = 0;
        while (count < all.Length && all[count].Start < end) count++;
        return all[..count];
    }

    /// <summary>Whether any begins between the offsets, the second not counted.</summary>
    public static bool AnyFrom<T>(this List<Mention<T>> ordered, int start, int end) =>
        FirstFrom(ordered, start) is var first && first < ordered.Count && ordered[first].Start < end;

    private static int FirstFrom<T>(List<Mention<T>> ordered, int start)
    {
        int low = 0, high = ordered.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ordered[middle].Start < start) low = middle + 1; else high = middle;
        }
        return low;
    }
}
