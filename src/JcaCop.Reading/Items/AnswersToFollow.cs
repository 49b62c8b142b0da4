using System.Globalization;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"The answers to questions 3 and 4 follow next week", "the rest later": what an answer to a questionnaire promises, and does not hold yet (<c>Lexicons/answersToFollow.json</c>).</summary>
/// <param name="Numbers">Of the questions whose answers are promised.</param>
/// <param name="Rest">All that is not answered is promised.</param>
/// <param name="Asides">Sentences that speak of questions and neither answer nor promise: "questions 2 and 3 are for the Ministry of Justice".</param>
/// <param name="Text">The text with blanks in the place of these sentences, so that none is taken for a part of an answer.</param>
internal sealed record AnswersToFollow(IReadOnlyList<string> Numbers, bool Rest, IReadOnlyList<string> Asides, string Text)
{
    private enum Says { Answer, Question, Follow, Later, Rest, Here, And, To }

    private static readonly PhraseIndex<Says> Index = new(LexiconFile.Phrases("answersToFollow").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Says>(entry.Code, true))));

    /// <summary>From the beginning of a sentence to the word for question or the promise; from the number to the promise; the length of a promise that is all of an answer; in it, from the verb to "next week".</summary>
    private const int HeadReach = 34, VerbReach = 90, TailReach = 60, LaterReach = 8;

    /// <summary>The whole answer under a number is a promise: "will follow", "answer to follow next week", 稍后提供.</summary>
    public static bool IsPromise(string answer)
    {
        if (answer.Length > TailReach || answer.AsSpan().ContainsAny(':', '：')) return false;
        var hits = Index.FindLongest(answer);
        if (hits.FindIndex(static hit => hit.Value == Says.Follow) is var at && at < 0 || hits.Exists(static hit => hit.Value == Says.Here)) return false;
        var before = answer[..hits[at].Start];
        foreach (var hit in hits[..at]) if (hit.Value is Says.Answer or Says.Later) before = before.Remove(hit.Start, hit.Length).Insert(hit.Start, new string(' ', hit.Length));
        var words = before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 || words is [var word] && Folding.IsHan(word[0]) && word.Length > 2) return false;
        // "Figures will follow shortly" gives none; "parents will be sent a letter next week" tells something.
        var gap = words is [{ Length: > 3 }] ? 1 : LaterReach;
        return hits[(at + 1)..].Exists(hit => hit.Value == Says.Later && hit.Start - hits[at].End <= gap) || !answer.AsSpan(hits[at].End).ContainsAnyExcept(" .。…;)(".AsSpan());
    }

    public static AnswersToFollow Find(string text)
    {
        var hits = Index.FindAll(text);
        if (!hits.Exists(static hit => hit.Value is Says.Follow or Says.Question)) return new AnswersToFollow([], false, [], text);
        var (numbers, rest, asides, blanked) = (new List<string>(), false, new List<string>(), (char[]?)null);
        foreach (var (start, end) in Sentences(text))
        {
            var own = hits.FindAll(hit => hit.Start >= start && hit.End <= end);
            if (own.Count == 0 || text.AsSpan(start, end - start).TrimEnd() is [.., ':' or '：'] || own.Exists(static hit => hit.Value == Says.Here)) continue;
            var (told, from, behind) = Told(text, start, end, own);
            var promises = own.Exists(hit => hit.Value == Says.Follow && (hit.Start >= behind ? hit.Start - behind : from - hit.End) <= VerbReach);
            if (told.Count > 0 && promises) numbers.AddRange(told.Except(numbers));
            else if (told.Count == 0 && TheRest(text, start, own)) rest = true;
            else if (told.Count > 0 && !promises && from - start <= HeadReach) asides.Add(text[start..end].Trim());
            else continue;
            blanked ??= text.ToCharArray();
            for (var at = start; at < end; at++) if (blanked[at] != '\n') blanked[at] = ' ';
        }
        return new AnswersToFollow(numbers, rest, asides, blanked is null ? text : new string(blanked));
    }

    /// <summary>The answers that are not given are promised: the sentence begins its line.</summary>
    private static bool TheRest(string text, int start, List<PhraseHit<Says>> own)
    {
        if (own.Find(static hit => hit.Value == Says.Follow) is not { Length: > 0 } follow || !BeginsLine(text, start)) return false;
        if (own.Exists(static hit => hit.Value == Says.Answer) && (own.Exists(static hit => hit.Value is Says.Rest) || own.Exists(static hit => hit.Value == Says.Later) && follow.Start - start <= HeadReach)) return true;
        return own.Exists(hit => hit.Value == Says.Rest && hit.Start - start <= 4 && follow.Start >= hit.Start && follow.Start - hit.End <= HeadReach / 2);
    }

    private static bool BeginsLine(string text, int start)
    {
        while (start > 0 && text[start - 1] is ' ' or '\u00a0' or '\t') start--;
        return start == 0 || text[start - 1] == '\n';
    }

    /// <summary>The numbers of questions that the sentence names, where they stand, and where they end. A number with a sign behind it heads an answer.</summary>
    private static (List<string> Numbers, int From, int End) Told(string text, int start, int end, List<PhraseHit<Says>> own)
    {
        foreach (var noun in own)
        {
            if (noun.Value is not (Says.Question or Says.Answer)) continue;
            var at = noun.End;
            while (at < end && at - noun.End < 4 && text[at] is ' ' or '\u00a0' or '.' or '№' or '°' or 'º') at++;
            var (numbers, behind) = List(text, at, end);
            if (numbers.Count > 0 && behind < text.Length && text[noun.Start] == '第' && OtherMeasures.Contains(text[behind])) continue;
            if (numbers.Count > 0 && !IsHead(text, numbers, behind, end)) return (numbers, noun.Start, behind);
        }
        var (first, ended) = List(text, start, end);
        return first.Count > 0 && !IsHead(text, first, ended, end) && own.Exists(hit => hit.Value == Says.Follow && hit.Start >= ended && hit.Start - ended <= 12) ? (first, start, ended) : ([], end, end);
    }

    /// <summary>"Question 3: …", "на вопрос 3 – …", 问题3　有: the answer stands behind a sign, a wide blank or the end of the line, or begins with a capital.</summary>
    private static bool IsHead(string text, List<string> numbers, int at, int end)
    {
        if (numbers.Count > 1) return false;
        if (at + 1 < end && (text[at] is '\u3000' or '\t' or '\n' || text[at] == ' ' && (text[at + 1] == ' ' || char.IsUpper(text[at + 1])))) return true;
        while (at < end && text[at] is ' ' or '\u00a0' or '题' or '題') at++;
        if (at > 0 && at < end && text[at - 1] is '题' or '題' or ' ' && Folding.IsHan(text[at])
            && text.AsSpan(Math.Max(0, at - 2), Math.Min(2, at)).ContainsAny('题', '題')) return !HanGoesOn.Contains(text[at]); // 第2题 由信息处负责
        return at < end && text[at] is '\u3000' or '\t' or ':' or '：' or '-' or '–' or '—' or '.' or ')' or '）' or '、' or ',' or '，' or '،' && at + 1 < end;
    }

    /// <summary>第3题的答复, 第3题和第4题: the sentence speaks of the question.</summary>
    private static readonly System.Buffers.SearchValues<char> HanGoesOn = System.Buffers.SearchValues.Create("的和及与與至到将將、");

    /// <summary>第11号法律, 第3条: a number with another measure word behind it is none of a question.</summary>
    private static readonly System.Buffers.SearchValues<char> OtherMeasures = System.Buffers.SearchValues.Create("号號条條款章届屆次部期段项項年月日研/");

    /// <summary>"3 and 4", "2, 3 и 5", "3–5", 3和4.</summary>
    private static (List<string> Numbers, int End) List(string text, int start, int end)
    {
        var numbers = new List<string>();
        var (at, last, stop) = (start, 0, start);
        var range = false;
        while (Number(text, at, end, out var value, out var behind))
        {
            for (var one = range && value > last && value - last < 30 ? last + 1 : value; one <= value; one++) numbers.Add(one.ToString(CultureInfo.InvariantCulture));
            (last, stop) = (value, behind);
            at = Joined(text, behind, end, out range);
            if (at < 0) break;
        }
        return (numbers, stop);
    }

    private static bool Number(string text, int at, int end, out int value, out int behind)
    {
        (value, behind) = (0, at);
        while (behind < end && behind - at < 3 && DateScanner.Digit(text[behind]) is >= 0 and var digit) (value, behind) = ((value * 10) + digit, behind + 1);
        return behind > at && value is > 0 and <= 60;
    }

    /// <returns>Where a further number may stand; -1 where the list ends.</returns>
    private static int Joined(string text, int at, int end, out bool range)
    {
        range = false;
        var from = at;
        while (at < end && text[at] is ' ' or '\u00a0' or '题' or '題' or '第') at++;
        if (at >= end) return -1;
        if (text[at] is ',' or '،' or '、' or '，' or '&' or '/') at++;
        else if (text[at] is '-' or '–' or '—') { range = true; at++; }
        while (at < end && text[at] is ' ' or '\u00a0') at++;
        foreach (var (word, isRange) in Joining)
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0) { range |= isRange; at += word.Length; break; }
        while (at < end && text[at] is ' ' or '\u00a0' or '第' or '№') at++;
        return at > from && at < end && DateScanner.Digit(text[at]) >= 0 ? at : -1;
    }

    private static readonly (string Word, bool IsRange)[] Joining =
        [.. LexiconFile.Words("answersToFollow", "and").Select(static word => (word, false)).Concat(LexiconFile.Words("answersToFollow", "to").Select(static word => (word, true)))
            .OrderByDescending(static one => one.word.Length)];

    /// <summary>Parts between the ends of sentences, blank lines, and lines that a number begins. A number with its full stop ends none.</summary>
    public static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !Ends(text, start, at)) continue;
            var (from, end) = (start, Math.Min(at + 1, text.Length));
            start = end;
            while (from < end && (char.IsWhiteSpace(text[from]) || text[from] is '•' or '\u200f' or '\u200e')) from++;
            if (from < end) yield return (from, end);
        }
    }

    private static bool Ends(string text, int start, int at)
    {
        if (text[at] is '。' or '；' or '؛' or ';' or '！' or '?' or '؟' or '？') return true;
        if (text[at] is '.' or '!') return (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1])) && !IsHead(text, start, at);
        if (text[at] != '\n') return false;
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\u00a0' or '\u200f' or '\u200e' or '-' or '•') next++;
        if (next >= text.Length || text[next] == '\n') return true;
        var end = text.IndexOf('\n', next);
        return at - text.LastIndexOf('\n', Math.Max(0, at - 1)) < ShortLine || QuestionMarker.At(text, next, end < 0 ? text.Length : end) is not null;
    }

    /// <summary>The full stop stands behind the number of an answer: "1.", "Question 1.", ": 1.".</summary>
    private static bool IsHead(string text, int start, int at)
    {
        var before = at - 1;
        while (before >= start && DateScanner.Digit(text[before]) >= 0) before--;
        if (at - before - 1 is < 1 or > 2) return false;
        while (before >= start && char.IsWhiteSpace(text[before])) before--;
        if (before < start || text[before] is ':' or '：' or '–' or '—' or '(' or '•') return true;
        while (start < at && char.IsWhiteSpace(text[start])) start++;
        return QuestionMarker.At(text, start, at + 1) is { Labelled: true } marker && marker.End > at;
    }

    /// <summary>A line that a mail program has broken is longer.</summary>
    private const int ShortLine = 56;
}
