namespace JcaCop.Reading.Lexicons;

/// <summary>Finds words of a folded text by their beginnings, so that one entry stands for all inflected forms of a word.</summary>
/// <remarks>A beginning matches where a word begins; in scripts that write no blanks between words, and behind the particles of Arabic, anywhere.</remarks>
internal sealed class WordBeginnings<T> where T : struct, Enum
{
    private const int FilterBits = 1 << 13;

    /// <summary>By their first three characters; shorter ones by what they have.</summary>
    private readonly Dictionary<ulong, (string Beginning, T Value)[]> byStart;

    /// <summary>A bit for each of these starts: most places of a text begin none.</summary>
    private readonly ulong[] filter = new ulong[FilterBits / 64];

    public WordBeginnings(IEnumerable<KeyValuePair<string, T>> beginnings)
    {
        byStart = beginnings.Select(static entry => (Beginning: Folding.Plain(entry.Key).TrimStart(), entry.Value))
            .GroupBy(static entry => Start(At(entry.Beginning, 0), At(entry.Beginning, 1), At(entry.Beginning, 2)))
            .ToDictionary(static group => group.Key, static group => group.ToArray());
        foreach (var start in byStart.Keys) filter[Bit(start) >> 6] |= 1UL << Bit(start);
    }

    /// <summary>A bit for each value whose words the text has.</summary>
    public int In(ReadOnlySpan<char> text)
    {
        var values = 0;
        foreach (var (_, value) in Said(text)) values |= 1 << System.Runtime.CompilerServices.Unsafe.BitCast<T, int>(value);
        return values;
    }

    /// <summary>All words that the text has, each as often as it has them, with the beginning that it was known by.</summary>
    /// <param name="ended">A blank stands behind the text.</param>
    /// <returns>Holds until this thread asks for the next text.</returns>
    public List<(string Beginning, T Value)> Said(ReadOnlySpan<char> text, bool ended = false)
    {
        var found = room ??= [];
        found.Clear();
        var folded = Folding.Passing(text, ended);
        for (var i = 0; i < folded.Length; i++)
        {
            if (i > 0 && !MayBegin(folded, i)) continue;
            var (first, second, third) = (folded[i], At(folded, i + 1), At(folded, i + 2));
            Add(Start(first, second, third), folded[i..], found);
            if (third != '\0') Add(Start(first, second, '\0'), folded[i..], found);
            if (second != '\0') Add(Start(first, '\0', '\0'), folded[i..], found);
        }
        return found;
    }

    /// <summary>Kept by the thread: every sentence is asked.</summary>
    [ThreadStatic] private static List<(string Beginning, T Value)>? room;

    private void Add(ulong start, ReadOnlySpan<char> rest, List<(string Beginning, T Value)> found)
    {
        var bit = Bit(start);
        if ((filter[bit >> 6] & 1UL << bit) == 0 || !byStart.TryGetValue(start, out var entries)) return;
        foreach (var entry in entries)
            if (rest.StartsWith(entry.Beginning, StringComparison.Ordinal)) found.Add(entry);
    }

    private static int Bit(ulong start) => (int)(start * 0x9E37_79B9_7F4A_7C15 >> 51) & (FilterBits - 1);

    private static bool MayBegin(ReadOnlySpan<char> text, int at) =>
        !TextUnits.IsLetterOrDigit(text[at - 1]) || IsUnspaced(text[at]) || (Folding.IsArabic(text[at]) && at < text.Length - 1);

    /// <summary>Han, Kana and Hangul: words are not parted, or endings are joined on both sides.</summary>
    private static bool IsUnspaced(char c) => Folding.IsHan(c) || c is >= '\u3040' and <= '\u30ff' or >= '\uac00' and <= '\ud7af';

    private static ulong Start(char first, char second, char third) => (ulong)first << 32 | (ulong)second << 16 | third;

    /// <summary>The character there; none behind the end.</summary>
    private static char At(ReadOnlySpan<char> text, int at) => at < text.Length ? text[at] : '\0';
}
