namespace JcaCop.Reading.Lexicons;

/// <summary>Many phrases in a few arrays: a hash table of their beginnings, unit by unit, and their letters in one piece.</summary>
internal sealed class PhraseTable
{
    private const int FilterBits = 1 << 14;

    private readonly ulong[] filter = new ulong[FilterBits / 64];
    private readonly string letters;
    private readonly int[] ends;
    private ulong[] keys = new ulong[64];
    private int[] entries = new int[64];
    private int used;

    /// <param name="phrases">Folded, trimmed, none empty, none twice.</param>
    public PhraseTable(IReadOnlyList<string> phrases)
    {
        letters = string.Concat(phrases);
        ends = new int[phrases.Count + 1];
        for (var i = 0; i < phrases.Count; i++)
        {
            ends[i + 1] = ends[i] + phrases[i].Length;
            Add(i, new TextUnits(phrases[i]).Units);
        }
    }

    /// <summary>Whether any phrase begins with a unit of this hash; false is certain.</summary>
    public bool MayBegin(ulong hash) => (filter[(hash & (FilterBits - 1)) >> 6] & 1UL << (int)(hash & 63)) != 0;

    /// <summary>What is known of a beginning.</summary>
    /// <param name="phrase">The phrase that is complete with it; -1 where none is.</param>
    /// <returns>Whether longer phrases begin so.</returns>
    public bool Look(ulong hash, out int phrase)
    {
        var mask = keys.Length - 1;
        for (var slot = (int)(hash >> 8) & mask; entries[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] != hash) continue;
            phrase = (entries[slot] >> 2) - 1;
            return (entries[slot] & 1) != 0;
        }
        phrase = -1;
        return false;
    }

    /// <summary>Equal hashes are no proof.</summary>
    public bool Is(int phrase, ReadOnlySpan<char> text) => text.SequenceEqual(letters.AsSpan(ends[phrase], ends[phrase + 1] - ends[phrase]));

    private void Add(int phrase, ReadOnlySpan<TextUnits.Unit> units)
    {
        var hash = units[0].Hash;
        filter[(hash & (FilterBits - 1)) >> 6] |= 1UL << (int)(hash & 63);
        for (var i = 1; i < units.Length; i++)
        {
            Put(hash, 1);
            hash = TextUnits.Joined(hash, units[i].Hash);
        }
        Put(hash, (phrase + 1) << 2);
    }

    /// <summary>The lowest bit says that more follows, the next that the entry is there, the others give the phrase.</summary>
    private void Put(ulong hash, int entry)
    {
        if (++used * 2 > keys.Length) Grow();
        var mask = keys.Length - 1;
        var slot = (int)(hash >> 8) & mask;
        while (entries[slot] != 0 && keys[slot] != hash) slot = (slot + 1) & mask;
        if (entries[slot] != 0) used--;
        if (entry > 1 && entries[slot] >> 2 != 0) throw new InvalidOperationException($"Two phrases have one hash: {letters[ends[(entry >> 2) - 1]..ends[entry >> 2]]}");
        keys[slot] = hash;
        entries[slot] |= entry | 2;
    }

    private void Grow()
    {
        var (oldKeys, oldEntries) = (keys, entries);
        (keys, entries) = (new ulong[oldKeys.Length * 2], new int[oldKeys.Length * 2]);
        var mask = keys.Length - 1;
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldEntries[i] == 0) continue;
            var slot = (int)(oldKeys[i] >> 8) & mask;
            while (entries[slot] != 0) slot = (slot + 1) & mask;
            (keys[slot], entries[slot]) = (oldKeys[i], oldEntries[i]);
        }
    }
}
