using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Finds the numbers of circulars: TSB Circular 313, Циркуляр 313 БСЭ, 第313号通函, الرسالة المعممة رقم 313.</summary>
public static class Circulars
{
    public static IReadOnlyList<Mention<string>> Find(string text) =>
        Find(text, ReferenceWords.Index.FindLongest(text));

    internal static IReadOnlyList<Mention<string>> Find(string text, IReadOnlyList<PhraseHit<ReferenceWord>> words)
    {
        List<Mention<string>>? found = null;
        foreach (var hit in words)
            if (hit.Value == ReferenceWord.Circular && (NumberAfter(text, hit.End) ?? NumberBefore(text, hit.Start)) is { } number)
                (found ??= []).Add(number);
        return found ?? (IReadOnlyList<Mention<string>>)[];
    }

    private static Mention<string>? NumberAfter(string text, int from)
    {
        var scanner = new DateScanner(text);
        Span<char> word = stackalloc char[64];
        var at = from;
        for (var steps = 0; steps < 8 && at < text.Length; steps++)
        {
            while (at < text.Length && at - from < 60 && (text[at] is ' ' or '\u00a0' or '.' or ':' or '(' or '"' or '«' or '“' or '№' or '#' or '°' or 'º' or '第' or '：' || text[at] == '\n' && steps > 0)) at++;
            if (at < text.Length && text[at] is '-' or '–' && at + 1 < text.Length) at++;
            if (at >= text.Length) return null;
            if (DateScanner.Digit(text[at]) >= 0)
            {
                var end = scanner.Number(at, out var value, out var digits);
                if (end < 0 || digits > 4 || value == 0) return null;
                if (IsDate(ref scanner, end, value, digits) || scanner.At(end) is '/' or '%' || IsClause(scanner.At(scanner.Blanks(end)))) return null;
                return new Mention<string>(value.ToString(System.Globalization.CultureInfo.InvariantCulture), at, end - at, 0.95);
            }
            var next = scanner.Word(at, word, out var length);
            if (next < 0)
            {
                if (!ReferenceWords.BeforeNumber.Contains(text[at].ToString())) return null;
                at++;
                continue;
            }
            if (!ReferenceWords.BeforeNumber.Contains(word[..length].ToString())) return null;
            if (scanner.At(next) == '-' && char.IsLetter(scanner.At(next + 1))) next = scanner.Word(next + 1, word, out _) is var rest && rest > 0 ? rest : next;
            at = next;
        }
        return null;
    }

    /// <summary>通函第3段: a paragraph of the circular.</summary>
    private static bool IsClause(char unit) => unit is '段' or '款' or '点' or '點' or '条' or '條' or '项' or '項' or '页' or '頁';

    /// <summary>"circular of 28 November", "circular 2012": a date, not a number. Circulars of a period do not reach year numbers.</summary>
    private static bool IsDate(ref DateScanner scanner, int end, int value, int digits)
    {
        if (digits == 4) return true;
        if (value > 31) return false;
        var next = scanner.Blanks(end);
        if (scanner.Small(next, DateRole.Of) is >= 0 and var of) next = scanner.Blanks(of);
        return scanner.Month(next, out _, out _) >= 0 || scanner.At(end) is '.' or '/' or '-' && DateScanner.Digit(scanner.At(end + 1)) >= 0 || scanner.At(next) is '月' or '日';
    }

    /// <summary>第313号通函, 313号通函, "TSB 313 circular".</summary>
    private static Mention<string>? NumberBefore(string text, int to)
    {
        var at = to - 1;
        while (at >= 0 && to - at < 8 && (text[at] is ' ' or '号' or '號' or '（' or '）' or '(' or ')' || text[at] is 'T' or 'S' or 'B')) at--;
        var end = at + 1;
        while (at >= 0 && end - at <= 5 && DateScanner.Digit(text[at]) >= 0) at--;
        var digits = end - 1 - at;
        if (digits is < 1 or > 4) return null;
        var marked = end < text.Length && text[end..to].AsSpan().IndexOfAny('号', '號') >= 0 || at >= 0 && text[at] == '第';
        if (!marked) return null;
        var scanner = new DateScanner(text);
        scanner.Number(at + 1, out var value, out _);
        return new Mention<string>(value.ToString(System.Globalization.CultureInfo.InvariantCulture), at + 1, digits, 0.95);
    }
}
