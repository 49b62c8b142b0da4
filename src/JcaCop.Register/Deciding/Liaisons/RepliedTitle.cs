using System.Text.Json;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Liaisons;

/// <summary>The matter in the title of a reply: "Reply to liaison statement on work on filters", "Réponse à la note de liaison sur …", "关于…的联络声明的答复". Its words are data (<c>liaison-titles.json</c>).</summary>
internal static class RepliedTitle
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Words = Load();

    private static readonly HashSet<string> On = [.. Of("on")], Statement = [.. Of("statement")];

    /// <summary>Of Chinese, where no blank parts words; the longest first.</summary>
    private static readonly string[] HanOn = [.. Of("on").Where(IsHan)], HanBehind = [.. Of("behind").OrderByDescending(word => word.Length)];

    /// <summary>"Reply to the liaison statement of JCA-COP dated 3 September 2012 on": words before the matter.</summary>
    private const int LongestLead = 14;

    /// <param name="title">Folded as <see cref="NameKey"/> does it.</param>
    /// <returns>The title as it was, where it speaks of no statement before a matter.</returns>
    public static string Matter(string title)
    {
        if (InChinese(title) is { } han) return han;
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var spoken = Array.FindIndex(words, IsStatement);
        if (spoken < 0) return title;
        var on = Array.FindIndex(words, spoken + 1, On.Contains);
        return on is > 0 and <= LongestLead ? string.Join(' ', words[(on + 1)..]) : title;
    }

    private static bool IsStatement(string word) => Statement.Contains(word) || word.StartsWith("ls", StringComparison.Ordinal) && word.Length is > 2 and < 11 && word[2..].All(char.IsAsciiDigit);

    private static string? InChinese(string title)
    {
        foreach (var on in HanOn)
        {
            var from = title.IndexOf(on, StringComparison.Ordinal);
            if (from < 0) continue;
            foreach (var behind in HanBehind)
                if (title.IndexOf(behind, from, StringComparison.Ordinal) is var end && end > from + on.Length) return title[(from + on.Length)..end].Trim();
        }
        return null;
    }

    private static bool IsHan(string word) => JcaCop.Reading.Lexicons.Folding.IsHan(word[0]);

    private static IEnumerable<string> Of(string code) => Words[code].Values.SelectMany(words => words).Select(NameKey.Of);

    private static Dictionary<string, Dictionary<string, string[]>> Load()
    {
        using var stream = typeof(RepliedTitle).Assembly.GetManifestResourceStream("liaison-titles.json") ?? throw new InvalidOperationException("The resource liaison-titles.json is missing.");
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream) ?? throw new InvalidOperationException("liaison-titles.json is empty.");
    }
}
