using JcaCop.Reading.Accepting;
using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

/// <summary>A name that a receipt showed is put right only by a sentence that says no more than this.</summary>
public class ShownNotPlainTests
{
    [Theory]
    [InlineData("en", "The surname is correct; please do not change it to \"Samples\".")]
    [InlineData("en", "You may want to check whether the surname should read Samples.")]
    [InlineData("en", "If the surname is misspelt, it should read Samples.")]
    [InlineData("fr", "Le nom n'est pas « Samples ».")]
    [InlineData("en", "From 1 January 2013 the surname should read Samples.")]
    [InlineData("en", "The surname should no longer read Samples.")]
    public void Conditions_denials_and_days_to_come_change_no_name_without_a_person(string language, string passage)
    {
        var earlier = new Nomination(new Organization("Lark House"), new Person("Anna Sample", null, "anna@lark.example"));
        var (reading, _) = ReplyReader.Read(SentenceMail.Under("Correction", language, passage), [(earlier, true)]);
        Assert.True(reading.NeedsAttention || reading.Items.All(item => item.Decision == Decision.Review), string.Join("; ", reading.Items));
    }
}
