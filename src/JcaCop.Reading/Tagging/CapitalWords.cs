using System.Text.RegularExpressions;

namespace JcaCop.Reading.Tagging;

/// <summary>Words that stand where a name or a field of work stands, in languages that write such words with capitals.</summary>
internal static partial class CapitalWords
{
    /// <summary>"Child Safety and Media": words with capitals, and between them none longer than three letters that has no capital.</summary>
    public static bool Are(string words) => Run().IsMatch(words);

    /// <summary>"KindClicks", "Bright Harbour", «Щит и клик»: a name; a field of work is one word, or none of its words has a capital but the first.</summary>
    public static bool AreOwn(string words) =>
        words[0] is '«' or '“' or '"' || Are(words) && (words.Contains(' ', StringComparison.Ordinal) || words.Skip(1).Any(static c => char.IsUpper(c) || char.IsDigit(c)));

    [GeneratedRegex(@"^[«""]?\p{Lu}[\p{L}\d'’.&«»""-]*(?:,? (?:\p{Ll}{1,3}|&|[«""]?\p{Lu}[\p{L}\d'’.&«»""-]*)){0,6}$")]
    private static partial Regex Run();
}
