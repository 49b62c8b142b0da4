using System.Buffers;

namespace JcaCop.Reading.Items;

/// <summary>The signs that end a clause in the six languages.</summary>
internal static class Clauses
{
    public static readonly SearchValues<char> Ends = SearchValues.Create(",;.(:،؛，；。（：");

    /// <summary>Offset of the first such sign, or the end.</summary>
    public static int End(string text, int start, int end)
    {
        var cut = text.AsSpan(start, Math.Max(0, end - start)).IndexOfAny(Ends);
        return cut < 0 ? end : start + cut;
    }

    /// <summary>True where a sign that ends a clause stands between the offsets.</summary>
    public static bool Part(string text, int start, int end) => end > start && text.AsSpan(start, end - start).IndexOfAny(Ends) >= 0;
}
