using System.Globalization;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Liaisons;

/// <summary>
/// One key for the many ways in which the number of a liaison statement is written: <c>SG17-LS012</c>, <c>COM 17 – LS 12 – E</c>,
/// <c>LS/o-12</c> of SG17, <c>SG17 - LS 12 Rev.1</c> are one statement. Numbers of other houses count as they are.
/// </summary>
public static class LiaisonReference
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "itu", "t", "e", "o", "i", "r", "no", "ref" };

    /// <param name="from">Codes of the senders, for a number that names no group; null where unknown.</param>
    /// <returns>Null where the reference holds nothing.</returns>
    public static string? Key(string? reference, IReadOnlyList<string>? from)
    {
        var words = Join(NameKey.Of(reference));
        if (words.Count == 0) return null;
        // Only ITU-T's own numbers are made alike; a document number of another house (S3-120987) is a number, not words.
        if (!words.Exists(word => word.StartsWith("ls", StringComparison.Ordinal) && word.Length > 2 && char.IsAsciiDigit(word[2]))) return NameKey.Of(reference);
        var told = words.Where(word => !Silent.Contains(word)).ToList();
        if (told.Count == 1 && from is [var first, ..]) told.InsertRange(0, Join(NameKey.Of(first)).Where(word => !Silent.Contains(word)));
        return string.Join(' ', told);
    }

    /// <summary>Which text of the statement a reference names: 0 the first, 1 its Rev.1 or Corr.1.</summary>
    public static int Version(string? reference)
    {
        var words = NameKey.Of(reference).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = words.Length - 1; i >= 0; i--)
        {
            var digits = words[i].AsSpan().IndexOfAnyInRange('0', '9');
            var letters = digits < 0 ? words[i] : words[i][..digits];
            if (digits > 0 && words[i].IndexOf('r', digits) is > 0 and var mark && IsNumber(words[i][digits..mark]) && IsNumber(words[i][(mark + 1)..])) return Number(words[i][(mark + 1)..]);
            if (letters is not ("rev" or "corr" or "add") && !(letters == "r" && i > 0)) continue;
            if (digits > 0 && IsNumber(words[i][digits..])) return Number(words[i][digits..]);
            if (digits < 0 && letters != "r") return i + 1 < words.Length && IsNumber(words[i + 1]) ? Number(words[i + 1]) : 1;
        }
        return 0;

        static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
    }

    /// <summary>A title without what mail programs and liaison officers put before it. Two statements of one title from one sender are one.</summary>
    public static string? TitleKey(string? title)
    {
        var words = NameKey.Of(title).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 2 && words[0] is "ls" or "o" or "i" or "r" or "on" or "re" or "fw" or "fwd" or "reply" or "to" or "liaison" or "statement" or "new")
            words.RemoveAt(0);
        return words.Count < 2 && !(words is [var only] && only.Length >= ShortestHan && JcaCop.Reading.Lexicons.Folding.IsHan(only[0])) ? null : $"title {string.Join(' ', words)}";
    }

    /// <summary>Chinese writes a title as one word.</summary>
    private const int ShortestHan = 4;

    /// <summary>The title that a reply repeats: "Reply to liaison statement on work on filters (JCA-COP-LS3)" is one on "work on filters". What stands before the matter speaks of a statement.</summary>
    /// <returns>A key as <see cref="TitleKey"/> makes it; null where too little is left.</returns>
    public static string? RepliedKey(string? title)
    {
        var bare = title?.TrimEnd(' ', '.');
        while (bare is { Length: > 2 } && bare[^1] is ')' or ']' && bare.LastIndexOfAny(Brackets) is > 0 and var open) bare = bare[..open].TrimEnd();
        return TitleKey(RepliedTitle.Matter(NameKey.Of(bare)));
    }

    private static readonly char[] Brackets = ['(', '['];

    /// <summary>Letters and their number in one word, without leading zeros; the study group's old name is its new one; revisions are left out.</summary>
    private static List<string> Join(string key)
    {
        var words = new List<string>();
        var parts = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var word = parts[i];
            if (word is "com" or "sg" or "ls" && i + 1 < parts.Length && IsNumber(parts[i + 1])) word += parts[++i];
            else if (word == "ls" && i + 2 < parts.Length && parts[i + 1] is "o" or "i" or "r" && IsNumber(parts[i + 2]))
            {
                word += parts[i + 2];
                i += 2;
            }
            else if (word is "rev" or "corr" or "add")
            {
                if (i + 1 < parts.Length && IsNumber(parts[i + 1])) i++;
                continue;
            }
            var digits = word.AsSpan().IndexOfAnyInRange('0', '9');
            // LS12R1: the revision is written onto the number.
            if (digits > 0 && word.IndexOf('r', digits) is > 0 and var mark && IsNumber(word[digits..mark])) word = word[..mark];
            if (digits > 0 && IsNumber(word[digits..]))
            {
                if (word[..digits] is "rev" or "r" or "corr" or "add") continue;
                var letters = word[..digits] == "com" ? "sg" : word[..digits];
                word = letters + int.Parse(word.AsSpan(digits), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
            }
            words.Add(word);
        }
        return words;
    }

    private static bool IsNumber(string word) => word.Length is > 0 and < 9 && word.All(char.IsAsciiDigit);
}
