using System.Reflection;
using System.Text.Json;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>
/// Names in the forms in which people shorten them: "S. V. Laptev", "Mr Park", 张处长, "вместо С. В. Лаптева". Titles do not count, nor do the endings of Russian cases. What fits is meant only
/// among people of one house: anywhere else a short name is anybody's. Titles, endings and surnames of two characters are data (<c>name-titles.json</c>).
/// </summary>
internal static class ShortName
{
    private sealed record Data(Dictionary<string, string[]> Before, Dictionary<string, string[]> Behind, HashSet<string> DoubleSurnames, Dictionary<string, string[]> Endings);

    /// <param name="Initial">One letter, or two with a stop: "Yu. A. Ivanov".</param>
    private sealed record Word(string Text, bool Initial);

    private static readonly Data Words = Load();
    private static readonly string[][] Titles = [.. Words.Before.Values.SelectMany(forms => forms).Select(form => NameKey.Of(form).Split(' ')).OrderByDescending(form => form.Length)];
    private static readonly string[] HanTitles = [.. Words.Behind["zh"].OrderByDescending(title => title.Length)];
    private static readonly HashSet<string> Endings = [.. Words.Endings["ru"], ""];

    /// <summary>Of those whom a name may mean, whoever bears it whole; where nobody does, all that it fits.</summary>
    public static IReadOnlyList<T> Meant<T>(string? told, IEnumerable<T> people, Func<T, string?> nameOf)
    {
        var fitting = people.Where(one => Fits(told, nameOf(one))).ToList();
        var whole = fitting.Where(one => NamedAlike(told, nameOf(one))).ToList();
        return whole.Count > 0 ? whole : fitting;
    }

    /// <summary>Whether one name may be the other, shortened: fewer words, initials in their order, and a word that both spell out.</summary>
    /// <param name="cases">Whether a Russian word may stand in another case.</param>
    public static bool Fits(string? one, string? other, bool cases = true)
    {
        var (first, second) = (Split(one), Split(other));
        if (first.Count == 0 || second.Count == 0) return false;
        if (first is [var single] && second is [var another] && IsHan(single.Text) && IsHan(another.Text)) return SameHan(single.Text, another.Text);
        var (few, left) = first.Count <= second.Count ? (first, second.ToList<Word?>()) : (second, first.ToList<Word?>());
        var rest = new List<Word>();
        foreach (var word in few)
            if (!word.Initial && left.FindIndex(other => other is { Initial: false } && Same(other.Text, word.Text, cases)) is >= 0 and var at) left[at] = null;
            else rest.Add(word);
        if (rest.Count == few.Count) return false;
        var from = 0;
        foreach (var word in rest)
        {
            var at = left.FindIndex(from, other => other is not null && (other.Initial || word.Initial)
                && (other.Text.StartsWith(word.Text, StringComparison.Ordinal) || word.Text.StartsWith(other.Text, StringComparison.Ordinal)));
            // "S. V. Laptev" is no Viktor: initials stand in the order of the names.
            if (at < 0 || left[from..at].Exists(skipped => skipped is { Initial: true })) return false;
            from = at + 1;
        }
        return true;
    }

    /// <summary>A surname alone, or one with initials.</summary>
    public static bool IsShort(string? name) => Split(name) switch
    {
        [] => false,
        [var only] => !IsHan(only.Text) || IsHanSurname(only.Text),
        var words => words.Exists(word => word.Initial),
    };

    /// <summary>A surname alone: without initials it may be that of a relative, or of nobody on record.</summary>
    public static bool IsSurnameAlone(string? name) => Split(name).Count == 1 && IsShort(name);

    private static bool NamedAlike(string? one, string? other) =>
        Split(one).Select(word => word.Text).Order(StringComparer.Ordinal).SequenceEqual(Split(other).Select(word => word.Text).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static List<Word> Split(string? name)
    {
        var words = new List<Word>();
        foreach (var piece in (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = piece.Split('.');
            for (var i = 0; i < parts.Length; i++)
            {
                var keys = NameKey.Of(parts[i]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
                foreach (var key in keys) words.Add(new Word(key, !IsHan(key) && (key.Length == 1 || keys.Length == 1 && key.Length == 2 && i + 1 < parts.Length)));
            }
        }
        WithoutTitles(words);
        return words;
    }

    private static void WithoutTitles(List<Word> words)
    {
        while (Array.Find(Titles, title => title.Length < words.Count && title.SequenceEqual(words.Take(title.Length).Select(word => word.Text), StringComparer.Ordinal)) is { } title) words.RemoveRange(0, title.Length);
        // Arabic has no initials: a letter before a name is a title, shortened.
        while (words is [{ Initial: true } first, _, ..] && JcaCop.Reading.Lexicons.Folding.IsArabic(first.Text[0])) words.RemoveAt(0);
        if (words is not [.., var last] || !IsHan(last.Text)) return;
        var bare = last.Text;
        if (Array.Find(HanTitles, title => bare.Length > title.Length && bare.EndsWith(title, StringComparison.Ordinal)) is not { } behind) return;
        bare = bare[..^behind.Length];
        if (Words.Behind["deputy"].FirstOrDefault(deputy => bare.Length > deputy.Length && bare.EndsWith(deputy, StringComparison.Ordinal)) is { } deputy) bare = bare[..^deputy.Length];
        words[^1] = new Word(bare, false);
    }

    private static bool Same(string one, string other, bool cases) => one == other || Bare(one) == Bare(other) || cases && InOtherCases(one, other);

    /// <summary>Without the Arabic article, which some write and some do not.</summary>
    private static string Bare(string word) => word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;

    /// <summary>"Лаптева" is a woman, or the genitive of a man: only the ending differs.</summary>
    private static bool InOtherCases(string one, string other)
    {
        if (!IsCyrillic(one[0]) || !IsCyrillic(other[0])) return false;
        var alike = 0;
        while (alike < one.Length && alike < other.Length && one[alike] == other[alike]) alike++;
        for (var stem = alike; stem >= ShortestStem; stem--)
            if (Endings.Contains(one[stem..]) && Endings.Contains(other[stem..])) return true;
        return false;
    }

    private const int ShortestStem = 3;

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04ff';

    private static bool IsHan(string word) => JcaCop.Reading.Lexicons.Folding.IsHan(word[0]);

    private static bool SameHan(string one, string other)
    {
        if (one == other) return true;
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return IsHanSurname(shorter) && longer.Length > shorter.Length && longer.StartsWith(shorter, StringComparison.Ordinal)
            // 欧 is no 欧阳.
            && (shorter.Length == 2 || longer.Length < 4 || !Words.DoubleSurnames.Contains(longer[..2]));
    }

    private static bool IsHanSurname(string word) => word.Length == 1 || word.Length == 2 && Words.DoubleSurnames.Contains(word);

    private static Data Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("name-titles.json") ?? throw new InvalidOperationException("The resource name-titles.json is missing.");
        return JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("name-titles.json is empty.");
    }
}
