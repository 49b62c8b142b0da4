using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads numbered answers in a row: "1) Yes …", "Q2 - …", "问题3：…". A question repeated before its answer is left out.</summary>
internal static class NumberedAnswers
{
    /// <returns>Labelled: most numbers stand behind a word for question; Marked: so many questions have a line of their own that begins with a word for answer.</returns>
    /// <param name="asked">Numbers of the questions, where they are known: a second part of an answer may begin with any of them.</param>
    /// <remarks>What is promised for later, and what is said of other questions, is no part of an answer (<see cref="AnswersToFollow"/>).</remarks>
    public static (int Start, bool Labelled, int Marked, List<QuestionnaireResponse> Responses) Read(string whole, IReadOnlyCollection<string>? asked = null)
    {
        var text = AnswersToFollow.Find(whole).Text;
        var responses = new List<QuestionnaireResponse>();
        var first = -1;
        var (labelled, answered) = (0, 0);
        QuestionMarker? open = null;
        var answer = new List<string>();
        var blank = false;
        var last = 0;
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            if (end < 0) end = text.Length;
            Line(line, end);
            line = end + 1;
        }
        Keep();
        return (first, labelled * 2 >= responses.Count, answered, responses);

        void Line(int start, int end)
        {
            var content = start;
            while (content < end && (char.IsWhiteSpace(text[content]) || text[content] is '•' or '-' or '\u200f' or '\u200e')) content++;
            if (content >= end) { blank = true; return; }
            if (QuestionMarker.At(text, content, end) is { } marker && marker.Order >= last && (marker.Order <= last + 6 && (last > 0 || marker.Order <= 2) || asked?.Contains(marker.Number) == true))
            {
                Keep();
                if (first < 0) first = content;
                open = marker;
                last = marker.Order;
                var stop = NextOnLine(text, marker, end);
                if (marker.End < stop) answer.Add(text[marker.End..stop].Trim());
                if (stop < end) { blank = false; Line(stop, end); return; }
            }
            else if (open is null && BehindColon(content, end) is { } begins)
            {
                blank = false;
                Line(begins, end);
                return;
            }
            else if (open is not null)
            {
                // below a blank line only the answer to a question that has none yet goes on
                if (blank && HasAnswer()) { Keep(); return; }
                answer.Add(text[content..end].Trim());
            }
            blank = false;
        }

        // "In reply to CL-24/10: 1. Yes. 2. No.": where the questions are known, their answers may begin behind what introduces them.
        int? BehindColon(int from, int end)
        {
            for (var at = from; asked is not null && at < end; at++)
            {
                if (text[at] is not (':' or '：')) continue;
                var begins = at + 1;
                while (begins < end && char.IsWhiteSpace(text[begins])) begins++;
                if (begins < end && DateScanner.Digit(text[begins]) >= 0 && QuestionMarker.At(text, begins, end) is { } marker && marker.End < end && asked.Contains(marker.Number)) return begins;
            }
            return null;
        }

        // "1. Yes. 2. No.": the next number behind the end of a sentence begins the next answer.
        int NextOnLine(string text, QuestionMarker marker, int end)
        {
            for (var at = marker.End + 1; at < end; at++)
                if (DateScanner.Digit(text[at]) >= 0 && BehindSentence(text, at) is { } ended && QuestionMarker.At(text, at, end) is { Labelled: false } next && next.Order == marker.Order + 1
                    && next.End > at && (next.End >= end || DateScanner.Digit(text[next.End]) < 0 || asked?.Contains(next.Number) == true && char.IsWhiteSpace(text[next.End - 1]) && !AbbreviationBefore(text, at)
                        || text.AsSpan(0, at).TrimEnd() is [.., ';' or '；' or '؛'])
                        && (ended || text.AsSpan(at, next.End - at).ContainsAny(')', '）')))
                    return at;
            return end;
        }

        // Null where the number stands inside of a sentence; false behind a comma.
        static bool? BehindSentence(string text, int at)
        {
            var before = at - 1;
            while (before > 0 && char.IsWhiteSpace(text[before])) before--;
            if (text[before] is '。' or '；') return true;
            if (before == at - 1) return null;
            if (text[before] is ';' or '؛' or '!') return true;
            return text[before] is '.' ? before > 0 && DateScanner.Digit(text[before - 1]) < 0 : text[before] is ',' or '،' or '，' ? false : null;
        }

        bool HasAnswer() => Answer().Length > 0;

        string Answer()
        {
            var whole = MailLayout.Unwrap(string.Join(' ', answer)).Trim();
            if (QuestionnaireWords.BehindMark(whole) is { } marked) return marked;
            var question = whole.LastIndexOfAny(['?', '？', '؟']);
            if (question < 0) return whole;
            var rest = whole[(question + 1)..].Trim(' ', '-', '–', ':', '：', '—');
            return question > (Lexicons.Folding.IsHan(whole[0]) ? 4 : 12) && (rest.Length > 0 || whole.Length == question + 1) ? rest : whole;
        }

        void Keep()
        {
            if (open is not null && answer.Count > 1 && answer.FindIndex(static line => QuestionnaireWords.BehindMark(line) is not null) > 0) answered++;
            if (open is { } marker && Answer() is { Length: > 0 } written && !QuestionnaireWords.IsBlank(written))
            {
                responses.Add(new QuestionnaireResponse(marker.Number, written));
                if (marker.Labelled) labelled++;
            }
            open = null;
            answer.Clear();
            blank = false;
        }
    }

    /// <summary>"Law No. 2. 2011": two letters before a stop are no sentence, whatever number follows.</summary>
    private static bool AbbreviationBefore(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd().TrimEnd(".");
        var letters = 0;
        while (letters < before.Length && letters < 3 && char.IsLetter(before[^(letters + 1)])) letters++;
        return letters is 1 or 2 && before[^1] < '\u2e80';
    }
}
