using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Names that point to a country without being its name: cities, and adjectives such as "Jordanian".</summary>
internal static class CountryPlaces
{
    private static readonly PhraseIndex<string> CityIndex = Index("countries/cities");
    private static readonly PhraseIndex<string> AdjectiveIndex = Index("countries/demonyms");

    /// <summary>The countries of the cities that a text names. Only where an address may stand: cities share their names with persons and towns.</summary>
    public static IEnumerable<string> Cities(string text, FoldedText folded)
    {
        foreach (var hit in CityIndex.FindLongest(folded))
            if (!char.IsLower(text[hit.Start]) && !IsOfAdministration(text, hit)
                && (!Folding.IsArabic(text[hit.Start]) || !CountryNames.Pointed.TryGetValue(text.Substring(hit.Start, hit.Length), out var country) || country == hit.Value)) yield return hit.Value;
    }

    /// <summary>إدارة عمان: behind the word for an administration a name that is a country's as well is the country's; what a city has is no administration of the Union.</summary>
    private static bool IsOfAdministration(string text, PhraseHit<string> hit)
    {
        if (!CountryNames.Whole.TryGetValue(Folding.Plain(text.Substring(hit.Start, hit.Length)).Trim(), out var name) || name.Kind != CountryNameKind.Ambiguous) return false;
        var start = hit.Start;
        while (start > 0 && !NameEnds.Contains(text[start - 1])) start--;
        var lead = text[start..hit.Start].TrimEnd();
        return lead.Length > 0 && RespondentWords.Index.FindAll(lead).Exists(word => word.Value == RespondentWord.Authority && word.End == lead.Length);
    }

    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create(".,;:!?\n،؛");

    /// <summary>The whole text is the name of a city.</summary>
    public static bool IsCity(string text) => CityIndex.FindLongest(text) is [{ Start: 0 } city] && city.Length == text.Length;

    /// <summary>Adjectives of countries; alone they say little.</summary>
    public static List<PhraseHit<string>> Adjectives(FoldedText folded) => AdjectiveIndex.FindLongest(folded);

    private static PhraseIndex<string> Index(string path) => new(
        from country in LexiconFile.Load<Dictionary<string, string[]>>(path)
        from name in country.Value
        select KeyValuePair.Create(name, country.Key));
}
