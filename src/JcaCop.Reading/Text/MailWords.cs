using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Text;

/// <summary>The words of mail programs and of letter endings, from <c>Lexicons/mail/*.json</c>: language, subject, phrases.</summary>
internal static class MailWords
{
    /// <param name="file">File name without ending: <c>quotes</c>, <c>closings</c>, <c>footers</c>.</param>
    public static IReadOnlyDictionary<string, Dictionary<string, string[]>> Load(string file) =>
        LexiconFile.Load<Dictionary<string, Dictionary<string, string[]>>>("mail/" + file);

    /// <summary>All phrases of one subject, whatever the language: a mail's quoted part may be in any.</summary>
    public static PhraseSet All(IReadOnlyDictionary<string, Dictionary<string, string[]>> lexicon, string subject) =>
        new(lexicon.Values.SelectMany(words => words[subject]));
}
