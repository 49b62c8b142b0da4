using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>The words of a span of a text in order, folded and cut to their first letters, so that endings do not part them; of Chinese every two signs that stand together.</summary>
internal sealed class TextWords
{
    private const int LongestStem = 6;

    private readonly List<(int Start, int End, string Stem)> words = [];

    public TextWords(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End;)
        {
            if (Folding.IsHan(text[i]))
            {
                if (i + 1 < span.End && Folding.IsHan(text[i + 1])) words.Add((i, i + 2, Folding.Plain(text.Substring(i, 2)).Trim()));
                i++;
                continue;
            }
            if (!char.IsLetter(text[i])) { i++; continue; }
            var end = i + 1;
            while (end < span.End && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark) && !Folding.IsHan(text[end])) end++;
            var stem = Folding.Plain(text[i..end]).Trim();
            words.Add((i, end, stem.Length > LongestStem ? stem[..LongestStem] : stem));
            i = end;
        }
    }

    /// <summary>The words that lie wholly between the offsets, in order.</summary>
    public IEnumerable<string> Between(int start, int end)
    {
        for (var i = FirstFrom(start); i < words.Count && words[i].End <= end; i++) yield return words[i].Stem;
    }

    /// <summary>The words before the offset, nearest first.</summary>
    public IEnumerable<string> Before(int offset, int notBefore)
    {
        for (var i = FirstFrom(offset) - 1; i >= 0 && words[i].Start >= notBefore; i--)
            if (words[i].End <= offset) yield return words[i].Stem;
    }

    private int FirstFrom(int offset)
    {
        int low = 0, high = words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Start < offset) low = middle + 1; else high = middle;
        }
        return low;
    }
}
