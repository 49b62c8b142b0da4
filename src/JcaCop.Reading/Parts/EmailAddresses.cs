using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Finds e-mail addresses, plain or written so that address harvesters miss them; the value is the normal form.</summary>
/// <remarks>RFC 5321, 4.1.2, without quoted local parts. <c>name [at] domain [dot] org</c>, <c>name(at)domain.org</c>, <c>name # domain.org</c> and
/// the words for the sign in six languages count, a blank around a plain @ too.</remarks>
public static class EmailAddresses
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 180;
    private static readonly SearchValues<char> Signs = SearchValues.Create("@＠[({#");

    private static readonly string[] AtWords = [.. LexiconFile.Words("contacts", "at")];
    private static readonly string[] DotWords = [.. LexiconFile.Words("contacts", "dot")];
    private static readonly string[] LooseAtWords = [.. LexiconFile.Words("contacts", "looseAt")];
    private static readonly WordSet NoMailboxes = LexiconFile.Set("contacts", "noMailbox");

    /// <summary>The same, to see in one pass whether a text may have any; "at" is in every other sentence and counts only where no address was found.</summary>
    private static readonly TextMarks LooseAtButEnglish = new(" arroba ", " arobase ", "собак", "собачк", "آت");

    public static List<Mention<string>> Find(string text) => Find(text, TextSpan.FromBounds(0, text.Length));

    public static List<Mention<string>> Find(string text, TextSpan within)
    {
        var found = new List<Mention<string>>();
        var from = within.Start;
        var at = from;
        bool? spaced = null;
        while (at < within.End)
        {
            var next = text.AsSpan(at, within.End - at).IndexOfAny(Signs);
            if (next < 0) break;
            at += next;
            if (text[at] == '#') spaced ??= text.Contains("# ", StringComparison.Ordinal);
            if (SignAt(text, at, within.End, spaced is true) is var (signStart, signEnd, confidence) && signEnd > 0
                && Around(text, Math.Max(from, within.Start), signStart, signEnd, within.End, confidence) is { } mention)
            {
                found.Add(mention);
                at = from = mention.End;
            }
            else at++;
        }
        Words(text, within, found);
        return found;
    }

    /// <summary>The address in a cell that is known to hold one; null where there is none. The first of several counts.</summary>
    public static string? Parse(string cell) => Find(cell) is [var first, ..] ? first.Value : null;

    /// <param name="spaced">Somewhere in the text the sign # stands before a blank.</param>
    private static (int Start, int End, double Confidence) SignAt(string text, int at, int end, bool spaced)
    {
        if (text[at] is '@' or '＠') return (at, at + 1, 0.99);
        if (text[at] == '#') return text.AsSpan(at + 1, Math.Min(end - at - 1, 120)).Contains('@') || spaced ? (at, at + 1, 0.7) : default;
        var close = text.AsSpan(at + 1, Math.Min(10, end - at - 1)).IndexOfAny("])}");
        if (close < 0) return default;
        var word = text.AsSpan(at + 1, close).Trim();
        foreach (var known in AtWords)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return (at, at + close + 2, 0.95);
        return default;
    }

    private static Mention<string>? Around(string text, int floor, int signStart, int signEnd, int end, double confidence)
    {
        var localEnd = signStart;
        while (localEnd > floor && text[localEnd - 1] is ' ' or '\u00a0') localEnd--;
        var start = localEnd;
        while (start > floor && localEnd - start < LongestLocal && IsLocal(text[start - 1])) start--;
        while (start < localEnd && text[start] is '.' or '-' or '\'' or '+') start++;
        if (start == localEnd || text[localEnd - 1] == '.') return null;
        var at = signEnd;
        while (at < end && text[at] is ' ' or '\u00a0') at++;
        var domain = Domain(text, at, end, out var domainEnd, ref confidence);
        if (domain is null) return null;
        if (localEnd != signStart || at != signEnd) confidence = Math.Min(confidence, 0.95);
        return new Mention<string>(string.Concat(text.AsSpan(start, localEnd - start), "@", domain), start, domainEnd - start, confidence);
    }

    private static string? Domain(string text, int at, int end, out int domainEnd, ref double confidence)
    {
        var domain = new System.Text.StringBuilder(32);
        var dots = 0;
        domainEnd = at;
        end = Math.Min(end, at + LongestDomain);
        while (at < end)
        {
            var c = text[at];
            if (char.IsAsciiLetterOrDigit(c) || c == '-' && domain.Length > 0 || c > 0x7f && char.IsLetterOrDigit(c) && !Folding.IsHan(c) && !Folding.IsArabic(c))
            {
                domain.Append(c);
                at++;
                domainEnd = at;
                continue;
            }
            var dotEnd = DotAt(text, at, end, domain.Length > 0);
            if (dotEnd < 0) break;
            if (dotEnd - at > 1) confidence = Math.Min(confidence, 0.95);
            domain.Append('.');
            dots++;
            at = dotEnd;
        }
        while (domain.Length > 0 && domain[^1] is '.' or '-')
        {
            if (domain[^1] == '.') dots--; else domainEnd--;
            domain.Length--;
        }
        return dots > 0 && domain.Length > 3 ? domain.ToString() : null;
    }

    /// <returns>End of the dot, or of its word; -1 where there is none.</returns>
    private static int DotAt(string text, int at, int end, bool begun)
    {
        if (!begun) return -1;
        if (text[at] == '.') return at + 1 < end && char.IsLetterOrDigit(text[at + 1]) ? at + 1 : -1;
        var bracket = text[at] is '[' or '(' or '{';
        if (!bracket && text[at] != ' ') return -1;
        var start = at + 1;
        while (bracket && start < end && text[start] == ' ') start++;
        if (!bracket && start < end && text[start] is '[' or '(') return DotAt(text, start, end, begun);
        foreach (var word in DotWords)
        {
            if (start + word.Length >= end || !text.AsSpan(start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)) continue;
            var behind = start + word.Length;
            while (bracket && behind < end && text[behind] == ' ') behind++;
            if (bracket ? text[behind] is ']' or ')' or '}' : text[behind] == ' ' && word != "." && behind + 1 < end && char.IsAsciiLetterLower(text[behind + 1]))
            {
                behind++;
                while (bracket && behind < end && text[behind] == ' ') behind++;
                return behind < end && char.IsLetterOrDigit(text[behind]) ? behind : -1;
            }
        }
        return -1;
    }

    /// <summary>"rmolina ARROBA example PUNTO org": words alone, looked for only where no sign was found.</summary>
    private static void Words(string text, TextSpan within, List<Mention<string>> found)
    {
        var plain = found.Count;
        if (!LooseAtButEnglish.Occur(within.Of(text)) && (plain > 0 || within.Of(text).IndexOf(" at ", StringComparison.OrdinalIgnoreCase) < 0)) return;
        foreach (var word in LooseAtWords)
        {
            if (plain > 0 && word == "at") continue;
            for (var at = within.Start; at < within.End;)
            {
                var next = text.AsSpan(at, within.End - at).IndexOf($" {word} ", StringComparison.OrdinalIgnoreCase);
                if (next < 0) break;
                var sign = at + next + 1;
                at = sign + word.Length;
                if (Around(text, within.Start, sign, at, within.End, 0.9) is { } mention && !IsPage(mention.Value))
                {
                    if (!found.Exists(other => other.Start < mention.End && mention.Start < other.End)) found.Add(mention);
                    at = mention.End;
                }
            }
        }
        if (found.Count > plain) found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>"our site is now at www.lark.example": where something is found, and no mailbox.</summary>
    private static bool IsPage(string value)
    {
        var sign = value.IndexOf('@', StringComparison.Ordinal);
        return value.AsSpan(sign + 1).StartsWith("www.", StringComparison.OrdinalIgnoreCase) || NoMailboxes.Contains(value.AsSpan(0, sign));
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '\'' or '&' or '%' or '!'
        || c is >= '\u00c0' and <= '\u024f';
}
