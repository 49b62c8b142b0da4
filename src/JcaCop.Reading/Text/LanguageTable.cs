using System.Collections.Frozen;

namespace JcaCop.Reading.Text;

/// <summary>Frequent small words of the languages told apart, each weighed by how few languages share it.</summary>
internal static class LanguageTable
{
    private const int FilterBits = 1 << 15;

    private static readonly IReadOnlyDictionary<string, Dictionary<string, string[]>> Lexicon = MailWords.Load("languages");

    /// <summary>ISO 639-1 codes; their order gives the index in the weights.</summary>
    public static string[] Codes { get; } = [.. Lexicon.Keys.Order(StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Words = MakeWords();

    /// <summary>A bit for the length, the first, second and last letter of each word: most words of a text are none of these.</summary>
    private static readonly ulong[] Filter = MakeFilter();

    /// <summary>Indexes of the languages that have a word; it must be in lower case. Empty for a word of none.</summary>
    public static ReadOnlySpan<int> LanguagesOf(ReadOnlySpan<char> word) =>
        Bit(word) is var bit && (Filter[bit >> 6] & 1UL << bit) != 0 && Words.TryGetValue(word, out var languages) ? languages : [];

    private static int Bit(ReadOnlySpan<char> word) => word.IsEmpty ? 0 : (word.Length * 7 + word[0] * 31 + word[word.Length / 2] * 131 + word[^1] * 1031) & (FilterBits - 1);

    private static ulong[] MakeFilter()
    {
        var filter = new ulong[FilterBits / 64];
        foreach (var word in Words.Dictionary.Keys) filter[Bit(word) >> 6] |= 1UL << Bit(word);
        return filter;
    }

    private static FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> MakeWords() =>
        Codes.SelectMany((code, index) => Lexicon[code]["common"].SelectMany(words => words.Split(' ')).Distinct().Select(word => (word.TrimEnd('\''), index)))
            .GroupBy(entry => entry.Item1, entry => entry.index)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
