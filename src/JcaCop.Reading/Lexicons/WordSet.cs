namespace JcaCop.Reading.Lexicons;

/// <summary>A set of words that is asked of every word of a text, mostly in vain.</summary>
/// <remarks>Length, first and last character tell most that are not in it, before anything is hashed.</remarks>
internal sealed class WordSet
{
    private const int FilterBits = 1 << 12;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly ulong[] filter = new ulong[FilterBits / 64];

    /// <param name="words">Looked up without regard to case, unless <paramref name="exactly"/>.</param>
    public WordSet(IEnumerable<string> words, bool exactly = false)
    {
        var set = new HashSet<string>(words, exactly ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        this.words = set.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in set) if (word.Length > 0) filter[Bit(word) >> 6] |= 1UL << Bit(word);
    }

    public bool Contains(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return false;
        var bit = Bit(word);
        return (filter[bit >> 6] & 1UL << bit) != 0 && words.Contains(word);
    }

    /// <summary>The same for words that differ in case.</summary>
    private static int Bit(ReadOnlySpan<char> word) => (Folding.Lower(word[0]) * 37 ^ Folding.Lower(word[^1]) * 101 ^ word.Length * 613) & (FilterBits - 1);
}
