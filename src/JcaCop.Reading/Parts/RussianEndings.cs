using JcaCop.Reading.Lexicons;
using Form = JcaCop.Reading.Parts.RussianNominative.Form;
using Oblique = JcaCop.Reading.Parts.RussianNominative.Oblique;

namespace JcaCop.Reading.Parts;

/// <summary>Makes the nominative of one Russian word out of another case, by its ending: first and second declension, surnames in -ов, -ин and -ский.</summary>
internal static class RussianEndings
{
    private static readonly Dictionary<string, string> Irregular = LexiconFile.Words("declension", "name")
        .Select(static pair => pair.Split('/')).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The word in the nominative; as it stands where its ending shows no other case.</summary>
    public static string Word(string word, Form form)
    {
        if (word.Length < 3 || word[^1] == '.' || !char.IsLetter(word[^1])) return word;
        var lower = word.ToLowerInvariant();
        if (Irregular.TryGetValue(lower, out var nominative) && form.Woman != true) return Cased(word, nominative);
        var made = form.Woman == true ? Woman(lower, form.Case) : Man(lower, form.Case);
        return made == lower ? word : Cased(word, made);
    }

    private static string Woman(string word, Oblique form)
    {
        var stem = word[..^1];
        var longer = word[..^2];
        return (form, word[^1]) switch
        {
            (Oblique.Accusative, 'ю') when word.EndsWith("ую", StringComparison.Ordinal) => longer + "ая",
            (Oblique.Accusative, 'у') => stem + "а",
            (Oblique.Accusative, 'ю') => stem + "я",
            (not Oblique.Accusative, 'й') when word.EndsWith("ской", StringComparison.Ordinal) || word.EndsWith("цкой", StringComparison.Ordinal) => longer + "ая",
            (not Oblique.Accusative, 'й') when word.EndsWith("ой", StringComparison.Ordinal) => longer + "а",
            (Oblique.Instrumental, 'й') when word.EndsWith("ей", StringComparison.Ordinal) => longer + "я",
            (Oblique.Genitive, _) => FirstDeclension(word),
            (Oblique.Dative, 'е') => stem + (word[^2] is 'ь' or 'и' or 'й' ? "я" : "а"),
            (Oblique.Dative, 'и') when word.EndsWith("ии", StringComparison.Ordinal) => stem + "я",
            _ => word,
        };
    }

    /// <summary>Nouns that end in -а or -я in the nominative; names from abroad in -аки or -оки do not decline.</summary>
    private static string FirstDeclension(string word) => word[^1] switch
    {
        'ы' => word[..^1] + "а",
        'и' when word[^2] is 'и' or 'ь' or 'й' => word[..^1] + "я",
        'и' when word[^2] is 'г' or 'х' or 'ж' or 'ш' or 'щ' or 'ч' || word[^2] == 'к' && word.Length > 3 && word[^3] is not ('а' or 'о' or 'у' or 'ю' or 'э') => word[..^1] + "а",
        _ => word,
    };

    private static string Man(string word, Oblique form)
    {
        var stem = word[..^1];
        if (form == Oblique.Instrumental)
        {
            if (word.EndsWith("ским", StringComparison.Ordinal) || word.EndsWith("цким", StringComparison.Ordinal)) return stem + "й";
            if (word.EndsWith("ым", StringComparison.Ordinal)) return word[^3] is 'в' or 'н' ? word[..^2] : word[..^2] + "ый";
            if (word.EndsWith("ом", StringComparison.Ordinal)) return word[..^2];
            if (word.EndsWith("ем", StringComparison.Ordinal)) return word[^3] is 'ч' or 'щ' or 'ж' or 'ш' or 'ц' ? word[..^2] : word[..^2] + (IsVowel(word[^3]) ? "й" : "ь");
            return word.EndsWith("ой", StringComparison.Ordinal) ? word[..^2] + "а" : word;
        }
        if (form == Oblique.Dative)
        {
            if (word.Length > 4 && word.EndsWith("ому", StringComparison.Ordinal)) return word[..^3] + (word[^4] == 'к' ? "ий" : "ый");
            return word[^1] switch { 'у' when !IsVowel(word[^2]) => stem, 'ю' => stem + (IsVowel(word[^2]) ? "й" : "ь"), 'е' => stem + (word[^2] == 'ь' ? "я" : "а"), _ => word };
        }
        if (word.Length > 4 && word.EndsWith("ого", StringComparison.Ordinal)) return word[..^3] + (word[^4] == 'к' ? "ий" : "ый");
        return word[^1] switch
        {
            'а' when !IsVowel(word[^2]) => stem,
            'я' when word[^2] != 'ь' => stem + (IsVowel(word[^2]) ? "й" : "ь"),
            'у' when form == Oblique.Accusative => stem + "а",
            _ => FirstDeclension(word),
        };
    }

    /// <summary>"Еву Линд": a woman's given name that no list holds, before a surname that keeps its form; "Камю" and "Шоу" end otherwise, "Чжу" is Chinese.</summary>
    public static bool IsGivenAccusative(string[] words, Form form)
    {
        if (form is not { Woman: true, Case: Oblique.Accusative } || words is not [{ Length: > 2 } first, _, ..] || first.StartsWith("Чж", StringComparison.Ordinal)) return false;
        var (last, before) = (char.ToLowerInvariant(first[^1]), char.ToLowerInvariant(first[^2]));
        if (!(last == 'у' && !"аеёиоуыэюяй".Contains(before, StringComparison.Ordinal) || last == 'ю' && before is 'и' or 'ь')) return false;
        return !Array.Exists(words[1..], static word => word[^1] is 'у' or 'ю' && !Array.Exists(WomanAccusative, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || word[^1] is 'а' or 'я'); // of "Илью Громова" the surname is a man's
    }

    /// <summary>"Лопатина А. В.": a letter keeps its form.</summary>
    public static bool IsInitial(string word) => word.Length is 1 || word.Length <= 5 && word[^1] == '.' && !char.IsLower(word[^2]);

    internal static readonly string[] WomanAccusative = ["ову", "еву", "ёву", "ину", "ыну", "скую", "цкую"];

    private static bool IsVowel(char c) => "аеёиоуыэюя".Contains(c, StringComparison.Ordinal);

    /// <summary>The lower-case form in the capitals of the word that it was made from.</summary>
    public static string Cased(string word, string lower) =>
        word.Length > 2 && word.All(static c => !char.IsLower(c)) ? lower.ToUpperInvariant() : char.IsUpper(word[0]) ? char.ToUpperInvariant(lower[0]) + lower[1..] : lower;
}
