namespace JcaCop.Reading.Lexicons;

/// <summary>Finds words of a folded text by their beginnings, so that one entry stands for all inflected forms of a word.</summary>
/// <remarks>A beginning matches where a word begins; in scripts that write no blanks between words, and behind the particles of Arabic, anywhere.</remarks>
internal sealed class WordBeginnings<T> where T : struct, Enum
{
    private const int FilterBits = 1 << 13;

    private readonly Dictionary<int, (string Beginning, T Value)[]> byPair;

    /// <summary>A bit for each three characters that begin an entry, and for each whole entry that is shorter: most places of a text begin none.</summary>
    private readonly ulong[] filter = new ulong[FilterBits / 64];

    public WordBeginnings(IEnumerable<KeyValuePair<string, T>> beginnings)
    {
        byPair = beginnings.Select(static entry => (Folding.Plain(entry.Key).TrimStart(), entry.Value))
            .GroupBy(static entry => Pair(entry.Item1, 0))
            .ToDictionary(static group => group.Key, static group => group.ToArray());
        foreach (var (beginning, _) in byPair.Values.SelectMany(static group => group))
        {
            var bit = beginning.Length > 2 ? Bit(beginning[0], beginning[1], beginning[2]) : Bit(beginning[0], beginning.Length > 1 ? beginning[1] : '\0', '\0');
            filter[bit >> 6] |= 1UL << bit;
        }
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
            if (i > 0 && !MayBegin(folded, i)) continue;
            char first = folded[i], second = i + 1 < folded.Length ? folded[i + 1] : '\0', third = i + 2 < folded.Length ? folded[i + 2] : '\0';
            if (Passes(Bit(first, second, third)) || Passes(Bit(first, second, '\0'))) Add(Pair(folded, i), folded, i, found);
            if (second != '\0' && Passes(Bit(first, '\0', '\0'))) Add(first << 16, folded, i, found);
        }
        return found;
    }

    private bool Passes(int bit) => (filter[bit >> 6] & 1UL << bit) != 0;

    private void Add(int pair, string folded, int at, List<(string Beginning, T Value)> found)
    {
        if (!byPair.TryGetValue(pair, out var entries)) return;
        foreach (var entry in entries)
            if (folded.AsSpan(at).StartsWith(entry.Beginning, StringComparison.Ordinal)) found.Add(entry);
    }

    private static int Bit(char first, char second, char third) => (first * 37 ^ second * 101 ^ third * 1031) & (FilterBits - 1);

    private static bool MayBegin(string text, int at) =>
        !char.IsLetterOrDigit(text[at - 1]) || IsUnspaced(text[at]) || (Folding.IsArabic(text[at]) && at < text.Length - 1);

    /// <summary>Han, Kana and Hangul: words are not parted, or endings are joined on both sides.</summary>
    private static bool IsUnspaced(char c) => Folding.IsHan(c) || c is >= '\u3040' and <= '\u30ff' or >= '\uac00' and <= '\ud7af';

    /// <summary>The first two characters; a beginning of one has a blank second.</summary>
    private static int Pair(string text, int at) => text[at] << 16 | (at + 1 < text.Length ? text[at + 1] : 0);
}
