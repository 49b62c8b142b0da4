namespace JcaCop.Reading.Lexicons;

/// <summary>A folded text that remembers where each of its characters came from.</summary>
/// <param name="origins">Offset in the original of each character; null where each stands where it stood.</param>
public sealed class FoldedText(string text, int[]? origins, int originalLength)
{
    private PhraseScan? scan;
    private Found? found;

    public string Text => text;

    /// <summary>Offset in the original of the folded character; one past the end gives the original's length.</summary>
    public int Origin(int index) => index >= text.Length ? originalLength : origins is null ? index : origins[index];

    /// <summary>The phrases that stand in the text; searched when first asked for, for all indexes together.</summary>
    internal Occurrence[] Occurrences(int index)
    {
        if (scan is null || !scan.Knows(index)) scan = PhraseScan.Of(text);
        return scan.All;
    }

    /// <summary>What an index found before in this text; null where it was not asked yet.</summary>
    internal object? FoundBy(object index)
    {
        for (var known = found; known is not null; known = known.Before)
            if (ReferenceEquals(known.Index, index)) return known.Hits;
        return null;
    }

    internal void Keep(object index, object hits) => found = new Found(index, hits, found);

    /// <summary>A chain: most texts are asked by one index or two.</summary>
    private sealed record Found(object Index, object Hits, Found? Before);
}
