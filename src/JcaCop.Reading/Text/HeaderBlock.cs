using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Text;

/// <summary>The header lines that Outlook, Lotus Notes, Foxmail and others put above an earlier mail.</summary>
/// <param name="Last">Index of its last line.</param>
/// <param name="From">Folded value of the From line; null where there is none.</param>
/// <param name="Subject">Value of the Subject line as written; null where there is none.</param>
internal sealed record HeaderBlock(int Last, string? From, string? To, string? Subject)
{
    private const int LongestLabel = 24;
    private const int MostLines = 16;
    private static readonly System.Buffers.SearchValues<char> Prose = System.Buffers.SearchValues.Create(".!?。:：");
    private static readonly string?[] NoValues = new string?[6];

    /// <summary>Reads a header block that begins at a line.</summary>
    /// <param name="announced">A separator or the HTML says that an earlier mail begins here: two labels are enough, and no time is asked for.</param>
    /// <remarks>
    /// A liaison statement has lines for From, To, Date and Title too, but gives a day without a time and bodies without addresses;
    /// so an unannounced block needs a time or an address.
    /// </remarks>
    public static HeaderBlock? Find(List<BodyLine> lines, int first, bool announced)
    {
        Label(lines[first].Content, NoValues, out var begins);
        if (begins == HeaderLabel.None && !lines[first].IsBlank) return null;
        var values = new string?[6];
        var last = -1;
        var blanks = 0;
        var current = HeaderLabel.None;
        var continued = 0;
        for (var i = first; i < lines.Count && i - first < MostLines; i++)
        {
            var content = lines[i].Content;
            if (content.IsEmpty)
            {
                if (last < 0 || ++blanks > 1) break;
                continue;
            }
            var colon = Label(content, values, out var label);
            if (label == HeaderLabel.None && last < 0) return null;
            if (label == HeaderLabel.None && colon > 0 && blanks == 0 && NextIsLabel(lines, i + 1, values))
            {
                last = i; // a label that no lexicon holds, between two that one does
                continue;
            }
            if (label == HeaderLabel.None)
            {
                if (blanks > 0 || ++continued > 3 || !MayContinue(content)) break;
                values[(int)current] += " " + content.ToString();
                last = i;
                continue;
            }
            values[(int)label] = Blanks.Trim(content[(colon + 1)..]).Trim('*').ToString();
            current = label;
            last = i;
            blanks = continued = 0;
        }
        if (last < 0) return null;
        var count = values.Count(v => v is not null);
        var named = values[(int)HeaderLabel.From] is not null || (values[(int)HeaderLabel.To] is not null && values[(int)HeaderLabel.Subject] is not null);
        var brief = count == 2 && !announced && IsBrief(lines, first, values);
        if (!brief && (!named || count < (announced ? 2 : 3))) return null;
        if (!announced && (values[(int)HeaderLabel.Sent] is null || !LooksSent(values))) return null;
        return new HeaderBlock(last, Folded(values[(int)HeaderLabel.From]), Folded(values[(int)HeaderLabel.To]), values[(int)HeaderLabel.Subject]);
    }

    /// <summary>Two lines below the writer's own words: an address, and a day with its time.</summary>
    private static bool IsBrief(List<BodyLine> lines, int first, string?[] values)
    {
        if (values[(int)HeaderLabel.Sent] is not { } sent || !TimeText.HasTime(sent) || !TimeText.HasDate(sent)) return false;
        return lines[first].BelowOwnWords && (values[(int)HeaderLabel.From] ?? values[(int)HeaderLabel.To]) is { } who && who.Contains('@');
    }

    private static bool NextIsLabel(List<BodyLine> lines, int next, string?[] values)
    {
        if (next >= lines.Count) return false;
        Label(lines[next].Content, values, out var label);
        return label != HeaderLabel.None && values[(int)label] is null;
    }

    private static bool LooksSent(string?[] values) =>
        TimeText.HasTime(values[(int)HeaderLabel.Sent])
        || (values[(int)HeaderLabel.From]?.Contains('@') ?? false)
        || (values[(int)HeaderLabel.To]?.Contains('@') ?? false);

    private static string? Folded(string? value) => value is null ? null : PhraseSet.Fold(value);

    /// <summary>A long list of recipients runs over several lines.</summary>
    private static bool MayContinue(ReadOnlySpan<char> content) => content.IndexOfAny('@', ';') >= 0 || content.Length < 60 && !content.ContainsAny(Prose);

    private static int Label(ReadOnlySpan<char> content, string?[] values, out HeaderLabel label)
    {
        label = HeaderLabel.None;
        var colon = content.IndexOfAny(':', '：');
        if (colon is < 1 or > LongestLabel) return -1;
        Span<char> room = stackalloc char[2 * LongestLabel];
        foreach (var candidate in QuoteWords.LabelOf(Folding.Fold(content[..colon].Trim("*|_ \t\u00a0"), room)))
        {
            label = candidate;
            if (values[(int)candidate] is null) break;
        }
        return colon;
    }
}
