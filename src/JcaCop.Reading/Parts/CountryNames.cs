using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>How far a name can be trusted to mean a country.</summary>
internal enum CountryNameKind
{
    Plain,
    /// <summary>Also a person's name, a town or a common word: counts only where the words around it say so.</summary>
    Weak,
    /// <summary>Several countries have it.</summary>
    Ambiguous,
    /// <summary>Holds a country's name without meaning the country ("Gulf of Guinea").</summary>
    NotACountry,
}

/// <param name="Code">ISO 3166-1 alpha-2; for an ambiguous name the codes with a blank between; "" for none.</param>
/// <param name="Capitals">An abbreviation that counts only in capitals (UK, США).</param>
internal sealed record CountryName(string Code, CountryNameKind Kind, bool Capitals);

/// <summary>All names of countries in six languages, built once from the lists under <c>Lexicons/countries</c>.</summary>
internal static class CountryNames
{
    private sealed record Country(
        string Alpha2, string CcTld, Dictionary<string, string> Names, Dictionary<string, string[]>? Aliases, Dictionary<string, string>? OfficialStyle);

    private sealed record CountryList(Country[] Countries);

    private sealed record More(Dictionary<string, string[]> Names, Dictionary<string, string[]> Ambiguous, Dictionary<string, string> Pointed, string[] Weak, string[] None,
        string[] Introductions, string[] LooseIntroductions, string[] Streets, string HanNeighbours, string[] HanWeak, string Traditional, string[] FirstNames);

    public static PhraseIndex<CountryName> Index { get; }

    /// <summary>Folded whole names, for cells.</summary>
    public static IReadOnlyDictionary<string, CountryName> Whole { get; }

    /// <summary>ISO 3166-1 alpha-2 by country-code top-level domain (without the dot).</summary>
    public static IReadOnlyDictionary<string, string> ByTopLevelDomain { get; }

    /// <summary>Words that, directly before a weak name, show that the country is meant; folded.</summary>
    public static IReadOnlySet<string> Introductions { get; }

    /// <summary>Words that do so only where no further name follows ("in Jordan", not "de Jordan Smith"); folded.</summary>
    public static IReadOnlySet<string> LooseIntroductions { get; }

    /// <summary>Words before a name that is part of an address ("rue de France", "Immeuble Le Tchad"); folded.</summary>
    public static IReadOnlySet<string> Streets { get; }

    /// <summary>Han characters beside which a short country name is no part of a person's name.</summary>
    public static string HanNeighbours { get; }

    /// <summary>Names of countries that people bear as first names, too ("Jordan has …"); folded.</summary>
    public static IReadOnlySet<string> FirstNames { get; }

    /// <summary>Countries by a name as it is written with vowel signs, where without them it may mean two: عُمان is Oman, عمّان the capital of Jordan.</summary>
    public static IReadOnlyDictionary<string, string> Pointed { get; }

    static CountryNames()
    {
        var countries = LexiconFile.Load<CountryList>("countries/countries").Countries;
        var more = LexiconFile.Load<More>("countries/more");
        var names = new Dictionary<string, CountryName>();
        foreach (var none in more.None) names[Fold(none)] = new CountryName("", CountryNameKind.NotACountry, false);
        foreach (var (name, codes) in more.Ambiguous) names[Fold(name)] = new CountryName(string.Join(' ', codes), CountryNameKind.Ambiguous, false);
        Pointed = more.Pointed;
        var weak = more.Weak.Concat(more.HanWeak).Select(Fold).ToHashSet();
        var traditional = new Dictionary<char, char>();
        for (var i = 0; i + 1 < more.Traditional.Length; i += 2) traditional[more.Traditional[i]] = more.Traditional[i + 1];
        foreach (var country in countries)
            foreach (var name in NamesOf(country)) Add(country.Alpha2, name);
        foreach (var (code, list) in more.Names)
            foreach (var name in list) Add(code, name);
        FirstNames = more.FirstNames.Select(Fold).ToHashSet();
        Streets = more.Streets.Select(Fold).ToHashSet();
        HanNeighbours = more.HanNeighbours;
        Introductions = more.Introductions.Select(Fold).ToHashSet();
        LooseIntroductions = more.LooseIntroductions.Select(Fold).ToHashSet();
        Whole = names;
        Index = new PhraseIndex<CountryName>(names);
        ByTopLevelDomain = countries.ToDictionary(country => country.CcTld, country => country.Alpha2);

        void Add(string code, string name)
        {
            var folded = Fold(name);
            var capitals = name.Length <= 6 && name.All(c => char.IsUpper(c) || c is '.' or ' ');
            names.TryAdd(folded, new CountryName(code, weak.Contains(folded) ? CountryNameKind.Weak : CountryNameKind.Plain, capitals));
            if (Folding.IsHan(name[0]))
                names.TryAdd(Fold(string.Concat(name.Select(c => traditional.GetValueOrDefault(c, c)))), new CountryName(code, weak.Contains(folded) ? CountryNameKind.Weak : CountryNameKind.Plain, false));
            if (!capitals && name.Any(c => c is >= 'а' and <= 'я'))
                foreach (var form in RussianCases.Of(name))
                    names.TryAdd(Fold(form), new CountryName(code, weak.Contains(folded) ? CountryNameKind.Weak : CountryNameKind.Plain, false));
        }
    }

    private static string Fold(string name) => Folding.Fold(name).Text.Trim();

    private static IEnumerable<string> NamesOf(Country country) =>
        country.Names.Values
            .Concat(country.Aliases is null ? [] : country.Aliases.Values.SelectMany(list => list))
            .Concat(country.OfficialStyle is null ? [] : country.OfficialStyle.Values)
            .SelectMany(Spellings)
            .Distinct();

    /// <summary>The lists write "Iran (Islamic Republic of)"; mail writes it in natural order too, and "and" for "&amp;".</summary>
    private static IEnumerable<string> Spellings(string name)
    {
        yield return name;
        if (name.Contains('&', StringComparison.Ordinal)) yield return name.Replace("&", "and", StringComparison.Ordinal);
        if (name.Contains("St. ", StringComparison.Ordinal)) yield return name.Replace("St. ", "Saint ", StringComparison.Ordinal);
        if (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && name[^1] is ')' or '）')
        {
            var head = name[..open].Trim();
            var inside = name[(open + 1)..^1].Trim();
            yield return inside.EndsWith('\'') ? inside + head : $"{inside} {head}";
            yield return $"{head}, {inside}";
        }
        else if (name.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma && !name.Contains(" and ", StringComparison.Ordinal) && name.Count(c => c == ',') == 1)
            yield return $"{name[(comma + 2)..]} {name[..comma]}";
        if (name.Contains(" / ", StringComparison.Ordinal))
            foreach (var part in name.Split(" / ")) yield return part;
    }
}
