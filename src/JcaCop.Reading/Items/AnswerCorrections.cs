using System.Globalization;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"The answer to question 4 should read 321 and not 312": one answer of a questionnaire is put right in a sentence (<c>Lexicons/answerCorrections.json</c>).</summary>
internal static class AnswerCorrections
{
    private enum Says { Item, Reads, Not }

    private static readonly PhraseIndex<Says> Index = new(LexiconFile.Phrases("answerCorrections").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Says>(entry.Code, true))));

    /// <summary>Between the word for the question and its number; between the number and "should read".</summary>
    private const int NumberReach = 12, VerbReach = 60;

    /// <summary>A longer text is no value that a sentence puts right.</summary>
    private const int Longest = 300;

    /// <returns>As <see cref="NumberedAnswers.Read"/>; no responses where no sentence of this sort stands in the text.</returns>
    public static (int Start, bool Labelled, int Marked, List<QuestionnaireResponse> Responses) Read(ItemContext context, IReadOnlyCollection<string> asked)
    {
        var responses = new List<QuestionnaireResponse>();
        var first = -1;
        var signs = Index.FindAll(context.Marked.Folded);
        if (signs.Exists(static sign => sign.Value == Says.Reads))
            foreach (var (span, _) in context.Utterances)
            {
                if (Utterances.IsOpen(context, span) || Of(context.Text, span, signs, asked) is not { } told || responses.Exists(one => one.Number == told.Number)) continue;
                if (first < 0) first = span.Start;
                responses.Add(told);
            }
        return (first, true, 0, responses);
    }

    private static QuestionnaireResponse? Of(string text, TextSpan span, List<PhraseHit<Says>> signs, IReadOnlyCollection<string> asked)
    {
        foreach (var reads in signs)
        {
            if (reads.Value != Says.Reads || reads.Start < span.Start || reads.End > span.End || signs.Exists(longer => longer.Value == Says.Reads && longer.Start <= reads.Start && longer.End >= reads.End && longer.Length > reads.Length)) continue;
            string? number = null;
            foreach (var item in signs)
                if (item.Value == Says.Item && item.Start >= span.Start && item.End <= reads.Start && NumberBehind(text, item.End, reads.Start) is (var told, var end) && reads.Start - end <= VerbReach && asked.Contains(told)) number = told;
            if (number is null) continue;
            var stop = span.End;
            foreach (var not in signs) if (not.Value == Says.Not && not.Start > reads.End && not.Start < stop) stop = not.Start;
            var value = MailLayout.Unwrap(text[reads.End..stop]).Trim(Around);
            if (value.Length is > 0 and <= Longest) return new QuestionnaireResponse(number, value);
        }
        return null;
    }

    private static readonly char[] Around = [' ', ':', '：', ',', '，', '،', '.', '。', ';', '；', '"', '“', '”', '«', '»', '「', '」', '\u00a0', '\n'];

    private static (string Number, int End)? NumberBehind(string text, int start, int end)
    {
        var at = start;
        while (at < end && at - start < NumberReach && DateScanner.Digit(text[at]) < 0) { if (char.IsLetter(text[at]) && at > start + 1 && !char.IsLetter(text[at - 1]) && at - start > 8) return null; at++; }
        if (at >= end || DateScanner.Digit(text[at]) < 0) return null;
        var value = 0;
        while (at < end && DateScanner.Digit(text[at]) is >= 0 and var digit && value < 1000) { value = (value * 10) + digit; at++; }
        return (value.ToString(CultureInfo.InvariantCulture), at);
    }
}
