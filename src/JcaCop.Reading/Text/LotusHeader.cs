using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Text;

/// <summary>The header of older Lotus Notes: name and time on lines of their own, then <c>To</c>, <c>cc</c>, <c>Subject</c> with their values below.</summary>
internal static class LotusHeader
{
    private const int MostLines = 24;
    private const int LongestLabel = 12;

    public static HeaderBlock? Find(List<BodyLine> lines, int first)
    {
        var head = lines[first].Content;
        if (head.Length > 120 || !(TimeText.HasTime(head) || NextHasTime(lines, first))) return null;
        var values = new string?[6];
        var last = -1;
        var current = HeaderLabel.None;
        var gap = 0;
        for (var i = first + 1; i < lines.Count && i - first < MostLines; i++)
        {
            var content = lines[i].Content;
            if (content.IsEmpty) { if (++gap > 2) break; continue; }
            gap = 0;
            if (content.Length <= LongestLabel && LabelAlone(content, values) is var label and not HeaderLabel.None)
            {
                values[(int)label] = "";
                current = label;
                last = i;
            }
            else if (current != HeaderLabel.None && values[(int)current] is "")
            {
                values[(int)current] = content.ToString();
                last = i;
                if (current == HeaderLabel.Subject) break;
            }
            else if (i - first > 3) break;
        }
        return values[(int)HeaderLabel.To] is not null && values[(int)HeaderLabel.Subject] is { } subject
            ? new HeaderBlock(last, PhraseSet.Fold(head.ToString()), PhraseSet.Fold(values[(int)HeaderLabel.To]!), subject)
            : null;
    }

    private static bool NextHasTime(List<BodyLine> lines, int first) =>
        first + 1 < lines.Count && lines[first + 1].Content is { Length: > 0 and < 60 } next && TimeText.HasTime(next);

    private static HeaderLabel LabelAlone(ReadOnlySpan<char> content, string?[] values)
    {
        Span<char> room = stackalloc char[2 * LongestLabel];
        foreach (var candidate in QuoteWords.LabelOf(Folding.Fold(content, room)))
            if (values[(int)candidate] is null && candidate is HeaderLabel.To or HeaderLabel.Cc or HeaderLabel.Subject) return candidate;
        return HeaderLabel.None;
    }
}
