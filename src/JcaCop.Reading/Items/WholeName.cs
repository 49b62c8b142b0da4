using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>"Ms Holm will attend": the surname of the only one whom the mail names in full.</summary>
internal static class WholeName
{
    /// <summary>Scripts behind it write no blank between the parts of a name.</summary>
    private const char LastLetter = '\u2e80';

    /// <returns>The name as it is where nobody, or more than one, is named so in full.</returns>
    public static string Of(ItemContext context, string name)
    {
        if (name.Length < 3 || name[0] >= LastLetter || name.Contains(' ', StringComparison.Ordinal)) return name;
        string? whole = null;
        foreach (var (piece, _, _) in context.Told)
        {
            if (piece.Kind != PieceKind.Person || !Ends(piece.Value, name)) continue;
            if (whole is not null && !SameName.Is(whole, piece.Value)) return name;
            whole ??= piece.Value;
        }
        return whole ?? name;
    }

    /// <summary>The surname is the last word, or the one in capitals.</summary>
    private static bool Ends(string whole, string surname)
    {
        var words = whole.Split(' ');
        if (words.Length is < 2 or > 6) return false;
        if (string.Equals(words[^1], surname, StringComparison.OrdinalIgnoreCase)) return true;
        return words.Any(word => word.Length > 2 && word.All(static c => char.IsUpper(c) || c is '-' or '\'' or '’') && string.Equals(word, surname, StringComparison.OrdinalIgnoreCase));
    }
}
