using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Finds what stands in quotation marks.</summary>
internal static class Quotations
{
    private const string Opens = "«“„\"《「『";
    private const string Closes = "»”“\"》」』";
    private const int Longest = 220;

    private static readonly System.Buffers.SearchValues<char> Opening = System.Buffers.SearchValues.Create(Opens);

    public static IEnumerable<Mention<string>> Find(string text, int start, int end)
    {
        for (var at = start; at < end;)
        {
            var next = text.AsSpan(at, end - at).IndexOfAny(Opening);
            if (next < 0) yield break;
            var open = at + next;
            var close = Close(text, open, end);
            if (close < 0) { at = open + 1; continue; }
            var value = MailLayout.Unwrap(text[(open + 1)..close]).Trim().TrimEnd(',', '،', '，');
            if (value.Length > 2) yield return new Mention<string>(value, open + 1, close - open - 1, 0.85);
            at = close + 1;
        }
    }

    private static int Close(string text, int open, int end)
    {
        var kind = Opens.IndexOf(text[open], StringComparison.Ordinal);
        var depth = 0;
        for (var i = open + 1; i < Math.Min(end, open + Longest); i++)
        {
            if (text[i] == Opens[kind] && kind is 0 or 4) depth++;
            else if (text[i] == Closes[kind] || kind is 1 or 2 && text[i] is '”' or '“') { if (depth-- == 0) return i; }
        }
        return -1;
    }
}
