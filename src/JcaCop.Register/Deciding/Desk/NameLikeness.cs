using JcaCop.Reading.Parts;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Whether two names may be spellings of one: "Safe Childhood Centre" and "Center", "Abdullah bin Saleh Al-Otaibi" and "Abdulla Al Otaibi". Enough to propose, never to merge.</summary>
internal static class NameLikeness
{
    /// <summary>In a shorter name a letter makes another word. UTF-16 units, folded.</summary>
    private const int Shortest = 10;

    /// <summary>As many words, and those that are not the same differ by two letters together: of numbers none.</summary>
    public static bool OfOrganizations(string one, string other)
    {
        var (first, second) = (WithoutLegalForm(Words(one)), WithoutLegalForm(Words(other)));
        // "On-line" and "Online", with "Ltd" or without
        if (string.Concat(first) is { Length: >= Shortest } whole && whole == string.Concat(second)) return true;
        if (first.Length != second.Length || first.Sum(word => word.Length) < Shortest) return false;
        var apart = 0;
        for (var i = 0; i < first.Length && apart <= MostApart; i++) apart += first[i] == second[i] ? 0 : Math.Min(first[i].Length, second[i].Length) < ShortestWord ? MostApart + 1 : Distance(first[i], second[i]);
        return apart is > 0 and <= MostApart;
    }

    /// <summary>Each word of the shorter name stands in the longer one, at most one of them a letter apart, or as its initial; two words at least.</summary>
    /// <param name="oneAddress">Both are reached at one address: a letter apart is enough in a shorter word, too ("Ana", "Anna").</param>
    public static bool OfPersons(string one, string other, bool oneAddress = false)
    {
        var shortest = oneAddress ? ShortestAtOneAddress : ShortestWord;
        var (first, second) = (Words(one), Words(other));
        var (few, many) = first.Length <= second.Length ? (first, second.ToList()) : (second, first.ToList());
        if (few.Length < 2) return false;
        var apart = 0;
        foreach (var word in few.OrderByDescending(word => word.Length))
        {
            if (many.Remove(word)) continue;
            // "M. Turner" and "Mia Turner"
            if (char.IsLetter(word[0]) && many.Find(other => other[0] == word[0] && (word.Length == 1 || other.Length == 1)) is { } initial)
            {
                many.Remove(initial);
                continue;
            }
            if (word.Length < shortest || many.Find(longer => longer.Length >= shortest && Distance(word, longer) == 1) is not { } like) return false;
            many.Remove(like);
            apart++;
        }
        return apart <= 1;
    }

    /// <summary>Words at the end of a name that say under which law the house stands (<c>legal-forms.json</c>).</summary>
    private static readonly HashSet<string> LegalForms = WordResource.Read("legal-forms.json").ToHashSet(StringComparer.Ordinal);

    private static string[] WithoutLegalForm(string[] words)
    {
        var length = words.Length;
        while (length > 1 && LegalForms.Contains(words[length - 1])) length--;
        // "S. A." and "e. V." fall apart into letters.
        var letters = length;
        while (letters > 1 && words[letters - 1].Length == 1) letters--;
        return LegalForms.Contains(string.Concat(words[letters..length])) ? words[..letters] : words[..length];
    }

    /// <summary>What is left of an organization's name without the article before it, its legal form and the name of its own country behind it.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null where none is known.</param>
    public static string Core(string name, string? country)
    {
        var words = WithoutLegalForm(Words(name));
        if (words.Length > 1 && Articles.Contains(words[0])) words = words[1..];
        for (var count = Math.Min(LongestCountry, words.Length - 1); country is not null && count > 0; count--)
            if (string.Join(' ', words[^count..]) is var last && Countries.Parse(last) == country && Countries.Find(last).TrueForAll(named => named.Start == 0 && named.Length == last.Length))
            {
                words = words[..^count];
                break;
            }
        return string.Join(' ', WithoutLegalForm(words));
    }

    /// <summary>Words of a country's name. "United Kingdom of Great Britain and Northern Ireland" is not how a house is called.</summary>
    private const int LongestCountry = 4;

    /// <summary>Articles at the head of a name (<c>articles.json</c>).</summary>
    private static readonly HashSet<string> Articles = WordResource.Read("articles.json").ToHashSet(StringComparer.Ordinal);

    private const int MostApart = 2;

    /// <summary>"Lee" and "Lea" are two names.</summary>
    private const int ShortestWord = 5;

    private const int ShortestAtOneAddress = 3;

    private static string[] Words(string name) => NameKey.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Letters to put in, take out, change or swap with the next; at most three.</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostApart || one.Any(char.IsDigit) || other.Any(char.IsDigit)) return MostApart + 1;
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
            for (var j = 1; j <= other.Length; j++)
            {
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                // "Centre", "Center": two letters have changed places.
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[one.Length, other.Length];
    }
}
