using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JcaCop.Register.Entries;

/// <summary>Numbers of documents: made from the pattern of a series, and found again however they are written.</summary>
public static partial class DocumentNumber
{
    /// <summary>Text in which a number is looked for, in characters: subjects, titles and file names are shorter.</summary>
    private const int Longest = 400;

    /// <summary>Words and numbers that one document number has at most: <c>WG-CP-2/01</c> has four.</summary>
    private const int MostParts = 6;

    /// <summary>Characters between two parts of one number.</summary>
    private const int WidestGap = 2;

    /// <summary>How many parts before a number still tell that a revision of it is meant: <c>Rev.1 to DOC065</c>.</summary>
    private const int PartsBefore = 4;

    private static readonly HashSet<string> RevisionWords = ["r", "rev", "revision", "revised"];

    /// <summary>Whether a title, subject or file name says that it is a revised text: "Rev.1", "пересмотренный", 修订版.</summary>
    public static bool TellsRevision(string? text) =>
        !string.IsNullOrEmpty(text) && PartsOf(text) is var parts && (parts.Where((part, at) => part.Text is "rev" && (at + 1 == parts.Count || parts[at + 1].IsNumber)).Any()
            || parts.Exists(part => Array.Exists(Revised, word => part.Text.StartsWith(word, StringComparison.Ordinal) || part.Text[0] >= '\u4e00' && part.Text.Contains(word, StringComparison.Ordinal))));

    /// <summary>Beginnings of the words for a revised text; in Chinese they stand inside a run (<c>revised-words.json</c>).</summary>
    private static readonly string[] Revised = WordResource.Read("revised-words.json");

    /// <summary>Whether the text is a pattern: letters, digits, blanks and <c>- / .</c> around one <c>{number}</c> or <c>{number:000}</c>.</summary>
    public static bool IsPattern(string text) => text.Length <= 60 && Pattern().IsMatch(text);

    /// <param name="pattern">As <see cref="IsPattern"/> takes it.</param>
    public static string Of(string pattern, int number)
    {
        var match = Place().Match(pattern);
        return pattern[..match.Index] + number.ToString(match.Groups[1].Success ? match.Groups[1].Value : "0", CultureInfo.InvariantCulture) + pattern[(match.Index + match.Length)..];
    }

    /// <returns>The number that stands in the place of the pattern; null where the text is none of that series.</returns>
    public static int? ReadBy(string pattern, string text)
    {
        var match = Place().Match(pattern);
        var (before, after) = (pattern[..match.Index], pattern[(match.Index + match.Length)..]);
        return text.Length > before.Length + after.Length && text.StartsWith(before, StringComparison.OrdinalIgnoreCase) && text.EndsWith(after, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(text[before.Length..^after.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    /// <summary>The form under which a number is found: <c>DOC065</c>, <c>Doc. 65</c> and <c>doc-065</c> are one.</summary>
    public static string KeyOf(string number) => Key(PartsOf(number));

    /// <summary>Keys of all that looks like the number of a document: a word of letters, and a number behind it.</summary>
    public static IEnumerable<string> KeysIn(string? text)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        var parts = PartsOf(text);
        for (var from = 0; from < parts.Count; from++)
        {
            if (parts[from].IsNumber) continue;
            for (var to = from + 1; to < parts.Count && to < from + MostParts && parts[to].Gap <= WidestGap; to++)
                if (parts[to].IsNumber) yield return Key(parts.GetRange(from, to - from + 1));
        }
    }

    /// <summary>
    /// Whether a title or file name is that of a document, and not about it: it begins with the number (<c>DOC065_draft.docx</c>), or names a
    /// revision of it (<c>Rev.1 to DOC065</c>, <c>DOC065 R2</c>).
    /// </summary>
    public static bool IsTitleOf(string? text, string number)
    {
        if (string.IsNullOrEmpty(text)) return false;
        var wanted = PartsOf(number);
        var parts = PartsOf(text);
        for (var at = 0; at + wanted.Count <= parts.Count; at++)
        {
            if (!parts.GetRange(at, wanted.Count).Select(part => part.Text).SequenceEqual(wanted.Select(part => part.Text))) continue;
            var behind = at + wanted.Count;
            if (at == 0 || (behind < parts.Count && RevisionWords.Contains(parts[behind].Text))
                || parts.GetRange(Math.Max(0, at - PartsBefore), Math.Min(at, PartsBefore)).Any(part => RevisionWords.Contains(part.Text))) return true;
        }
        return false;
    }

    private static string Key(List<Part> parts) => "number " + string.Join(' ', parts.Select(part => part.Text));

    private static List<Part> PartsOf(string text)
    {
        var normal = (text.Length > Longest ? text[..Longest] : text).Normalize(NormalizationForm.FormKC);
        var parts = new List<Part>();
        var end = 0;
        foreach (Match match in Parts().Matches(normal))
        {
            var number = char.IsAsciiDigit(match.Value[0]);
            parts.Add(new Part(number ? match.Value.TrimStart('0') is { Length: > 0 } digits ? digits : "0" : match.Value.ToLowerInvariant(), number, match.Index - end));
            end = match.Index + match.Length;
        }
        return parts;
    }

    /// <param name="Gap">Characters between it and the part before.</param>
    private readonly record struct Part(string Text, bool IsNumber, int Gap);

    [GeneratedRegex(@"^[\p{L}\p{Nd}./ -]*\{number(?::0+)?\}[\p{L}\p{Nd}./ -]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\{number(?::(0+))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"[0-9]+|\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
