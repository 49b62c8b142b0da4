using System.Text;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Register.Entries;

/// <summary>The form under which a name is found again: case, diacritics, Arabic letter forms, punctuation and blanks do not count.</summary>
public static class NameKey
{
    private const int Longest = 400;

    /// <returns>"" where the name holds no letter or digit.</returns>
    public static string Of(string? name) => Fold(name, Longest);

    /// <summary>A text of any length in that form, in which names are looked for.</summary>
    public static string OfText(string? text) => Fold(text, int.MaxValue);

    private static string Fold(string? name, int longest)
    {
        if (string.IsNullOrWhiteSpace(name)) return "";
        var folded = Folding.Fold(name.Normalize(NormalizationForm.FormKC)).Text;
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) key.Append(c);
            else if (c != '\'' && key.Length > 0 && key[^1] != ' ') key.Append(' ');
            if (key.Length == longest) break;
        }
        if (key.Length == longest && char.IsHighSurrogate(key[^1])) key.Length--;
        return key.ToString().TrimEnd();
    }
}
