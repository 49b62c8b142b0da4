using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Our address has changed to …", "Nouvelle adresse : …": what stands behind such words to the end of the line or sentence is the address, whatever its words.</summary>
internal static class MovedTo
{
    private const int LongestAddress = 140, ShortestAddress = 8, ShortestHan = 5;

    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("movedTo").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>Whether such words stand in the text at all: asked once before sentence by sentence.</summary>
    public static bool IsIn(ItemContext context) => Index.FindAll(context.Marked.Folded).Exists(static hit => hit.Value is "movedTo" or "butTo");

    /// <summary>The address with its place; null where no such words stand in the span, or no address behind them.</summary>
    public static Part? In(ItemContext context, TextSpan span)
    {
        var hits = Index.FindAll(context.Marked.Folded);
        foreach (var words in hits)
        {
            if (words.Value is not ("movedTo" or "butTo") || words.Start < span.Start || words.End > span.End || hits.Exists(longer => longer.Value == words.Value && longer.Start <= words.Start && longer.End > words.End)) continue;
            // "our office is no longer in Park Street but at 12 Mill Lane"
            if (Denials.Before(context, span.Start, words.Start) != (words.Value == "butTo") || words.Value == "butTo" && !hits.Exists(seat => seat.Value == "seat" && seat.Start >= span.Start && seat.End <= words.Start)) continue;
            var start = Behind(context.Text, hits, BehindColon(context.Text, words.End));
            var end = Parted(context, start, End(context, start));
            if (end <= start) continue;
            var value = MailLayout.Unwrap(context.Text[start..end]);
            if (value.Length is > LongestAddress || value.Length < (Folding.IsHan(value[0]) ? ShortestHan : ShortestAddress) || !IsAddress(value)) continue;
            return new Part(PartKind.Address, value, start, end - start, 0.8);
        }
        return null;
    }

    /// <summary>A figure stands in it, no mail address, web address or telephone alone, and no verb of a sentence that goes on.</summary>
    private static bool IsAddress(string value) =>
        value.Any(char.IsDigit) && value.Count(char.IsLetter) >= 3 && !MovedDays.IsDay(value) && !value.Contains('@', StringComparison.Ordinal) && !value.Contains("http", StringComparison.OrdinalIgnoreCase)
            && !value.Contains("www.", StringComparison.OrdinalIgnoreCase)
        && (char.IsUpper(value[0]) || char.IsDigit(value[0]) || Folding.IsHan(value[0]) || Folding.IsArabic(value[0])
            || new MarkedText(value).At(Word.Street, 0) is { Length: > 1 } || Array.Exists(Towns, town => value.StartsWith(town, StringComparison.Ordinal)));

    private static readonly string[] Towns = [.. LexiconFile.Words("grammar", "townAbbreviation")];

    /// <summary>"New address of the Heron Trust: …": whose it is may stand before the colon.</summary>
    private static int BehindColon(string text, int at)
    {
        for (var i = at; i < text.Length && i - at < LongestOwner && text[i] is not ('\n' or '.' or '。' or ',' or '，' or '،') && !char.IsDigit(text[i]); i++)
            if (text[i] is ':' or '：') return i + 1;
        return at;
    }

    private const int LongestOwner = 60;

    private static int Behind(string text, List<PhraseHit<string>> hits, int at)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            while (at < text.Length && text[at] is ' ' or '\n' or ':' or '：' or '،' or ',' or '，' or '-' or '–' or '"' or '“' or '«') { at++; moved = true; }
            foreach (var small in hits) if (small.Value == "nextTo" && small.Start == at) { at = small.End; moved = true; break; }
        }
        return at;
    }

    /// <summary>The end of the sentence, of the line where the next holds another field, or of the block.</summary>
    private static int End(ItemContext context, int start)
    {
        var text = context.Text;
        var end = start;
        var bracketed = false;
        while (end < text.Length)
        {
            if (InBrackets(text, end)) (bracketed, end) = (true, text.IndexOf(')', end) + 1);
            else if (text[end] == '\n' && (bracketed || EndsLine(context, end)) || text[end] is '。' or ';' or '；' or '؛' or '!' or '(' or '（' or '»' or '”' or '"' || IsStop(text, end)) break;
            else end++;
        }
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or ',' or '،' or '，')) end--;
        return end;
    }

    /// <summary>"Montréal (Québec) H2X 1A1": short words in brackets behind which the address goes on.</summary>
    private static bool InBrackets(string text, int open)
    {
        if (text[open] != '(' || text.AsSpan(open, Math.Min(LongestBracket, text.Length - open)).IndexOf(')') is not (> 1 and var length)) return false;
        var inside = text.AsSpan(open + 1, length - 1);
        var next = open + length + 1;
        return !inside.ContainsAnyInRange('0', '9') && inside.IndexOfAny(":@\n") < 0 && next + 1 < text.Length
            && (text[next] == ' ' && (char.IsUpper(text[next + 1]) || char.IsDigit(text[next + 1])) || text[next] == ',');
    }

    private const int LongestBracket = 26;

    /// <summary>The address ends where a comma leads to something else: a day, "and", and in Chinese anything.</summary>
    private static int Parted(ItemContext context, int start, int end)
    {
        var text = context.Text;
        foreach (var date in Dates.Find(text[start..end], context.Year, context.Language))
            if (date.Start > ShortestHan && date.Value is DateReading.Day) { end = start + ActivitySmallWords.WithoutBeforeDate(text[start..(start + date.Start)].TrimEnd(' ', ',', '،')).Length; break; }
        for (var at = start; at < end; at++)
        {
            if (text[at] is '，' && Folding.IsHan(text[start])) return at;
            if (text[at] is not (',' or '،')) continue;
            var next = at + 1;
            while (next < end && text[next] is ' ' or '\n') next++;
            if (next < end && char.IsLower(text[next]) && context.Marked.At(Word.Conjunction, next) is { } and && and.End < end && text[and.End] == ' ') return at;
        }
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '،')) end--;
        return end;
    }

    /// <summary>A blank line, the end, or a line that begins with a label parts.</summary>
    private static bool EndsLine(ItemContext context, int at)
    {
        var text = context.Text;
        var next = at + 1;
        if (next >= text.Length || text[next] == '\n') return true;
        var stop = text.IndexOf('\n', next);
        var line = text.AsSpan(next, (stop < 0 ? text.Length : stop) - next);
        return line.IsWhiteSpace() || line.IndexOfAny(":：") is > 0 and < 30 || line.Contains('@') || text[at - 1] is '.' or '。';
    }

    /// <summary>A full stop behind a word of three letters at least or a figure, before a capital or the end: not "Av. Amazonas".</summary>
    private static bool IsStop(string text, int at)
    {
        if (text[at] != '.') return false;
        if (at + 1 >= text.Length || text[at + 1] == '\n') return true;
        if (text[at + 1] != ' ' || at + 2 < text.Length && !char.IsUpper(text[at + 2])) return false;
        var word = at;
        while (word > 0 && char.IsLetterOrDigit(text[word - 1])) word--;
        return at - word > 4 || at > word && char.IsDigit(text[at - 1]);
    }
}
