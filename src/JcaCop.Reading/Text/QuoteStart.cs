namespace JcaCop.Reading.Text;

/// <summary>The lines that introduce an earlier mail: separator, header block, or "On …, … wrote:".</summary>
/// <param name="First">Index of the first line.</param>
/// <param name="Last">Index of the last line; the earlier mail's words follow.</param>
/// <param name="SaysForwarded">The introduction's own words say that the mail was passed on.</param>
/// <param name="From">Folded sender of the earlier mail; null where it is not told.</param>
/// <param name="To">Folded recipients; null where they are not told.</param>
/// <param name="Subject">Its subject, for the prefix.</param>
internal sealed record QuoteStart(int First, int Last, bool SaysForwarded, string? From, string? To, string? Subject)
{
    private const int LongestSeparator = 100;
    private static readonly System.Buffers.SearchValues<char> RuleSigns = System.Buffers.SearchValues.Create("-_=*~–—－─");


    /// <summary>Finds an introduction that begins at a line; null where none does.</summary>
    public static QuoteStart? Find(List<BodyLine> lines, int at)
    {
        var content = lines[at].Content;
        if (content.IsEmpty) return null;
        if (lines[at].IntroducesQuote) return Introduced(lines, at);
        if (Separator(content) is { } separator) return AfterSeparator(lines, at, separator);
        if (SharedLine.Header(content) is { } header) return new QuoteStart(at, at, header.SaysForwarded, header.From, null, header.Subject);
        if (IsRule(content)) return AfterRule(lines, at);
        if (HeaderBlock.Find(lines, at, announced: false) is { } block) return Of(block, at, false);
        if (LotusHeader.Find(lines, at) is { } lotus) return Of(lotus, at, false);
        return Attribution.Find(lines, at) is { } attribution ? new QuoteStart(at, attribution.Last, false, attribution.From, null, null) : null;
    }

    private static QuoteStart Of(HeaderBlock block, int first, bool forwarded) => new(first, block.Last, forwarded, block.From, block.To, block.Subject);

    private static QuoteStart Introduced(List<BodyLine> lines, int at)
    {
        var forwarded = Separator(lines[at].Content) is true;
        var from = at;
        while (from < lines.Count - 1 && from - at < 3 && (lines[from].IsBlank || Separator(lines[from].Content) is not null || IsRule(lines[from].Content))) from++;
        if (HeaderBlock.Find(lines, from, announced: true) is { } block) return Of(block, at, forwarded);
        var last = at;
        while (last + 1 < lines.Count && lines[last + 1].IntroducesQuote) last++;
        var attribution = Attribution.Find(lines, at);
        return new QuoteStart(at, Math.Max(last, attribution?.Last ?? at), forwarded, attribution?.From, null, null);
    }

    private static QuoteStart AfterSeparator(List<BodyLine> lines, int at, bool forwarded)
    {
        var next = NextWords(lines, at + 1, 3);
        if (next < 0) return new QuoteStart(at, at, forwarded, null, null, null);
        if (HeaderBlock.Find(lines, next, announced: true) is { } block) return Of(block, at, forwarded);
        return Attribution.Find(lines, next) is { } attribution
            ? new QuoteStart(at, attribution.Last, forwarded, attribution.From, null, null)
            : new QuoteStart(at, at, forwarded, null, null, null);
    }

    /// <summary>A rule of underscores or hyphens counts only with a header block right below it (Outlook, Yahoo).</summary>
    private static QuoteStart? AfterRule(List<BodyLine> lines, int at)
    {
        var next = NextWords(lines, at + 1, 3);
        return next >= 0 && HeaderBlock.Find(lines, next, announced: false) is { } block ? Of(block, at, false) : null;
    }

    private static int NextWords(List<BodyLine> lines, int from, int within)
    {
        for (var i = from; i < lines.Count && i < from + within; i++)
            if (!lines[i].IsBlank) return i;
        return -1;
    }

    /// <returns>Null where the line is no separator; otherwise whether it says "forwarded".</returns>
    internal static bool? Separator(ReadOnlySpan<char> content)
    {
        if (content.Length is < 6 or > LongestSeparator) return null;
        var inner = content.Trim("-_=*~–—－─<>|• \t\u00a0");
        if (inner.IsEmpty) return null;
        var ruled = content.Length - inner.Length >= 4;
        var intro = content[^1] is ':' or '：';
        if (!ruled && !intro) return null;
        var folded = PhraseSet.Fold(inner.TrimEnd(":： ").ToString());
        if (intro && QuoteWords.ForwardIntro.Is(folded)) return true;
        if (!ruled) return null;
        if (content[^1] is '-' && content[0] is '-' && QuoteWords.EndsInWrote(folded)) return false; // "---- Name wrote ----"
        if (QuoteWords.Forwarded.PrefixLength(folded) > 0 || QuoteWords.ForwardIntro.PrefixLength(folded) > 0) return true;
        return QuoteWords.Original.PrefixLength(folded) > 0 ? false : null;
    }

    internal static bool IsRule(ReadOnlySpan<char> content) => content.Length >= 5 && !content.ContainsAnyExcept(RuleSigns);
}
