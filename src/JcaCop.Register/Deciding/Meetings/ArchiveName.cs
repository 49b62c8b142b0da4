using System.Globalization;
using System.Text;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Names of folders and files in the archive. They are made here from letters A to Z, digits, <c>-</c> and <c>_</c> alone, whatever a mail says.</summary>
public static class ArchiveName
{
    private const int LongestSlug = 60;

    /// <summary>Endings that are kept; any other file is filed as <c>.bin</c>, which nothing opens by itself.</summary>
    private static readonly HashSet<string> Endings =
        ["doc", "docx", "odt", "rtf", "pdf", "txt", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "csv", "zip", "png", "jpg", "jpeg", "gif"];

    /// <summary><c>2015_04_13_Geneva</c>.</summary>
    public static string Folder(DateOnly firstDay, string place) =>
        $"{firstDay.ToString("yyyy_MM_dd", CultureInfo.InvariantCulture)}_{(Plain(place, keepCase: true) is { Length: > 0 } city ? city : "meeting")}";

    /// <summary><c>DOC065_draft_meeting_report.docx</c>; a later text <c>DOC065_Rev1_draft_meeting_report.docx</c>.</summary>
    /// <param name="sent">Name of the file as it was sent: its ending is looked at.</param>
    /// <param name="taken">Names that other files of the same text have.</param>
    public static string File(string number, int revision, string title, DocumentSort sort, string? sent, IReadOnlyCollection<string> taken)
    {
        var slug = Plain(WithoutNumber(title, number), keepCase: false);
        // A title in other letters than A to Z leaves nothing: the sort of document stands for it.
        var stem = $"{Plain(number, keepCase: true, separator: '-')}{(revision > 0 ? $"_Rev{revision.ToString(CultureInfo.InvariantCulture)}" : "")}_{(slug.Length > 0 ? slug : sort.ToString().ToLowerInvariant())}";
        var ending = Ending(sent);
        var name = $"{stem}.{ending}";
        for (var copy = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); copy++) name = $"{stem}_{copy.ToString(CultureInfo.InvariantCulture)}.{ending}";
        return name;
    }

    /// <summary>A title for a text that came without one: the name of its file, as words.</summary>
    public static string? TitleOf(string? file, string? number)
    {
        if (string.IsNullOrWhiteSpace(file)) return null;
        var stem = file.LastIndexOf('.') is > 0 and var dot && file.Length - dot <= 6 ? file[..dot] : file;
        var words = WithoutNumber(stem, number).Replace('_', ' ').Replace('-', ' ').Trim();
        return words.Length > 0 ? words : null;
    }

    private static string WithoutNumber(string title, string? number) =>
        number is not null && title.StartsWith(number, StringComparison.OrdinalIgnoreCase) && title[number.Length..].TrimStart(' ', '_', '-', ':', '.') is { Length: > 0 } rest ? rest : title;

    private static string Ending(string? sent)
    {
        var dot = sent?.LastIndexOf('.') ?? -1;
        var ending = dot < 0 ? "" : sent![(dot + 1)..].ToLowerInvariant();
        return Endings.Contains(ending) ? ending : "bin";
    }

    private static string Plain(string text, bool keepCase, char separator = '_')
    {
        var plain = new StringBuilder(LongestSlug + 1);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (plain.Length > LongestSlug) break;
            if (char.IsAsciiLetterOrDigit(c)) plain.Append(keepCase ? c : char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && (c is not ('\'' or '’') || IsElided(plain, separator)) && plain.Length > 0 && plain[^1] != separator) plain.Append(separator);
        }
        return AtWord(plain.ToString(), separator).TrimEnd(separator);
    }

    /// <summary>Cut behind a word; a single word that is longer is cut in its midst.</summary>
    private static string AtWord(string plain, char separator)
    {
        if (plain.Length <= LongestSlug) return plain;
        return plain[LongestSlug] != separator && plain.LastIndexOf(separator, LongestSlug - 1) is > LongestSlug / 2 and var end ? plain[..end] : plain[..LongestSlug];
    }

    /// <summary>"l'école" is two words, "children's" is one.</summary>
    private static bool IsElided(StringBuilder plain, char separator)
    {
        var word = plain.ToString();
        return Elided.Contains(word[(word.LastIndexOf(separator) + 1)..].ToLowerInvariant());
    }

    /// <summary>French and Italian words that lose their last letter before a vowel.</summary>
    private static readonly HashSet<string> Elided = ["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu", "all", "dell", "nell", "sull", "dall", "un"];
}
