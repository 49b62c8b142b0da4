using System.Globalization;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Several circulars in one reference: "Circulars 313, 314 and 315", "Циркуляры № 313 и № 315", 第313号和第315号通函.</summary>
/// <remarks>A list goes on over its signs, the words for "and" and those for "number" alone: the numbers of a date behind it are none of it.</remarks>
public static class CircularLists
{
    /// <summary>How far behind a circular's number the next one of the same list may stand; UTF-16 units.</summary>
    private const int Reach = 28;

    private const int MostDigits = 4;

    /// <summary>Signs between the numbers of a list; a dash joins the ends of a range.</summary>
    private const string Signs = ",/&-–、，،+";

    /// <summary>Stand before a number of the list and join nothing.</summary>
    private const string Before = "#№.°º()（）";

    private sealed record Words(string[] And, string[] Number);

    private static readonly Words Data = LexiconFile.Load<Words>("references/lists");
    private static readonly HashSet<string> And = Folded(Data.And), Number = Folded(Data.Number);

    /// <summary>The circulars of the reference that begins with the number, without that one.</summary>
    /// <param name="dates">Where dates begin; a date ends the list.</param>
    public static IReadOnlyList<Mention<string>> After(string text, Mention<string> first, IReadOnlySet<int> dates)
    {
        List<Mention<string>>? found = null;
        var scanner = new DateScanner(text);
        for (var at = Next(text, first.End); at >= 0 && !dates.Contains(at);)
        {
            var end = scanner.Number(at, out var value, out var digits);
            if (end < 0 || digits > MostDigits || value == 0 || end < text.Length && text[end] is '.' or '%' && end + 1 < text.Length && char.IsDigit(text[end + 1])) break;
            (found ??= []).Add(new Mention<string>(value.ToString(CultureInfo.InvariantCulture), at, end - at, 0.95));
            at = Next(text, end);
        }
        return found ?? (IReadOnlyList<Mention<string>>)[];
    }

    /// <summary>Where the list goes on behind a number; -1 where it does not.</summary>
    private static int Next(string text, int since)
    {
        var joined = false;
        for (var at = since; at < text.Length && at - since < Reach;)
        {
            if (DateScanner.Digit(text[at]) >= 0) return joined ? at : -1;
            var end = at + 1;
            if (char.IsLetter(text[at]) && !Before.Contains(text[at], StringComparison.Ordinal))
            {
                while (end < text.Length && char.IsLetter(text[end]) && !Folding.IsHan(text[at])) end++;
                var word = Folding.Plain(text[at..end]);
                if (And.Contains(word)) joined = true;
                else if (!Number.Contains(word)) return -1;
            }
            else if (Signs.Contains(text[at], StringComparison.Ordinal)) joined = true;
            else if (text[at] == '\n' && (!joined || end < text.Length && text[end] == '\n') || !char.IsWhiteSpace(text[at]) && !Before.Contains(text[at], StringComparison.Ordinal)) return -1;
            at = end;
        }
        return -1;
    }

    private static HashSet<string> Folded(string[] words) => [.. words.Select(Folding.Plain)];
}
