using System.Numerics;
using System.Runtime.InteropServices;

namespace JcaCop.Reading.Tagging;

/// <summary>What each sign weighs for each tag, found by the hash of the sign, for one look or for several at once.</summary>
/// <remarks>
/// What a look-up costs is the memory it touches. A word that is not known a bit tells; a known sign is one number: 40 bits of its hash, with the place
/// of the entry some 55, and where its weights stand. A sign that speaks for many tags has a whole row, which is added by vectors.
/// </remarks>
internal sealed class SignTable
{
    private const int PlaceBits = 24;
    private const int FilterShift = 45;

    /// <summary>A sign with so many weights has a row; others name their tags.</summary>
    private const int FewestInRow = 6;
    private const short Row = -1;

    /// <summary>Signs looked up together; most pieces have no more.</summary>
    private const int AtOnce = 128;

    private static readonly int Width = TagModel.Width;

    private readonly int looks;

    /// <summary>A bit for each value of 19 bits of the hashes; some six in a hundred are set.</summary>
    private readonly ulong[] filter = new ulong[1 << 64 - FilterShift - 6];
    private readonly ulong[] entries;
    private readonly int shift;

    /// <summary>For each sign and look: <see cref="Row"/> and a weight for each tag, or the number of weights, and tag and weight of each.</summary>
    private readonly short[] weights;

    public SignTable(params ReadOnlySpan<SignWeights> all)
    {
        looks = all.Length;
        var numbers = new Dictionary<ulong, int[]>();
        for (var look = 0; look < looks; look++)
            for (var i = 0; i < all[look].Signs.Count; i++)
            {
                if (!numbers.TryGetValue(all[look].Signs[i], out var known)) numbers[all[look].Signs[i]] = known = [.. Enumerable.Repeat(-1, looks)];
                known[look] = i;
            }
        entries = new ulong[Math.Max(2, BitOperations.RoundUpToPowerOf2((uint)numbers.Count * 3 / 2))];
        shift = 64 - BitOperations.Log2((uint)entries.Length);
        var written = new List<short>();
        foreach (var (sign, known) in numbers)
        {
            Enter(Mixed(sign), written.Count);
            for (var look = 0; look < looks; look++) Write(written, known[look] < 0 ? [] : all[look].Of(known[look]));
        }
        if (written.Count >= 1 << PlaceBits) throw new InvalidOperationException("There are too many weights.");
        weights = [.. written];
    }

    /// <summary>Adds what the signs weigh for each tag.</summary>
    /// <remarks>In three passes, none of which waits for what the one before it found: the memory of many signs is on its way at once.</remarks>
    /// <param name="sums"><see cref="TagModel.Width"/> numbers for each look.</param>
    public void Weigh(List<ulong> signs, Span<int> sums)
    {
        Span<ulong> hashes = stackalloc ulong[AtOnce];
        for (var from = 0; from < signs.Count; from += AtOnce)
        {
            var known = 0;
            foreach (var sign in CollectionsMarshal.AsSpan(signs)[from..Math.Min(signs.Count, from + AtOnce)])
            {
                var hash = Mixed(sign);
                hashes[known] = hash;
                known += (int)(filter[hash >> FilterShift + 6] >> (int)(hash >> FilterShift)) & 1;
            }
            Weigh(hashes[..known], sums);
        }
    }

    private void Weigh(ReadOnlySpan<ulong> hashes, Span<int> sums)
    {
        Span<int> places = stackalloc int[AtOnce];
        var known = 0;
        foreach (var hash in hashes)
        {
            var entry = entries[Slot(hash)];
            if (entry == 0) continue;
            places[known++] = (int)(entry & (1UL << PlaceBits) - 1) - 1;
        }
        var rows = MemoryMarshal.Cast<int, Vector<int>>(sums);
        foreach (var place in places[..known])
        {
            var at = place;
            for (var look = 0; look < looks; look++)
            {
                int count = weights[at++];
                if (count == Row)
                {
                    AddRow(weights.AsSpan(at, Width), rows.Slice(look * Width / Vector<int>.Count, Width / Vector<int>.Count));
                    at += Width;
                    continue;
                }
                for (var end = at + 2 * count; at < end; at += 2) sums[look * Width + weights[at]] += weights[at + 1];
            }
        }
    }

    private static void AddRow(ReadOnlySpan<short> row, Span<Vector<int>> sums)
    {
        var parts = MemoryMarshal.Cast<short, Vector<short>>(row);
        for (var i = 0; i < parts.Length; i++)
        {
            Vector.Widen(parts[i], out var low, out var high);
            sums[2 * i] += low;
            sums[2 * i + 1] += high;
        }
    }

    private static void Write(List<short> written, ReadOnlySpan<(short Tag, short Weight)> one)
    {
        if (one.Length < FewestInRow)
        {
            written.Add((short)one.Length);
            foreach (var (tag, weight) in one) written.AddRange(tag, weight);
            return;
        }
        written.Add(Row);
        Span<short> row = stackalloc short[Width];
        row.Clear();
        foreach (var (tag, weight) in one) row[tag] = weight;
        written.AddRange(row);
    }

    private void Enter(ulong hash, int place)
    {
        filter[hash >> FilterShift + 6] |= 1UL << (int)(hash >> FilterShift);
        var slot = Slot(hash);
        if (entries[slot] == 0) entries[slot] = hash << PlaceBits | (uint)(place + 1);
    }

    /// <summary>The place of a sign, or the empty one where it would be entered.</summary>
    private int Slot(ulong hash)
    {
        var slot = (int)(hash >> shift);
        while (entries[slot] != 0 && (entries[slot] ^ hash << PlaceBits) >> PlaceBits != 0) slot = (slot + 1) & entries.Length - 1;
        return slot;
    }

    /// <summary>The high bits of the hash of a sign are good, its low ones are not: each is made to hang on all.</summary>
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ hash >> 32) * 0xD6E8_FEB8_6659_FD93;
        return hash ^ hash >> 32;
    }
}
