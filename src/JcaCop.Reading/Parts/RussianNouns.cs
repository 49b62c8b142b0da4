using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Gives Russian posts and names of houses in the nominative: the noun that heads them, and the adjectives before it.</summary>
internal static class RussianNouns
{
    /// <summary>"старшего научного сотрудника": the adjectives and the noun that head a post, in the case of the person.</summary>
    public static string Post(string post, RussianNominative.Oblique form)
    {
        var words = post.Split(' ');
        for (var i = 0; i < words.Length && i < MostAdjectives; i++)
        {
            var word = words[i];
            if (word.Length < 4 || !RussianNominative.IsCyrillic(word) || char.IsPunctuation(word[^1])) return post;
            if (Adjective(word, Gender.Man) is { } adjective && i + 1 < words.Length) { words[i] = adjective; continue; }
            var noun = RussianEndings.Word(word, new RussianNominative.Form(form == RussianNominative.Oblique.Accusative && word[^1] is 'у' or 'ю' ? true : null, form));
            if (noun == word) return post;
            words[i] = noun;
            return string.Join(' ', words);
        }
        return post;
    }

    private const int MostAdjectives = 4;

    private enum Gender { Man, Woman, Neuter }

    /// <summary>"Государственным агентством …", "Общественную организацию …": the adjectives before the noun that heads the name, and the noun.</summary>
    public static string House(string name)
    {
        if (name.Length < 5 || !RussianNominative.IsCyrillic(name)) return name;
        var words = name.Split(' ');
        for (var i = 0; i < words.Length && i <= MostAdjectives; i++)
        {
            if (Head(words[i]) is { } noun)
            {
                var gender = noun[^1] switch { 'о' or 'е' => Gender.Neuter, 'а' or 'я' => Gender.Woman, _ => Gender.Man };
                for (var j = 0; j < i; j++)
                {
                    if (Adjective(words[j], gender) is not { } adjective) return name;
                    words[j] = adjective;
                }
                words[i] = noun;
                return string.Join(' ', words);
            }
            if (Adjective(words[i], Gender.Man) is null) return name;
        }
        return name;
    }

    private static readonly (string Oblique, string Nominative)[] Heads =
        [.. LexiconFile.Words("grammar", "obliqueHead").Concat(LexiconFile.Words("declension", "head")).Select(static pair => pair.Split('/')).Select(static pair => (pair[0], pair[1]))];

    private static string? Head(string word)
    {
        foreach (var (oblique, nominative) in Heads)
            if (word.EndsWith(oblique, StringComparison.OrdinalIgnoreCase) && (word.Length > oblique.Length + 1 || oblique.Length > 3))
                return RussianEndings.Cased(word, word[..^oblique.Length] + nominative);
        return null;
    }

    private static string? Adjective(string word, Gender gender)
    {
        var lower = word.ToLowerInvariant();
        foreach (var (ending, soft) in AdjectiveEndings)
        {
            if (!lower.EndsWith(ending, StringComparison.Ordinal) || lower.Length < ending.Length + 3) continue;
            var stem = lower[..^ending.Length];
            var softened = soft || stem[^1] is 'к' or 'г' or 'х' or 'ж' or 'ш' or 'щ' or 'ч';
            return RussianEndings.Cased(word, stem + gender switch
            {
                Gender.Woman => soft && stem[^1] is 'н' ? "яя" : "ая",
                Gender.Neuter => soft ? "ее" : "ое",
                _ => softened ? "ий" : "ый",
            });
        }
        return null;
    }

    /// <summary>Endings of adjectives outside the nominative; true for those of soft stems.</summary>
    private static readonly (string Ending, bool Soft)[] AdjectiveEndings =
        [("ого", false), ("его", true), ("ому", false), ("ему", true), ("ым", false), ("им", true), ("ой", false), ("ей", true), ("ую", false), ("юю", true)];
}
