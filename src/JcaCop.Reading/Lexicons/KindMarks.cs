using System.Collections;
using System.Runtime.CompilerServices;

namespace JcaCop.Reading.Lexicons;

/// <summary>The hits of an index in one text, by kind: where words of a kind stand is asked of every sentence, line and name.</summary>
/// <typeparam name="T">An enumeration that counts from 0, of at most 128 kinds.</typeparam>
internal sealed class KindMarks<T> where T : struct, Enum
{
    private static readonly int Kinds = Enum.GetValues<T>().Length;

    /// <summary>Hits of the same kind together, in order of their start, the longest first where several begin at one place.</summary>
    private readonly PhraseHit<T>[] hits;

    /// <summary>Where the hits of a kind begin; its last are before those of the next. Empty where there are no hits at all.</summary>
    private readonly int[] firsts;

    public KindMarks(List<PhraseHit<T>> found)
    {
        (hits, firsts) = ([], []);
        if (found.Count == 0) return;
        firsts = new int[Kinds + 1];
        foreach (var hit in found) firsts[Number(hit.Value) + 1]++;
        for (var kind = 0; kind < Kinds; kind++) firsts[kind + 1] += firsts[kind];
        hits = new PhraseHit<T>[found.Count];
        Span<int> next = stackalloc int[Kinds];
        firsts.AsSpan(0, Kinds).CopyTo(next);
        foreach (var hit in found) hits[next[Number(hit.Value)]++] = hit;
        for (var kind = 0; kind < Kinds; kind++)
            if (firsts[kind + 1] - firsts[kind] > 1)
                hits.AsSpan(firsts[kind]..firsts[kind + 1]).Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(T kind) => firsts.Length > 0 && firsts[Number(kind) + 1] > firsts[Number(kind)];

    /// <summary>All marks of a kind that lie wholly between the offsets, in order, longest first where several begin at one place.</summary>
    public Marks Within(T kind, int start, int end)
    {
        if (!Has(kind)) return default;
        var last = firsts[Number(kind) + 1];
        return new Marks(hits, FirstFrom(kind, start), last, end);
    }

    public bool Any(T kind, int start, int end)
    {
        if (!Has(kind)) return false;
        var last = firsts[Number(kind) + 1];
        for (var at = FirstFrom(kind, start); at < last && hits[at].Start < end; at++)
            if (hits[at].End <= end) return true;
        return false;
    }

    /// <summary>The longest mark of a kind that begins at the offset.</summary>
    public PhraseHit<T>? At(T kind, int offset)
    {
        if (!Has(kind)) return null;
        var at = FirstFrom(kind, offset);
        return at < firsts[Number(kind) + 1] && hits[at].Start == offset ? hits[at] : null;
    }

    private int FirstFrom(T kind, int start)
    {
        int low = firsts[Number(kind)], high = firsts[Number(kind) + 1];
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < start) low = middle + 1; else high = middle;
        }
        return low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Number(T kind) => Unsafe.BitCast<T, int>(kind);

    /// <summary>Marks as they are walked over; a walk makes no garbage.</summary>
    public readonly struct Marks(PhraseHit<T>[] hits, int first, int last, int end) : IEnumerable<PhraseHit<T>>
    {
        public Enumerator GetEnumerator() => new(hits, first, last, end);

        IEnumerator<PhraseHit<T>> IEnumerable<PhraseHit<T>>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public struct Enumerator(PhraseHit<T>[] hits, int first, int last, int end) : IEnumerator<PhraseHit<T>>
    {
        private int next = first;

        public PhraseHit<T> Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            for (; next < last && hits[next].Start < end; next++)
            {
                if (hits[next].End > end) continue;
                Current = hits[next++];
                return true;
            }
            return false;
        }

        public readonly void Reset() => throw new NotSupportedException();

        public readonly void Dispose() { }
    }
}
