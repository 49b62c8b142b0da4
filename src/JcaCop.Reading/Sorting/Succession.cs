using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Sorting;

/// <summary>What words of a change of seat speak of. The names are the keys of <c>Lexicons/Sorting/succession.json</c>, which holds beginnings of words.</summary>
internal enum SuccessionWord
{
    /// <summary>Post, function, seat, mandate.</summary>
    Post,
    /// <summary>Who takes it over.</summary>
    Successor,
}

/// <summary>"I have left this post. My successor is …": a person hands over an office, in words that an absence for good has too.</summary>
/// <remarks>
/// A mailbox that is out of use tells what becomes of mail and to whom to write; who hands over a post tells of the post. Which of the two it is
/// matters: an absence is noted, and nobody reads it, while a change of seat is for the register or a person.
/// </remarks>
internal static class Succession
{
    private static readonly WordBeginnings<SuccessionWord> Lexicon = new(LexiconFile.Phrases("Sorting/succession")
        .Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<SuccessionWord>(entry.Code, ignoreCase: true))));

    /// <summary>The sentence of an automatic reply that names a successor, where the reply tells that its writer has gone for good; null where it does not.</summary>
    public static string? In(string text)
    {
        List<string> sentences = [.. AbsenceNote.Spans(text).Select(sentence => sentence.In(text))];
        return sentences.Exists(static sentence => AbsenceSentence.Of(sentence).Has(AbsenceWord.Gone))
            ? sentences.Find(static sentence => Says(sentence, SuccessionWord.Successor)) : null;
    }

    private static bool Says(string sentence, SuccessionWord word) => (Lexicon.In(sentence) & 1 << (int)word) != 0;

    /// <param name="sentences">As written.</param>
    public static bool IsTold(IReadOnlyList<string> sentences) =>
        sentences.Any(static sentence => AbsenceSentence.Of(sentence).Has(AbsenceWord.Gone) && Says(sentence, SuccessionWord.Post))
        && sentences.Any(static sentence => Says(sentence, SuccessionWord.Successor))
        && !sentences.Any(static sentence => AbsenceSentence.Of(sentence).IsAboutReplies);
}
