namespace JcaCop.Reading.Text;

/// <summary>Finds where the writer's signature begins, the fixed formula before it included.</summary>
/// <remarks>
/// In this order: a delimiter line (RFC 3676, 4.3); the last closing formula that only signature lines follow; a name block below the
/// last paragraph. The formula alone, with nothing after it, is no signature and stays: so end notes verbales, and mails that stop
/// at the quoted text.
/// </remarks>
internal static class SignatureCut
{
    private const int MostSignatureLines = 18;
    private const int MostBelowStandard = 40;
    private const int LongestFormula = 400;

    /// <param name="sender">Name and address of the writer, folded: a line that repeats them is a name.</param>
    public static void Mark(List<BodyLine> lines, PassageKind kind, string sender)
    {
        var own = new OwnLines(lines, kind);
        Footers.Mark(lines, own.Indexes);
        own = new OwnLines(lines, kind);
        if (own.Count == 0) return;

        var start = Start(own, sender);
        if (start >= own.Count) return;
        for (var k = start; k < own.Count; k++)
            if (!own.IsBlank(k) || k > start) own[k].Kind = PassageKind.Signature;
        RestorePostscript(own, start, kind);
    }

    private static int Start(OwnLines own, string sender)
    {
        var end = own.Count;
        var delimiter = Delimiter(own);
        var limit = delimiter >= 0 ? delimiter : end;
        var formula = Formula(own, limit, delimiter >= 0);
        if (formula >= 0) return formula;
        var block = NameBlock.Start(own, limit, sender, delimiter >= 0);
        if (block < limit) return NameBlock.WithGreetingAbove(own, block, sender);
        return delimiter >= 0 ? NameBlock.WithGreetingAbove(own, delimiter, sender) : end;
    }

    /// <summary>The line <c>-- </c>, or a rule with nothing but signature lines below it.</summary>
    private static int Delimiter(OwnLines own)
    {
        if (Standard(own) is >= 0 and var standard) return standard;
        var found = -1;
        var below = 0;
        for (var k = own.Count - 1; k >= 0 && below <= MostSignatureLines; k--)
        {
            var content = own.Content(k);
            if (content.IsEmpty) continue;
            if (content is "--" or "—" or "–" or "- -" or "---" or "__" or "___" or "──")
            {
                if (below > 0) return k;
                continue;
            }
            if (QuoteStart.IsRule(content))
            {
                if (below is > 0 and <= 10) found = k;
                continue;
            }
            if (found >= 0 && (k > 0 || below > 0)) break;
            below++;
            var mayBe = SignatureLine.MayBe(own[k]);
            if (!mayBe && (below <= 2 || found < 0 && !own[k].InSignatureBlock)) break;
            if (found < 0 && own[k].Closing.Is && !HasDelimiterAbove(own, k)) break;
        }
        return found;
    }

    /// <summary>The last line <c>-- </c> with words above it and no more below it than an office puts there; -1 where there is none.</summary>
    private static int Standard(OwnLines own)
    {
        for (var k = own.Count - 1; k > 0 && own.Count - k <= MostBelowStandard; k--)
            if (own[k].IsDelimiter) return own.Above(k) >= 0 && !own.IsParted(k, own.Count - 1) ? k : -1;
        return -1;
    }

    private static bool HasDelimiterAbove(OwnLines own, int at)
    {
        var above = own.Above(at);
        return above >= 0 && own.Content(above) is "--" or "—" or "–";
    }

    /// <summary>First line of the last formula that only signature lines follow; -1 where there is none.</summary>
    private static int Formula(OwnLines own, int limit, bool delimited)
    {
        var below = 0;
        var sentences = 0;
        var lastWasSentence = false;
        for (var k = limit - 1; k >= 0 && below <= MostSignatureLines && sentences <= 2; k--)
        {
            var content = own.Content(k);
            if (content.IsEmpty) continue;
            if (k < limit - 1 && own.IsParted(k)) return -1;
            if (content.Length <= LongestFormula && !(sentences > 0 && lastWasSentence) && FormulaAt(own, k, below > 0 || delimited, out var first) && (below > 0 || delimited || ClosesWithName(own, k)))
            {
                return own.Above(first) >= 0 && (sentences <= 1 || below - sentences >= 3) ? SecondHalf(own, first) : -1;
            }
            below++;
            lastWasSentence = !SignatureLine.MayBe(own[k]);
            if (ClosingFormula.IsPostscript(own[k].Folded)) { below = 1; sentences = 0; }
            else if (lastWasSentence) sentences++;
        }
        return -1;
    }

    /// <summary>A formula may run over several lines of a paragraph, and may be the last sentence of one.</summary>
    private static bool FormulaAt(OwnLines own, int at, bool followed, out int first)
    {
        first = at;
        var line = own[at];
        if (ClosingFormula.IsSignOff(line.Folded)) return true;
        if (line.Closing.Is) return !ClosingFormula.IsDiplomatic(line.Folded) || followed;
        var ends = at + 1 == own.Count || own.IsBlank(at + 1) || line.Content[^1] is '.' or ',' or '،' or '。' or '!' or '，';
        if (!ends) return false;
        var paragraph = own.ParagraphStart(at);
        var length = line.Content.Length;
        var joined = line.Folded;
        for (var k = at - 1; k >= paragraph && at - k <= 5; k--)
        {
            var above = own.Content(k);
            length += above.Length + 1;
            if (SignatureLine.EndsProse(above) && ClosingFormula.Words(above) > 2) return false;
            if (length > LongestFormula) return false;
            joined = own[k].Folded + " " + joined;
            if (k != paragraph && !SignatureLine.EndsProse(own.Content(k - 1)) && ClosingFormula.Words(own.Content(k - 1)) > 3) continue;
            if (ClosingFormula.Read(joined) is not { Is: true, Rest.Length: 0 }) continue;
            first = k;
            return true;
        }
        return false;
    }

    private static bool ClosesWithName(OwnLines own, int at)
    {
        var line = own.Content(at);
        if (ClosingFormula.IsSignOff(own[at].Folded)) return true;
        if (own[at].Closing is not { Is: true, Rest: { Length: > 0 } rest }) return false;
        var name = Blanks.Trim(line[^Math.Min(rest.Length + 1, line.Length)..]).TrimEnd(".");
        return line.Contains(',') && SignatureLine.LooksLikeName(name.TrimStart(", "));
    }

    private static int SecondHalf(OwnLines own, int first)
    {
        var above = own.Above(first);
        if (above < 0) return first;
        if (own.Content(above).Length <= 12 && ClosingFormula.IsFirstHalf(own[above].Folded)) return above;
        // "Hago propicia la oportunidad para expresarle …" above "Atentamente,": the sentence of courtesy and the word that ends it are one formula
        return ClosingFormula.Words(own.Content(first)) <= 2 && ClosingFormula.IsCourtesy(own[above].Folded) && FormulaAt(own, above, true, out var courtesy) && own.Above(courtesy) >= 0 ? courtesy : first;
    }

    /// <summary>A postscript below the signature is new text.</summary>
    private static void RestorePostscript(OwnLines own, int start, PassageKind kind)
    {
        for (var k = start + 1; k < own.Count; k++)
        {
            if (!ClosingFormula.IsPostscript(own[k].Folded)) continue;
            while (k < own.Count && !own.IsBlank(k)) own[k++].Kind = kind;
        }
    }
}
