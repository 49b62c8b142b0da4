using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Accepting;

/// <summary>Whether the name of an organization was cut out of running words.</summary>
public class CutNameTests
{
    [Theory]
    [InlineData("en", "We nominate the Brockway Playground Trust (una@brockway.example.uk).")]
    [InlineData("fr", "Nous proposons la Fondation Mésange Bleue (info@mesange.example.fr).")]
    [InlineData("es", "Proponemos la Fundación Patio Claro (info@patio.example.es).")]
    public void An_article_before_a_name_cuts_nothing(string language, string passage) => Assert.DoesNotContain(Signs(language, passage), static name => name == "nameCutBefore");

    [Fact]
    public void Any_other_word_before_a_name_may_have_been_its_beginning() =>
        Assert.Contains(Signs("en", "We nominate Brockway Playground Trust (una@brockway.example.uk)."), static name => name == "nameCutBefore");

    private static List<string> Signs(string language, string passage) =>
        [.. Assert.Single(SentenceMail.Under("JCA-COP", language, passage).Items.OfType<Nomination>()).Signs.Select(static sign => sign.Name)];
}
