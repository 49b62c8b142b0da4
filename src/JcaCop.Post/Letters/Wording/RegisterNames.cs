using System.Text.RegularExpressions;
using JcaCop.Reading.Parts;

namespace JcaCop.Post.Letters.Wording;

/// <summary>Names that the register keeps in English, as the secretariat entered them, in the language of a letter: administrations of States, and circulars of TSB.</summary>
/// <remarks>Which country is meant, and how it is called, is told by the list of countries (<see cref="CountryTitles"/>); what is none of it stays as it is. Texts of people are no such names: <see cref="ProseValue"/>.</remarks>
internal static partial class RegisterNames
{
    private const string Lead = "Administration of ";

    /// <summary>In some languages the country stands in brackets behind the word.</summary>
    private const string Bracket = " ({country})";

    /// <param name="language">Whose words say how an administration and a circular are called.</param>
    public static string In(string text, LetterLanguage language)
    {
        if (language.Code == LetterLanguages.English) return text;
        if (text.Contains("TSB Circular ", StringComparison.Ordinal) && language.Sentence("circular") is { } circular)
            text = Circular().Replace(text, found => circular.Replace("{number}", found.Groups["number"].Value, StringComparison.Ordinal));
        for (var at = text.IndexOf(Lead, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Lead, at + 1, StringComparison.Ordinal))
        {
            // with an article it is somebody's sentence that the letter quotes: the register's names have none
            if (at >= 4 && text.AsSpan(at - 4, 4).Equals("the ", StringComparison.OrdinalIgnoreCase)) continue;
            var name = at + Lead.Length;
            if (text.AsSpan(name).StartsWith("the ")) name += "the ".Length;
            var rest = text[name..];
            // in a Chinese sentence no blank ends the name
            if (rest.AsSpan().IndexOfAnyInRange('\u2E80', '\uFFEF') is > 0 and var chinese) rest = rest[..chinese];
            if (Countries.Find(rest) is not [{ Start: 0 } country, ..] || language.Sentence("administration") is not { } administration) continue;
            var end = name + country.End;
            if (end < text.Length && text[end] < '\u2E80' && char.IsLetterOrDigit(text[end])) continue;
            var within = IsWithinBrackets(text.AsSpan(0, at));
            var called = language.Country(country.Value);
            if (within || administration.Contains(Bracket, StringComparison.Ordinal)) called = Unbracketed(called);
            var pattern = within ? administration.Replace(Bracket, " – {country}", StringComparison.Ordinal) : administration;
            text = string.Concat(text.AsSpan(0, at), pattern.Replace("{country}", called, StringComparison.Ordinal), text.AsSpan(end));
        }
        return text;
    }

    /// <summary>"Égypte (République arabe d’)" in brackets is "République arabe d’Égypte": no brackets stand in brackets.</summary>
    private static string Unbracketed(string country)
    {
        if (Bracketed().Match(country) is not { Success: true } found) return country;
        var (name, lead) = (found.Groups["name"].Value, found.Groups["lead"].Value);
        return lead[^1] is '’' ? lead + name : LeadsOn().IsMatch(lead) ? $"{lead} {name}" : $"{name}, {lead}";
    }

    /// <summary>A bracket was opened before, and not closed.</summary>
    private static bool IsWithinBrackets(ReadOnlySpan<char> before) => before.Count('(') + before.Count('（') > before.Count(')') + before.Count('）');

    /// <summary>It ends in a preposition, or is the noun of a State.</summary>
    [GeneratedRegex(@"\b(?:de|du|des|del|de la|de los)$|^(?:République|República)$|Республика$|Государство$|Штаты$|Королевство$", RegexOptions.CultureInvariant)]
    private static partial Regex LeadsOn();

    [GeneratedRegex(@"^(?<name>[^()]+) \((?<lead>[^()]+)\)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\bTSB Circular (?<number>[0-9]{1,4})\b")]
    private static partial Regex Circular();
}
