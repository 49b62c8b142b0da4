using System.Text;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// Answers to known questions that stand in running text: "TSB Circular 302: 1. No; 2. The act of 2009", "on question 3 – the Office. On question 4 – none." Each is put on a line of its own, as people who
/// answer in lists write it.
/// </summary>
internal static class ProseAnswers
{
    private static readonly PhraseIndex<bool> Nouns = new(LexiconFile.Words("answersToFollow", "question").Select(static word => KeyValuePair.Create(word, true)));

    /// <summary>"In answer to your ", before the word for question; "number " behind it. UTF-16 units.</summary>
    private const int HeadReach = 34, NumberReach = 4;

    /// <param name="asked">Numbers of the questions.</param>
    /// <returns>As long as the text, or longer.</returns>
    public static string InLines(string text, IReadOnlyCollection<string> asked)
    {
        var nouns = Nouns.FindAll(text);
        var lines = new StringBuilder(text.Length + 16);
        var from = 0;
        foreach (var (start, end) in AnswersToFollow.Sentences(text))
        {
            if (start < from) continue;
            if (Labelled(text, start, end, nouns, asked) is { } head)
            {
                lines.Append(text, from, start - from).Append('\n').Append(head.Number).Append(": ");
                from = head.End;
            }
            else if (Numbered(text, start, end, asked) is var at and > 0)
            {
                lines.Append(text, from, at - from).Append('\n');
                from = at;
            }
        }
        return from == 0 ? text : lines.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>"On question 3 – ": small words, the word for question, a number that was asked, and a sign.</summary>
    private static (string Number, int End)? Labelled(string text, int start, int end, List<PhraseHit<bool>> nouns, IReadOnlyCollection<string> asked)
    {
        foreach (var noun in nouns)
        {
            if (noun.Start < start || noun.End > end || noun.Start - start > HeadReach || text.AsSpan(start, noun.Start - start).ContainsAny(':', ',', '：')) continue;
            var at = noun.End;
            while (at < end && at - noun.End < NumberReach && text[at] is ' ' or '\u00a0' or '.' or '№' or '°') at++;
            var digits = at;
            while (at < end && DateScanner.Digit(text[at]) >= 0) at++;
            if (at == digits || at - digits > 2) continue;
            var number = string.Concat(text[digits..at].Select(static c => (char)('0' + DateScanner.Digit(c))));
            while (at < end && text[at] is ' ' or '\u00a0' or '题' or '題') at++;
            if (asked.Contains(number) && at < end && text[at] is ':' or '：' or '-' or '–' or '—' or ',' or '，' or '،' && IsWord(text, start, noun.Start)) return (number, at + 1);
        }
        return null;
    }

    /// <summary>Words alone, no number or sign, stand before the word for question.</summary>
    private static bool IsWord(string text, int start, int end)
    {
        for (var at = start; at < end; at++) if (!char.IsLetter(text[at]) && !char.IsWhiteSpace(text[at]) && text[at] is not ('\'' or '’' or '-' or '•')) return false;
        return true;
    }

    /// <summary>"Circular 302: 1. No": the number of a question behind a colon or dash inside of the sentence.</summary>
    /// <returns>0 where there is none.</returns>
    private static int Numbered(string text, int start, int end, IReadOnlyCollection<string> asked)
    {
        for (var at = start + 2; at < end; at++)
        {
            if (DateScanner.Digit(text[at]) < 0 || DateScanner.Digit(text[at - 1]) >= 0 || text[at - 1] is not (' ' or '：' or '\u00a0')) continue;
            var before = at - 1;
            while (before > start && char.IsWhiteSpace(text[before])) before--;
            if (text[before] is not (':' or '：' or '–' or '—')) continue;
            if (QuestionMarker.At(text, at, end) is { Labelled: false } marker && asked.Contains(marker.Number) && marker.End < end
                && (char.IsWhiteSpace(text[marker.End - 1]) || Folding.IsHan(text[marker.End]))) return at;
        }
        return 0;
    }
}
