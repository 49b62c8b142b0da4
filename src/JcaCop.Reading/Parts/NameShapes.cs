using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>What speaks for a run of words being a person's name, in Latin, Cyrillic, Arabic and Han script.</summary>
internal static class NameShapes
{
    private static readonly WordSet Particles = Set("particle");
    private static readonly WordSet ElidedParticles = Set("elided");
    private static readonly WordSet Shortened = Set("shortened");
    private static readonly WordSet ChildOf = Set("childOf");
    private static readonly WordSet ArabicNames = Set("arabic");
    private static readonly WordSet NotInNames = Set("notInNames");
    private static readonly WordSet InOrganizations = Set("inOrganizations");
    private static readonly WordSet Surnames = Set("surname");
    private static readonly string[] Patronymics = [.. LexiconFile.Words("grammar", "patronymicEnding")];
    private static readonly string[] CyrillicEndings = [.. LexiconFile.Words("grammar", "surnameEnding")];

    /// <remarks>"ni" in small letters is the French and Spanish "nor"; the Irish "Ní" has a capital or its accent. "à Dakar" tells a town.</remarks>
    public static bool IsParticle(ReadOnlySpan<char> word) => word.Length <= 6 && word is not ("ni" or "à") && Particles.Contains(word);

    /// <summary>"d'Hautecombe", "dell'Orto": length of the particle that is written together with the name behind it; 0 where none is.</summary>
    public static int Elided(ReadOnlySpan<char> word)
    {
        var sign = word.IndexOfAny('\'', '’');
        return sign is > 0 and < 6 && sign + 2 < word.Length && char.IsLower(word[0]) && char.IsUpper(word[sign + 1]) && char.IsLower(word[^1]) && ElidedParticles.Contains(word[..sign]) ? sign + 1 : 0;
    }

    /// <summary>"d'ORVAL": the same with a surname in capitals; 0 where none is. Abbreviations look alike: what stands around must tell.</summary>
    public static int ElidedCapitals(ReadOnlySpan<char> word)
    {
        var sign = word.IndexOfAny('\'', '’');
        if (sign is not (> 0 and < 6) || word.Length - sign < ShortestCapitals || !char.IsLower(word[0]) || !ElidedParticles.Contains(word[..sign])) return 0;
        foreach (var c in word[(sign + 1)..]) if (!char.IsUpper(c) && c != '-') return 0;
        return sign + 1;
    }

    private const int ShortestCapitals = 5;

    /// <summary>"Рауф оглы", "Sabir qızı": the word for son or daughter stands behind the father's name and may end the whole name.</summary>
    public static bool IsChildOf(ReadOnlySpan<char> word) => word.Length <= 6 && ChildOf.Contains(word);

    /// <summary>"SAWADOGO/COMPAORE Mariam": between two family names in capitals the stroke belongs to the name.</summary>
    public static bool JoinsSurnames(ReadOnlySpan<char> text, int stroke)
    {
        if (stroke < ShortestSurname || stroke + ShortestSurname >= text.Length || text[stroke] != '/') return false;
        for (var i = 1; i <= ShortestSurname; i++) if (!char.IsUpper(text[stroke - i]) || !char.IsUpper(text[stroke + i])) return false;
        var stop = stroke + 1;
        while (stop < text.Length && char.IsUpper(text[stop])) stop++;
        return stop + 1 < text.Length && text[stop] == ' ' && char.IsUpper(text[stop + 1]);
    }

    private const int ShortestSurname = 2;

    /// <summary>"Fdez." for Fernández: the point ends no sentence.</summary>
    public static bool IsShortened(ReadOnlySpan<char> word) => word.Length <= 6 && char.IsUpper(word[0]) && Shortened.Contains(word);

    public static bool IsStop(ReadOnlySpan<char> word) => NotInNames.Contains(word);

    /// <summary>Words that no person bears, yet organizations do.</summary>
    public static bool IsOfOrganization(ReadOnlySpan<char> word) => InOrganizations.Contains(word);

    /// <summary>True for a word known as a given name among Arabs.</summary>
    public static bool IsArabicName(ReadOnlySpan<char> word)
    {
        if (word.Length > 30) return false;
        Span<char> folded = stackalloc char[64];
        return ArabicNames.Contains(folded[..Fold(word, folded)]);
    }

    /// <summary>"فسيدخل": "then" before a verb of the future; no name begins so.</summary>
    public static bool IsArabicFuture(ReadOnlySpan<char> word)
    {
        foreach (var beginning in Futures) if (word.Length > beginning.Length + 1 && word.StartsWith(beginning, StringComparison.Ordinal)) return true;
        // "ستنهي", "وسيغادر": the sign of the future, that of the person, and a verb on the list
        if (word is ['و' or 'ف', ..]) word = word[1..];
        if (word is not ['س', 'ت' or 'ي' or 'ن', _, _, ..]) return false;
        foreach (var verb in Imperfects) if (word.Length - verb.Length - 2 is >= 0 and <= LongestVerbEnding && word[2..].StartsWith(verb, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>"ون", "ان", "ها".</summary>
    private const int LongestVerbEnding = 2;

    private static readonly string[] Imperfects = [.. LexiconFile.Words("grammar", "arabicImperfect")];

    private static readonly string[] Futures = [.. LexiconFile.Words("grammar", "arabicFuture")];

    /// <summary>Length of a Chinese family name at the beginning of the span: 2, 1 or 0.</summary>
    public static int SurnameLength(ReadOnlySpan<char> text)
    {
        if (text.Length >= 2 && Surnames.Contains(text[..2])) return 2;
        return text.Length >= 1 && Surnames.Contains(text[..1]) ? 1 : 0;
    }

    /// <summary>0 to 1 for a span that is nothing but the supposed name.</summary>
    public static double Score(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (name.Length is < 2 or > 70) return 0;
        var han = 0;
        var arabic = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c == '/' && JoinsSurnames(name, i)) continue;
            if (char.IsDigit(c) || c is '@' or ':' or '«' or '»' or '"' or '“' or '/' or '№' or '!' or '?' or '《' or '_' or '*' or '=') return 0;
            if (Folding.IsHan(c)) han++;
            else if (Folding.IsArabic(c)) arabic++;
        }
        return han > 0 ? Han(name, han) : arabic > 0 ? Arabic(name) : Alphabetic(name);
    }

    /// <summary>What departments, rooms and groups end with in Chinese, and persons do not.</summary>
    private const string UnitEndings = "部处處室组組局院署";

    private static double Han(ReadOnlySpan<char> name, int han)
    {
        if (name.IndexOfAny("（(") is var bracket && bracket > 0) name = name[..bracket].Trim();
        if (DottedNames.Is(name)) return 0.8;
        if (han < name.Length - 1) return 0.3;
        if (IsStop(name[..Math.Min(2, name.Length)]) || name.Length > 5 || UnitEndings.Contains(name[^1], StringComparison.Ordinal)) return 0;
        var surname = SurnameLength(name);
        var given = name.Length - surname;
        return surname == 0 ? name.Length <= 4 ? 0.25 : 0 : surname == 1 ? given is 1 or 2 ? 0.8 : 0.2 : given is 0 ? 0.5 : given is 1 or 2 ? 0.85 : 0;
    }

    private static double Arabic(ReadOnlySpan<char> name)
    {
        var words = 0;
        var known = 0;
        var family = 0;
        Span<char> folded = stackalloc char[64];
        foreach (var range in name.Split(' '))
        {
            var word = name[range].Trim("\u0640،.");
            if (word.IsEmpty) continue;
            words++;
            if (IsStop(word) || IsArabicFuture(word)) return 0;
            if (word.Length > 30) return 0;
            var length = Fold(word, folded);
            var bare = folded[..length];
            if (ArabicNames.Contains(bare)) known++;
            else if (bare.StartsWith("ال") && bare.EndsWith("ي") || bare.StartsWith("ال") && bare.EndsWith("يه") || bare.StartsWith("عبدال")) family++;
            else if (bare.StartsWith("ال") && ArabicNames.Contains(bare[2..])) known++;
        }
        if (words is < 2 or > 8) return words == 1 && known == 1 ? 0.3 : 0;
        return Math.Min(0.9, 0.35 + 0.2 * known + 0.12 * family);
    }

    private static int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        Span<char> parts = stackalloc char[2];
        foreach (var c in word)
        {
            var n = Folding.Fold(c, parts);
            for (var k = 0; k < n && length < into.Length; k++) into[length++] = parts[k];
        }
        return length;
    }

    private static double Alphabetic(ReadOnlySpan<char> name)
    {
        var words = 0;
        var capital = 0;
        var initials = 0;
        var patronymic = false;
        var cyrillic = false;
        var ending = false;
        foreach (var range in name.Split(' '))
        {
            var word = name[range].Trim(",");
            if (word.IsEmpty) continue;
            words++;
            if (words > 1 && word[0] is >= '\u0400' and <= '\u04ff' && IsChildOf(word)) patronymic = cyrillic = true;
            if (IsParticle(word)) continue;
            if (IsStop(word)) return 0;
            if (!char.IsUpper(word[0]) && word[0] is not ('\'' or '’') && Elided(word) == 0 && ElidedCapitals(word) == 0) return 0;
            if (word[^1] == '.' && word.Length > 5 && !IsShortened(word[..^1])) return 0;
            if (word.Length <= 2 || word[^1] == '.') initials++; else capital++;
            if (word[0] is < '\u0400' or > '\u04ff') continue;
            cyrillic = true;
            foreach (var end in Patronymics) patronymic |= word.EndsWith(end, StringComparison.OrdinalIgnoreCase);
            foreach (var end in CyrillicEndings) ending |= word.EndsWith(end, StringComparison.OrdinalIgnoreCase);
        }
        if (words > 7 || capital == 0) return 0;
        if (cyrillic) return patronymic && words >= 2 ? 0.93 : words is 2 or 3 ? ending || initials > 0 ? 0.75 : 0.55 : words == 1 ? 0.15 : 0.25;
        return words switch { 1 => 0.15, 2 or 3 => 0.6, 4 => 0.5, _ => 0.4 };
    }

    private static WordSet Set(string code) => new(LexiconFile.Phrases("names").Where(entry => entry.Code == code).Select(entry => entry.Phrase));
}
