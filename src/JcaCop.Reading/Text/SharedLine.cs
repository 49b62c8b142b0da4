namespace JcaCop.Reading.Text;

/// <summary>Finds an introduction that shares its line with the writer's own last words ("Agreed. On 5 Nov 2012 at 10:04, Desk &lt;desk@example.net&gt; wrote:").</summary>
internal static class SharedLine
{
    private const int Longest = 400;

    /// <returns>Offset in the line where the introduction begins; -1 where the line holds none, or nothing but one.</returns>
    public static int Split(ReadOnlySpan<char> line)
    {
        var content = Blanks.Trim(line);
        if (content.Length is < 30 or > Longest || content[^1] is not (':' or '：') || !content.Contains('@') || !TimeText.HasTime(content)) return -1;
        if (!QuoteWords.Wrote.HasWord(PhraseSet.Fold(content.ToString())) || OpensAt(content, 0)) return -1;
        for (var at = line.Length - content.Length + 1; at < line.Length - 20; at++)
        {
            if (line[at - 1] is not (' ' or '-') || !char.IsUpper(line[at]) || !OpensAt(line, at)) continue;
            var rest = line[at..];
            if (!TimeText.HasTime(rest) || !TimeText.HasDate(rest)) return -1;
            return Blanks.Trim(line[..at].TrimEnd("- ")).IsEmpty ? -1 : at;
        }
        return -1;
    }

    /// <summary>A separator that has the whole header of the earlier mail behind it in one line, as the text version of Yahoo's web mail: "----- Forwarded Message ----- From: …To: …Sent: …Subject: …".</summary>
    public static (bool SaysForwarded, string? From, string? Subject)? Header(ReadOnlySpan<char> content)
    {
        if (content.Length is < 40 or > 4000 || !content.StartsWith("----", StringComparison.Ordinal)) return null;
        var words = content.IndexOfAnyExcept("- ");
        var close = words < 0 ? -1 : content[words..].IndexOf("----", StringComparison.Ordinal);
        if (close is <= 0 or > 60) return null;
        var end = words + close;
        while (end < content.Length && content[end] == '-') end++;
        if (QuoteStart.Separator(content[..end]) is not { } forwarded) return null;
        var rest = Blanks.Trim(content[end..]);
        var colon = rest.IndexOfAny(':', '：');
        if (colon is < 1 or > 24 || !QuoteWords.LabelOf(PhraseSet.Fold(rest[..colon].ToString())).Contains(HeaderLabel.From)) return null;
        var address = rest.IndexOf('>');
        var subject = rest.LastIndexOfAny(':', '：') is var last && last > colon ? Blanks.Trim(rest[(last + 1)..]).ToString() : null;
        return (forwarded, address > colon ? PhraseSet.Fold(rest[(colon + 1)..(address + 1)].ToString()) : null, subject);
    }

    /// <summary>An opening word with a figure or a weekday behind it.</summary>
    private static bool OpensAt(ReadOnlySpan<char> line, int at)
    {
        var folded = PhraseSet.Fold(line.Slice(at, Math.Min(40, line.Length - at)).ToString());
        var length = QuoteWords.Openers.PrefixLength(folded);
        if (length == 0) return char.IsDigit(folded.Length > 0 ? folded[0] : ' ');
        var next = folded.AsSpan(length).TrimStart(" ,.");
        return next.Length > 0 && (char.IsDigit(next[0]) || QuoteWords.Openers.PrefixLength(next) > 0 || next[..Math.Min(12, next.Length)].ContainsAnyInRange('0', '9'));
    }
}
