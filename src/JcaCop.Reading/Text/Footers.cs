namespace JcaCop.Reading.Text;

/// <summary>What programs and offices put below a mail: device lines, disclaimers, appeals to save paper, list footers.</summary>
internal static class Footers
{
    private static readonly IReadOnlyDictionary<string, Dictionary<string, string[]>> Lexicon = MailWords.Load("footers");
    private static readonly PhraseSet Device = MailWords.All(Lexicon, "device");
    private static readonly PhraseSet Disclaimer = MailWords.All(Lexicon, "disclaimer");
    private static readonly PhraseSet LegalWords = MailWords.All(Lexicon, "legalWords");
    private static readonly PhraseSet ListFooter = MailWords.All(Lexicon, "listFooter");

    private static readonly string[] DeviceEnds = [.. Lexicon.Values.SelectMany(words => words["deviceEnd"])];

    private const int LongestDeviceLine = 120;

    /// <summary>Words of "Sent from my phone, please excuse typos."; a longer sentence is the writer's.</summary>
    private const int LongestDeviceSentence = 9;

    /// <summary>Marks what stands at the end of the writer's own lines.</summary>
    /// <param name="own">Indexes of the lines that are no quotes, in order.</param>
    public static void Mark(List<BodyLine> lines, List<int> own)
    {
        var end = TakeSigns(lines, own, own.Count);
        while (end > 0)
        {
            while (end > 0 && lines[own[end - 1]].IsBlank) end--;
            if (end == 0) return;
            var first = ParagraphStart(lines, own, end);
            var cut = FooterStart(lines, own, first, end);
            if (cut < 0 || (Disclaimer.Within(lines[own[cut]].Folded) || IsListFooter(lines[own[cut]].Folded)) && Alone(lines, own, cut)) return;
            var signed = IsSignedBelow(lines, own, cut, end);
            for (var k = cut; k < end; k++) lines[own[k]].Kind = signed && k > cut ? PassageKind.Signature : PassageKind.Boilerplate;
            end = cut;
            end = TakeSigns(lines, own, end);
        }
    }

    /// <summary>"Please withdraw this, it was sent in error", "please take me off the mailing list": nothing else stands in the mail, so it is what the mail says.</summary>
    private static bool Alone(List<BodyLine> lines, List<int> own, int cut)
    {
        for (var k = 0; k < cut; k++) if (!lines[own[k]].IsBlank) return false;
        return own.Count - cut <= FewLines;
    }

    private const int FewLines = 3;

    /// <summary>Some telephones put their own line above the signature that their owner has set.</summary>
    private static bool IsSignedBelow(List<BodyLine> lines, List<int> own, int cut, int end)
    {
        if (end - cut < 2 || end - cut > FewLines + 1 || !IsDeviceLine(lines[own[cut]].Content, lines[own[cut]].Folded)) return false;
        for (var k = cut + 1; k < end; k++) if (!SignatureLine.MayBe(lines[own[k]]) || IsDeviceLine(lines[own[k]].Content, lines[own[k]].Folded)) return false;
        return true;
    }

    /// <summary>Where in a paragraph the footer begins; -1 where it has none. Footers reach to the end of their paragraph.</summary>
    private static int FooterStart(List<BodyLine> lines, List<int> own, int first, int end)
    {
        for (var k = first; k < end; k++)
        {
            var content = lines[own[k]].Content;
            var folded = lines[own[k]].Folded;
            if (content.Length <= LongestDeviceLine && IsDeviceLine(content, folded)) return k;
            if (IsListFooter(folded) || (Disclaimer.Within(folded) && IsDisclaimer(folded, Joined(lines, own, k, end)))) return k;
        }
        return -1;
    }

    /// <param name="line">The line folded; signs around the words do not count.</param>
    private static bool IsDeviceLine(ReadOnlySpan<char> content, ReadOnlySpan<char> line)
    {
        var folded = line.Trim("-_*[]()<>.«»\"“”• ");
        return folded.Length > 0 && (Device.PrefixLength(folded) > 0 || (folded.Length < 60 && EndsAsDevice(folded))) && !(content[^1] == '.' && ClosingFormula.Words(content) > LongestDeviceSentence);
    }

    /// <summary>Japanese, Korean and Turkish name the device first.</summary>
    private static bool EndsAsDevice(ReadOnlySpan<char> folded)
    {
        foreach (var end in DeviceEnds) if (folded.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsListFooter(string folded) => folded.Length < 200 && ListFooter.HasWord(folded);

    /// <summary>A line with a phrase of disclaimers; a long one must have a word of law in it or below it. A question is for the reader.</summary>
    private static bool IsDisclaimer(string line, string rest) =>
        (line.Length < 160 || LegalWords.Within(rest)) && !AsksSomething(line);

    private static bool AsksSomething(string line) => line.Contains('?') || line.Contains('؟') || line.Contains('？');

    private static string Joined(List<BodyLine> lines, List<int> own, int from, int end)
    {
        var joined = new System.Text.StringBuilder();
        for (var k = from; k < end && joined.Length < 4000; k++) joined.Append(' ').Append(lines[own[k]].Folded);
        return joined.ToString();
    }

    private static int ParagraphStart(List<BodyLine> lines, List<int> own, int end)
    {
        var first = end - 1;
        while (first > 0 && !lines[own[first - 1]].IsBlank && own[first] - own[first - 1] == 1 && end - first < 60) first--;
        return first;
    }

    /// <summary>Rules and other lines without a word at the very end, which parted a signature or a quote that is gone.</summary>
    private static int TakeSigns(List<BodyLine> lines, List<int> own, int end)
    {
        while (end > 0 && (lines[own[end - 1]].IsBlank || IsSigns(lines[own[end - 1]].Content)))
        {
            if (!lines[own[end - 1]].IsBlank) lines[own[end - 1]].Kind = PassageKind.Boilerplate;
            end--;
        }
        return end;
    }

    /// <summary>Two signs of a rule or more; U+1427 is what a tracker for web mail leaves.</summary>
    private static bool IsSigns(ReadOnlySpan<char> content) => content is "\u1427" || (content.Length >= 2 && content.Trim("-_=*~#+–—－─ ").IsEmpty);
}
