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
    private static readonly string[] SignOffs = [.. Lexicon.Values.SelectMany(words => words["signOff"]).Select(PhraseSet.Fold).Distinct().OrderByDescending(w => w.Length)];

    /// <summary>Longest rest of a line behind a formula: a name, "to all of you", the same formula in a second language.</summary>
    private const int LongestRest = 45;

    /// <summary>Whether a sentence is a formula.</summary>
    /// <param name="rest">What follows it in the same sentence: often the name of the signer.</param>
    public static bool Is(string sentence, out string rest)
    {
        rest = "";
        var folded = PhraseSet.Fold(sentence).AsSpan().Trim(TrimmedSigns).ToString();
        if (folded.Length == 0) return false;
        var length = Formulas.PrefixLength(folded);
        if (length > 0)
        {
            rest = folded.AsSpan(length).Trim(TrimmedSigns).ToString();
            if (rest.Length == 0) return true;
            if (rest.Length <= LongestRest && !rest.AsSpan().ContainsAnyInRange('0', '9') && IsRestOfFormula(folded, length, rest)) return true;
        }
        rest = "";
        return folded.Length < 400 && Courtesy.Within(folded);
    }

    private const string TrimmedSigns = " ,.!;:-–—،؛。，！…~*_\"'()";

    /// <summary>
    /// A name or a second formula; not the beginning of a sentence on the matter ("thank you for sending the list"). "Thanks" and
    /// "best" begin sentences too, so a rest without a comma or stroke before it must be short.
    /// </summary>
    private static bool IsRestOfFormula(string folded, int length, string rest)
    {
        var before = folded.AsSpan(length).TrimStart();
        if (before.Length > 0 && before[0] is ',' or '/' or '|' or '،' or '，' or '-' or '–' or '\n') return Words(rest) <= 6;
        if (folded.AsSpan().ContainsAnyInRange('\u3400', '\u9fff')) return rest.Length <= (IsChineseWish(folded) ? 14 : 3) && !rest.AsSpan().ContainsAny("，。；：");
        return Words(rest) <= 4;
    }

    /// <summary>"I wish you …", "with …": what is wished follows freely, where "thanks" or "herewith" may begin a sentence on the matter.</summary>
    private static bool IsChineseWish(string folded) => folded[..Math.Min(2, folded.Length)].AsSpan().ContainsAny("祝顺順颂頌") || folded.StartsWith("致以", StringComparison.Ordinal);

    /// <summary>First line of a formula of two lines (<c>此致</c>, then <c>敬礼</c>).</summary>
    public static bool IsFirstHalf(string line) => FirstHalf.Is(PhraseSet.Fold(line).AsSpan().Trim(TrimmedSigns)) || FirstHalf.Is(PhraseSet.Fold(line).TrimEnd('，', ',', ' '));

    /// <summary>The last sentence of a note verbale, which has no signer.</summary>
    public static bool IsDiplomatic(string sentence) => Diplomatic.Within(PhraseSet.Fold(sentence));

    public static bool IsPostscript(ReadOnlySpan<char> content)
    {
        var folded = PhraseSet.Fold(content[..Math.Min(content.Length, 40)].ToString());
        var length = Postscript.PrefixLength(folded);
        if (length == 0) return false;
        var behind = folded.AsSpan(length).TrimStart(" .");
        if (behind.Length > 0 && behind[0] is ':' or '-' or '–' or '：' or ',' or '，' or '、' or ')') return true;
        return length <= 5 && folded[0] < '\u2e80' && folded.Length > length && folded[length] is ' ' or '.';
    }

    /// <summary>"Fait à …, le …": the date line of an official form.</summary>
    public static bool IsFormalDate(ReadOnlySpan<char> content) => MadeAt.PrefixLength(PhraseSet.Fold(content.ToString())) > 0;

    /// <summary>Place and date alone: "Geneva, 4 December 2012", "Fait à Niamey, le 3 mars".</summary>
    public static bool IsPlaceAndDate(ReadOnlySpan<char> content)
    {
        if (content.Length is 0 or > 80) return false;
        var folded = PhraseSet.Fold(content.ToString());
        if (MadeAt.PrefixLength(folded) > 0 && folded.AsSpan().ContainsAnyInRange('0', '9')) return true;
        if (folded.Contains('@') || folded.Contains(':') || folded.Contains('+')) return false;
        return HasYear(folded) && Words(folded) <= 8;
    }

    private static bool HasYear(string folded)
    {
        if (folded.AsSpan().ContainsAny("〇○年")) return folded.Contains('年');
        return TimeText.HasDate(Digits(folded));
    }

    private static string Digits(string folded) => string.Create(folded.Length, folded, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++) to[i] = from[i] is >= '٠' and <= '٩' ? (char)('0' + from[i] - '٠') : from[i];
    });

    /// <summary>Names of the body written to: an address block below a note verbale is no signature.</summary>
    public static bool IsAddressee(ReadOnlySpan<char> content) => Addressee.Within(PhraseSet.Fold(content.ToString()));

    /// <summary>Name with a word of signing in one line: <c>洪美玲 谨启</c>, <c>(signed) A. Name</c>.</summary>
    public static bool IsSignOff(ReadOnlySpan<char> content)
    {
        if (content.Length > 40) return false;
        var folded = PhraseSet.Fold(content.ToString()).AsSpan().Trim(TrimmedSigns);
        foreach (var word in SignOffs)
        {
            if (folded.Length <= word.Length) continue;
            if (word[0] > '\u2e80' && folded.EndsWith(word, StringComparison.Ordinal)) return word.Length > 1 || folded[^2] is ' ' or '\u3000';
            if (word[0] < '\u2e80' && folded.StartsWith(word, StringComparison.Ordinal) && !char.IsLetter(folded[word.Length])) return true;
        }
        return false;
    }

    internal static int Words(ReadOnlySpan<char> text)
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
