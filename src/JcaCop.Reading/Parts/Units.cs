using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Tells departments, registries and secretariats from the houses that they belong to.</summary>
/// <remarks>A unit signs mail, but a person that it announces stands for the house.</remarks>
internal static class Units
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("units").Select(entry => KeyValuePair.Create(entry.Phrase, entry.Language)));

    /// <summary>True where the noun that heads the name is that of a unit: at its beginning, in English and Chinese at its end too.</summary>
    public static bool IsUnit(string name)
    {
        if (IsOfficeOf(name)) return true;
        foreach (var hit in Index.FindAll(name))
        {
            if (hit.Start == 0) return true;
            if (hit.End >= name.Length && hit.Value is "en" or "zh") return true;
        }
        return false;
    }

    /// <summary>"Office of the EVC", "Cabinet du DG": whose office it is, is told by the letters of a post alone.</summary>
    private static bool IsOfficeOf(string name)
    {
        var blank = name.LastIndexOf(' ');
        return blank > 5 && name.Length - blank - 1 is >= 2 and <= 4 && name.AsSpan(blank + 1).IndexOfAnyExceptInRange('A', 'Z') < 0
            && Offices.Any(office => name.AsSpan(0, blank).Equals(office, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly IReadOnlyList<string> Offices = LexiconFile.Words("grammar", "officeOf");

    /// <summary>The house in a Chinese name that a unit ends: "…有限公司标准部". Null where the name is no such run.</summary>
    public static string? House(string name)
    {
        if (name.Length < 6 || !Folding.IsHan(name[^1])) return null;
        foreach (var end in Houses)
        {
            var at = name.LastIndexOf(end, StringComparison.Ordinal);
            if (at >= 2 && at + end.Length < name.Length && IsUnit(name)) return name[..(at + end.Length)];
        }
        return null;
    }

    private static readonly string[] Houses = [.. LexiconFile.Phrases("houses").Select(entry => entry.Phrase).OrderByDescending(phrase => phrase.Length)];
}
