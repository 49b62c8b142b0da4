namespace JcaCop.Reading.Text;

/// <summary>Letters by script and small words by language, as counted in a text.</summary>
internal sealed class LanguageEvidence
{
    private enum Script { Latin, Cyrillic, Arabic, Han, Kana, Hangul, Greek, Hebrew, Thai, Devanagari, Armenian, Georgian, Ethiopic }

    private const int Longest = 20_000;
    private const int LongestWord = 24;
    private static readonly int Scripts = Enum.GetValues<Script>().Length;

    private readonly double[] letters = new double[Scripts];
    private readonly double[] words = new double[LanguageTable.Codes.Length];
    private double latinWords;
    private double smallLatinWords;

    public static LanguageEvidence Of(string text)
    {
        var evidence = new LanguageEvidence();
        var rest = text.AsSpan(0, Math.Min(text.Length, Longest));
        for (var at = 0; at < rest.Length;)
        {
            while (at < rest.Length && Blanks.IsBlank(rest[at])) at++;
            var end = at;
            while (end < rest.Length && !Blanks.IsBlank(rest[end])) end++;
            if (end > at) evidence.Token(rest[at..end]);
            at = end;
        }
        return evidence;
    }

    public LanguageEvidence With(LanguageEvidence other, double share)
    {
        var sum = new LanguageEvidence { latinWords = latinWords + share * other.latinWords, smallLatinWords = smallLatinWords + share * other.smallLatinWords };
        for (var i = 0; i < letters.Length; i++) sum.letters[i] = letters[i] + share * other.letters[i];
        for (var i = 0; i < words.Length; i++) sum.words[i] = words[i] + share * other.words[i];
        return sum;
    }

    /// <summary>The same with the words of very short replies.</summary>
    public LanguageEvidence WithBrief(string text)
    {
        var sum = With(new LanguageEvidence(), 0);
        foreach (var (language, weight) in BriefReply.Words(text))
            if (IndexOf(language) is >= 0 and var index) sum.words[index] += weight; // Chinese is told by its script, not by words
        return sum;
    }

    /// <param name="strength">About the number of small words that speak for the answer; a few characters of a script of its own count too.</param>
    /// <returns>Null where nothing speaks for any language.</returns>
    public string? Best(out double strength)
    {
        var (script, most) = Prevailing();
        strength = script == Script.Latin ? 0 : most / 6;
        return script switch
        {
            Script.Latin => BestOf(LatinCodes, ref strength),
            Script.Cyrillic => Plainly(BestOf(CyrillicCodes, ref strength), "ru"),
            Script.Arabic => Plainly(BestOf(ArabicCodes, ref strength), "ar"),
            Script.Han or Script.Kana => letters[(int)Script.Kana] > 0.08 * letters[(int)Script.Han] && letters[(int)Script.Kana] > 3 ? "ja" : "zh",
            Script.Hangul => "ko",
            Script.Greek => "el",
            Script.Hebrew => "he",
            Script.Thai => "th",
            Script.Devanagari => "hi",
            Script.Armenian => "hy",
            Script.Georgian => "ka",
            _ => "am",
        };
    }

    /// <summary>The script in which the text is written; null for Latin letters, which addresses, numbers of circulars and names have everywhere, and where there are none.</summary>
    public int? Written => Prevailing() is { Letters: > 0, Script: not Script.Latin } prevailing ? (int)prevailing.Script : null;

    /// <summary>A few small words that one language has and hardly any other: the sentence is short, and no doubt is left.</summary>
    public bool IsPlain
    {
        get
        {
            if (Written is not null) return false;
            var scores = LatinCodes.Select(code => words[IndexOf(code)]).OrderDescending().Take(2).ToList();
            return scores[0] >= 1 && scores[0] >= 1.5 * scores[1];
        }
    }

    private (Script Script, double Letters) Prevailing()
    {
        var script = Script.Latin;
        var most = letters[(int)Script.Latin] * Math.Clamp(latinWords < 1 ? 0.2 : smallLatinWords / latinWords / 0.22, 0.12, 1);
        for (var s = 1; s < Scripts; s++)
        {
            var weighed = letters[s] * Weight((Script)s);
            if (weighed <= most) continue;
            (script, most) = ((Script)s, weighed);
        }
        return (script, most);
    }

    private static readonly string[] CyrillicCodes = ["ru", "uk", "bg", "sr", "be", "kk"];
    private static readonly string[] ArabicCodes = ["ar", "fa", "ur"];

    /// <summary>Of languages for which as much speaks, one of the six is told.</summary>
    private static readonly string[] LatinCodes = [.. LanguageTable.Codes.Except(CyrillicCodes).Except(ArabicCodes).OrderBy(static code => !Lexicons.LexiconFile.Languages.Contains(code))];

    /// <summary>One small word that a neighbouring language has too does not outweigh the language of the six that is written in the script.</summary>
    private string Plainly(string? best, string usual) => best is not null && words[IndexOf(best)] > OneWord ? best : usual;

    private const double OneWord = 1;

    private string? BestOf(string[] codes, ref double strength)
    {
        string? best = null;
        var most = 0.0;
        foreach (var code in codes)
        {
            var score = words[IndexOf(code)];
            if (score <= most) continue;
            (best, most) = (code, score);
        }
        strength += most;
        return best;
    }

    /// <summary>A Han character says what two or three letters do; a Hangul syllable about two.</summary>
    private static double Weight(Script script) => script switch { Script.Han => 2.5, Script.Kana or Script.Hangul => 2, _ => 1.1 };

    /// <summary>Addresses of mail and web are of no language; where no blanks part words, what stands around them is.</summary>
    private void Token(ReadOnlySpan<char> token)
    {
        while (Address(token) is >= 0 and var mark)
        {
            var (start, end) = (mark, mark);
            while (start > 0 && char.IsAscii(token[start - 1])) start--;
            while (end < token.Length && char.IsAscii(token[end])) end++;
            Words(token[..start]);
            token = token[end..];
        }
        if (!token.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) Words(token);
    }

    /// <summary>Where the mark of the first address stands; negative where there is none.</summary>
    private static int Address(ReadOnlySpan<char> token)
    {
        if (token.IndexOfAny('@', ':') < 0) return -1;
        var (mail, web) = (token.IndexOf('@'), token.IndexOf("://", StringComparison.Ordinal));
        return mail < 0 || web >= 0 && web < mail ? web : mail;
    }

    private void Words(ReadOnlySpan<char> token)
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        var ascii = 0;
        for (var i = 0; i < token.Length; i++)
        {
            var c = token[i];
            if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z') ascii++;
            else if (char.IsLetter(c) || c is >= '\u0300' and <= '\u036f') Letter(c);
            else
            {
                if (length > 0) Word(word[..Math.Min(length, LongestWord)], length);
                length = 0;
                // "17-й", "3-го": the ending of a number is no word
                if (c is '-' or '‑' && i > 0 && char.IsAsciiDigit(token[i - 1]))
                    while (i + 1 < token.Length && token[i + 1] is >= 'а' and <= 'я' or >= 'А' and <= 'Я') Letter(token[++i]);
                continue;
            }
            if (length < LongestWord) word[length] = Lexicons.Folding.Lower(c);
            length++;
        }
        letters[(int)Script.Latin] += ascii;
        if (length > 0) Word(word[..Math.Min(length, LongestWord)], length);
    }

    private void Word(ReadOnlySpan<char> word, int length)
    {
        if (length > LongestWord) return;
        var latin = word[0] < '\u0250';
        if (latin && length > 1) latinWords++;
        var languages = LanguageTable.LanguagesOf(word);
        if (languages.IsEmpty) return;
        if (latin) smallLatinWords++;
        var weight = (length == 1 ? 0.5 : 1) / (0.5 + 0.5 * languages.Length);
        foreach (var language in languages) words[language] += weight;
    }

    private void Letter(char c)
    {
        if (c < '\u0250' || c is >= '\u1e00' and <= '\u1eff') { letters[(int)Script.Latin]++; Telling(c); return; }
        Script? script = c switch
        {
            >= '\u0400' and <= '\u052f' => Script.Cyrillic,
            >= '\u0600' and <= '\u06ff' or >= '\u0750' and <= '\u077f' or >= '\ufb50' and <= '\ufdff' or >= '\ufe70' and <= '\ufefc' => Script.Arabic,
            >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' => Script.Han,
            >= '\u3040' and <= '\u30ff' => Script.Kana,
            >= '\uac00' and <= '\ud7a3' => Script.Hangul,
            >= '\u0370' and <= '\u03ff' => Script.Greek,
            >= '\u0590' and <= '\u05ff' => Script.Hebrew,
            >= '\u0e00' and <= '\u0e7f' => Script.Thai,
            >= '\u0900' and <= '\u097f' => Script.Devanagari,
            >= '\u0530' and <= '\u058f' => Script.Armenian,
            >= '\u10a0' and <= '\u10ff' => Script.Georgian,
            >= '\u1200' and <= '\u137f' => Script.Ethiopic,
            _ => null,
        };
        if (script is not { } found) return;
        letters[(int)found]++;
        Telling(c);
    }

    /// <summary>Letters that only one language has speak for it.</summary>
    private void Telling(char c)
    {
        var language = c < TellingLetters.Length ? TellingLetters[c] : c is >= '\u1ea0' and <= '\u1ef9' ? Vietnamese : (sbyte)-1;
        if (language >= 0) words[language] += 0.3;
    }

    private static readonly sbyte Vietnamese = IndexOf("vi");

    /// <summary>For each letter of the scripts that several languages write, the language that alone has it; -1 for the others.</summary>
    private static readonly sbyte[] TellingLetters = [.. Enumerable.Range(0, 0x700).Select(code => LanguageOf((char)code) is { } language ? IndexOf(language) : (sbyte)-1)];

    private static sbyte IndexOf(string code) => (sbyte)Array.BinarySearch(LanguageTable.Codes, code, StringComparer.Ordinal);

    private static string? LanguageOf(char letter) => letter switch
    {
        'ñ' or '¿' or '¡' => "es",
        'ß' => "de",
        'ã' or 'õ' => "pt",
        'œ' or 'ù' or 'ê' => "fr",
        'ł' or 'ż' or 'ś' or 'ą' or 'ę' => "pl",
        'ğ' or 'ı' or 'ş' => "tr",
        'ț' or 'ă' => "ro",
        'ř' or 'ě' or 'ů' => "cs",
        'ő' or 'ű' => "hu",
        'ї' or 'є' or 'ґ' => "uk",
        'ў' => "be",
        'ћ' or 'ђ' or 'љ' or 'њ' or 'ј' => "sr",
        'ы' or 'э' or 'ё' => "ru",
        'ә' or 'қ' or 'ң' or 'ғ' or 'ұ' => "kk",
        'پ' or 'چ' or 'ژ' or 'گ' => "fa",
        'ٹ' or 'ڈ' or 'ڑ' or 'ے' or 'ں' => "ur",
        'ة' or 'ى' or 'ي' or 'ك' => "ar",
        _ => null,
    };
}
