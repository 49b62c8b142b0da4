namespace JcaCop.Reading.Lexicons;

/// <summary>A phrase of an index where it stands in a folded text.</summary>
/// <param name="Index">Number of the index in the book.</param>
/// <param name="Phrase">Number of the phrase in that index.</param>
internal readonly record struct Occurrence(int Start, int End, int Index, int Phrase);

/// <summary>All phrases of all indexes in one text, found in one pass and time linear in the text.</summary>
internal sealed class PhraseScan
{
    private const int LargestRoom = 20_000;
    private const int Remembered = 16;
    private const int LongestRemembered = 100_000;

    /// <summary>Room to work in, kept by the thread: texts are searched by the dozen for each mail.</summary>
    [ThreadStatic] private static TextUnits? roomForUnits;
    [ThreadStatic] private static List<Occurrence>? room;

    /// <summary>Texts searched last on this thread: the new text, its beginning and the whole body are often the same words.</summary>
    [ThreadStatic] private static (string? Text, PhraseScan? Scan)[]? recent;
    [ThreadStatic] private static int turn;

    private readonly PhraseBook book;
    private readonly Occurrence[] all;

    private PhraseScan(PhraseBook book, Occurrence[] all) => (this.book, this.all) = (book, all);

    /// <summary>In order of their end, then of their start.</summary>
    public ReadOnlySpan<Occurrence> All => all;

    /// <summary>A blank at the end changes nothing.</summary>
    public static PhraseScan Of(string text)
    {
        var book = PhraseBook.Current;
        if (text.Length > LongestRemembered) return new PhraseScan(book, Search(book, text));
        var length = text.EndsWith(' ') ? text.Length - 1 : text.Length;
        var all = recent ??= new (string?, PhraseScan?)[Remembered];
        foreach (var (known, scan) in all)
            if (known is not null && known.Length - length is 0 or 1 && scan!.book == book && known.AsSpan().TrimEnd(' ').SequenceEqual(text.AsSpan(0, length))) return scan;
        var made = new PhraseScan(book, Search(book, text));
        all[turn = (turn + 1) % Remembered] = (text, made);
        return made;
    }

    /// <summary>False where the index was made after the text was searched.</summary>
    public bool Knows(int index) => index < book.Indexes;

    private static Occurrence[] Search(PhraseBook book, string text)
    {
        var taken = roomForUnits ??= new TextUnits();
        var found = room ??= [];
        found.Clear();
        taken.Take(text);
        var units = taken.Units;
        for (var i = 0; i < units.Length; i++)
            if (units[i].Begins && book.MayBegin(units[i].Hash)) From(book, units, i == 0 ? 0 : units[i - 1].End, i + 1, units[i].Hash, found);
        Settle(found);
        var first = found.Count;
        foreach (ref readonly var place in taken.BehindParticles)
            if (book.MayBegin(place.Hash)) From(book, units, place.Offset, place.Next, place.Hash, found);
        if (found.Count > first) found.Sort(static (a, b) => Compare(a, b));
        if (found.Capacity > LargestRoom) room = null;
        return [.. found];
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

    /// <summary>They come in order of their start: only those that overlap are out of place.</summary>
    private static void Settle(List<Occurrence> found)
    {
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(found);
        for (var i = 1; i < all.Length; i++)
        {
            if (Compare(all[i - 1], all[i]) <= 0) continue;
            var one = all[i];
            var at = i;
            for (; at > 0 && Compare(all[at - 1], one) > 0; at--) all[at] = all[at - 1];
            all[at] = one;
        }
    }

    private static int Compare(in Occurrence a, in Occurrence b) =>
        a.End != b.End ? a.End.CompareTo(b.End) : a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Index.CompareTo(b.Index);
}
