namespace JcaCop.Reading.Lexicons;

/// <summary>A folded text that remembers where each of its characters came from.</summary>
public sealed class FoldedText(string text, int[] origins, int originalLength)
{
    private TextUnits? units;
    private List<(object Index, object Hits)>? found;

    public string Text => text;

    /// <summary>Offset in the original of the folded character; one past the end gives the original's length.</summary>
    public int Origin(int index) => index >= text.Length ? originalLength : origins[index];

    /// <summary>Words and signs of the text; taken apart when first asked for, and shared by all indexes.</summary>
    internal TextUnits Units => units ??= new TextUnits(text);

    /// <summary>What an index found before in this text; null where it was not asked yet.</summary>
    internal object? FoundBy(object index)
    {
        if (found is not null)
            foreach (var (known, hits) in found)
                if (ReferenceEquals(known, index)) return hits;
        return null;
    }

    internal void Keep(object index, object hits) => (found ??= []).Add((index, hits));
}
