using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Text;

/// <summary>Whether a line could stand in a signature: short, no sentence, no list entry.</summary>
internal static class SignatureLine
{
    private const int Longest = 130;
    private static readonly System.Buffers.SearchValues<char> NoName = System.Buffers.SearchValues.Create("@:：?!？！。;；=|");


    public static bool MayBe(BodyLine line) => line.Content.Length <= Longest && !line.IsSentence;

    public static bool IsSentence(ReadOnlySpan<char> content)
    {
        if (content.IsEmpty) return false;
        var words = ClosingFormula.Words(content);
        var han = content.ContainsAnyInRange('\u3400', '\u9fff');
        if (content[^1] is '?' or '؟' or '？') return true;
        var stops = content[^1] is '.' or '!' or '。' or '！' or ';' or '；';
        if (han) return stops && words > 12 || (words > 24 && content.ContainsAny("，。；"));
        return stops && (words > 6 || (words >= 3 && EndsInVerb(content))) || words > 16;
    }

    /// <summary>A short line with a full stop is a sentence where its last word is a small one of some length; posts and names end in capitals or abbreviations.</summary>
    private static bool EndsInVerb(ReadOnlySpan<char> content)
    {
        var word = content.TrimEnd(".!;؛ ");
        word = word[(word.LastIndexOf(' ') + 1)..];
        return word.Length > 3 && (char.IsLower(word[0]) || (Folding.IsArabic(word[0]) && ClosingFormula.Words(content) >= 4));
    }

    /// <summary>Ends as a paragraph of prose does; a heading, a list's lead-in or an entry does not.</summary>
    public static bool EndsProse(ReadOnlySpan<char> content)
    {
        content = content.TrimEnd(")\"'”»’*]} \u00a0");
        return !content.IsEmpty && content[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '…' or '；' || content.EndsWith(":)", StringComparison.Ordinal);
    }

    /// <summary>A person's or an office's name: few words, no figures, none that ends a sentence.</summary>
    public static bool LooksLikeName(ReadOnlySpan<char> content)
    {
        if (content.Length is 0 or > 60 || content.ContainsAny(NoName) || content.ContainsAnyInRange('0', '9')) return false;
        if (content[0] is '-' or '•' or '*' or '–' or '(' or '/' || content[^1] is ',' or '،' or '，' && content.Length > 45) return false;
        var words = 0;
        var capital = 0;
        foreach (var range in content.Split(' '))
        {
            var word = content[range].Trim(",.()\"'«»");
            if (word.IsEmpty) continue;
            words++;
            if (char.IsUpper(word[0]) || !char.IsLower(word[0]) || word.Length <= 3) capital++;
        }
        if (Folding.IsHan(content[0])) return content.Length <= 24;
        return words is >= 1 and <= 6 && capital * 3 >= words * 2 && !(content[^1] == '.' && words > 3);
    }
}
