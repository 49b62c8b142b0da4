namespace JcaCop.Reading.Text;

/// <summary>Tells the lines of earlier mails from the new ones.</summary>
/// <remarks>
/// Lines with quote signs are quotes wherever they stand, so answers typed between them stay new. An introduction without quote
/// signs below it makes everything to the end an earlier mail. What was passed on is marked <see cref="PassageKind.Forwarded"/>, its
/// introduction and the mails quoted in it are quotes.
/// </remarks>
internal static class QuoteCut
{
    private const int DeepestForward = 8;
    private const int ShortestWrapped = 55;

    public static void Mark(List<BodyLine> lines, ThreadHints hints)
    {
        foreach (var line in lines)
            if (line.Depth > 0) line.Kind = PassageKind.Quote;

        for (var i = 1; i + 1 < lines.Count; i++)
            if (IsWrappedRest(lines[i - 1], lines[i], lines[i + 1])) lines[i].Kind = PassageKind.Quote;

        var opening = 0; // the lines before it are blank or of earlier mails
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Depth > 0 || lines[i].Kind == PassageKind.Quote || QuoteStart.Find(lines, i) is not { } start) continue;
            for (var k = start.First; k <= start.Last; k++) lines[k].Kind = PassageKind.Quote;
            var passedOn = start.SaysForwarded || hints.PassesOn(start.From, start.To) && (hints.SubjectForwards || !IsLetterBefore(lines, start.First)) || (!hints.SubjectAnswers && NothingNewBefore(lines, start.First, ref opening));
            if (SignsFollow(lines, start.Last + 1))
            {
                if (passedOn) UnquoteForwarded(lines, start.Last + 1);
                i = start.Last;
                continue;
            }
            MarkRest(lines, start.Last + 1, passedOn, 0);
            return;
        }
    }

    private static void MarkRest(List<BodyLine> lines, int from, bool passedOn, int depth)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (lines[i].Depth > 0) { lines[i].Kind = PassageKind.Quote; continue; }
            if (passedOn && depth < DeepestForward && QuoteStart.Find(lines, i) is { } nested)
            {
                for (var k = nested.First; k <= nested.Last; k++) lines[k].Kind = PassageKind.Quote;
                if (SignsFollow(lines, nested.Last + 1)) { i = nested.Last; continue; }
                var again = nested.SaysForwarded || (nested.Subject is { } subject && ThreadHints.Prefix(subject).Forwards) || i - from <= 3;
                MarkRest(lines, nested.Last + 1, again, depth + 1);
                return;
            }
            lines[i].Kind = passedOn ? PassageKind.Forwarded : PassageKind.Quote;
        }
    }

    /// <summary>Apple Mail puts quote signs before a mail passed on too: its first level is the author's text.</summary>
    private static void UnquoteForwarded(List<BodyLine> lines, int from)
    {
        var i = from;
        while (i < lines.Count && lines[i].IsBlank && lines[i].Depth == 0) i++;
        if (i < lines.Count && HeaderBlock.Find(lines, i, announced: true) is { } block) i = block.Last + 1;
        for (; i < lines.Count; i++)
        {
            if (lines[i].Depth == 0)
            {
                if (lines[i].IsBlank) continue;
                return;
            }
            if (lines[i].Depth > 1) continue;
            if (QuoteStart.Find(lines, i) is { } nested) { i = nested.Last; continue; }
            lines[i].Kind = PassageKind.Forwarded;
        }
    }

    /// <summary>A gateway that wraps long lines leaves the end of a quoted one without its sign, right between quoted lines.</summary>
    private static bool IsWrappedRest(BodyLine above, BodyLine line, BodyLine below)
    {
        if (line.Depth > 0 || above.Depth == 0 || below.Depth == 0) return false;
        var words = line.Content;
        if (IsRestOfLink(words)) return true;
        return words.Length is > 0 and < 50 && char.IsLower(words[0]) && above.Content.Length >= ShortestWrapped && !SignatureLine.EndsProse(above.Content);
    }

    /// <summary>A long address that was broken: no blank in it, but signs of a link; or the link in brackets that a text version puts behind a word.</summary>
    private static bool IsRestOfLink(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd("> ");
        if (words.StartsWith("(http", StringComparison.OrdinalIgnoreCase) || words.StartsWith("<http", StringComparison.OrdinalIgnoreCase)) return words.IndexOf(' ') < 0;
        return words.Length is > 4 and < 300 && words.IndexOf(' ') < 0 && words.ContainsAny("=/&") && words.ContainsAny(")>=?");
    }

    /// <param name="opening">Where to go on looking: what was looked at for the introduction before holds for this one too.</param>
    private static bool NothingNewBefore(List<BodyLine> lines, int first, ref int opening)
    {
        while (opening < first && (lines[opening].Kind != PassageKind.New || lines[opening].IsBlank)) opening++;
        return opening >= first;
    }

    /// <summary>Whether a letter of its own stands above: whoever passes a mail on writes a sentence or two.</summary>
    private static bool IsLetterBefore(List<BodyLine> lines, int first)
    {
        var written = 0;
        for (var i = 0; i < first; i++) if (lines[i].Kind == PassageKind.New) written += lines[i].End - lines[i].ContentStart;
        return written >= ShortestLetter;
    }

    /// <summary>With greeting and signature, in UTF-16 units.</summary>
    private const int ShortestLetter = 450;

    /// <summary>Whether the earlier mail that was just introduced is marked by quote signs; then its end can be seen.</summary>
    private static bool SignsFollow(List<BodyLine> lines, int from)
    {
        var seen = 0;
        for (var i = from; i < lines.Count && seen < 3; i++)
        {
            if (lines[i].Depth > 0) return true;
            if (!lines[i].IsBlank) seen++;
        }
        return false;
    }
}
