using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>The words of <c>Lexicons/questionnaires</c>.</summary>
internal static class QuestionnaireWords
{
    private static readonly PhraseIndex<bool> Questionnaire = new(Phrases("Questionnaire").Select(phrase => KeyValuePair.Create(phrase, true)));
    private static readonly PhraseIndex<bool> AnswerHead = new(Phrases("AnswerHead").Select(phrase => KeyValuePair.Create(phrase, true)));
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels =
        Phrases("Label").Select(phrase => Folding.Fold(phrase).Text).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text speaks of a questionnaire.</summary>
    public static bool Speaks(string text) => Questionnaire.FindAll(text).Count > 0;

    /// <summary>The head of a column that holds answers.</summary>
    public static bool HeadsAnswers(string head) => AnswerHead.FindAll(head).Count > 0;

    /// <param name="folded">The letters before a number: "q", "вопрос".</param>
    public static bool IsLabel(ReadOnlySpan<char> folded) => Labels.Contains(folded);

    private static IEnumerable<string> Phrases(string code) =>
        LexiconFile.Phrases("questionnaires/words").Where(entry => entry.Code == code).Select(entry => entry.Phrase);
}
