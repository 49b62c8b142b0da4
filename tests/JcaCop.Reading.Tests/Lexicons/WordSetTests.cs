using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tests.Lexicons;

public class WordSetTests
{
    private static readonly string[] Some = ["de", "École", "Мария", "محمد", "的"];

    [Theory]
    [InlineData("DE", true)]
    [InlineData("éCOLE", true)]
    [InlineData("мария", true)]
    [InlineData("محمد", true)]
    [InlineData("的", true)]
    [InlineData("dre", false)]
    [InlineData("d", false)]
    [InlineData("", false)]
    public void A_word_is_found_in_whatever_case_it_is_written(string word, bool isThere) => Assert.Equal(isThere, new WordSet(Some).Contains(word));

    [Fact]
    public void A_set_that_takes_words_exactly_parts_them_by_case()
    {
        var words = new WordSet(Some, exactly: true);
        Assert.True(words.Contains("Мария"));
        Assert.False(words.Contains("мария"));
    }
}
