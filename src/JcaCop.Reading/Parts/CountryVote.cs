using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Weighs what speaks for the country of a respondent: the domain, names in the signature and text, telephone numbers.</summary>
internal sealed class CountryVote
{
    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create(".,;:!?\n،؛");

    /// <summary>"The Jordanian Foundation": part of what the name of the country beside it would weigh.</summary>
    private const double Adjective = 0.4;

    private const double City = 1;

    private readonly Dictionary<string, double> weights = [];

    /// <summary>A mission abroad is speaking: what tells of its host country counts for little.</summary>
    public bool Mission { get; set; }

    public void Add(string country, double weight) => weights[country] = weights.GetValueOrDefault(country) + weight;

    public void Domain(string domain)
    {
        if (CountryOrigin.OfDomain(domain) is not var (country, confidence)) return;
        var weight = confidence switch { >= 0.95 => 6.0, >= 0.8 => 3.5, >= 0.5 => 1.5, _ => 0.5 };
        Add(country, Mission && confidence < 0.95 ? weight * 0.15 : weight);
    }

    public void Phone(string phone)
    {
        if (CountryOrigin.OfPhone(phone) is { } country) Add(country, Mission ? 0.2 : 1.5);
    }

    /// <param name="plain">Weight of a name with no word of authority beside it.</param>
    public void Names(string text, double plain, double beside)
    {
        if (text.Length > 0) Names(text, Folding.Fold(text), plain, beside);
    }

    /// <param name="folded">The same text, folded before.</param>
    public void Names(string text, FoldedText folded, double plain, double beside)
    {
        var names = Countries.Find(text, folded, Leading);
        var adjectives = CountryPlaces.Adjectives(folded);
        if (names.Count == 0 && adjectives.Count == 0) return;
        var words = RespondentWords.Index.FindAll(folded);
        var spent = new HashSet<(string, bool)>();
        foreach (var adjective in adjectives)
            if (words.Exists(word => word.Value is RespondentWord.Authority && Qualifies(text, word, adjective)) && spent.Add((adjective.Value, true))) Add(adjective.Value, beside * Adjective);
        foreach (var name in names)
        {
            var official = words.Exists(word => word.Value is RespondentWord.Authority or RespondentWord.Mission && Beside(text, word, name));
            if (spent.Add((name.Value, official))) Add(name.Value, (official ? beside : plain) * name.Confidence);
        }
    }

    /// <summary>Cities in a signature. Where a mission speaks they are those of its host.</summary>
    public void Cities(string signature, FoldedText folded)
    {
        if (signature.Length == 0 || Mission) return;
        foreach (var country in CountryPlaces.Cities(signature, folded).Distinct()) Add(country, City);
    }

    /// <summary>The country that leads; settles names that several share.</summary>
    public string? Leading => weights.Count == 0 ? null : weights.MaxBy(pair => pair.Value).Key;

    /// <returns>The country with enough weight and a clear lead; null otherwise.</returns>
    public string? Winner
    {
        get
        {
            if (Leading is not { } first) return null;
            var second = weights.Where(pair => pair.Key != first).Select(pair => pair.Value).DefaultIfEmpty(0).Max();
            return weights[first] >= 0.75 && weights[first] >= second * 1.25 ? first : null;
        }
    }

    /// <summary>"Observatoire suisse", الهيئة الوطنية الصومالية: in one name with the word for the organization.</summary>
    private static bool Qualifies(string text, PhraseHit<RespondentWord> word, PhraseHit<string> adjective)
    {
        var (from, to) = word.End <= adjective.Start ? (word.End, adjective.Start) : (adjective.End, word.Start);
        return from <= to && to - from <= 24 && text.AsSpan(from, to - from).IndexOfAny(NameEnds) < 0;
    }

    /// <summary>"Ministry of Communications of Kenya", "Kenya Communications Authority": near, in one sentence.</summary>
    private static bool Beside(string text, PhraseHit<RespondentWord> word, Mention<string> name)
    {
        var (from, to) = word.End <= name.Start ? (word.End, name.Start) : (name.End, word.Start);
        var most = word.End <= name.Start ? 70 : Folding.IsHan(text[name.Start]) ? 14 : 30;
        if (from > to || to - from > most) return false;
        var gap = text.AsSpan(from, to - from);
        if (gap.IndexOfAny(";!?。；") >= 0) return false;
        // a line end inside wrapped prose parts nothing; that of a short line does
        var line = gap.IndexOf('\n');
        return line < 0 || from + line - text.LastIndexOf('\n', Math.Max(0, from - 1)) > 50 && gap[(line + 1)..].IndexOf('\n') < 0;
    }
}
