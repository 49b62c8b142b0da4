using JcaCop.Reading.Layout;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>Reads answers typed between quoted questions. A question without new text below it has no answer.</summary>
internal static class QuotedAnswers
{
    /// <summary>A mark before the answer, with its colon.</summary>
    private const int LongestMark = 20;

    /// <returns>Where the first answer begins, the answers, and the question above each.</returns>
    public static (int Start, List<QuestionnaireResponse> Responses, List<string> Questions) Read(MailBody body)
    {
        var responses = new List<QuestionnaireResponse>();
        var questions = new List<string>();
        var asked = new System.Text.StringBuilder();
        var first = -1;
        string? number = null;
        var depth = 0;
        var answered = false;
        var answer = new System.Text.StringBuilder();
        var text = body.Text;
        foreach (var passage in body.Passages)
        {
            // an answer of a few words between questions looks like a signature to the cut; it is none while a question waits for it
            if (passage.Kind == PassageKind.Signature && number is not null && !answered) { Waiting(passage); continue; }
            if (passage.Kind is not (PassageKind.New or PassageKind.Quote)) { Keep(); number = null; continue; }
            for (var line = passage.Start; line < passage.Start + passage.Length;)
            {
                var end = text.IndexOf('\n', line, passage.Start + passage.Length - line);
                if (end < 0) end = passage.Start + passage.Length;
                if (passage.Kind == PassageKind.Quote) Quoted(line, end);
                else if (number is not null) New(line, end);
                line = end + 1;
            }
        }
        Keep();
        return (first, responses, questions);

        void Quoted(int start, int end)
        {
            var (content, level) = WithoutPrefix(text, start, end);
            if (content >= end || depth > 0 && level > depth) return;
            if (QuestionMarker.At(text, content, end) is { } marker)
            {
                Keep();
                number = marker.Number;
                depth = level;
                answered = false;
                asked.Clear().Append(text, marker.End, end - marker.End);
            }
            else if (number is not null && !answered) asked.Append(' ').Append(text, content, end - content);
            else if (answered)
            {
                Keep();
                number = null;
            }
        }

        void Waiting(BodyPassage passage)
        {
            for (var line = passage.Start; line < passage.Start + passage.Length;)
            {
                var end = text.IndexOf('\n', line, passage.Start + passage.Length - line);
                if (end < 0) end = passage.Start + passage.Length;
                var written = text.AsSpan(line, end - line).Trim();
                if (written is "--" or "—" || written.IsEmpty && answered) return;
                New(line, end);
                line = end + 1;
            }
        }

        void New(int start, int end)
        {
            var written = text[start..end].Trim();
            if (written.Length == 0) return;
            if (first < 0) first = start;
            answered = true;
            if (answer.Length > 0) answer.Append(' ');
            answer.Append(written);
        }

        void Keep()
        {
            if (number is not null && answer.Length > 0 && QuestionnaireWords.BehindMark(MailLayout.Unwrap(answer.ToString())) is not "")
            {
                responses.Add(new QuestionnaireResponse(number, MailLayout.Unwrap(answer.ToString()) is var written
                        && QuestionnaireWords.BehindMark(written) is { Length: > 0 } marked && written.Length - marked.Length < LongestMark
                        ? marked : written));
                questions.Add(asked.ToString());
            }
            answer.Clear();
        }
    }

    /// <summary>"&gt; ", "&gt;&gt; ", "IC&gt; ", "| ": the marks of quoting, and how deep they go.</summary>
    private static (int Content, int Depth) WithoutPrefix(string text, int start, int end)
    {
        var at = start;
        var depth = 0;
        while (at < end)
        {
            while (at < end && char.IsWhiteSpace(text[at])) at++;
            var mark = at;
            while (mark < end && mark - at < 4 && char.IsLetter(text[mark])) mark++;
            if (mark >= end || text[mark] is not ('>' or '|' or '＞')) break;
            while (mark < end && text[mark] is '>' or '|' or '＞') { mark++; depth++; }
            at = mark;
        }
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return (at, depth);
    }
}
