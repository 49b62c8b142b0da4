namespace JcaCop.Reading.Lexicons;

/// <summary>One occurrence of a known phrase. Offsets are those of the text searched.</summary>
public readonly record struct PhraseHit<T>(int Start, int Length, T Value)
{
    public int End => Start + Length;
}

/// <summary>Finds all occurrences of many phrases in one pass over a text, in time linear in the text.</summary>
/// <remarks>
/// Case, diacritics of Latin letters, Arabic vowel signs and tatweel, alef and ya forms, full-width forms and runs of blanks do not
/// count. A phrase begins and ends at a word boundary, except where it begins or ends with a Han character. Arabic one-letter
/// particles (wa, fa, bi, li, ka, al) may stand before a phrase.
/// </remarks>
public sealed class PhraseIndex<T>
{
    private readonly int number;
    private readonly T[] values;

    /// <summary>Where the values of a phrase begin; its last are before those of the next.</summary>
    private readonly int[] firsts;

    /// <summary>Room to work in, kept by the thread.</summary>
    [ThreadStatic] private static List<Occurrence>? room;

    public PhraseIndex(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var lists = new List<List<T>>();
        foreach (var (phrase, value) in phrases)
        {
            var folded = Folding.Fold(phrase).Text.Trim();
            if (folded.Length == 0) continue;
            if (numbers.TryAdd(folded, lists.Count)) lists.Add([]);
            lists[numbers[folded]].Add(value);
        }
        number = PhraseBook.Join([.. numbers.Keys]);
        values = [.. lists.SelectMany(list => list)];
        firsts = new int[lists.Count + 1];
        for (var i = 0; i < lists.Count; i++) firsts[i + 1] = firsts[i] + lists[i].Count;
    }

    /// <summary>All hits in order of their end; overlapping ones included. The list is shared by all who ask: it must not be changed.</summary>
    public List<PhraseHit<T>> FindAll(string text) => FindAll(Folding.Fold(text));

    /// <summary>The same on a text folded before, so that several indexes can share the work.</summary>
    public List<PhraseHit<T>> FindAll(FoldedText folded)
    {
        if (folded.FoundBy(this) is List<PhraseHit<T>> known) return known;
        var hits = Search(folded);
        folded.Keep(this, hits);
        return hits;
    }

    private List<PhraseHit<T>> Search(FoldedText folded)
    {
        var occurrences = room ??= [];
        occurrences.Clear();
        folded.Occurrences(number, occurrences);
        var hits = new List<PhraseHit<T>>(occurrences.Count);
        foreach (var found in occurrences)
        {
            var from = folded.Origin(found.Start);
            var length = folded.Origin(found.End) - from;
            for (var i = firsts[found.Phrase]; i < firsts[found.Phrase + 1]; i++) hits.Add(new PhraseHit<T>(from, length, values[i]));
        }
        return hits;
    }

    /// <summary>Hits that no longer hit covers, in order of their start: the reading a person would make. The list is shared by all who ask: it must not be changed.</summary>
    public List<PhraseHit<T>> FindLongest(string text) => FindLongest(Folding.Fold(text));

    public List<PhraseHit<T>> FindLongest(FoldedText folded)
    {
        if (folded.FoundBy(values) is List<PhraseHit<T>> known) return known;
        var hits = Longest(FindAll(folded));
        folded.Keep(values, hits);
        return hits;
    }

    private static List<PhraseHit<T>> Longest(List<PhraseHit<T>> all)
    {
        if (all.Count < 2) return all;
        var hits = new List<PhraseHit<T>>(all);
        hits.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var kept = new List<PhraseHit<T>>(hits.Count);
        var end = -1;
        foreach (var hit in hits)
        {
            if (hit.Start < end && !(kept.Count > 0 && kept[^1].Start == hit.Start && kept[^1].Length == hit.Length)) continue;
            kept.Add(hit);
            end = Math.Max(end, hit.End);
        }
        return kept;
    }
}
