using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Text;

/// <summary>A passage headed "(Courtesy translation: …)", "[English] …" or "--- English version ---" says once more what the letter says: the letter counts, the passage does not.</summary>
/// <remarks>A passage that is much longer than the letter, is in its language, or holds an address or number of its own, is read like the rest.</remarks>
internal static class Translated
{
    private enum Head { Translation, Version }

    private static readonly PhraseIndex<Head> Heads = new(LexiconFile.Phrases("mail/translations").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Head>(entry.Code, true))));

    /// <summary>So far behind the words that head a passage stands its colon: "译文供参考：".</summary>
    private const int LongestTail = 14;

    /// <summary>A Han character says what about three letters do.</summary>
    private const int HanWeight = 3;

    /// <summary>The least share of the passage's letters that the rest must have.</summary>
    private const double LeastRest = 0.6;

    /// <summary>Shorter runs of digits (a circular, a day) a translation may write otherwise.</summary>
    private const int LongNumber = 6;

    /// <summary>The text with such passages replaced by blanks; line ends stay, so that offsets hold.</summary>
    public static string Blank(string text)
    {
        foreach (var hit in Heads.FindLongest(text))
        {
            if (Passage(text, hit) is not var (start, end) || end - start < hit.Length || !Repeats(text, start, end)) continue;
            var blanked = text.ToCharArray();
            for (var at = start; at < end; at++) if (blanked[at] != '\n') blanked[at] = ' ';
            return new string(blanked);
        }
        return text;
    }

    /// <summary>Where the passage that the words head begins, with them, and ends; null where they head none.</summary>
    private static (int Start, int End)? Passage(string text, PhraseHit<Head> hit)
    {
        var start = hit.Start;
        while (start > 0 && text[start - 1] is ' ' or '\u00a0') start--;
        if (start > 0 && "([（【".IndexOf(text[start - 1], StringComparison.Ordinal) is >= 0 and var kind)
        {
            var close = Closing(text, hit.End, text[start - 1], ")]）】"[kind]);
            if (close < 0) return null;
            var colon = Colon(text, hit.End, close);
            if (colon >= 0) return (start - 1, close + 1);
            return text.AsSpan(hit.End, close - hit.End).Trim().IsEmpty ? (start - 1, EndBehind(text, close + 1)) : null;
        }
        var line = text.LastIndexOf('\n', Math.Max(0, hit.Start - 1)) + 1;
        if (hit.Start == 0) line = 0;
        var lead = text.AsSpan(line, hit.Start - line).Trim();
        foreach (var c in lead) if (c is not ('-' or '–' or '—' or '=' or '*' or '_' or '#' or ' ' or '/')) return null;
        var stop = text.IndexOf('\n', hit.End) is >= 0 and var turn ? turn : text.Length;
        var tail = text.AsSpan(hit.End, stop - hit.End).Trim(" -–—=*_#/\u00a0");
        if (tail.IsEmpty || tail is [':' or '：']) return lead.IsEmpty && tail.IsEmpty && hit.Value == Head.Version && text.AsSpan(hit.End, stop - hit.End).Trim().IsEmpty ? null : (line, text.Length);
        return hit.Value == Head.Translation && Colon(text, hit.End, stop) >= 0 ? (line, EndBehind(text, hit.End)) : null;
    }

    private static int Colon(string text, int from, int end)
    {
        var colon = text.AsSpan(from, Math.Min(end - from, LongestTail)).IndexOfAny(':', '：');
        return colon < 0 || text.AsSpan(from, colon).Contains('\n') ? -1 : from + colon;
    }

    private static int Closing(string text, int from, char open, char close)
    {
        var depth = 1;
        for (var at = from; at < text.Length; at++)
            if (text[at] == open) depth++;
            else if (text[at] == close && --depth == 0) return at;
        return -1;
    }

    /// <summary>Text on the line of its heading ends with its paragraph; what stands below a heading goes on to the end.</summary>
    private static int EndBehind(string text, int at)
    {
        var stop = text.IndexOf('\n', at) is >= 0 and var turn ? turn : text.Length;
        if (text.AsSpan(at, stop - at).Trim(" :：-–—").IsEmpty) return text.Length;
        var blank = text.IndexOf("\n\n", at, StringComparison.Ordinal);
        return blank < 0 ? text.Length : blank;
    }

    private static bool Repeats(string text, int start, int end)
    {
        var passage = text[start..end];
        var rest = string.Concat(text.AsSpan(0, start), "\n", text.AsSpan(end));
        if (Weight(rest) < LeastRest * Weight(passage)) return false;
        if (LanguageEvidence.Of(passage).Best(out _) is not { } other || LanguageEvidence.Of(rest).Best(out _) is not { } own || other == own) return false;
        return !HoldsOwn(passage, rest);
    }

    /// <summary>An address or a long number that the rest does not have, or more titled persons than it has.</summary>
    private static bool HoldsOwn(string passage, string rest)
    {
        if (Titled(passage) > Titled(rest)) return true;
        foreach (var word in passage.Split([' ', '\n', '\t', ',', ';', '(', ')', '<', '>'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Contains('@', StringComparison.Ordinal) && !rest.Contains(word.Trim('.', ':'), StringComparison.OrdinalIgnoreCase)) return true;
        var digits = string.Concat(rest.Where(char.IsAsciiDigit));
        var run = "";
        foreach (var c in passage + "\n")
        {
            if (char.IsAsciiDigit(c)) { run += c; continue; }
            if (c is ' ' or '-' or '(' or ')' or '+' or '/' or '\u00a0') continue;
            if (run.Length >= LongNumber && !digits.Contains(run, StringComparison.Ordinal)) return true;
            run = "";
        }
        return false;
    }

    private static int Weight(string text)
    {
        var sum = 0;
        foreach (var c in text) sum += Folding.IsHan(c) ? HanWeight : char.IsLetter(c) ? 1 : 0;
        return sum;
    }

    private static int Titled(string text)
    {
        var count = 0;
        foreach (var kind in (Word[])[Word.Honorific, Word.HonorificAfter])
            foreach (var _ in new MarkedText(text).Within(kind, 0, text.Length)) count++;
        return count;
    }
}
