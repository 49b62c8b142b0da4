using System.Runtime.InteropServices;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>The marked words of a place, gathered when its first piece asks: the pieces of a place come one after the other.</summary>
/// <param name="kinds">The kinds of words that are looked for.</param>
internal sealed class PlaceMarks(MarkedText marked, Word[] kinds)
{
    private readonly List<Mark> here = [];
    private Place? last;

    /// <summary>A word where it stands.</summary>
    /// <param name="Group">The place of its kind among those that are looked for.</param>
    internal readonly record struct Mark(int Start, int End, int Group);

    /// <summary>Words of one kind together, the kinds in the order given.</summary>
    public ReadOnlySpan<Mark> Of(Place place)
    {
        if (!ReferenceEquals(place, last))
        {
            last = place;
            here.Clear();
            for (var group = 0; group < kinds.Length; group++)
                foreach (var hit in marked.Within(kinds[group], place.Span.Start, place.Span.End)) here.Add(new Mark(hit.Start, hit.End, group));
        }
        return CollectionsMarshal.AsSpan(here);
    }
}
