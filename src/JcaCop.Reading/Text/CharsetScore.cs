using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Text;

/// <summary>How much a decoded text looks like something that people write.</summary>
internal static class CharsetScore
{
    private static readonly FrozenSet<char> CommonHan = MailWords.Load("charsets").Values.SelectMany(words => words["common"]).SelectMany(s => s).ToFrozenSet();
    private const string CommonCyrillic = "оеаинтсрвлкмдпуяыьОЕАИНТСРВЛКМДПУЯ";
    private const string CommonArabic = "اليمونرتبعدهةسفكقح";
    private const string Words = "àéèóáÀÉÓÁ";
    private const string Typographic = "’‘“”„–—…«»°ºª¿¡€•№\u00a0·§";

    /// <returns>Mean plausibility of the characters beyond ASCII, from below 0 to 1; 0 where there are none.</returns>
    public static double Of(ReadOnlySpan<char> text)
    {
        var sum = 0.0;
        var count = 0;
        var run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\u0080') { run = 0; continue; }
            count++;
            run = char.IsLetter(c) ? run + 1 : 0;
            sum += Points(c, i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ', run);
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double Points(char c, char before, char after, int run) => c switch
    {
        '\ufffd' => -2,
        < '\u00a0' => -2,
        _ when Typographic.Contains(c) => 0.8,
        >= '\u00c0' and <= '\u024f' => Latin(c, before, after, run),
        _ when c < '\u3000' && (char.IsAsciiLetter(before) || char.IsAsciiLetter(after)) => -0.3,
        >= '\u0400' and <= '\u04ff' => Cyrillic(c, before),
        >= '\u0600' and <= '\u06ff' => CommonArabic.Contains(c) ? 1 : c is '،' or '؛' or '؟' ? 1 : c is >= '\u0621' and <= '\u064a' ? 0.55 : 0.2,
        >= '\u4e00' and <= '\u9fff' when char.IsAsciiLetterLower(before) || char.IsAsciiLetterLower(after) => char.IsAsciiLetter(before) && char.IsAsciiLetter(after) ? -0.4 : 0.1,
        >= '\u4e00' and <= '\u9fff' => CommonHan.Contains(c) ? 1 : 0.45,
        >= '\u3040' and <= '\u30ff' => 0.85,
        >= '\u3000' and <= '\u303f' or >= '\uff01' and <= '\uff5e' => 0.9,
        >= '\uac00' and <= '\ud7a3' => 0.7,
        >= '\u0370' and <= '\u03ff' => 0.5,
        >= '\u0590' and <= '\u05ff' => 0.6,
        >= '\ue000' and <= '\uf8ff' => -1,
        _ => 0,
    };

    /// <summary>Accented letters stand alone or in pairs between plain ones, and are small unless they begin a word.</summary>
    private static double Latin(char c, char before, char after, int run)
    {
        if (run > 2 || c is '×' or '÷') return -0.3;
        var joined = char.IsAsciiLetter(before) || char.IsAsciiLetter(after);
        if (!joined && before is ' ' && after is ' ' && Words.Contains(c)) return 0.8;
        if (!joined) return before is ' ' ? 0.3 : -0.2;
        if (char.IsLower(c)) return c is 'þ' or 'ð' or 'ÿ' ? 0.4 : 0.95;
        return char.IsAsciiLetterLower(before) ? -0.5 : 0.8;
    }

    private static double Cyrillic(char c, char before)
    {
        if (char.IsUpper(c) && before >= '\u0400') return char.IsLower(before) ? -1 : 0.3;
        return CommonCyrillic.Contains(c) ? 1 : c is >= 'А' and <= 'я' or 'ё' or 'Ё' ? 0.6 : 0.4;
    }
}
