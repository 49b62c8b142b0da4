using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

public class UnreadRowsTests
{
    private const string Row = "Heron Trust\tBox 14, Leeds\twww.heron.example\tMs Oona Birch\tPresident\tbirch@heron.example";
    private const string Next = "Otter Fund\tBox 15, York\twww.otter.example\tMr Piers Hale\tDirector\thale@otter.example";

    [Fact]
    public void A_row_that_was_not_read_beside_one_that_was_is_shown_to_a_person()
    {
        // a page broke the head of the table in two
        var reading = SentenceMail.Under("TSB Circular 313", "en", $"Our list of nominations:\n\nOrganization\tAddress\tWebsite\tContact person\tPosition\nE-mail\n{Row}\n{Next}");
        var read = Assert.Single(reading.Items.OfType<Nomination>());
        Assert.Equal("Otter Fund", read.Organization.Name);
        Assert.Contains(reading.AttentionReasons, reason => reason.Contains("Heron Trust", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_that_was_read_whole_needs_nobody()
    {
        var reading = SentenceMail.Under("TSB Circular 313", "en", $"Our list of nominations:\n\nOrganization\tAddress\tWebsite\tContact person\tPosition\tE-mail\n{Row}\n{Next}");
        Assert.Equal((2, false), (reading.Items.OfType<Nomination>().Count(), reading.NeedsAttention));
    }
}
