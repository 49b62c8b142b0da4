using JcaCop.Post.Letters.Receipts;
using JcaCop.Reading.Parts;

namespace JcaCop.Post.Letters.Wording;

/// <summary>One of the six languages, with all that is said in it the same way in every letter.</summary>
internal sealed record LetterLanguage(string Code, LanguageWords Words, ItemWords Items, TermWords Terms, PhraseBook Phrases)
{
    private const string Label = "label.";

    public static LetterLanguage Load(TemplateFolder folder, string code)
    {
        var (words, terms) = (LanguageWords.Load(folder, code), TermWords.Load(folder, code));
        return new(code, words, ItemWords.Load(folder, code), terms, PhraseBook.Load(folder, code, terms, words));
    }

    /// <param name="alpha2">ISO 3166-1; shown as it is where it is no country's.</param>
    /// <summary>With the apostrophe of print, as in all sentences beside it; the list has that of the typewriter.</summary>
    public string Country(string alpha2) => CountryTitles.Of(alpha2, Code).Replace('\'', '\u2019');

    public string Path => $"language/{Code}.json";

    /// <summary>A sentence of all letters; labels of the fields of items serve letters too (<c>label.email</c>).</summary>
    public string? Sentence(string key) => Words.Sentences.GetValueOrDefault(key)
        ?? (key.StartsWith(Label, StringComparison.Ordinal) ? Items.Fields.GetValueOrDefault(key[Label.Length..]) : null);
}
