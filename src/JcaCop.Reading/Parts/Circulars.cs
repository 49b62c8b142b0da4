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
            if (hit.Value == ReferenceWord.Circular)
            {
                if (NumberAfter(text, hit.End) is { } after) (found ??= []).Add(after);
                else if (NumberBefore(text, hit.Start) is { } before) (found ??= []).AddRange([.. Ahead(text, before.Start).Reverse(), before]);
            }
        return found ?? (IReadOnlyList<Mention<string>>)[];
    }

    private static Mention<string>? NumberAfter(string text, int from)
    {
        var scanner = new DateScanner(text);
        Span<char> word = stackalloc char[64];
        var at = from;
        for (var steps = 0; steps < 8 && at < text.Length; steps++)
        {
            while (at < text.Length && at - from < 60 && (text[at] is ' ' or '\u00a0' or '.' or ':' or '(' or '"' or '«' or '“' or '№' or '#' or '°' or 'º' or '第' or '：'
                || text[at] == '\n' && (steps > 0 || IsWrapped(text, at)))) at++;
            if (at < text.Length && text[at] is '-' or '–' && at + 1 < text.Length) at++;
            if (at >= text.Length) return null;
            if (DateScanner.Digit(text[at]) >= 0)
            {
                var end = scanner.Number(at, out var value, out var digits);
                if (end < 0 || digits > 4 || value == 0) return null;
                if (IsDate(ref scanner, end, value, digits) || scanner.At(end) is '%' || scanner.At(end) == '/' && !IsListed(ref scanner, end + 1, digits) || IsClause(scanner.At(BehindFurther(text, ref scanner, end)))) return null;
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

    /// <summary>"Circulaire\n313, …": a mail program broke the line before the number; "1." numbers what follows.</summary>
    private static bool IsWrapped(string text, int turn) =>
        turn + 4 < text.Length && char.IsAsciiDigit(text[turn + 1]) && char.IsAsciiDigit(text[turn + 2]) && char.IsAsciiDigit(text[turn + 3]) && text[turn + 4] is ' ' or ',' or ';' or '\n';

    /// <summary>"Circulars 313/315": two numbers of three digits; "circular 12/2013" has a year.</summary>
    private static bool IsListed(ref DateScanner scanner, int at, int digits) => digits == 3 && scanner.Number(at, out _, out var next) > 0 && next == 3;

    /// <summary>通函第3、4段: behind the last of several numbers stands of what they are.</summary>
    private static int BehindFurther(string text, ref DateScanner scanner, int end)
    {
        var at = scanner.Blanks(end);
        for (var count = 0; count < 10 && at < text.Length && text[at] is '、' or '和' or '及' or '与' or '與' or '至' or '到' or '-' or '–' or '，'; count++)
        {
            var next = at + 1;
            while (next < text.Length && text[next] is ' ' or '第') next++;
            var past = next;
            while (past < text.Length && past - next <= 2 && DateScanner.Digit(text[past]) >= 0) past++;
            if (past == next) break;
            at = scanner.Blanks(past);
        }
        return at;
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

    /// <summary>The numbers of a list before the last one, from right to left: 第313号和第315号通函.</summary>
    private static IEnumerable<Mention<string>> Ahead(string text, int start)
    {
        for (var at = start; ;)
        {
            var joint = at - 1;
            while (joint >= 0 && text[joint] is ' ' or '第') joint--;
            if (joint < 1 || text[joint] is not ('和' or '与' or '與' or '及' or '暨' or '、' or '，' or ',')) yield break;
            var end = joint;
            while (end > 0 && text[end - 1] is ' ' or '号' or '號') end--;
            at = end;
            while (at > 0 && end - at <= 4 && DateScanner.Digit(text[at - 1]) >= 0) at--;
            if (end - at is 0 or > 4) yield break;
            var value = 0;
            for (var i = at; i < end; i++) value = value * 10 + DateScanner.Digit(text[i]);
            yield return new Mention<string>(value.ToString(System.Globalization.CultureInfo.InvariantCulture), at, end - at, 0.95);
        }
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
