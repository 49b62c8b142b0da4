using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Which of several announced titles another title means: "Survey on age checks" is the "Age verification survey", and not the "Helpline statistics".</summary>
internal static class TitleKinship
{
    /// <summary>Shorter words join others in every title. UTF-16 units, folded.</summary>
    private const int ShortestWord = 4;

    /// <summary>Of a longer word so much is compared: endings change with case and number.</summary>
    private const int Stem = 6;

    /// <returns>Null where none has a word in common with it, or two have as many.</returns>
    public static DocumentEntry? Nearest(string title, IReadOnlyList<DocumentEntry> documents)
    {
        var words = WordsOf(title);
        // What stands in all of them ("contribution of Australia") tells none from another.
        var common = documents.Count > 1 ? documents.Select(document => WordsOf(document.Title)).Aggregate((one, other) => [.. one.Intersect(other)]) : [];
        words.ExceptWith(common);
        var ranked = documents.Select(document => (Document: document, Shared: WordsOf(document.Title).Count(words.Contains))).OrderByDescending(pair => pair.Shared).ToList();
        return ranked is [{ Shared: > 0 } best, var second, ..] && best.Shared > second.Shared ? best.Document : null;
    }

    private static HashSet<string> WordsOf(string title)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in NameKey.Of(title).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (word.Any(IsIdeograph))
            {
                // Chinese has no spaces: two signs make a word.
                for (var i = 0; i + 1 < word.Length; i++) words.Add(word.Substring(i, 2));
            }
            else if (word.Length >= ShortestWord) words.Add(word[..Math.Min(word.Length, Stem)]);
        return words;
    }

    private static bool IsIdeograph(char sign) => sign is >= '\u4e00' and <= '\u9fff';
}
