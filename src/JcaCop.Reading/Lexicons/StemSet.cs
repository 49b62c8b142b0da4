namespace JcaCop.Reading.Lexicons;

/// <summary>Tells where in a text one of many pieces of words stands, exactly as written and wherever in a word.</summary>
/// <remarks>A bit for each pair of letters that begins a piece passes over most of a text; only what it lets through is looked up.</remarks>
internal sealed class StemSet
{
    private const int Bits = 1 << 13;

    private readonly ulong[] filter = new ulong[Bits / 64];
    private readonly Dictionary<int, string[]> byPair;

    /// <summary>Pieces of one character, which have no pair.</summary>
    private readonly string singles;

    public StemSet(IEnumerable<string> stems)
    {
        var distinct = stems.Distinct(StringComparer.Ordinal).ToList();
        singles = string.Concat(distinct.Where(stem => stem.Length == 1));
        byPair = distinct.Where(stem => stem.Length > 1).GroupBy(stem => Pair(stem[0], stem[1])).ToDictionary(group => group.Key, group => group.OrderByDescending(stem => stem.Length).ToArray());
        foreach (var pair in byPair.Keys) filter[Bit((char)(pair >> 16), (char)pair) >> 6] |= 1UL << Bit((char)(pair >> 16), (char)pair);
    }

    public bool Occur(ReadOnlySpan<char> text) => IndexIn(text) >= 0;

    /// <returns>Offset of the first piece; -1 where there is none.</returns>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var single = singles.Length == 0 ? -1 : text.IndexOfAny(singles);
        if (single >= 0) text = text[..single];
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var bit = Bit(text[i], text[i + 1]);
            if ((filter[bit >> 6] & 1UL << bit) != 0 && StandsAt(text[i..])) return i;
        }
        return single;
    }

    /// <summary>The pieces with whose first two characters the text begins, the longest first; those of one character are asked for below.</summary>
    public ReadOnlySpan<string> BeginningLike(ReadOnlySpan<char> text) =>
        text.Length > 1 && Bit(text[0], text[1]) is var bit && (filter[bit >> 6] & 1UL << bit) != 0 && byPair.TryGetValue(Pair(text[0], text[1]), out var stems) ? stems : [];

    public bool BeginsWithSingle(ReadOnlySpan<char> text) => text.Length > 0 && singles.Contains(text[0]);

    private bool StandsAt(ReadOnlySpan<char> text)
    {
        if (!byPair.TryGetValue(Pair(text[0], text[1]), out var stems)) return false;
        foreach (var stem in stems)
            if (text.StartsWith(stem, StringComparison.Ordinal)) return true;
        return false;
    }

    private static int Pair(char first, char second) => first << 16 | second;

    private static int Bit(char first, char second) => (first * 37 ^ second * 101) & (Bits - 1);
}
