using System.Text.RegularExpressions;

namespace JcaCop.Reading.Tagging;

/// <summary>Words that stand where a name or a field of work stands, in languages that write such words with capitals.</summary>
internal static partial class CapitalWords
{
    /// <summary>"Child Safety and Media": words with capitals, and between them none longer than three letters that has no capital.</summary>
    public static bool Are(string words) => Run().IsMatch(words);

    [GeneratedRegex(@"^[«""]?\p{Lu}[\p{L}\d'’.&«»""-]*(?:,? (?:\p{Ll}{1,3}|&|[«""]?\p{Lu}[\p{L}\d'’.&«»""-]*)){0,6}$")]
    private static partial Regex Run();
}
