namespace JcaCop.Reading.Text;

/// <summary>Recognizes the fixed formula with which a letter ends.</summary>
internal static class ClosingFormula
{
    private static readonly IReadOnlyDictionary<string, Dictionary<string, string[]>> Lexicon = MailWords.Load("closings");
    private static readonly PhraseSet Formulas = MailWords.All(Lexicon, "formulas");
    private static readonly PhraseSet Courtesy = MailWords.All(Lexicon, "courtesy");
    private static readonly PhraseSet FirstHalf = MailWords.All(Lexicon, "firstHalf");
    private static readonly PhraseSet Diplomatic = MailWords.All(Lexicon, "diplomatic");
    private static readonly PhraseSet Postscript = MailWords.All(Lexicon, "postscript");
    private static readonly PhraseSet MadeAt = MailWords.All(Lexicon, "madeAt");
    private static readonly PhraseSet Addressee = MailWords.All(Lexicon, "addressee");
    private static readonly string[] Wishes = [.. Lexicon.Values.SelectMany(words => words["wish"])];
    private static readonly string[] SignOffs = [.. Lexicon.Values.SelectMany(words => words["signOff"]).Select(PhraseSet.Fold).Distinct().OrderByDescending(w => w.Length)];

    /// <summary>Longest rest of a line behind a formula: a name, "to all of you", the same formula in a second language.</summary>
    private const int LongestRest = 45;

    /// <summary>Reads a sentence as a formula.</summary>
    /// <param name="sentence">Folded.</param>
    public static Closing Read(ReadOnlySpan<char> sentence)
    {
        var folded = sentence.Trim(TrimmedSigns);
        if (folded.Length == 0) return Closing.None;
        var length = Formulas.PrefixLength(folded);
        if (length > 0)
        {
            var rest = folded[length..].Trim(TrimmedSigns);
            if (rest.Length == 0) return Closing.Whole;
            if (IsPlea(folded)) return Closing.None;
            if (rest.Length <= LongestRest && !rest.ContainsAnyInRange('0', '9') && IsRestOfFormula(folded, length, rest)) return new Closing(true, rest.ToString());
        }
        return folded.Length < 400 && Courtesy.Within(folded) && IsCourtesyAlone(sentence.TrimEnd()) ? Closing.Whole : Closing.None;
    }

    /// <summary>
    /// "Je vous prie d'agréer …" closes a letter, "Je vous prie d'inscrire …" asks for something: what is accepted, given or assured is a courtesy, and no number, address or other sentence stands beside it.
    /// A line that ends in a comma goes on.
    /// </summary>
    private static bool IsCourtesyAlone(ReadOnlySpan<char> line)
    {
        if (line.ContainsAnyInRange('0', '9') || line.Contains('@')) return false;
        var start = line.TrimEnd(TrimmedSigns).LastIndexOf(". ");
        while (start > 0 && IsShort(line, start)) start = line[..start].LastIndexOf(". "); // "Saludo a Uds. muy atentamente"
        if (start > 0 && !Courtesy.Within(line[(start + 2)..])) return false;
        return line[^1] is ',' or '،' or '，' || CourtesyNouns.Within(line);
    }

    /// <summary>A word of three letters or fewer before the point is an abbreviation.</summary>
    private static bool IsShort(ReadOnlySpan<char> line, int point)
    {
        var word = point;
        while (word > 0 && char.IsLetter(line[word - 1])) word--;
        return point - word is > 0 and <= 3;
    }

    private static readonly PhraseSet CourtesyNouns = MailWords.All(Lexicon, "courtesyNoun");

    /// <summary>"Merci de me rappeler", "merci d'annuler mon inscription": an infinitive asks for something; "merci de votre message" thanks.</summary>
    /// <param name="folded">Begins with the word of thanks.</param>
    public static bool IsPlea(ReadOnlySpan<char> folded)
    {
        folded = folded.TrimStart();
        if (!folded.StartsWith("merci d", StringComparison.Ordinal)) return false;
        var words = 0;
        foreach (var range in folded["merci ".Length..].SplitAny(" '’,.;:"))
        {
            var word = folded["merci ".Length..][range];
            if (word.IsEmpty) continue;
            if (++words > MostBeforeInfinitive || word is "votre" or "vos" or "notre" or "nos" or "la" or "le" or "les" or "cette" or "ce" or "ces" or "tout" or "avance") return false;
            if (words > 1 && word.Length > 3 && (word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("ir", StringComparison.Ordinal) || word.EndsWith("re", StringComparison.Ordinal))) return true;
        }
        return false;
    }

    /// <summary>"de bien vouloir nous le faire".</summary>
    private const int MostBeforeInfinitive = 5;

    private const string TrimmedSigns = " ,.!;:-–—،؛。，！…~*_\"'()";

    /// <summary>
    /// A name or a second formula; not the beginning of a sentence on the matter ("thank you for sending the list"). "Thanks" and
    /// "best" begin sentences too, so a rest without a comma or stroke before it must be short.
    /// </summary>
    private static bool IsRestOfFormula(ReadOnlySpan<char> folded, int length, ReadOnlySpan<char> rest)
    {
        var before = folded[length..].TrimStart();
        if (before.Length > 0 && before[0] is ',' or '/' or '|' or '،' or '，' or '-' or '–' or '\n') return Words(rest) <= 6;
        if (folded.ContainsAnyInRange('\u3400', '\u9fff')) return rest.Length <= (IsChineseWish(folded) ? 14 : 3) && !rest.ContainsAny("，。；：");
        return Words(rest) <= 4;
    }

    /// <summary>"I wish you …", "with …": what is wished follows freely, where "thanks" or "herewith" may begin a sentence on the matter.</summary>
    private static bool IsChineseWish(ReadOnlySpan<char> folded)
    {
        foreach (var wish in Wishes) if (folded.IndexOf(wish, StringComparison.Ordinal) is 0 or 1) return true;
        return false;
    }

    /// <summary>Holds the words of a courtesy that fills a sentence.</summary>
    public static bool IsCourtesy(ReadOnlySpan<char> folded) => Courtesy.Within(folded) && CourtesyNouns.Within(folded);

    /// <summary>First line of a formula of two lines (<c>此致</c>, then <c>敬礼</c>).</summary>
    /// <param name="folded">The whole line.</param>
    public static bool IsFirstHalf(ReadOnlySpan<char> folded) => FirstHalf.Is(folded.Trim(TrimmedSigns)) || FirstHalf.Is(folded.TrimEnd("，, "));

    /// <summary>The last sentence of a note verbale, which has no signer.</summary>
    public static bool IsDiplomatic(ReadOnlySpan<char> folded) => Diplomatic.Within(folded);

    /// <param name="line">The whole line, folded.</param>
    public static bool IsPostscript(ReadOnlySpan<char> line)
    {
        var folded = line[..Math.Min(line.Length, 40)].TrimEnd();
        var length = Postscript.PrefixLength(folded);
        if (length == 0) return false;
        var behind = folded[length..].TrimStart(" .");
        if (behind.Length > 0 && behind[0] is ':' or '-' or '–' or '：' or ',' or '，' or '、' or ')') return true;
        return length <= 5 && folded[0] < '\u2e80' && folded.Length > length && folded[length] is ' ' or '.';
    }

    /// <summary>"Fait à …, le …": the date line of an official form.</summary>
    public static bool IsFormalDate(ReadOnlySpan<char> folded) => MadeAt.PrefixLength(folded) > 0;

    /// <summary>Place and date alone: "Geneva, 4 December 2012", "Fait à Niamey, le 3 mars".</summary>
    /// <param name="folded">The whole line.</param>
    public static bool IsPlaceAndDate(ReadOnlySpan<char> folded)
    {
        if (folded.Length is 0 or > 80) return false;
        if (MadeAt.PrefixLength(folded) > 0 && folded.ContainsAnyInRange('0', '9')) return true;
        if (folded.Contains('@') || folded.Contains(':') || folded.Contains('+')) return false;
        return HasYear(folded) && Words(folded) <= 8;
    }

    private static bool HasYear(ReadOnlySpan<char> folded) => folded.ContainsAny("〇○年") ? folded.Contains('年') : TimeText.HasDate(folded);

    /// <summary>Names of the body written to: an address block below a note verbale is no signature.</summary>
    public static bool IsAddressee(ReadOnlySpan<char> folded) => Addressee.Within(folded);

    /// <summary>Name with a word of signing in one line: <c>洪美玲 谨启</c>, <c>(signed) A. Name</c>.</summary>
    /// <param name="line">Folded.</param>
    public static bool IsSignOff(ReadOnlySpan<char> line)
    {
        if (line.Length > 40) return false;
        var folded = line.Trim(TrimmedSigns);
        foreach (var word in SignOffs)
        {
            if (folded.Length <= word.Length) continue;
            if (word[0] > '\u2e80' && folded.EndsWith(word, StringComparison.Ordinal)) return word.Length > 1 || folded[^2] is ' ' or '\u3000';
            if (word[0] < '\u2e80' && folded.StartsWith(word, StringComparison.Ordinal) && !char.IsLetter(folded[word.Length])) return true;
        }
        return false;
    }

    public static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var letter = char.IsLetterOrDigit(c);
            if (letter && (!inside || c >= '\u3400' && c <= '\u9fff')) words++;
            inside = letter;
        }
        return words;
    }
}
