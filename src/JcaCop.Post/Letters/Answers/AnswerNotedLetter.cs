using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Letters.Answers;

/// <summary>What became of somebody's answer to a question.</summary>
public enum AnswerStanding
{
    /// <summary>It decided the matter.</summary>
    Noted,
    /// <summary>Somebody else who was asked had said the same before.</summary>
    Repeated,
}

/// <summary>Thanks a member for one word; what a secretary is told is <see cref="CommandResultLetter"/>.</summary>
/// <param name="About">What was asked, as in the subject of the question.</param>
/// <param name="Word">As it was understood: <c>accept</c> or <c>reject</c>, which are told in the words by which the question offered them, or the number of a choice.</param>
public sealed record AnswerNotedLetter(AnswerStanding Standing, string About, string Word) : Letter("answer-noted")
{
    internal override object In(LetterLanguage language) => new View(Standing, language.Phrases.Told(About), language.Sentence($"word.{Word}") ?? Word);

    internal sealed record View(AnswerStanding Standing, string About, string Word);
}
