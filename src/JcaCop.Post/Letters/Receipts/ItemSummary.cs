using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Items;

namespace JcaCop.Post.Letters.Receipts;

/// <summary>An item in one line: its kind, and what it says.</summary>
public sealed record ItemSummary(Item Item) : Shown
{
    /// <summary>A questionnaire or a liaison may say much; whoever decides reads the mail then. UTF-16 units.</summary>
    private const int Longest = 400;

    internal override string In(LetterLanguage language)
    {
        var values = new ItemFields(language).Of(Item).Where(field => LetterValue.Of(field.Text) is not null).Select(field => LetterValue.Clean(field.Text!, Longest));
        var said = string.Join(language.Words.ListSeparator, values);
        if (said.Length > Longest) said = said[..(char.IsHighSurrogate(said[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
        return $"{language.Items.Type(Item)}{(said.Length == 0 ? "" : $"{language.Sentence("colon")}{said}")}";
    }
}
