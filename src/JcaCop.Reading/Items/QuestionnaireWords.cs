using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>The words of <c>Lexicons/questionnaires</c>.</summary>
internal static class QuestionnaireWords
{
    private static readonly PhraseIndex<bool> Questionnaire = new(Phrases("Questionnaire").Select(phrase => KeyValuePair.Create(phrase, true)));
    private static readonly PhraseIndex<bool> Answers = new(Phrases("Answers").Select(phrase => KeyValuePair.Create(phrase, true)));
    private static readonly PhraseIndex<bool> AnswerHead = new(Phrases("AnswerHead").Select(phrase => KeyValuePair.Create(phrase, true)));
    private static readonly PhraseIndex<bool> AnswerMark = new(Phrases("AnswerMark").Select(phrase => KeyValuePair.Create(phrase, true)));
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels =
        Phrases("Label").Select(phrase => Folding.Fold(phrase).Text).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly TextMarks Marks = new([.. Phrases("Mark")]), AnswerLines = new([.. Phrases("AnswerLine")]);

    /// <summary>A word occurs without which the text is no answer to a questionnaire: a quick look before the careful ones.</summary>
    public static bool MayBeIn(string text) => Marks.Occur(text);

    /// <summary>A word occurs that may begin the line of an answer.</summary>
    public static bool MayAnswerIn(string text) => AnswerLines.Occur(text);

    /// <summary>The text speaks of a questionnaire, or of answers to questions.</summary>
    public static bool Speaks(string text) => Names(text) || Answers.FindAll(text).Count > 0;

    /// <summary>The text calls something a questionnaire.</summary>
    public static bool Names(string text) => Questionnaire.FindAll(text).Count > 0;

    /// <summary>The head of a column that holds answers.</summary>
    public static bool HeadsAnswers(string head) => AnswerHead.FindAll(head).Count > 0;

    /// <summary>What stands behind "Answer:", 答：; null where no such mark stands in the text.</summary>
    public static string? BehindMark(string text)
    {
        foreach (var mark in AnswerMark.FindLongest(text))
        {
            var at = mark.End;
            if (at < text.Length && text[at] == '.') at++; // "Rpta.: Sí", "R.- Sí"
            var point = at > mark.End;
            while (at < text.Length && text[at] is ' ' or '\u00a0') at++;
            if (at < text.Length && (text[at] is ':' or '：' || point && at == mark.End + 1 && text[at] is '-' or '–') && (mark.Start == 0 || !char.IsLetter(text[mark.Start - 1]))) return text[(at + 1)..].Trim();
        }
        return null;
    }

    /// <summary>"(blank)", （空）: the answer says that none is given.</summary>
    public static bool IsBlank(string answer) => Blank.Contains(Folding.Plain(answer).Trim(Around));

    private const string Signs = " .()（）[]【】。-–—…";
    private static readonly char[] Around = Signs.ToCharArray();
    private static readonly HashSet<string> Blank = new(Phrases("Blank").Select(static phrase => Folding.Plain(phrase)), StringComparer.Ordinal);

    /// <param name="folded">The letters before a number: "q", "вопрос".</param>
    public static bool IsLabel(ReadOnlySpan<char> folded) => Labels.Contains(folded);

    private static IEnumerable<string> Phrases(string code) =>
        LexiconFile.Phrases("questionnaires/words").Where(entry => entry.Code == code).Select(entry => entry.Phrase);
}
