namespace JcaCop.Reading.Lexicons;

/// <summary>Walks over the occurrences of phrases in a text, in order of their start and then of their end.</summary>
internal ref struct PhraseCursor(PhraseTable table, FoldedText folded)
{
    private readonly ReadOnlySpan<TextUnits.Unit> units = folded.Units.Units;
    private readonly ReadOnlySpan<TextUnits.Start> starts = folded.Units.Starts;
    private int start = -1;
    private int next;
    private ulong hash;
    private bool more;

    public int Phrase { get; private set; }

    /// <summary>Offset in the folded text.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    public bool Next()
    {
        while (true)
        {
            if (more && next < units.Length) hash = TextUnits.Joined(hash, units[next++].Hash);
            else
            {
                do if (++start >= starts.Length) return false;
                while (!table.MayBegin(starts[start].Hash));
                hash = starts[start].Hash;
                next = starts[start].Next;
            }
            more = table.Look(hash, out var phrase);
            if (phrase < 0) continue;
            Start = starts[start].Offset;
            End = units[next - 1].End;
            if (!table.Is(phrase, folded.Text.AsSpan(Start, End - Start))) continue;
            Phrase = phrase;
            return true;
        }
    }
}
