using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Whether two ways of writing name the same.</summary>
internal static class SameName
{
    private const int ShortestPart = 8;

    /// <summary>Equal but for capitals, accents and marks, or one a part of the other.</summary>
    public static bool Is(string a, string b)
    {
        var x = Folding.Plain(a).Trim();
        var y = Folding.Plain(b).Trim();
        return x == y || x.Length > ShortestPart && y.Length > ShortestPart && (x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal));
    }
}
