namespace JcaCop.Reading.Lexicons;

/// <summary>Finds words of a folded text by their beginnings, so that one entry stands for all inflected forms of a word.</summary>
/// <remarks>A beginning matches where a word begins; in scripts that write no blanks between words, and behind the particles of Arabic, anywhere.</remarks>
internal sealed class WordBeginnings<T> where T : struct, Enum
{
    private const int FilterBits = 1 << 12;

    private readonly Dictionary<int, (string Beginning, T Value)[]> byPair;

    /// <summary>A bit for each pair of characters that begins an entry: most words of a text begin none.</summary>
    private readonly ulong[] filter = new ulong[FilterBits / 64];

    public WordBeginnings(IEnumerable<KeyValuePair<string, T>> beginnings)
    {
        byPair = beginnings.Select(static entry => (Folding.Plain(entry.Key).TrimStart(), entry.Value))
            .GroupBy(static entry => Pair(entry.Item1, 0))
            .ToDictionary(static group => group.Key, static group => group.ToArray());
        foreach (var pair in byPair.Keys) filter[Bit(pair) >> 6] |= 1UL << Bit(pair);
    }

    /// <summary>All values whose words the text has, each as often as it has them.</summary>
    public List<T> In(string text) => [.. Said(text).Select(static word => word.Value)];

    /// <summary>The same with the beginning that each was known by.</summary>
    public List<(string Beginning, T Value)> Said(string text)
    {
        var found = new List<(string Beginning, T Value)>();
        var folded = Folding.Plain(text);
        for (var i = 0; i < folded.Length; i++)
        {
            // the bits first: they pass over most places, whatever stands before them
            int pair = Pair(folded, i), single = folded[i] << 16;
            var (begins, beginsAlone) = (Passes(pair), i + 1 < folded.Length && Passes(single));
            if (!begins && !beginsAlone || i > 0 && !MayBegin(folded, i)) continue;
            if (begins) Add(pair, folded, i, found);
            if (beginsAlone) Add(single, folded, i, found);
        }
        return found;
    }

    private bool Passes(int pair) => (filter[Bit(pair) >> 6] & 1UL << Bit(pair)) != 0;

    private void Add(int pair, string folded, int at, List<(string Beginning, T Value)> found)
    {
        if (!byPair.TryGetValue(pair, out var entries)) return;
        foreach (var entry in entries)
            if (folded.AsSpan(at).StartsWith(entry.Beginning, StringComparison.Ordinal)) found.Add(entry);
    }

    private static int Bit(int pair) => ((pair >> 16) * 37 ^ (pair & 0xffff) * 101) & (FilterBits - 1);

    private static bool MayBegin(string text, int at) =>
        !char.IsLetterOrDigit(text[at - 1]) || IsUnspaced(text[at]) || (Folding.IsArabic(text[at]) && at < text.Length - 1);

    /// <summary>Han, Kana and Hangul: words are not parted, or endings are joined on both sides.</summary>
    private static bool IsUnspaced(char c) => Folding.IsHan(c) || c is >= '\u3040' and <= '\u30ff' or >= '\uac00' and <= '\ud7af';

    /// <summary>The first two characters; a beginning of one has a blank second.</summary>
    private static int Pair(string text, int at) => text[at] << 16 | (at + 1 < text.Length ? text[at + 1] : 0);
}
