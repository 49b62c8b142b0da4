namespace JcaCop.Reading.Lexicons;

/// <summary>A folded text that remembers where each of its characters came from, and what was found in it.</summary>
public sealed class FoldedText
{
    private readonly int originalLength;

    /// <summary>Pairs of an offset in the folded text and where it came from, wherever the two no longer go along together; empty where they always do.</summary>
    private readonly int[] turns;

    /// <summary>The text that this is a part of, and the offset in it, folded and original; null where it stands for itself.</summary>
    private readonly FoldedText? whole;
    private readonly int from, originalFrom;

    private readonly int length;
    private string? text;
    private PhraseScan? scan;

    /// <summary>Where this text begins in that of the scan.</summary>
    private int place;
    private Found? found;

    internal FoldedText(string text, int[] turns, int originalLength) =>
        (this.text, this.turns, this.originalLength, length) = (text, turns, originalLength, text.Length);

    private FoldedText(FoldedText whole, int originalFrom, int originalLength)
    {
        (this.whole, turns, this.originalFrom, this.originalLength) = (whole, [], originalFrom, originalLength);
        from = whole.FirstFrom(originalFrom);
        length = whole.FirstFrom(originalFrom + originalLength) - from;
    }

    public string Text => text ??= whole!.Text.Substring(from, length);

    /// <summary>Offset in the original of the folded character; one past the end gives the original's length.</summary>
    public int Origin(int index)
    {
        if (index >= length) return originalLength;
        if (whole is not null) return whole.Origin(from + index) - originalFrom;
        var turn = LastTurn(index, 0);
        return turn < 0 ? index : turns[turn + 1] + index - turns[turn];
    }

    /// <summary>A part of the original, with what is found in the whole: words that the cut goes through are not found.</summary>
    internal FoldedText Part(int start, int count) => whole is null ? new FoldedText(this, start, count) : whole.Part(originalFrom + start, count);

    /// <summary>Searches the text ahead, so that its parts need no search when they are asked.</summary>
    internal void Search() => scan ??= PhraseScan.Of(Text, out place);

    /// <summary>The phrases of an index, in order of their end and then of their start; the text is searched when first asked, for all indexes together.</summary>
    internal void Occurrences(int index, List<Occurrence> found)
    {
        var source = whole ?? this;
        if (source.scan is null || !source.scan.Knows(index)) source.scan = PhraseScan.Of(source.Text, out source.place);
        var first = source.place + from;
        foreach (ref readonly var one in source.scan.EndingBehind(index, first))
        {
            if (one.End > first + length) break;
            if (one.Start >= first) found.Add(one with { Start = one.Start - first, End = one.End - first });
        }
    }

    /// <summary>What an index found before in this text; null where it was not asked yet.</summary>
    internal object? FoundBy(object index)
    {
        for (var known = found; known is not null; known = known.Before)
            if (ReferenceEquals(known.Index, index)) return known.Hits;
        return null;
    }

    internal void Keep(object index, object hits) => found = new Found(index, hits, found);

    /// <summary>Offset of the first folded character that came from there or behind.</summary>
    private int FirstFrom(int original)
    {
        var turn = LastTurn(original, 1);
        // what stood between two turns and was left out belongs to the later
        var next = turn + 2;
        var index = turn < 0 ? original : turns[turn] + original - turns[turn + 1];
        var end = next < turns.Length ? turns[next] : length;
        return Math.Min(index, end);
    }

    /// <param name="side">0 to look for a folded offset, 1 for an original one.</param>
    /// <returns>Place of the last pair at or before it; -2 where none is.</returns>
    private int LastTurn(int offset, int side)
    {
        int low = 0, high = turns.Length / 2;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (turns[middle * 2 + side] <= offset) low = middle + 1; else high = middle;
        }
        return (low - 1) * 2;
    }

    /// <summary>A chain: most texts are asked by one index or two.</summary>
    private sealed record Found(object Index, object Hits, Found? Before);
}
