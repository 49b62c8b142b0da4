using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

/// <summary>What stands near words that say nothing is not lost with them.</summary>
public class NearTheRulesTests
{
    [Theory]
    [InlineData("Our activities on child online protection:\n1. Safer Internet Campaign (educational)\n2. We object to the draft terms of reference in Circular 313.", PositionTaken.Objection)]
    [InlineData("Answers to the questionnaire:\n1. Yes, since 2009.\n2. We support the draft terms of reference.\n\nIn addition we object to the draft terms of reference, section 4.", PositionTaken.Objection)]
    public void An_objection_in_a_list_or_beside_answers_is_read_or_shown(string body, PositionTaken taken)
    {
        var reading = SentenceMail.Under("Re: TSB Circular 313 - draft terms of reference", "en", body);
        Assert.True(reading.NeedsAttention || reading.Items.OfType<Position>().Any(position => position.Taken == taken), string.Join("; ", reading.Items));
    }

    [Fact]
    public void A_house_that_has_changed_its_name_is_no_editorial_remark()
    {
        var reading = SentenceMail.Under("Re: TSB Circular 313 - draft terms of reference", "en",
            "We support the draft terms of reference in TSB Circular 313.\nOur organization, listed on page 3 as \"Heron Trust\", has changed its name to \"Heron Foundation\".");
        Assert.Contains(reading.Items, static item => item is Correction { Organization.Name: "Heron Foundation" });
    }
}
