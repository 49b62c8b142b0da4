using System.Runtime.InteropServices;

namespace JcaCop.Reading.Lexicons;

/// <summary>A phrase of an index where it stands in a folded text.</summary>
/// <param name="Index">Number of the index in the book.</param>
/// <param name="Phrase">Number of the phrase in that index.</param>
internal readonly record struct Occurrence(int Start, int End, int Index, int Phrase);

/// <summary>All phrases of all indexes in one text, found in one pass and time linear in the text.</summary>
internal sealed class PhraseScan
{
    private const int LargestRoom = 20_000;

    /// <summary>What is further out of place than so many is put in order all at once, so that no text takes more than its length.</summary>
    private const int MostMoved = 32;

    /// <summary>Room to work in, kept by the thread: texts are searched by the dozen for each mail.</summary>
    [ThreadStatic] private static TextUnits? roomForUnits;
    [ThreadStatic] private static List<Occurrence>? room;
    [ThreadStatic] private static RecentScans? recent;

    private readonly PhraseBook book;

    /// <summary>Those of one index together, in order of their end, then of their start.</summary>
    private readonly Occurrence[] all;

    /// <summary>Where those of an index begin; its last are before those of the next.</summary>
    private readonly int[] firsts;

    private PhraseScan(PhraseBook book, string text, List<Occurrence> found)
    {
        (this.book, Text, all, firsts) = (book, text, new Occurrence[found.Count], new int[book.Indexes + 1]);
        foreach (ref readonly var one in CollectionsMarshal.AsSpan(found)) firsts[one.Index + 1]++;
        for (var index = 0; index < book.Indexes; index++) firsts[index + 1] += firsts[index];
        Span<int> next = stackalloc int[book.Indexes];
        firsts.AsSpan(0, next.Length).CopyTo(next);
        foreach (ref readonly var one in CollectionsMarshal.AsSpan(found)) all[next[one.Index]++] = one;
        for (var index = 0; index < book.Indexes; index++) Settle(all.AsSpan(firsts[index]..firsts[index + 1]));
    }

    /// <summary>The folded text that was searched.</summary>
    public string Text { get; }

    /// <summary>A scan of the text, or of one that was searched before and holds it whole, between blanks.</summary>
    /// <param name="at">Where the text begins in that of the scan; before it where the text begins with a blank that is not there.</param>
    public static PhraseScan Of(string text, out int at)
    {
        var book = PhraseBook.Current;
        var known = recent ??= new RecentScans();
        if (known.Find(book, text, out at) is { } scan) return scan;
        at = 0;
        var made = new PhraseScan(book, text, Search(book, text));
        if (room!.Capacity > LargestRoom) room = null;
        known.Add(made);
        return made;
    }

    public bool IsOf(PhraseBook other) => book == other;

    /// <summary>False where the index was made after the text was searched.</summary>
    public bool Knows(int index) => index < book.Indexes;

    /// <summary>The phrases of an index that end behind an offset, in order of their end, then of their start.</summary>
    public ReadOnlySpan<Occurrence> EndingBehind(int index, int offset)
    {
        int low = firsts[index], last = firsts[index + 1], high = last;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].End <= offset) low = middle + 1; else high = middle;
        }
        return all.AsSpan(low..last);
    }

    private static List<Occurrence> Search(PhraseBook book, string text)
    {
        var taken = roomForUnits ??= new TextUnits();
        var found = room ??= [];
        found.Clear();
        taken.Take(text);
        var units = taken.Units;
        if (!book.Any(units) && taken.BehindParticles.IsEmpty) return found;
        for (var i = 0; i < units.Length; i++)
            if (units[i].Begins && book.MayBegin(units[i].Hash)) From(book, units, i == 0 ? 0 : units[i - 1].End, i + 1, units[i].Hash, found);
        foreach (ref readonly var place in taken.BehindParticles)
            if (book.MayBegin(place.Hash)) From(book, units, place.Offset, place.Next, place.Hash, found);
        return found;
    }

    /// <param name="next">Number of the unit behind the first.</param>
    private static void From(PhraseBook book, ReadOnlySpan<TextUnits.Unit> units, int start, int next, ulong hash, List<Occurrence> found)
    {
        while (true)
        {
            var more = book.Look(hash, out var phrase);
            if (phrase >= 0) book.Note(phrase, start, units[next - 1].End, found);
            if (!more || next >= units.Length) return;
            hash = TextUnits.Joined(hash, units[next++].Hash);
        }
    }

    /// <summary>They come in order of their start: only those that overlap are out of place, and those behind particles, which come last.</summary>
    private static void Settle(Span<Occurrence> all)
    {
        for (var i = 1; i < all.Length; i++)
        {
            if (Compare(all[i - 1], all[i]) <= 0) continue;
            var one = all[i];
            var at = i;
            for (; at > 0 && Compare(all[at - 1], one) > 0 && i - at < MostMoved; at--) all[at] = all[at - 1];
            all[at] = one;
            if (i - at < MostMoved) continue;
            all.Sort(static (a, b) => Compare(a, b));
            return;
        }
    }

    private static int Compare(in Occurrence a, in Occurrence b) => a.End != b.End ? a.End.CompareTo(b.End) : a.Start.CompareTo(b.Start);
}
