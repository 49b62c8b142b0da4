using System.Globalization;
using System.Text;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>Words of a line as they are kept: what is pasted brings marks that nobody sees, and that turn or break the lines of others.</summary>
internal static class Typed
{
    /// <summary>A postal address has lines of its own, as texts have.</summary>
    private const string Address = "--address";

    /// <summary>Text without control characters and marks of direction; line breaks stay in what takes paragraphs. What is no text is left alone.</summary>
    /// <param name="name">Of the option or argument.</param>
    /// <exception cref="Refusal">There was something, and nothing of it can be seen.</exception>
    public static T? Clean<T>(string name, T? value) => value switch
    {
        string text => (T)(object)Word(name, text),
        string[] words => (T)(object)words.Select(word => Word(name, word)).ToArray(),
        _ => value,
    };

    private static string Word(string name, string word)
    {
        var lines = name == Address || DeskVerb.Texts.Contains(name, StringComparer.Ordinal);
        var kept = new StringBuilder(word.Length);
        foreach (var sign in word)
        {
            if (sign is '\n' or '\r' or '\t')
            {
                if (lines) kept.Append(sign);
                else if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
            }
            else if (!IsUnseen(sign)) kept.Append(sign);
        }
        var clean = kept.ToString();
        return clean == word || !string.IsNullOrWhiteSpace(clean) || string.IsNullOrWhiteSpace(word) ? clean : throw new Refusal(ExitCode.Usage, $"{name}: nothing of it can be seen.");
    }

    /// <summary>The joiners are letters' own in Persian and in the scripts of India.</summary>
    private static bool IsUnseen(char sign) => char.IsControl(sign) || CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.Format && sign is not ('\u200c' or '\u200d');
}
