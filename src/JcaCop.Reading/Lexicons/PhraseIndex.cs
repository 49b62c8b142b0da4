namespace JcaCop.Reading.Lexicons;

/// <summary>One occurrence of a known phrase. Offsets are those of the text searched.</summary>
public readonly record struct PhraseHit<T>(int Start, int Length, T Value)
{
    public int End => Start + Length;
}

/// <summary>Finds all occurrences of many phrases in a text: a walk from each place where a phrase may begin, no longer than the longest phrase, so the time is linear in the text.</summary>
/// <remarks>
/// Case, diacritics of Latin letters, Arabic vowel signs and tatweel, alef and ya forms, full-width forms and runs of blanks do not
/// count. A phrase begins and ends at a word boundary, except where it begins or ends with a Han character. Arabic one-letter
/// particles (wa, fa, bi, li, ka, al) may stand before a phrase.
/// </remarks>
public sealed class PhraseIndex<T>
{
    private readonly PhraseStates states = new();
    private readonly List<T>?[] values;

    public PhraseIndex(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        var byState = new Dictionary<int, List<T>>();
        foreach (var (phrase, value) in phrases)
        {
            var folded = Folding.Fold(phrase).Text.Trim();
            if (folded.Length == 0) continue;
            var state = states.Add(folded);
            if (!byState.TryGetValue(state, out var list)) byState[state] = list = [];
            list.Add(value);
        }
        values = new List<T>?[states.Count];
        foreach (var (state, list) in byState) values[state] = list;
    }

    /// <summary>All hits in order of their end; overlapping ones included.</summary>
    public List<PhraseHit<T>> FindAll(string text) => FindAll(Folding.Fold(text));

    /// <summary>The same on a text folded before, so that several indexes can share the work.</summary>
    public List<PhraseHit<T>> FindAll(FoldedText folded)
    {
        var hits = new List<PhraseHit<T>>();
        var text = folded.Text;
        foreach (var start in folded.Starts)
        {
            var state = states.First(text[start]);
            for (var last = start; state != 0; state = ++last < text.Length ? states.Next(state, text[last]) : 0)
            {
                if (values[state] is not { } found || !BoundaryAfter(text, last)) continue;
                var from = folded.Origin(start);
                var length = folded.Origin(last + 1) - from;
                foreach (var value in found) Insert(hits, new PhraseHit<T>(from, length, value));
            }
        }
        return hits;
    }

    /// <summary>Hits come in order of their start; the few that end before an earlier one go before it.</summary>
    private static void Insert(List<PhraseHit<T>> hits, PhraseHit<T> hit)
    {
        var at = hits.Count;
        while (at > 0 && hits[at - 1].End > hit.End) at--;
        hits.Insert(at, hit);
    }

    /// <summary>Hits that no longer hit covers, in order of their start: the reading a person would make.</summary>
    public List<PhraseHit<T>> FindLongest(string text) => Longest(FindAll(text));

    public List<PhraseHit<T>> FindLongest(FoldedText text) => Longest(FindAll(text));

    private static List<PhraseHit<T>> Longest(List<PhraseHit<T>> hits)
    {
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

    private static bool BoundaryAfter(string text, int last)
    {
        if (last + 1 >= text.Length || Folding.IsHan(text[last])) return true;
        var after = text[last + 1];
        return !char.IsLetterOrDigit(after) || Folding.IsHan(after) || !char.IsLetterOrDigit(text[last]);
    }
}
