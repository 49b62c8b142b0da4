using System.Collections.Frozen;
using System.Text.Json;

namespace JcaCop.Reading.Text;

/// <summary>The words of mail programs and of letter endings, from <c>Lexicons/mail/*.json</c>: language, subject, phrases.</summary>
internal static class MailWords
{
    /// <param name="file">File name without ending: <c>quotes</c>, <c>closings</c>, <c>footers</c>.</param>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> Load(string file)
    {
        using var stream = typeof(MailWords).Assembly.GetManifestResourceStream($"JcaCop.Reading.Lexicons.mail.{file}.json")
            ?? throw new InvalidOperationException($"The lexicon mail/{file}.json is not embedded.");
        var read = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream)!;
        return read.ToFrozenDictionary(e => e.Key, e => (IReadOnlyDictionary<string, string[]>)e.Value);
    }

    /// <summary>All phrases of one subject, whatever the language: a mail's quoted part may be in any.</summary>
    public static PhraseSet All(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> lexicon, string subject) =>
        new(lexicon.Values.SelectMany(words => words[subject]));
}
