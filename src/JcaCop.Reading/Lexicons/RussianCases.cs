namespace JcaCop.Reading.Lexicons;

/// <summary>Makes the oblique cases of Russian names by the regular declensions, so that a list need hold the nominative alone.</summary>
internal static class RussianCases
{
    private enum Case { Genitive, Dative, Accusative, Instrumental, Prepositional }

    /// <returns>The forms that differ from the nominative; a form that no rule makes is left out.</returns>
    public static IEnumerable<string> Of(string nominative) =>
        Enum.GetValues<Case>()
            .Select(form => string.Join(' ', nominative.Split(' ').Select(word => Decline(word, form))))
            .Where(form => form != nominative)
            .Distinct();

    private static string Decline(string word, Case form)
    {
        if (word.Length < 4 || !char.IsLetter(word[^1])) return word;
        var stem1 = word[..^1];
        var stem2 = word[..^2];
        return word[^2..] switch
        {
            "ая" => stem2 + Pick(form, "ой", "ой", "ую", "ой", "ой"),
            "яя" => stem2 + Pick(form, "ей", "ей", "юю", "ей", "ей"),
            "ый" => stem2 + Pick(form, "ого", "ому", "ый", "ым", "ом"),
            "ий" => stem2 + Pick(form, "ого", "ому", "ий", "им", "ом"),
            "ое" => stem2 + Pick(form, "ого", "ому", "ое", "ым", "ом"),
            "ые" => stem2 + Pick(form, "ых", "ым", "ые", "ыми", "ых"),
            "ие" => stem2 + Pick(form, "их", "им", "ие", "ими", "их"),
            "ия" => stem2 + Pick(form, "ии", "ии", "ию", "ией", "ии"),
            _ => word[^1] switch
            {
                'а' => stem1 + Pick(form, word[^2] is 'к' or 'г' or 'х' or 'ж' or 'ш' or 'щ' or 'ч' ? "и" : "ы", "е", "у", "ой", "е"),
                'я' => stem1 + Pick(form, "и", "е", "ю", "ей", "е"),
                'ь' => form == Case.Accusative ? word
                    : stem1 + Pick(form, word.EndsWith("ль", StringComparison.Ordinal) ? "я" : "и", word.EndsWith("ль", StringComparison.Ordinal) ? "ю"
                        : "и", "", word.EndsWith("ль", StringComparison.Ordinal) ? "ем" : "ью", "и"),
                'й' => stem1 + Pick(form, "я", "ю", "й", "ем", "е"),
                'ы' => stem1 + Pick(form, Masculine(stem1) ? "ов" : "", "ам", "ы", "ами", "ах"),
                'о' or 'е' or 'и' or 'у' or 'э' => word,
                _ when char.IsLower(word[^1]) => word + Pick(form, "а", "у", "", "ом", "е"),
                _ => word,
            },
        };
    }

    /// <summary>Plurals that end in -ов in the genitive (Эмиратов, Штатов, Нидерландов); the others lose their ending (Филиппин).</summary>
    private static bool Masculine(string stem) => stem[^1] is 'т' or 'д';

    private static string Pick(Case form, string genitive, string dative, string accusative, string instrumental, string prepositional) => form switch
    {
        Case.Genitive => genitive,
        Case.Dative => dative,
        Case.Accusative => accusative,
        Case.Instrumental => instrumental,
        _ => prepositional,
    };
}
