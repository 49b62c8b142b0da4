using System.Runtime.InteropServices;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>The words of a span of a text in order, folded and cut to their first letters, so that endings do not part them; of Chinese every two signs that stand together.</summary>
internal sealed class TextWords
{
    private const int LongestStem = 6;
    private const int LongestOnStack = 60;

    /// <summary>A word where it stands, folded and cut.</summary>
    internal readonly record struct Stemmed(int Start, int End, SignPart Stem);

    /// <summary>Characters for each word of most texts; of Chinese each begins one.</summary>
    private const int PerWord = 6;

    private readonly List<Stemmed> words;

    public TextWords(string text, TextSpan span)
    {
        words = new List<Stemmed>(span.IsEmpty ? 0 : Folding.IsHan(text[span.Start + span.Length / 2]) ? span.Length : span.Length / PerWord + 1);
        for (var i = span.Start; i < span.End;)
        {
            if (Folding.IsHan(text[i]))
            {
                if (i + 1 < span.End && Folding.IsHan(text[i + 1])) words.Add(new Stemmed(i, i + 2, Folding.Plain(text.Substring(i, 2)).Trim()));
                i++;
                continue;
            }
            if (text[i] == ' ' || !char.IsLetter(text[i])) { i++; continue; }
            var end = i + 1;
            while (end < span.End && (text[end] is >= 'a' and <= 'z' || char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark) && !Folding.IsHan(text[end])) end++;
            words.Add(new Stemmed(i, end, Stem(text.AsSpan(i, end - i))));
            i = end;
        }
    }

    private static string Stem(ReadOnlySpan<char> word)
    {
        Span<char> room = word.Length > LongestOnStack ? new char[2 * word.Length] : stackalloc char[2 * LongestOnStack];
        var folded = Folding.Fold(word, room);
        return folded[..Math.Min(folded.Length, LongestStem)].ToString();
    }

    /// <summary>The words that lie wholly between the offsets, in order.</summary>
    public ReadOnlySpan<Stemmed> Between(int start, int end)
    {
        int first = FirstFrom(start), last = first;
        while (last < words.Count && words[last].End <= end) last++;
        return CollectionsMarshal.AsSpan(words)[first..last];
    }

    /// <summary>The last words that lie wholly before the offset, in order.</summary>
    public ReadOnlySpan<Stemmed> LastBefore(int offset, int notBefore, int most = int.MaxValue)
    {
        var last = FirstFrom(offset);
        while (last > 0 && words[last - 1].End > offset) last--;
        var first = last;
        while (first > 0 && last - first < most && words[first - 1].Start >= notBefore) first--;
        return CollectionsMarshal.AsSpan(words)[first..last];
    }

    public static bool Has(ReadOnlySpan<Stemmed> words, in Stemmed one)
    {
        foreach (ref readonly var word in words) if (word.Stem.Hash == one.Stem.Hash && word.Stem.Words == one.Stem.Words) return true;
        return false;
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
