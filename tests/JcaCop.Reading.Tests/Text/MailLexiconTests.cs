using JcaCop.Reading.Text;

namespace JcaCop.Reading.Tests.Text;

public class MailLexiconTests
{
    private static readonly string[] SixLanguages = ["ar", "zh", "en", "fr", "ru", "es"];

    [Theory]
    [InlineData("quotes")]
    [InlineData("closings")]
    [InlineData("footers")]
    public void All_languages_have_the_same_keys_and_the_six_are_there(string file)
    {
        var lexicon = MailWords.Load(file);
        var keys = lexicon["en"].Keys.Order(StringComparer.Ordinal).ToList();
        Assert.All(lexicon, entry => Assert.Equal(keys, entry.Value.Keys.Order(StringComparer.Ordinal)));
        Assert.All(SixLanguages, language => Assert.Contains(language, lexicon.Keys));
    }

    [Theory]
    [InlineData("quotes", new string[0])]
    [InlineData("closings", new[] { "signOff", "firstHalf", "wish" })]
    [InlineData("footers", new[] { "deviceEnd" })]
    public void The_six_languages_have_words_for_every_key_but_those_of_one_script(string file, string[] optional)
    {
        var lexicon = MailWords.Load(file);
        foreach (var language in SixLanguages)
            Assert.All(lexicon[language].Where(entry => !optional.Contains(entry.Key)), entry => Assert.NotEmpty(entry.Value));
    }
}
