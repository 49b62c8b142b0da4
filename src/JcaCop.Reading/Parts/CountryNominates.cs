using System.Buffers;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>"The United Kingdom nominates: Organization: X": whoever a country puts forward does not write the mail, though the form with its name stands where a signature would.</summary>
internal static class CountryNominates
{
    /// <summary>"has the honour to": what stands between the country and its verb. UTF-16 units.</summary>
    private const int LongestGap = 48;

    /// <summary>Ends what says who acts: stops, and the number of the circular that is answered.</summary>
    private const string Ends = ".;:,\n،。，：；0123456789";

    private static readonly SearchValues<char> Stops = SearchValues.Create(".;:。；：");
    private static readonly SearchValues<char> Commas = SearchValues.Create(",،，");

    private static readonly string[] Articles = ["the", "la", "le", "les", "l'", "l’", "el", "los", "las"];

    /// <summary>"Our country nominates", 我国提名: it is no name, and puts forward all the same.</summary>
    private static readonly PhraseIndex<bool> Ours = new(LexiconFile.Words("grammar", "ourCountry").Select(static words => KeyValuePair.Create(words, true)));

    /// <param name="text">The new words of the mail with what stands below them.</param>
    /// <param name="opening">Their beginning.</param>
    /// <returns>True where the name is told once, behind the verb by which a country, or somebody in its name, puts it forward.</returns>
    public static bool Puts(string name, string text, string opening)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        // Told once more it may be a signature.
        if (at < 0 || text.IndexOf(name, at + 1, StringComparison.Ordinal) >= 0) return false;
        var start = opening.IndexOf(name, StringComparison.Ordinal);
        var marked = new MarkedText(opening);
        var countries = Countries.Find(opening);
        countries.AddRange(Ours.FindAll(marked.Folded).Select(hit => new Mention<string>(opening.Substring(hit.Start, hit.Length), hit.Start, hit.Length, 1)));
        foreach (var verb in marked.Within(Word.Nominate, 0, start < 0 ? opening.Length : start))
            if ((verb.Length > 3 || Folding.IsHan(opening[verb.Start])) && countries.Exists(country => Acts(opening, country, verb.Start, verb.End))) return true;
        return false;
    }

    private static bool Acts(string text, Mention<string> country, int verb, int end)
    {
        // "ترشح مصر": the verb comes first.
        if (text[verb] is >= '\u0600' and <= '\u06ff' && country.Start >= end) return string.IsNullOrWhiteSpace(text[end..country.Start]);
        if (country.End > verb || verb - country.End > LongestGap) return false;
        var between = text.AsSpan(country.End, verb - country.End);
        var lead = Lead(text, country.Start);
        var inItsName = RespondentWords.Says(lead, RespondentWord.Authority);
        return !between.ContainsAny(Stops) && !between.Contains("\n\n", StringComparison.Ordinal)
            && (inItsName || !between.ContainsAny(Commas) && (lead.Length == 0 || Articles.Contains(lead, StringComparer.OrdinalIgnoreCase) || IsOfNumber(text, lead, country.Start)));
    }

    /// <summary>"Циркуляр 313 БСЭ Армения выдвигает": the one word behind the number of the circular names whose it is.</summary>
    private static bool IsOfNumber(string text, string lead, int country) =>
        lead.Length <= LongestAcronym && lead.All(char.IsUpper) && text.AsSpan(0, country).TrimEnd()[..^lead.Length].TrimEnd() is [.., >= '0' and <= '9'];

    private const int LongestAcronym = 4;

    /// <summary>What says before the country's name who acts for it.</summary>
    private static string Lead(string text, int country)
    {
        var from = country;
        while (from > 0 && !Ends.Contains(text[from - 1], StringComparison.Ordinal)) from--;
        return text[from..country].Trim();
    }
}
