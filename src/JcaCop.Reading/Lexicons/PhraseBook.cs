using System.Numerics;

namespace JcaCop.Reading.Lexicons;

/// <summary>The phrases of all indexes in one table, so that a text is searched once for all of them, however many indexes ask it.</summary>
/// <remarks>
/// Phrases are entered beginning by beginning, unit by unit, under the hashes of the beginnings. What a look-up costs is the memory it
/// touches, so an entry is one number: 40 bits of the hash (with the place of the entry some 57 are compared, so that no text of people
/// meets a false one) and what is known of the beginning. A book never changes: an index that is made later is joined to a new one, and
/// texts that were searched with the old are searched again when that index asks.
/// </remarks>
internal sealed class PhraseBook
{
    private const int FilterWords = 1 << 12;
    private const int NoteBits = 24;
    private const ulong More = 1, Present = 2;

    /// <summary>Owner of a phrase that several indexes have: the other bits are the number of the first of them.</summary>
    private const int Several = 1 << 31;
    private const int PhraseBits = 20;

    private static readonly Lock Gate = new();
    private static volatile PhraseBook current = new();

    /// <summary>A bit for each unit that begins a phrase: most units of a text begin none, and need not be looked up.</summary>
    private readonly ulong[] filter;

    /// <summary>For each phrase the index that has it and its number there.</summary>
    private readonly int[] owners;

    /// <summary>Owners of the phrases that several indexes have, each followed by the number of the next; 0 ends them.</summary>
    private readonly int[] further;

    private ulong[] entries;

    /// <summary>The whole hash of each entry, to make a larger table of a smaller one; a search does not touch it.</summary>
    private ulong[] hashes;
    private int used;

    private PhraseBook() => (filter, owners, further, entries, hashes) = (new ulong[FilterWords], [], [0, 0], new ulong[1024], new ulong[1024]);

    private PhraseBook(PhraseBook before, IReadOnlyList<string> added)
    {
        (filter, entries, hashes, used) = ([.. before.filter], [.. before.entries], [.. before.hashes], before.used);
        Indexes = before.Indexes + 1;
        if (Indexes >= 1 << (31 - PhraseBits) || added.Count >= 1 << PhraseBits) throw new InvalidOperationException("The book is full.");
        var all = before.owners.ToList();
        var chain = before.further.ToList();
        var units = new TextUnits();
        for (var i = 0; i < added.Count; i++)
        {
            units.Take(added[i]);
            var owner = before.Indexes << PhraseBits | i;
            var number = Enter(all.Count, units.Units);
            if (number == all.Count) all.Add(owner);
            else
            {
                if ((all[number] & Several) == 0) all[number] = Several | Chain(all[number], 0);
                all[number] = Several | Chain(owner, all[number] & ~Several);
            }
        }
        (owners, further) = ([.. all], [.. chain]);

        int Chain(int owner, int next)
        {
            chain.Add(owner);
            chain.Add(next);
            return chain.Count - 2;
        }
    }

    public static PhraseBook Current => current;

    /// <summary>How many indexes were joined; their numbers count from 0.</summary>
    public int Indexes { get; }

    /// <param name="phrases">Folded, trimmed, none empty, none twice.</param>
    /// <returns>The number of the index.</returns>
    public static int Join(IReadOnlyList<string> phrases)
    {
        lock (Gate)
        {
            current = new PhraseBook(current, phrases);
            return current.Indexes - 1;
        }
    }

    /// <summary>Whether any phrase begins with a unit of this hash; false is certain.</summary>
    public bool MayBegin(ulong hash) => (filter[FilterWord(hash)] & FilterBit(hash)) != 0;

    /// <summary>Whether any of the units begins a phrase.</summary>
    /// <remarks>All are looked up, not only the first that does: here none waits for the one before, so the memory comes for many at a time, and the search finds it near.</remarks>
    public bool Any(ReadOnlySpan<TextUnits.Unit> units)
    {
        var (table, mask, seen) = (entries, entries.Length - 1, 0UL);
        foreach (ref readonly var unit in units)
            if (unit.Begins && MayBegin(unit.Hash)) seen |= table[(int)unit.Hash & mask];
        return seen != 0;
    }

    /// <summary>What is known of a beginning.</summary>
    /// <param name="phrase">The phrase that is complete with it; -1 where none is.</param>
    /// <returns>Whether longer phrases begin so.</returns>
    public bool Look(ulong hash, out int phrase)
    {
        var entry = entries[Slot(hash)];
        phrase = ((int)(entry & (1UL << NoteBits) - 1) >> 2) - 1;
        return (entry & More) != 0;
    }

    /// <summary>Notes all indexes that have a phrase.</summary>
    public void Note(int phrase, int start, int end, List<Occurrence> found)
    {
        var owner = owners[phrase];
        if ((owner & Several) == 0)
        {
            Add(owner);
            return;
        }
        for (var at = owner & ~Several; at != 0; at = further[at + 1]) Add(further[at]);

        void Add(int one) => found.Add(new Occurrence(start, end, one >> PhraseBits, one & (1 << PhraseBits) - 1));
    }

    /// <returns>The number of the phrase: the given one, or that under which another index entered it.</returns>
    private int Enter(int number, ReadOnlySpan<TextUnits.Unit> units)
    {
        if (number >= 1 << (NoteBits - 2) - 1) throw new InvalidOperationException("The book is full.");
        var hash = units[0].Hash;
        filter[FilterWord(hash)] |= FilterBit(hash);
        for (var i = 1; i < units.Length; i++)
        {
            Put(hash, More);
            hash = TextUnits.Joined(hash, units[i].Hash);
        }
        Look(hash, out var known);
        if (known < 0) Put(hash, (ulong)(number + 1) << 2);
        return known < 0 ? number : known;
    }

    private void Put(ulong hash, ulong note)
    {
        if ((used + 1) * 2 > entries.Length) Grow();
        var slot = Slot(hash);
        if (entries[slot] == 0) used++;
        entries[slot] |= hash >> NoteBits << NoteBits | note | Present;
        hashes[slot] = hash;
    }

    private void Grow()
    {
        var (oldEntries, oldHashes) = (entries, hashes);
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)oldEntries.Length * 2);
        (entries, hashes) = (new ulong[length], new ulong[length]);
        for (var i = 0; i < oldEntries.Length; i++)
        {
            if (oldEntries[i] == 0) continue;
            var slot = Slot(oldHashes[i]);
            (entries[slot], hashes[slot]) = (oldEntries[i], oldHashes[i]);
        }
    }

    /// <summary>The place of a beginning, or the empty one where it would be entered.</summary>
    private int Slot(ulong hash)
    {
        var mask = entries.Length - 1;
        var slot = (int)hash & mask;
        while (entries[slot] != 0 && (entries[slot] ^ hash) >> NoteBits != 0) slot = (slot + 1) & mask;
        return slot;
    }

    /// <summary>Taken from the high bits: the low ones give the place in the table.</summary>
    private static int FilterWord(ulong hash) => (int)(hash >> 46) & (FilterWords - 1);

    private static ulong FilterBit(ulong hash) => 1UL << (int)(hash >> 58);
}
