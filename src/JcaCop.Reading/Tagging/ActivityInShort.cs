using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>The coordination activity called by a part of its name.</summary>
internal static class ActivityInShort
{
    private static readonly WordSet Whole = LexiconFile.Set("grammar", "activityInShort");

    private static readonly string[] Names = [.. LexiconFile.Words("grammar", "activityInShort")];

    /// <summary>"to work with the Coordination Activity": the activity itself, by a part of its name, is no house.</summary>
    public static bool Is(string name) => Whole.Contains(name);

    /// <summary>"Asociación Chispa para la Actividad Conjunta": what a house is put forward for is no part of its name.</summary>
    public static Piece Without(Piece piece)
    {
        foreach (var name in Names)
        {
            if (Folding.IsHan(name[0]) || piece.Value.Length <= name.Length + 4 || !piece.Value.EndsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var words = piece.Value[..^name.Length].TrimEnd(' ', '\'', '’').Split(' ');
            var end = words.Length;
            while (end > 0 && char.IsLower(words[end - 1][0])) end--;
            if (end > 0 && end < words.Length && string.Join(' ', words[..end]) is { Length: > 3 } house) return piece with { Value = house, Length = house.Length };
        }
        return piece;
    }
}
