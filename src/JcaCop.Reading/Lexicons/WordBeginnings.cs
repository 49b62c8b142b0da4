namespace JcaCop.Reading.Lexicons;

/// <summary>Finds words of a folded text by their beginnings, so that one entry stands for all inflected forms of a word.</summary>
/// <remarks>A beginning matches where a word begins; in scripts that write no blanks between words, and behind the particles of Arabic, anywhere.</remarks>
internal sealed class WordBeginnings<T> where T : struct, Enum
{
    private readonly Dictionary<int, (string Beginning, T Value)[]> byPair;

    public WordBeginnings(IEnumerable<KeyValuePair<string, T>> beginnings) =>
        byPair = beginnings.Select(static entry => (Folding.Fold(entry.Key).Text.TrimStart(), entry.Value))
            .GroupBy(static entry => Pair(entry.Item1, 0))
            .ToDictionary(static group => group.Key, static group => group.ToArray());

    /// <summary>All values whose words the text has, each as often as it has them.</summary>
    public IEnumerable<T> In(string text)
    {
        var folded = Folding.Fold(text).Text;
        for (var i = 0; i < folded.Length; i++)
        {
            if (i > 0 && !MayBegin(folded, i)) continue;
            foreach (var pair in (int[])[Pair(folded, i), folded[i] << 16])
                if (byPair.TryGetValue(pair, out var entries))
                    foreach (var (beginning, value) in entries)
                        if (string.CompareOrdinal(folded, i, beginning, 0, beginning.Length) == 0)
                            yield return value;
        }
    }

    private static bool MayBegin(string text, int at) =>
        !char.IsLetterOrDigit(text[at - 1]) || IsUnspaced(text[at]) || (Folding.IsArabic(text[at]) && at < text.Length - 1);

    /// <summary>Han, Kana and Hangul: words are not parted, or endings are joined on both sides.</summary>
    private static bool IsUnspaced(char c) => Folding.IsHan(c) || c is >= '\u3040' and <= '\u30ff' or >= '\uac00' and <= '\ud7af';

    /// <summary>The first two characters; a beginning of one has a blank second.</summary>
    private static int Pair(string text, int at) => text[at] << 16 | (at + 1 < text.Length ? text[at + 1] : 0);
}
