using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Finds countries by their names in six languages. What could be a person, a town or another country is rather not found.</summary>
public static class Countries
{
    /// <summary>The country that a cell or field names: its name, its ISO code, or a longer designation that names one country only.</summary>
    /// <param name="hint">A country that other evidence speaks for; settles names that several countries share.</param>
    /// <returns>ISO 3166-1 alpha-2; null where none or several are named.</returns>
    public static string? Parse(string cell, string? hint = null)
    {
        var folded = Folding.Plain(cell.Trim(' ', '.', ',', ';', ':', '\t', '\n', '،', '。', '(', ')', '（', '）')).Trim();
        if (folded.Length == 0) return null;
        if (CountryNames.Whole.TryGetValue(folded, out var name) || folded.StartsWith("the ", StringComparison.Ordinal) && CountryNames.Whole.TryGetValue(folded[4..], out name))
            return Resolve(name, hint);
        if (folded.Length == 2 && cell.Trim().All(char.IsAsciiLetterUpper) && CountryNames.ByTopLevelDomain.Values.Contains(cell.Trim())) return cell.Trim();
        var codes = Find(cell, hint).Select(mention => mention.Value).Distinct().Take(2).ToList();
        return codes.Count == 1 ? codes[0] : null;
    }

    /// <summary>All countries that a text names, in their order.</summary>
    public static List<Mention<string>> Find(string text, string? hint = null) => Find(text, Folding.Fold(text), hint);

    /// <param name="folded">The same text, folded before.</param>
    public static List<Mention<string>> Find(string text, FoldedText folded, string? hint = null)
    {
        List<Mention<string>> found = [];
        foreach (var hit in CountryNames.Index.FindLongest(folded))
        {
            if (!Capitalized(text, hit) || InAddress(text, hit.Start)) continue;
            if (hit.Value.Kind == CountryNameKind.Weak && !Introduced(text, hit)) continue;
            if ((hit.Value.Kind == CountryNameKind.Ambiguous && CountryNames.Pointed.TryGetValue(text.Substring(hit.Start, hit.Length), out var pointed) ? pointed : Resolve(hit.Value, hint)) is { } code)
                found.Add(new Mention<string>(code, hit.Start, hit.Length, hit.Value.Kind == CountryNameKind.Plain ? 0.95 : 0.8));
        }
        return found;
    }

    private static string? Resolve(CountryName name, string? hint) => name.Kind switch
    {
        CountryNameKind.NotACountry => null,
        CountryNameKind.Ambiguous => hint is not null && name.Code.Split(' ').Contains(hint) ? hint : null,
        _ => name.Code,
    };

    private static bool Capitalized(string text, PhraseHit<CountryName> hit)
    {
        var written = text.AsSpan(hit.Start, hit.Length);
        if (hit.Value.Capitals)
        {
            foreach (var c in written) if (char.IsLower(c)) return false;
            return true;
        }
        return !char.IsLower(written[0]);
    }

    /// <summary>"rue de France", "Immeuble Le Tchad": one of the two words before is that of a street or house.</summary>
    private static bool InAddress(string text, int start)
    {
        var at = start;
        for (var words = 0; words < 2; words++)
        {
            var end = at;
            while (end > 0 && text[end - 1] is ' ' or '.' or '\'' or '’' or '\u00a0') end--;
            var begin = end;
            while (begin > 0 && char.IsLetter(text[begin - 1]) && end - begin < 12) begin--;
            if (begin == end) return false;
            if (CountryNames.Streets.Contains(Folding.Plain(text[begin..end]))) return true;
            if (end - begin > 3 || char.IsDigit(text[begin])) return false;
            at = begin;
        }
        return false;
    }

    /// <summary>李多哥, 马里兰: inside a name a short country name means nothing.</summary>
    private static bool StandsApart(string text, PhraseHit<CountryName> hit) =>
        (hit.Start == 0 || !Folding.IsHan(text[hit.Start - 1]) || CountryNames.HanNeighbours.Contains(text[hit.Start - 1], StringComparison.Ordinal))
        && (hit.End >= text.Length || !Folding.IsHan(text[hit.End]) || CountryNames.HanNeighbours.Contains(text[hit.End], StringComparison.Ordinal));

    private static bool Introduced(string text, PhraseHit<CountryName> hit)
    {
        if (Folding.IsHan(text[hit.Start])) return StandsApart(text, hit);
        var after = hit.End;
        while (after < text.Length && text[after] is ' ' or '.') after++;
        var ends = after >= text.Length || text[after] is '\n' or ')' or ',' or ';' or '\t' or '،' or '）';
        if (HeadsAuthority(text, hit) || Acts(text, hit)) return true;
        var before = hit.Start - 1;
        while (before >= 0 && text[before] is ' ' or '\u00a0') before--;
        if (before < 0 || text[before] is '\n' or '\t' or ':') return ends;
        if (text[before] is ',' or '(' or '-' or '–' or '，' or '（' or '،') return ends;
        var end = before + 1;
        if (text[before] is '\'' or '’') before--;
        while (before >= 0 && char.IsLetter(text[before]) && end - before <= 20) before--;
        var word = Folding.Plain(text[(before + 1)..end]);
        return CountryNames.Introductions.Contains(word)
               || CountryNames.LooseIntroductions.Contains(word) && (ends || !NameFollows(text, hit.End));
    }

    /// <summary>"Malta Communications Authority" on a line of its own: the name begins what an authority is called.</summary>
    private static bool HeadsAuthority(string text, PhraseHit<CountryName> hit)
    {
        if (hit.Start > 0 && text[hit.Start - 1] != '\n' || hit.End + 2 >= text.Length || text[hit.End] != ' ' || !char.IsUpper(text[hit.End + 1])) return false;
        var rest = text.AsSpan(hit.End + 1, Math.Min(LongestAuthority, text.Length - hit.End - 1));
        if (rest.IndexOf(" - ") is >= 0 and var dash) rest = rest[..dash];
        if (rest.IndexOfAny(EndOfAuthority) is >= 0 and var end) rest = rest[..end];
        return RespondentWords.Says(rest.ToString(), RespondentWord.Authority);
    }

    private static readonly System.Buffers.SearchValues<char> EndOfAuthority = System.Buffers.SearchValues.Create(",;(|/–—\n");

    private const int LongestAuthority = 60;

    /// <summary>"Malta has no organization to propose": at the beginning of a sentence, before a verb, what no first name is.</summary>
    private static bool Acts(string text, PhraseHit<CountryName> hit)
    {
        if (hit.End + 1 >= text.Length || text[hit.End] != ' ' || !char.IsLower(text[hit.End + 1]) || CountryNames.FirstNames.Contains(Folding.Plain(text.Substring(hit.Start, hit.Length)))) return false;
        var before = hit.Start - 1;
        while (before >= 0 && text[before] is ' ' or '\u00a0') before--;
        if (before >= 0 && text[before] is not ('.' or '\n' or '!')) return false;
        var end = hit.End + 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return OrganizationNames.Stops.Contains(text.AsSpan(hit.End + 1, end - hit.End - 1));
    }

    /// <summary>"de Jordan Smith": another capital makes it a person.</summary>
    private static bool NameFollows(string text, int end) =>
        end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]);
}
