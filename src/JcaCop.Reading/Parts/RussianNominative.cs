using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Gives Russian names of persons in the nominative, where grammar shows that they stand in another case.</summary>
internal static class RussianNominative
{
    /// <summary>Case as far as names need it: the accusative of men is their genitive.</summary>
    internal enum Oblique { Genitive, Dative, Accusative, Instrumental }

    /// <summary>What shows gender and case of a person: a patronymic, or the title before the name; <see cref="Woman"/> null where only the case is known.</summary>
    internal readonly record struct Form(bool? Woman, Oblique Case);

    private static readonly Dictionary<string, Form> Titles = Forms("title");
    private static readonly HashSet<string> Leads = new(LexiconFile.Words("declension", "genitiveLead"), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Prepositions = new(LexiconFile.Words("declension", "genitivePreposition"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Nouns for somebody's part in the work, in the genitive or accusative.</summary>
    private static readonly HashSet<string> PersonNouns = new(LexiconFile.Words("declension", "personNoun"), StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, Form> Forms(string code) =>
        LexiconFile.Words("declension", code).Select(static entry => entry.Split('/')).ToDictionary(static entry => entry[0],
            static entry => new Form(entry[1] == "f", Enum.Parse<Oblique>(entry[2])), StringComparer.OrdinalIgnoreCase);

    /// <param name="before">The words directly before the name: a title, or a preposition that governs its case.</param>
    /// <returns>The name in the nominative; as it stands where nothing shows another case.</returns>
    public static string Person(string name, ReadOnlySpan<char> before, out Form? form)
    {
        form = null;
        if (name.Length < 5 || !IsCyrillic(name)) return name;
        var words = name.Split(' ');
        form = ByPatronymic(words, out var told);
        var sure = form is not null || words.Length > 1 && words.Any(static word => Ends(word, Obliques));
        if (!told) form ??= ByTitle(before) ?? BySurname(words) ?? ByGiven(words) ?? ByEnding(words) ?? ByVerb(words, before);
        if (form is not { } shown) return name;
        // "назначаем представителем Айгуль Сапарову": a surname told by its ending, behind a verb that governs its case
        sure |= words.Length > 1 && IsGoverned(before) && (shown.Woman == true || AreManGenitive(words)) && words.Any(static word => Ends(word, SurnameEndings)
            || Kinships.Any(kin => word.EndsWith(kin, StringComparison.OrdinalIgnoreCase)));
        // "для Гюнай Мамедовой", "у Анвара Содикова": behind a preposition of the genitive nobody stands in the nominative, wherever the name is from
        sure |= words.Length > 1 && Prepositions.Contains(LastWord(before)) && shown.Case == Oblique.Genitive && words.Any(static word => Ends(word, SurnameEndings));
        // "г-на Карпа Ветрова": the title shows the case, and each word may stand in it
        sure |= words.Length > 1 && ByTitle(before) is { Woman: false, Case: Oblique.Genitive } && AreManGenitive(words) && words.Any(static word => Ends(word, SurnameEndings));
        // "исключить представителя Вагифа Мирзоева": the noun before the name stands in the case that the name has
        sure |= words.Length > 1 && PersonNouns.Contains(LastWord(before)) && words.Any(static word => Ends(word, SurnameEndings));
        for (var i = 0; i < words.Length; i++)
        {
            var parts = words[i].Split('-');
            for (var j = 0; j < parts.Length; j++)
            {
                var made = Kinships.Any(kin => parts[j].EndsWith(kin, StringComparison.OrdinalIgnoreCase)) ? parts[j] : RussianEndings.Word(parts[j], shown);
                // without a patronymic the name may be from abroad: "г-на Дюма", "Виктор Яровой"
                if (!sure && !IsRussian(parts[j], made, shown) && !(i == 0 && RussianEndings.IsGivenAccusative(words, shown))) { form = null; return name; }
                parts[j] = made;
            }
            words[i] = string.Join('-', parts);
        }
        return string.Join(' ', words);
    }

    /// <summary>
    /// "Арутюняна Гагика (gagik.a@…)": a man's name that ends in -а or -я, of which the address spells at least one word, and spells it without the ending. Names from abroad are on no list.
    /// </summary>
    public static string? Spelled(string name, string? email)
    {
        if (email is null || !IsCyrillic(name) || name.Split(' ') is not { Length: 2 } words || !Array.TrueForAll(words, static word => word.Length > 3 && word[^1] is 'а' or 'я')) return null;
        var made = Array.ConvertAll(words, static word => RussianEndings.Word(word, new Form(false, Oblique.Genitive)));
        for (var i = 0; i < words.Length; i++)
        {
            if (made[i] == words[i]) return null;
            if (AddressAgreement.SpellsWhole(made[i], email)) return string.Join(' ', made);
        }
        return null;
    }

    /// <summary>A surname whose case its Russian ending shows, or a given name on the list.</summary>
    private static bool IsRussian(string word, string made, Form form) =>
        made != word ? Given.Contains(made) || Ends(word, SurnameEndings)
            // "Асель" keeps its form in every case
            : RussianEndings.IsInitial(word) || form is { Woman: true, Case: Oblique.Accusative } && word[^1] is not ('а' or 'я')
                || Indeclinable.Contains(word) || Kinships.Any(kin => word.EndsWith(kin, StringComparison.OrdinalIgnoreCase)) || word.EndsWith("ко", StringComparison.Ordinal)
                || form is { Woman: false, Case: Oblique.Genitive or Oblique.Accusative } && "уюоеэиы".Contains(word[^1], StringComparison.Ordinal) // "г-на Павла Чебану"
                || form is { Woman: true, Case: Oblique.Genitive } && "уюоеэ".Contains(word[^1], StringComparison.Ordinal)
                || form is { Woman: true } && word[^1] is 'ь' && !Given.Contains(word);

    private static bool Ends(string word, string[] endings) => endings.Any(ending => word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Нурланкызы", "Асан уулу": whose child somebody is keeps its form.</summary>
    private static readonly string[] Kinships = [.. LexiconFile.Words("declension", "kinship")];

    private static readonly HashSet<string> Given = new(LexiconFile.Words("declension", "given"), StringComparer.OrdinalIgnoreCase);
    /// <summary>A given name of a man or woman, in the nominative.</summary>
    public static bool IsGiven(string word) => Given.Contains(word);

    private static readonly HashSet<string> Indeclinable = new(LexiconFile.Words("declension", "indeclinable"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Endings that no name has in the nominative, whatever stands beside it.</summary>
    private static readonly string[] Obliques = [.. LexiconFile.Words("declension", "oblique")];
    private static readonly string[] SurnameEndings = [.. LexiconFile.Words("declension", "surnameEnding")];

    internal static bool IsCyrillic(string text) =>
        text.All(static c => c is >= '\u0400' and <= '\u04ff' || !char.IsLetter(c)) || char.IsBetween(text[0], '\u0400', '\u04ff') && text.AsSpan().ContainsAny('«', '"');

    /// <param name="told">True where a patronymic tells the case, the nominative too.</param>
    private static Form? ByPatronymic(string[] words, out bool told)
    {
        told = false;
        for (var i = words.Length - 1; i > 0 || i == words.Length - 1 && i >= 0; i--)
        {
            var word = words[i].ToLowerInvariant();
            foreach (var ending in Patronymics)
            {
                if (word.EndsWith(ending.Nominative, StringComparison.Ordinal)) { told = true; return null; }
                foreach (var (oblique, form) in ending.Oblique) if (word.EndsWith(oblique, StringComparison.Ordinal)) { told = true; return new Form(ending.Woman, form); }
            }
            if (i == 0) break;
        }
        return null;
    }

    private static readonly (string Nominative, bool Woman, (string, Oblique)[] Oblique)[] Patronymics =
        [.. LexiconFile.Words("declension", "patronymic").Select(static nominative => (nominative, nominative[^1] == 'а', nominative[^1] == 'а'
            ? new (string, Oblique)[]
            {
                (nominative[..^1] + "ы", Oblique.Genitive), (nominative[..^1] + "е", Oblique.Dative),
                (nominative[..^1] + "у", Oblique.Accusative), (nominative[..^1] + "ой", Oblique.Instrumental),
            }
            : [(nominative + "а", Oblique.Genitive), (nominative + "у", Oblique.Dative), (nominative + "ем", Oblique.Instrumental)]))];

    private static Form? ByTitle(ReadOnlySpan<char> before)
    {
        var last = LastWord(before);
        return Titles.TryGetValue(last, out var form) ? form : null;
    }

    private static string LastWord(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        var at = before.Length;
        while (at > 0 && (char.IsLetter(before[at - 1]) || before[at - 1] is '-' or '.')) at--;
        return before[at..].ToString();
    }

    /// <summary>Endings that no surname has in the nominative: -ского, -овой, -овым.</summary>
    private static Form? BySurname(string[] words)
    {
        if (words.Length < 2) return null;
        foreach (var word in words)
        {
            var lower = word.ToLowerInvariant();
            foreach (var (ending, form) in Surnames)
                if (lower.EndsWith(ending, StringComparison.Ordinal) && lower.Length > ending.Length + 1)
                    return form is { Woman: true, Case: Oblique.Genitive } ? ByGiven(words) is { Woman: true } given ? given : form : form;
        }
        return null;
    }

    /// <summary>"вместо Олега Смирнова" is a genitive, "зарегистрировать Айгуль Серикову" the accusative of a woman: the surname or the given name ends in -у or -ю.</summary>
    private static Form? ByVerb(string[] words, ReadOnlySpan<char> before)
    {
        if (words.Length < 2) return null;
        var last = LastWord(before);
        if (AccusativeLeads.Contains(last) && !words.Any(static word => Ends(word, WomanAccusative)) && RussianEndings.IsGivenAccusative(words, new Form(true, Oblique.Accusative))) return new Form(true, Oblique.Accusative);
        if (Leads.Contains(last) || Prepositions.Contains(last) && words.Any(static word => Ends(word, ManGenitive))) return new Form(null, Oblique.Genitive);
        if (!AccusativeLeads.Contains(last) && !PersonNouns.Contains(last) && !(IsGoverned(before) && (AreManGenitive(words) || words.Any(static word => Ends(word, WomanAccusative))))) return null;
        return words.Any(static word => Ends(word, WomanAccusative)) ? new Form(true, Oblique.Accusative) : new Form(false, Oblique.Accusative);
    }

    /// <summary>"Айгуль Сапарову": no name ends so in the nominative, and no man's whose given name shows no dative.</summary>
    private static Form? ByEnding(string[] words) =>
        words.Length > 1 && Array.Exists(words, static word => Ends(word, WomanAccusative)) && words.All(static word => Ends(word, WomanAccusative)
            || word[^1] is not ('у' or 'ю')) ? new Form(true, Oblique.Accusative) : null;

    /// <summary>A verb with an object stands before the name, and nothing between but the part or the meeting that somebody is named for, and those named before.</summary>
    private static bool IsGoverned(ReadOnlySpan<char> before)
    {
        // "Гульнару Омарову (o@…), а её заместителем …": an address in brackets is passed over
        while (before.LastIndexOf(')') is > 0 and var close && before[..close].LastIndexOf('(') is >= 0 and var open) before = string.Concat(before[..open].TrimEnd(), before[(close + 1)..]);
        for (var words = before[(before.LastIndexOfAny(Breaks) + 1)..].TrimEnd(); words.Length > 0;)
        {
            var start = words.LastIndexOfAny(' ', '\n') + 1;
            var word = words[start..].TrimEnd(',');
            if (AccusativeLeads.Contains(word.ToString())) return true;
            if (!Passed.Contains(word.ToString()) && !char.IsDigit(word.Length > 0 ? word[0] : 'x') && !(word.Length > 2 && char.IsUpper(word[0])
                && (word[^1] is 'а' or 'я' or 'у' or 'ю' or 'ь' || word[^1] is <= 'Z'))) return false;
            words = words[..start].TrimEnd();
        }
        return false;
    }

    /// <summary>"Бекзата", "Токтогулова", "уулу": each word may be a man's in the genitive, which "Нургуль Сыдыкова" shows not to be.</summary>
    private static bool IsManGenitive(string word) => word[^1] is 'а' or 'я' || Ends(word, Obliques) || Kinships.Any(kin => word.EndsWith(kin, StringComparison.OrdinalIgnoreCase));

    /// <summary>In "Асан уулу" the name of the father keeps its form, too.</summary>
    private static bool AreManGenitive(string[] words)
    {
        for (var i = 0; i < words.Length; i++) if (!IsManGenitive(words[i]) && !(i + 1 < words.Length && Kinships.Contains(words[i + 1], StringComparer.OrdinalIgnoreCase))) return false;
        return true;
    }

    private static readonly HashSet<string> Passed = new(LexiconFile.Words("declension", "passedOver"), StringComparer.OrdinalIgnoreCase);
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(".;:()«»—–");

    /// <summary>Whether a name still ends as none does in the nominative: "Айгуль Серикову", of whom nothing told the form on record.</summary>
    public static bool IsOblique(string name) => IsCyrillic(name) && name.Split(' ') is { Length: > 1 } words
        && (words.Any(static word => Ends(word, WomanAccusative)) || IsManGenitiveOnly(words[0]) || IsManGenitiveOnly(words[1]) || words.Any(static word => Ends(word, WomanGenitive)) && !words.Any(Given.Contains));

    /// <summary>"Павла": the genitive of a given name on the list, and no given name itself.</summary>
    private static bool IsManGenitiveOnly(string word) =>
        word.Length > 3 && word[^1] is 'а' or 'я' && !Given.Contains(word) && RussianEndings.Word(word, new Form(false, Oblique.Genitive)) is var made && made != word && Given.Contains(made);

    private static readonly HashSet<string> AccusativeLeads = new(LexiconFile.Words("declension", "accusativeLead"), StringComparer.OrdinalIgnoreCase);
    private static readonly string[] ManGenitive = ["ова", "ева", "ёва", "ина", "ына", "ского", "цкого"];
    private static readonly string[] WomanGenitive = ["овой", "евой", "ёвой"];
    private static readonly string[] WomanAccusative = RussianEndings.WomanAccusative;

    /// <summary>"Нину", "Павлом": a given name on the list in a case of its own, which is no other given name ("Александра" may be a woman's).</summary>
    private static Form? ByGiven(string[] words)
    {
        if (words.Length < 2) return null;
        foreach (var word in words.AsSpan(0, 2))
            if (!Given.Contains(word))
                foreach (var form in Cases) if (RussianEndings.Word(word, form) is var made && made != word && Given.Contains(made)) return form;
        return null;
    }

    private static readonly Form[] Cases = [.. from woman in (bool[])[true, false] from oblique in Enum.GetValues<Oblique>() where woman || oblique != Oblique.Accusative select new Form(woman, oblique)];

    private static readonly (string, Form)[] Surnames = [.. Forms("surname").Select(static pair => (pair.Key, pair.Value))];
}
