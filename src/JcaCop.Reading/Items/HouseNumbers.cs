using System.Text.RegularExpressions;

namespace JcaCop.Reading.Items;

/// <summary>Tells an address by its number where no word for a street is known.</summary>
internal static partial class HouseNumbers
{
    /// <summary>"Storgata 11", before a postal code and a town.</summary>
    public static bool Ends(string text, int start, int end) => HouseAndNumber().IsMatch(text.AsSpan(start, end - start)) && TownFollows().IsMatch(text.AsSpan(end));

    /// <summary>The same behind words that say that an address follows.</summary>
    public static bool Named(ReadOnlySpan<char> words) => HouseAndNumber().IsMatch(words);

    /// <summary>"5 Trafalgar Mews", before a comma.</summary>
    public static bool Begins(string text, int start, int end) => end < text.Length && text[end] == ',' && NumberAndHouse().IsMatch(text.AsSpan(start, end - start));

    /// <summary>"L-2343 Luxembourg": a postal code and a town.</summary>
    public static bool IsTown(ReadOnlySpan<char> words) => CodeAndTown().IsMatch(words);

    /// <summary>"House 7", "Centre No. 12": a noun and a number name a place, and nothing that could be put forward.</summary>
    public static bool Alone(ReadOnlySpan<char> words) => Numbered().IsMatch(words);

    /// <summary>Behind the word for a street: whom it is named for, and the number ("Avenida Eusebio Ayala 3120").</summary>
    public static bool FollowsNames(ReadOnlySpan<char> words) => NamesAndNumber().IsMatch(words);

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]+(?: [\p{L}'’.-]+){0,3} \d{1,4} ?\p{L}?$")]
    private static partial Regex HouseAndNumber();

    [GeneratedRegex(@"^, ?(?:[A-Z]{1,2}-)?\d{4,6} \p{Lu}")]
    private static partial Regex TownFollows();

    [GeneratedRegex(@"^\d{1,4}\p{L}? \p{Lu}[\p{L}'’.-]+ \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}$")]
    private static partial Regex NumberAndHouse();

    [GeneratedRegex(@"^(?:[A-Z]{1,2}-)?\d{4,6} \p{Lu}[\p{L}'’ -]+$")]
    private static partial Regex CodeAndTown();

    [GeneratedRegex(@"^\p{L}+ (?:[Nn]o\.? ?|#|№ ?)?\d{1,4}\p{L}?$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\.?(?: (?:\p{Ll}{1,3}|\p{Lu}[\p{L}'’.-]*)){1,6},? (?:[Nn][º°.o]+ ?|# ?)?\d{1,5}\b")]
    private static partial Regex NamesAndNumber();
}
