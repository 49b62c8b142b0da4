using System.Numerics;
using System.Runtime.InteropServices;

namespace JcaCop.Reading.Tagging;

/// <summary>What each sign weighs for each tag, found by the hash of the sign.</summary>
/// <remarks>
/// What a look-up costs is the memory it touches. Most signs of a mail are not known (words above all), and a bit says so; a known one is one number:
/// 40 bits of its hash, with the place of the entry some 55, and where its weights begin.
/// </remarks>
internal sealed class SignTable
{
    private const int PlaceBits = 24;
    private const int TagBits = 8;
    private const int FilterShift = 45;

    /// <summary>A bit for each value of 19 bits of the hashes; some six in a hundred are set.</summary>
    private readonly ulong[] filter = new ulong[1 << 64 - FilterShift - 6];

    private readonly List<(ulong Hash, int First)> known = [];
    private readonly List<int> listed = [];

    private ulong[] entries = [];
    private int shift;

    /// <summary>The number of weights of a sign, and they: the tag in the low bits, the weight above.</summary>
    private int[] weights = [];

    /// <summary>Begins the weights of a sign; of one that comes twice the first count.</summary>
    public void Begin(ulong sign)
    {
        known.Add((Mixed(sign), listed.Count));
        listed.Add(0);
    }

    public void Add(int tag, int weight)
    {
        listed[known[^1].First]++;
        listed.Add(weight << TagBits | tag);
    }

    /// <summary>To be called when all signs are there, before the first look-up.</summary>
    public void Complete()
    {
        if (listed.Count >= 1 << PlaceBits) throw new InvalidOperationException("There are too many weights.");
        weights = [.. listed];
        entries = new ulong[Math.Max(2, BitOperations.RoundUpToPowerOf2((uint)known.Count * 2))];
        shift = 64 - BitOperations.Log2((uint)entries.Length);
        foreach (var (hash, first) in known)
        {
            filter[hash >> FilterShift + 6] |= 1UL << (int)(hash >> FilterShift);
            var slot = Slot(hash);
            if (entries[slot] == 0) entries[slot] = hash << PlaceBits | (uint)(first + 1);
        }
        known.Clear();
        listed.Clear();
    }

    /// <summary>Adds what the signs weigh for each tag.</summary>
    public void Weigh(List<ulong> signs, Span<int> sums)
    {
        foreach (var sign in CollectionsMarshal.AsSpan(signs))
        {
            var hash = Mixed(sign);
            if ((filter[hash >> FilterShift + 6] & 1UL << (int)(hash >> FilterShift)) == 0) continue;
            var entry = entries[Slot(hash)];
            if (entry == 0) continue;
            var first = (int)(entry & (1UL << PlaceBits) - 1) - 1;
            foreach (var weight in weights.AsSpan(first + 1, weights[first])) sums[weight & (1 << TagBits) - 1] += weight >> TagBits;
        }
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
