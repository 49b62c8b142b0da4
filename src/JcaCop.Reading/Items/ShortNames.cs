using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>How somebody who was named in full before is called shortly: by a surname, by initials, in another case.</summary>
internal static class ShortNames
{
    /// <summary>"Sra. Rojas" of Elena Rojas Díaz: words of the name, in any order and case of it.</summary>
    public static bool IsPartOf(string name, string full)
    {
        var words = SameName.Fold(full).Split(Joints, StringSplitOptions.RemoveEmptyEntries);
        var told = SameName.Fold(name).Split(Joints, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && Array.Exists(told, static word => word.Length > 1) && told.All(word => Array.Exists(words, other => word == other || word.Length == 1 && other[0] == word[0]
            || word.Length > ShortestStem && other.Length > ShortestStem && word[0] >= '\u0400' && word.AsSpan().CommonPrefixLength(other) is var same && Math.Max(word.Length, other.Length) - same <= LongestEnding && same >= ShortestStem));
    }

    /// <summary>"VAN DAMME-LEROY", "Е.В. Соколова": between the words of a name.</summary>
    private static readonly char[] Joints = [' ', '-', '‑', '.'];

    /// <summary>Of a Russian surname what no case changes, and how much of it a case may change.</summary>
    private const int ShortestStem = 3, LongestEnding = 2;
}
