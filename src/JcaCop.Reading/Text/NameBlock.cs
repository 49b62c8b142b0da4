namespace JcaCop.Reading.Text;

/// <summary>Finds a signature that no formula announces: name, post and office below the last paragraph.</summary>
internal static class NameBlock
{
    private const int MostLines = 10;

    /// <returns>The first line of the block, or <paramref name="limit"/> where there is none.</returns>
    public static int Start(OwnLines own, int limit, string sender, bool delimited)
    {
        var earliest = limit;
        var count = 0;
        for (var k = limit - 1; k > 0 && count < MostLines; k--)
        {
            var content = own.Content(k);
            if (k < limit - 1 && own.IsParted(k)) break;
            if (content.IsEmpty) continue;
            if (own[k].InSignatureBlock) { earliest = k; count++; continue; }
            if (!SignatureLine.MayBe(own[k]) || content[^1] is ':' or '：' || IsEntry(content)) break;
            earliest = k;
            count++;
        }
        if (earliest == limit) return limit;

        for (var k = earliest; k < limit; k++)
        {
            if (own.IsBlank(k)) continue;
            if (Begins(own, k, limit, sender, delimited)) return k;
        }
        return limit;
    }

    private static bool Begins(OwnLines own, int at, int limit, string sender, bool delimited)
    {
        var content = own.Content(at);
        if (own[at].InSignatureBlock) return true;
        var above = own.Above(at);
        if (above < 0) return false;
        var before = own.Content(above);
        if (before[^1] is ':' or '：' && ClosingFormula.Words(before) > 3) return false;
        var prose = SignatureLine.EndsProse(before) || own[above].IsSentence;
        if (ClosingFormula.IsPlaceAndDate(own[at].Folded)) return (prose || ClosingFormula.IsFormalDate(own[at].Folded)) && own.BeginsParagraph(at) && SignerBelow(own, at, limit);
        if (own[at].Closing.Is || IsTable(own, at, limit)) return false;
        var paragraph = own.BeginsParagraph(at);
        // "Dear colleagues," and one line: it is what the mail says ("Согласны."), unless it is the sender's name; a formula below it takes nothing from it
        if (content[^1] is '.' or '!' or '。' && IsAlone(own, at, limit) && IsGreetingAlone(own, above) && !IsSender(own[at], sender)) return false;
        if (!SignatureLine.LooksLikeName(StripNote(content))) return prose && paragraph && !delimited && IsOffice(own, at, limit);
        if (IsSender(own[at], sender)) return prose || paragraph;
        if (!prose || delimited || own.IsParted(above, at)) return false;
        return paragraph ? Tail(own, at, limit) <= MostLines && !Grows(own, at, limit) : own.Below(at) < limit && Tail(own, at, limit) <= 4;
    }

    /// <summary>"Title of activity   Safer Screens Forum" among other lines of two columns: what the mail says, in a table.</summary>
    private static bool IsTable(OwnLines own, int at, int limit)
    {
        if (!Columns(own.Content(at))) return false;
        var lines = 1;
        for (var k = own.Above(at); k >= 0 && lines < FewestRows && Columns(own.Content(k)); k = own.Above(k)) lines++;
        for (var k = own.Below(at); k < limit && lines < FewestRows && Columns(own.Content(k)); k = own.Below(k)) lines++;
        return lines >= FewestRows;
    }

    private const int FewestRows = 3;

    private static bool Columns(ReadOnlySpan<char> content) => content.Contains('\t') || content.IndexOf("   ") > 0;

    /// <summary>The line is the first of the mail, and ends as a greeting does.</summary>
    private static bool IsGreetingAlone(OwnLines own, int at) => own.Above(at) < 0 && own.Content(at)[^1] is ',' or '،' or '，' or ':' or '：' or '!' or '！';

    /// <summary>Takes a line of greeting above the name that no lexicon holds ("Tashi Delek", "Le meas,"): few words, no sentence.</summary>
    public static int WithGreetingAbove(OwnLines own, int block, string sender)
    {
        var above = own.Above(block);
        if (above <= 0 || block >= own.Count) return block;
        var content = own.Content(above);
        var words = ClosingFormula.Words(content);
        if (words > 6 || content.Length > 50 || !own.BeginsParagraph(above) || own.Above(above) < 0) return block;
        if (content.ContainsAnyInRange('0', '9') || content.ContainsAny("@:：?")) return block;
        if (content[^1] is ',' or '،' or '，') return above;
        if (SignatureLine.EndsProse(content)) return block;
        return words <= 4 && SignatureLine.EndsProse(own.Content(own.Above(above))) && IsSender(own[own.Below(block - 1)], sender) ? above : block;
    }

    private static bool SignerBelow(OwnLines own, int date, int limit)
    {
        var below = own.Below(date);
        return below < limit && !ClosingFormula.IsAddressee(own[below].Folded) && SignatureLine.LooksLikeName(own.Content(below));
    }

    /// <summary>A name with a remark: "A. Name (Ms)", "Name | Post".</summary>
    private static ReadOnlySpan<char> StripNote(ReadOnlySpan<char> content)
    {
        var cut = content.IndexOfAny('(', '|', ',');
        return cut > 3 ? content[..cut].TrimEnd() : content;
    }

    private static bool IsSender(BodyLine line, string sender)
    {
        if (sender.Length == 0) return false;
        var folded = line.Folded.AsSpan();
        foreach (var range in folded.SplitAny(" ,.-()|/\""))
        {
            var word = folded[range];
            if (word.Length > 0 && (word.Length >= 3 || word[0] >= '\u3400') && sender.AsSpan().Contains(word, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>Two lines or more, the first an office with small words in its name, none of them a sentence.</summary>
    private static bool IsOffice(OwnLines own, int at, int limit)
    {
        var lines = 0;
        for (var k = at; k < limit; k++)
        {
            if (own.IsBlank(k)) continue;
            var content = own.Content(k);
            if (content[^1] is '。' or '！' or '；' || (content[^1] is '.' or '!' or ';' && content.Length > 25) || content.Length > 80
                    || (char.IsLower(content[0]) && (k == at || !ClosingFormula.IsPlaceAndDate(own[k].Folded))))
                return false;
            lines++;
        }
        return lines is >= 2 and <= 5 && !own.Content(at).ContainsAny("@:：") && !own.Content(at).ContainsAnyInRange('0', '9');
    }

    private static int Tail(OwnLines own, int at, int limit)
    {
        var count = 0;
        for (var k = at; k < limit; k++) if (!own.IsBlank(k)) count++;
        return count;
    }

    /// <summary>Nothing but a closing formula stands below the line.</summary>
    private static bool IsAlone(OwnLines own, int at, int limit)
    {
        for (var k = at + 1; k < limit; k++) if (!own.IsBlank(k) && !own[k].Closing.Is) return false;
        return true;
    }

    /// <summary>Several paragraphs of one form are a list, not a signature.</summary>
    private static bool Grows(OwnLines own, int at, int limit)
    {
        var paragraphs = 0;
        for (var k = at; k < limit; k++) if (!own.IsBlank(k) && own.BeginsParagraph(k)) paragraphs++;
        return paragraphs > 3;
    }

    private static bool IsEntry(ReadOnlySpan<char> content)
    {
        if (content.Length > 2 && content[0] is '-' or '•' or '*' or '–' or '·' && content[1] == ' ') return true;
        var digits = 0;
        while (digits < content.Length && char.IsDigit(content[digits])) digits++;
        return digits is 1 or 2 && digits < content.Length && content[digits] is '.' or ')' or '、' or '．';
    }
}
