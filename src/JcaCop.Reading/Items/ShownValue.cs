using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>What a value is that a receipt showed.</summary>
internal enum ShownField { PersonName, Function, PersonAddress, HouseName, HouseAddress }

/// <summary>One value that a receipt showed, and how another text changes it: a word spelt otherwise in its place, the rest as it was.</summary>
/// <param name="Subject">Which of those whom the receipt showed.</param>
/// <param name="Text">As shown; null where nothing was.</param>
internal sealed record ShownValue(int Subject, ShownField Field, string? Text)
{
    private const int ShortestWord = 3;

    private readonly List<(int Start, int End)> words = Text is null ? [] : Words(Text);

    /// <summary>The runs of its words, the longest first: from the first of them to behind the last, in the text.</summary>
    public IEnumerable<(int Start, int End)> Runs()
    {
        for (var count = words.Count; count > 0; count--)
            for (var first = 0; first + count <= words.Count; first++) yield return (words[first].Start, words[first + count - 1].End);
    }

    /// <summary>The value with another text in place of a run.</summary>
    public string With((int Start, int End) run, string text) => Text![..run.Start] + text + Text[run.End..];

    /// <summary>The value as the text corrects it: some of its words, each as it was or nearly, and one of them otherwise.</summary>
    /// <param name="labelled">The value is said to be meant: then the text may hold all of it and more.</param>
    /// <returns>Null where the text is none of it, or the same.</returns>
    public string? CorrectedBy(string text, bool labelled)
    {
        if (Text is null || text.Length < 2) return null;
        if (Folding.IsHan(text[0])) return HanCorrectedBy(text, labelled);
        var told = Words(text);
        if (told.Count == 0 || told.Count > words.Count + 3) return null;
        string? found = null;
        for (var first = 0; first + told.Count <= words.Count; first++)
        {
            var (same, other) = (0, 0);
            for (var at = 0; at < told.Count; at++)
            {
                var (old, now) = (Word(Text, words[first + at]), Word(text, told[at]));
                if (old == now) same++;
                else if (AreAlike(old, now)) other++;
                else { other = -1; break; }
            }
            if (other <= 0 || other > Math.Max(1, same)) continue;
            if (found is not null) return null;
            found = With((words[first].Start, words[first + told.Count - 1].End), text);
        }
        return found ?? (labelled && words.Count > 1 && told.Count >= words.Count && Holds(text, told) ? text : null);
    }

    /// <summary>All its words stand in the text in their order, as they were or nearly, and more.</summary>
    private bool Holds(string text, List<(int Start, int End)> told)
    {
        var at = 0;
        foreach (var word in told) if (at < words.Count && Word(Text!, words[at]) is var old && Word(text, word) is var now && (old == now || AreAlike(old, now))) at++;
        return at == words.Count && text != Text;
    }

    private string? HanCorrectedBy(string text, bool labelled)
    {
        string? found = null;
        for (var start = 0; start + text.Length <= Text!.Length; start++)
        {
            var differ = 0;
            for (var i = 0; i < text.Length; i++) if (Text[start + i] != text[i]) differ++;
            if (differ == 0) return null;
            if (differ > 1 && differ * 3 > text.Length || text.Length < 3 && !labelled) continue;
            if (found is not null) return null;
            found = With((start, start + text.Length), text);
        }
        return found ?? (labelled && Text.Length > 2 && text.Length > Text.Length && IsWithin(Text, text) ? text : null);
    }

    private static bool IsWithin(string part, string whole)
    {
        var at = 0;
        foreach (var c in whole) if (at < part.Length && part[at] == c) at++;
        return at == part.Length;
    }

    /// <summary>One word in two spellings; figures are never alike.</summary>
    private static bool AreAlike(string old, string now)
    {
        if (old.Any(char.IsDigit) || now.Any(char.IsDigit)) return false;
        var (x, y) = (Bare(old), Bare(now));
        return x == y || Math.Min(x.Length, y.Length) >= ShortestWord && Differ(x, y) <= (Math.Min(x.Length, y.Length) > 4 ? 2 : 1) && x[0] == y[0] | x[^1] == y[^1];
    }

    /// <summary>Without marks, apostrophes and the Arabic article.</summary>
    private static string Bare(string word)
    {
        var plain = Folding.Plain(word).Trim().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        return plain.Length > 4 && plain[0] == 'ا' && plain[1] == 'ل' ? plain[2..] : plain;
    }

    /// <summary>Letters to be added, left out, changed or swapped with their neighbour to make one word of the other.</summary>
    private static int Differ(string x, string y)
    {
        var rows = new int[x.Length + 1, y.Length + 1];
        for (var i = 0; i <= x.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= y.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= x.Length; i++)
            for (var j = 1; j <= y.Length; j++)
            {
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[x.Length, y.Length];
    }

    private static string Word(string text, (int Start, int End) word) => text[word.Start..word.End];

    internal static List<(int Start, int End)> Words(string text)
    {
        var found = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            if (!IsOfWord(text[at])) { at++; continue; }
            var start = at;
            if (Folding.IsHan(text[at])) { found.Add((at, ++at)); continue; }
            while (at < text.Length && (IsOfWord(text[at]) && !Folding.IsHan(text[at]) || text[at] is '\'' or '’' or '-' && at + 1 < text.Length && IsOfWord(text[at + 1]))) at++;
            found.Add((start, at));
        }
        return found;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
