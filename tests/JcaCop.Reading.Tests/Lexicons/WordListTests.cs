using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tests.Lexicons;

public class WordListTests
{
    [Theory, InlineData("grammar"), InlineData("contacts"), InlineData("liaisons/headings"), InlineData("Sorting/marks"), InlineData("Sorting/offers")]
    public void A_list_has_no_empty_and_no_repeated_phrase(string path)
    {
        var phrases = LexiconFile.Phrases(path).ToList();
        Assert.NotEmpty(phrases);
        Assert.All(phrases, static entry => Assert.False(string.IsNullOrWhiteSpace(entry.Phrase), entry.Code));
        Assert.Equal(phrases, phrases.Distinct());
    }

    [Fact]
    public void A_code_that_no_list_has_is_named()
    {
        var missing = Assert.Throws<FileNotFoundException>(static () => LexiconFile.Words("grammar", "nothing"));
        Assert.Contains("grammar: nothing", missing.Message, StringComparison.Ordinal);
    }
}
