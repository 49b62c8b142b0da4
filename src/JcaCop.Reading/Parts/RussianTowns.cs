using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>The nominative of a Russian town behind "в": the register holds names, not forms of them.</summary>
internal static class RussianTowns
{
    private static readonly Dictionary<string, string[]> Towns = LexiconFile.Load<Dictionary<string, string[]>>("russianTowns");

    private static readonly Dictionary<string, string> Known = Towns.SelectMany(static kind => kind.Value.Select(town => KeyValuePair.Create(Locative(kind.Key, town), town)))
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
        // "в Минске", "в Павлодаре": what ends so is a masculine town, but for those of the list
        return town.Length > 4 && town[^1] == 'е' && !town.Contains(' ', StringComparison.Ordinal) && IsConsonant(town[^2]) ? town[..^1] : town;
    }

    private static bool IsConsonant(char letter) => "бвгджзклмнпрстфхцчшщ".Contains(letter, StringComparison.Ordinal);
}
