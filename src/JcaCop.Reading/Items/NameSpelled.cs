using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Our representative's surname is Hale-Moore, not Hale-More": a sentence with a noun for a name tells the right spelling and the wrong one, which words of contrast join.</summary>
internal static class NameSpelled
{
    private const int LongestName = 40, ShortestName = 2;

    private static readonly IReadOnlyList<string> Contrasts = [.. LexiconFile.Words("spelled", "not").OrderByDescending(static word => word.Length)];
    private static readonly PhraseIndex<bool> Nouns = new(LexiconFile.Words("spelled", "name").Select(static word => KeyValuePair.Create(word, true)));

    /// <summary>The right spelling and the wrong one.</summary>
    internal readonly record struct Pair(Mention<string> Right, Mention<string> Wrong);

    public static Pair? Find(ItemContext context, TextSpan span)
    {
        if (!HasNoun(context, span)) return null;
        var text = context.Text;
        foreach (var contrast in Contrasts)
            for (var at = text.IndexOf(contrast, span.Start, span.Length, StringComparison.OrdinalIgnoreCase); at >= 0
                && at < span.End; at = text.IndexOf(contrast, at + 1, span.End - at - 1, StringComparison.OrdinalIgnoreCase))
                if (Before(text, span.Start, at) is { } right && Behind(text, at + contrast.Length, span.End) is { } wrong && AreAlike(right.Value, wrong.Value)) return new Pair(right, wrong);
        return null;
    }

    private static bool HasNoun(ItemContext context, TextSpan span) => Nouns.FindAll(context.Marked.Folded).Exists(noun => noun.Start >= span.Start && noun.End <= span.End);

    private static Mention<string>? Before(string text, int floor, int end)
    {
        while (end > floor && Quotes.Contains(text[end - 1])) end--;
        var start = end;
        if (end > floor && Folding.IsHan(text[end - 1])) { while (start > floor && end - start < LongestHan && Folding.IsHan(text[start - 1])
            && text[start - 1] is not ('是' or '为' or '為')) start--; return Name(text, start, end); }
        for (var at = end; at > floor;)
        {
            var word = at;
            while (word > floor && IsLetter(text[word - 1])) word--;
            if (word == at || !char.IsUpper(text[word])) break;
            start = word;
            at = word > floor && text[word - 1] == ' ' ? word - 1 : floor;
        }
        return Name(text, start, end);
    }

    private static Mention<string>? Behind(string text, int start, int limit)
    {
        while (start < limit && (text[start] == ' ' || Quotes.Contains(text[start]))) start++;
        var end = start;
        if (start < limit && Folding.IsHan(text[start])) { while (end < limit && end - start < LongestHan && Folding.IsHan(text[end])) end++; return Name(text, start, end); }
        for (var at = start; at < limit && char.IsUpper(text[at]);)
        {
            while (at < limit && IsLetter(text[at])) at++;
            end = at;
            if (at < limit && text[at] == ' ') at++;
        }
        return Name(text, start, end);
    }

    private const int LongestHan = 4;

    private static Mention<string>? Name(string text, int start, int end) =>
        end - start is >= ShortestName and <= LongestName ? new Mention<string>(text[start..end], start, end - start, 0.8) : null;

    private static bool IsLetter(char c) => char.IsLetter(c) || c is '-' or '\'' or '’';

    private static readonly System.Buffers.SearchValues<char> Quotes = System.Buffers.SearchValues.Create("\"“”«»„「」 ");

    /// <summary>Two spellings of one name: as many words, which differ in a letter or two.</summary>
    private static bool AreAlike(string one, string other)
    {
        if (one == other || Math.Abs(one.Length - other.Length) > 2 || one.Count(static c => c == ' ') != other.Count(static c => c == ' ')) return false;
        var same = 0;
        while (same < one.Length && same < other.Length && one[same] == other[same]) same++;
        var tail = 0;
        while (tail < one.Length - same && tail < other.Length - same && one[^(tail + 1)] == other[^(tail + 1)]) tail++;
        return (same > 0 || one.Length > 2 && tail * 2 > one.Length) && Math.Max(one.Length, other.Length) - same - tail <= 2;
    }
}
