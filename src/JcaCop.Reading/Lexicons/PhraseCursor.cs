namespace JcaCop.Reading.Lexicons;

/// <summary>Walks over the occurrences of phrases in a text: those that begin with a unit in order, then those behind particles.</summary>
internal ref struct PhraseCursor(PhraseTable table, FoldedText folded)
{
    private readonly ReadOnlySpan<TextUnits.Unit> units = folded.Units.Units;
    private readonly ReadOnlySpan<TextUnits.Start> inside = folded.Units.BehindParticles;
    private int start = -1;
    private int next;
    private ulong hash;
    private bool more;

    public int Phrase { get; private set; }

    /// <summary>Offset in the folded text.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>The occurrence begins inside a run, behind a particle; such come last.</summary>
    public bool IsInside => start >= units.Length;

    public bool Next()
    {
        while (true)
        {
            if (more && next < units.Length) hash = TextUnits.Joined(hash, units[next++].Hash);
            else if (!Begin()) return false;
            more = table.Look(hash, out var phrase);
            if (phrase < 0) continue;
            End = units[next - 1].End;
            if (!table.Is(phrase, folded.Text.AsSpan(Start, End - Start))) continue;
            Phrase = phrase;
            return true;
        }
    }

    private bool Begin()
    {
        while (++start < units.Length)
        {
            if (!table.MayBegin(units[start].Hash) || !units[start].Begins) continue;
            hash = units[start].Hash;
            Start = start == 0 ? 0 : units[start - 1].End;
            next = start + 1;
            return true;
        }
        for (; start - units.Length < inside.Length; start++)
        {
            ref readonly var place = ref inside[start - units.Length];
            if (!table.MayBegin(place.Hash)) continue;
            (hash, Start, next) = (place.Hash, place.Offset, place.Next);
            return true;
        }
        return false;
    }
}
