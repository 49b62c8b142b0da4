using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Whether two ways of writing name the same.</summary>
internal static class SameName
{
    private const int ShortestPart = 8;

    /// <summary>Equal but for capitals, accents and marks, or one a part of the other.</summary>
    public static bool Is(string a, string b) => IsFolded(Fold(a), Fold(b));

    /// <summary>As <see cref="IsFolded"/> wants a name that is compared with many.</summary>
    public static string Fold(string name) => Folding.Plain(name).Trim();

    /// <summary>The same for names that were folded before.</summary>
    public static bool IsFolded(string x, string y)
    {
        return x == y || x.Length > ShortestPart && y.Length > ShortestPart && (x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal));
    }
}
