namespace JcaCop.Reading.Text;

/// <summary>The line with which most programs introduce a quoted mail: "On …, … wrote:", in any language, wrapped over up to four lines.</summary>
/// <param name="Last">Index of its last line.</param>
/// <param name="From">Folded text of the whole introduction, in which the sender stands.</param>
internal sealed record Attribution(int Last, string From)
{
    private const int MostLines = 4;
    private const int Longest = 400;
    private static readonly System.Buffers.SearchValues<char> DateSigns = System.Buffers.SearchValues.Create("0123456789/-.");

    /// <summary>Finds an introduction that begins at a line.</summary>
    public static Attribution? Find(List<BodyLine> lines, int first)
    {
        var head = lines[first].Content;
        if (head.Length > 300 || !MayBegin(lines, first, head)) return null;
        var folded = "";
        var length = 0;
        for (var i = first; i < lines.Count && i - first < MostLines; i++)
        {
            var content = lines[i].Content;
            if (content.IsEmpty || length > Longest) return null;
            length += content.Length + 1;
            folded = folded.Length == 0 ? lines[i].Folded : folded + " " + lines[i].Folded;
            if (!Closes(content)) continue;
            if (Introduces(folded, i == first, QuoteFollows(lines, i + 1))) return BeginsLower(lines, first, i) ? null : new Attribution(i, folded);
            if (i > first || !WrapsOn(content)) return null;
        }
        return null;
    }

    /// <summary>The words at the first line are the writer's own: the introduction begins at a line below, where its opening word stands.</summary>
    private static bool BeginsLower(List<BodyLine> lines, int first, int last)
    {
        if (first == last || Opens(lines[first].Folded)) return false;
        for (var k = first + 1; k <= last; k++)
            if (Opens(lines[k].Folded) && Find(lines, k) is not null) return true;
        return false;
    }

    private static bool Opens(string folded) => folded.Length > 0 && (char.IsDigit(folded[0]) || QuoteWords.Openers.PrefixLength(folded) > 0);

    /// <summary>Cheap refusal of ordinary lines: an introduction closes at once, or it has a digit or an address and closes within four lines.</summary>
    private static bool MayBegin(List<BodyLine> lines, int first, ReadOnlySpan<char> head)
    {
        if (Closes(head)) return true;
        if (!head.ContainsAnyInRange('0', '9') && !head.Contains('@') && !head.ContainsAnyInRange('٠', '٩')) return false;
        for (var i = first + 1; i < lines.Count && i - first < MostLines; i++)
        {
            var content = lines[i].Content;
            if (content.IsEmpty) return false;
            if (Closes(content)) return true;
        }
        return false;
    }

    private static bool Closes(ReadOnlySpan<char> content) =>
        !content.IsEmpty && (content[^1] is ':' or '：' || (content.Length > 12 && content.EndsWith(">>>", StringComparison.Ordinal)) || ClosesWithoutColon(content));

    /// <summary>"On …, Name &lt;address&gt; wrote" (Zoho), and a date, a name and an address alone (old Gmail).</summary>
    private static bool ClosesWithoutColon(ReadOnlySpan<char> content)
    {
        if (content.Length is < 16 or > 200) return false;
        if (char.IsDigit(content[0]) && IsDated(content)) return true;
        return content.Contains('@') && TimeText.HasTime(content) && QuoteWords.EndsInWrote(PhraseSet.Fold(content.ToString()));
    }

    /// <summary><c>2013/7/20 Name &lt;address&gt;</c>, <c>2016-03-03 17:21 GMT+01:00 Name</c>.</summary>
    private static bool IsDated(ReadOnlySpan<char> content)
    {
        var blank = content.IndexOf(' ');
        if (blank is < 8 or > 11 || content[..blank].ContainsAnyExcept(DateSigns) || !TimeText.HasDate(content[..blank])) return false;
        return (content[^1] == '>' && content.Contains('@')) || (content[^1] is not ('<' or ',') && content[blank..].Contains(" GMT", StringComparison.Ordinal));
    }

    /// <summary>A line may end with a colon in the middle of an introduction where it was wrapped inside an address or a time.</summary>
    private static bool WrapsOn(ReadOnlySpan<char> content) => content.EndsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    private static bool Introduces(string folded, bool oneLine, bool quoteFollows)
    {
        if (folded.StartsWith(">>> ", StringComparison.Ordinal)) return folded.Contains('@') || TimeText.HasTime(folded);
        var address = folded.Contains('@');
        var time = TimeText.HasTime(folded);
        if (address && time) return true;
        if (oneLine && IsDated(folded.ToUpperInvariant())) return true;
        var verb = QuoteWords.Wrote.HasWord(folded);
        if (!verb) return false;
        var opens = Opens(folded);
        if (quoteFollows) return address || time || TimeText.HasDate(folded) || (oneLine && folded.Length < 80);
        return folded.Length < 200 && (address || (opens && (time || TimeText.HasDate(folded))));
    }

    private static bool QuoteFollows(List<BodyLine> lines, int from)
    {
        for (var i = from; i < lines.Count && i < from + 4; i++)
            if (!lines[i].IsBlank) return lines[i].Depth > 0;
        return false;
    }
}
