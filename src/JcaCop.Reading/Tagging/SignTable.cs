using System.Numerics;
using System.Runtime.InteropServices;

namespace JcaCop.Reading.Tagging;

/// <summary>What each sign weighs for each tag, found by the hash of the sign, for one look or for several at once.</summary>
/// <remarks>
/// What a look-up costs is the memory it touches and the branches that nothing foretells. A word that is not known a bit tells; a known sign is one number: 40 bits of its hash, with the
/// place of the entry some 55, and where its weights stand. Those are a row of bytes, for two looks one line of memory, and every row is added in the same way.
/// </remarks>
internal sealed class SignTable
{
    private const int PlaceBits = 24;
    private const int FilterShift = 45;

    /// <summary>A line of memory.</summary>
    private const int Line = 64;

    /// <summary>Signs looked up together; most pieces have no more.</summary>
    private const int AtOnce = 128;

    private readonly int width;

    /// <summary>A bit for each value of 19 bits of the hashes; some six in a hundred are set.</summary>
    private readonly ulong[] filter = new ulong[1 << 64 - FilterShift - 6];
    private readonly ulong[] entries;
    private readonly int shift;

    /// <summary>Rows of a weight for each tag and look, from the first whole line of memory on.</summary>
    private readonly sbyte[] weights;
    private readonly int first;

    public SignTable(params ReadOnlySpan<SignWeights> all)
    {
        var looks = all.Length;
        width = looks * TagModel.Width;
        var numbers = new Dictionary<ulong, int[]>();
        for (var look = 0; look < looks; look++)
            for (var i = 0; i < all[look].Signs.Count; i++)
            {
                if (!numbers.TryGetValue(all[look].Signs[i], out var known)) numbers[all[look].Signs[i]] = known = [.. Enumerable.Repeat(-1, looks)];
                known[look] = i;
            }
        entries = new ulong[Math.Max(2, BitOperations.RoundUpToPowerOf2((uint)numbers.Count * 3 / 2))];
        shift = 64 - BitOperations.Log2((uint)entries.Length);
        var written = new List<sbyte>(numbers.Count * width);
        Span<short> row = stackalloc short[width];
        // signs of most mails speak for many tags: their rows stand together, and are near when the next mail asks
        var weighing = new SignWeights[looks];
        all.CopyTo(weighing);
        foreach (var (sign, known) in numbers.OrderByDescending(one => Enumerable.Range(0, looks).Sum(look => one.Value[look] < 0 ? 0 : weighing[look].Of(one.Value[look]).Length)))
        {
            row.Clear();
            for (var look = 0; look < looks; look++)
                if (known[look] >= 0) foreach (var (tag, weight) in all[look].Of(known[look])) row[look * TagModel.Width + tag] = weight;
            Enter(Mixed(sign), written.Count / width, Write(written, row));
        }
        if (written.Count / width >= 1 << PlaceBits - 1) throw new InvalidOperationException("There are too many weights.");
        weights = GC.AllocateArray<sbyte>(written.Count + Line, pinned: true);
        first = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(weights, 0) & (Line - 1));
        CollectionsMarshal.AsSpan(written).CopyTo(weights.AsSpan(first));
    }

    /// <summary>Numbers in a row: one for each tag and look.</summary>
    public int Width => width;

    /// <summary>Adds what the signs weigh for each tag.</summary>
    /// <remarks>In four passes, none of which waits for what the one before it found: the memory of many signs is on its way at once.</remarks>
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

    /// <remarks>Sums of so few bytes, some of them in two rows, are no greater than a short number.</remarks>
    private void Weigh(ReadOnlySpan<ulong> hashes, Span<int> sums)
    {
        var seen = 0UL;
        foreach (var hash in hashes) seen |= entries[hash >> shift];
        if (seen == 0) return;
        Span<int> places = stackalloc int[2 * AtOnce];
        var known = 0;
        foreach (var hash in hashes)
        {
            var entry = entries[Slot(hash)];
            if (entry == 0) continue;
            var place = (int)(entry & (1UL << PlaceBits) - 1) >> 1;
            places[known++] = first + (place - 1) * width;
            if ((entry & 1) != 0) places[known++] = first + place * width;
        }
        // part by part, so that the sums stay where they are added
        var whole = MemoryMarshal.Cast<int, Vector<int>>(sums);
        for (var part = 0; part < width; part += Vector<sbyte>.Count)
        {
            var (lower, upper) = (Vector<short>.Zero, Vector<short>.Zero);
            foreach (var place in places[..known])
            {
                Vector.Widen(new Vector<sbyte>(weights.AsSpan(place + part)), out var low, out var high);
                lower += low;
                upper += high;
            }
            var at = part / Vector<int>.Count;
            Vector.Widen(lower, out var one, out var two);
            Vector.Widen(upper, out var three, out var four);
            whole[at] += one;
            whole[at + 1] += two;
            whole[at + 2] += three;
            whole[at + 3] += four;
        }
    }

    /// <summary>Writes the weights as a row, and what is more than a byte holds as another one.</summary>
    /// <returns>Whether there is another one.</returns>
    private static bool Write(List<sbyte> written, ReadOnlySpan<short> row)
    {
        var more = false;
        foreach (var weight in row)
        {
            written.Add((sbyte)Math.Clamp(weight, (short)sbyte.MinValue, (short)sbyte.MaxValue));
            more |= weight != written[^1];
        }
        if (!more) return false;
        foreach (var weight in row) written.Add(checked((sbyte)(weight - Math.Clamp(weight, (short)sbyte.MinValue, (short)sbyte.MaxValue))));
        return true;
    }

    /// <param name="row">The number of the sign's row.</param>
    /// <param name="twice">Another row of the sign follows.</param>
    private void Enter(ulong hash, int row, bool twice)
    {
        filter[hash >> FilterShift + 6] |= 1UL << (int)(hash >> FilterShift);
        var slot = Slot(hash);
        if (entries[slot] == 0) entries[slot] = hash << PlaceBits | (uint)(row + 1) << 1 | (twice ? 1u : 0u);
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
