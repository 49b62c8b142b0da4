using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Layout;

/// <summary>Cuts running text into sentences. A point behind an abbreviation, an initial or a number does not end one.</summary>
internal static class SentenceSplitter
{
    private static readonly WordSet Abbreviations =
        new(LexiconFile.Phrases("abbreviations").Select(entry => entry.Phrase));

    /// <summary>In UTF-16 units. No letter has a longer sentence; one that was made costs more than its length and is cut at a blank.</summary>
    private const int Longest = 3000;

    public static List<TextSpan> Split(string text, TextSpan span)
    {
        var sentences = new List<TextSpan>();
        var start = span.Start;
        var depth = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            var c = text[i];
            if (c is '(' or '（' && i - start < 2000) depth++;
            else if (c is ')' or '）' && depth > 0) depth--;
            if (!Ends(text, i, start, span.End, depth) && !(i - start >= Longest && (char.IsWhiteSpace(c) || i - start >= 2 * Longest))) continue;
            var end = i + 1;
            while (end < span.End && text[end] is '"' or '”' or '»' or '」' or '』' or ')' or '）' or '!' or '?' or '؟') end++;
            Add(sentences, text, start, end);
            start = end;
            depth = 0;
        }
        Add(sentences, text, start, span.End);
        return sentences;
    }

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        var sentence = TextSpan.FromBounds(start, end).Trim(text);
        if (!sentence.IsEmpty) sentences.Add(sentence);
    }

    private static bool Ends(string text, int i, int start, int end, int depth)
    {
        switch (text[i])
        {
            case '。' or '！' or '？' or '؟':
                return depth == 0;
            case '!' or '?':
                return depth == 0 && (i + 1 >= end || char.IsWhiteSpace(text[i + 1]));
            case '.' or '…':
                return (depth == 0 || i + 1 >= end) && PointEnds(text, i, start, end);
            default:
                return false;
        }
    }

    /// <summary>The point stands behind an e-mail or web address: no abbreviation.</summary>
    private static bool IsAddress(string text, int point, int floor)
    {
        var from = point;
        while (from > floor && !char.IsWhiteSpace(text[from - 1])) from--;
        var word = text.AsSpan(from, point - from);
        return word.Contains('@') || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || word.Contains("://", StringComparison.Ordinal);
    }

    private static bool PointEnds(string text, int i, int start, int end)
    {
        if (i + 1 >= end) return true;
        if (!char.IsWhiteSpace(text[i + 1])) return false;
        var next = i + 1;
        while (next < end && char.IsWhiteSpace(text[next])) next++;
        if (next >= end) return true;
        var word = i;
        while (word > start && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '-' or '\'' or '’')) word--;
        var before = text.AsSpan(word, i - word);
        if (before.Length == 1 && char.IsLetter(before[0])) return false;
        if (IsAddress(text, i, start)) return !char.IsLower(text[next]);
        if (word > start && text[word - 1] == '.' && before.Length <= 3 && !before.IsEmpty && char.IsLetter(before[0])) return false;
        if (Abbreviations.Contains(before)) return false;
        if (char.IsLower(text[next]) && Folding.IsHan(text[next]) is false) return false;
        return true;
    }
}
