using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>How letters and lists name a country: the short name of United Nations usage, in six languages.</summary>
public static class CountryTitles
{
    private sealed record Country(string Alpha2, Dictionary<string, string> Names, Dictionary<string, string>? OfficialStyle);

    private sealed record CountryList(Country[] Countries);

    private static readonly Dictionary<(string Code, string Language), string> Titles = (
        from country in LexiconFile.Load<CountryList>("countries/countries").Countries
        from name in country.Names
        select ((country.Alpha2, name.Key), country.OfficialStyle?.GetValueOrDefault(name.Key) ?? name.Value))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <param name="code">ISO 3166-1 alpha-2.</param>
    /// <param name="language">One of the six languages.</param>
    /// <returns>The code itself where it is none of the list.</returns>
    public static string Of(string code, string language) => Titles.GetValueOrDefault((code, language)) ?? code;
}
