using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>The nominative of a Russian town behind "в": the register holds names, not forms of them.</summary>
internal static class RussianTowns
{
    private static readonly Dictionary<string, string[]> Towns = LexiconFile.Load<Dictionary<string, string[]>>("russianTowns");

    private static readonly Dictionary<string, string> Known = Towns.Where(static kind => kind.Key != "MasculineEnding").SelectMany(static kind => kind.Value.Select(town => KeyValuePair.Create(Locative(kind.Key, town), town)))
        .GroupBy(static pair => pair.Key, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Value, StringComparer.Ordinal);

    private static string Locative(string kind, string town) => kind switch
    {
        "A" => town[..^1] + (town.EndsWith("ия", StringComparison.Ordinal) ? "и" : "е"),
        "Soft" => town[..^1] + (town.EndsWith("ль", StringComparison.Ordinal) ? "е" : "и"),
        "Plural" => town[..^1] + "ах",
        _ => town,
    };

    /// <param name="town">As it stands behind "в" or "во".</param>
    /// <returns>The word itself where no rule is sure.</returns>
    public static string Nominative(string town)
    {
        if (Known.TryGetValue(town, out var known)) return known;
        if (town.Length < 5 || town[^1] != 'е') return town;
        // "в Минске", "в Волгограде": what ends so is masculine
        foreach (var ending in Masculine) if (town.AsSpan(0, town.Length - 1).EndsWith(ending, StringComparison.Ordinal)) return town[..^1];
        return CountryPlaces.Cities(town[..^1], Folding.Fold(town[..^1])).Any() ? town[..^1] : town;
    }

    /// <summary>Ends of towns that have no other nominative.</summary>
    private static readonly string[] Masculine = Towns["MasculineEnding"];
}
