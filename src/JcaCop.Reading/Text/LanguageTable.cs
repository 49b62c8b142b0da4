using System.Collections.Frozen;

namespace JcaCop.Reading.Text;

/// <summary>Frequent small words of the languages told apart, each weighed by how few languages share it.</summary>
internal static class LanguageTable
{
    private static readonly IReadOnlyDictionary<string, Dictionary<string, string[]>> Lexicon = MailWords.Load("languages");

    /// <summary>ISO 639-1 codes; their order gives the index in the weights.</summary>
    public static string[] Codes { get; } = [.. Lexicon.Keys.Order(StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Words = MakeWords();

    /// <summary>Indexes of the languages that have a word; it must be in lower case. Empty for a word of none.</summary>
    public static ReadOnlySpan<int> LanguagesOf(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var languages) ? languages : [];

    private static FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> MakeWords() =>
        Codes.SelectMany((code, index) => Lexicon[code]["common"].SelectMany(words => words.Split(' ')).Distinct().Select(word => (word.TrimEnd('\''), index)))
            .GroupBy(entry => entry.Item1, entry => entry.index)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
