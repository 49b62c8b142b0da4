using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tests.Layout;

public class MailLayoutTests
{
    private static IEnumerable<string> Fields(string text) =>
        MailLayout.Of(text).Forms.SelectMany(form => form.Fields).Select(field => $"{field.Label}={MailLayout.Unwrap(field.Value.In(text))}");

    [Theory]
    [InlineData("Name of organization: Blue Trust", "Organization=Blue Trust")]
    [InlineData("Organisation proposée : Ligue Bleue", "Organization=Ligue Bleue")]
    [InlineData("Razón social       = Red Azul", "Organization=Red Azul")]
    [InlineData("Dénomination .......... : Ligue Bleue", "Organization=Ligue Bleue")]
    [InlineData("Наименование:      Фонд «Синий»", "Organization=Фонд «Синий»")]
    [InlineData("اسم المنظمة: جمعية الأزرق", "Organization=جمعية الأزرق")]
    [InlineData("联 系 人：李明", "Contact=李明")]
    [InlineData("　名称　蓝色基金会", "Organization=蓝色基金会")]
    [InlineData("بريد / Mail: a@example.org", "Email=a@example.org")]
    public void A_label_is_known_in_each_language_and_dress(string line, string field) => Assert.Equal([field], Fields(line));

    [Fact]
    public void Two_labels_on_one_line_give_two_fields() =>
        Assert.Equal(["Phone=(229) 21 31", "Fax=(229) 21 32"], Fields("Tél. : (229) 21 31 - Fax : (229) 21 32"));

    [Fact]
    public void A_value_runs_on_over_indented_lines() =>
        Assert.Equal(["Contact=Ms Eva Blue, chair eva@example.org", "Country=Malta"], Fields("Contact ... : Ms Eva Blue, chair\n              eva@example.org\nCountry ... : Malta"));

    [Fact]
    public void A_colon_in_wrapped_prose_makes_no_form() =>
        Assert.Empty(MailLayout.Of("The contact person in that Association is Mr. Ivo Blue, who is its\nSecretary (telephone: 00 960 555 0100, e-mail: blue@example.org).").Forms);

    [Fact]
    public void A_table_flattened_to_a_cell_a_line_is_a_table_again()
    {
        const string text = "No.\n\nOrganization\n\nContact\n\nE-mail\n\n1\n\nBlue Trust\n\nMs Eva Blue\n\neva@example.org\n\n2\n\nRed Trust\n\nMr Ian Red\n\nian@example.org\n\nYours faithfully,";
        var table = Assert.Single(MailLayout.Of(text).Tables);
        Assert.Equal([FieldLabel.Number, FieldLabel.Organization, FieldLabel.Contact, FieldLabel.Email], table.Columns);
        Assert.Equal(["1", "Blue Trust", "Ms Eva Blue", "eva@example.org"], table.Rows[0].Select(cell => cell.In(text)));
        Assert.Equal(2, table.Rows.Count);
    }

    [Fact]
    public void A_table_with_labels_at_the_left_is_turned()
    {
        const string text = "Name of body\tBlue Trust\tRed Trust\nE-mail\tb@example.org\tr@example.org\nTelephone\t555 0100\t555 0101";
        var table = Assert.Single(MailLayout.Of(text).Tables);
        Assert.Equal(["Red Trust", "r@example.org", "555 0101"], table.Rows[1].Select(cell => cell.In(text)));
    }

    [Fact]
    public void Columns_of_blanks_make_a_table()
    {
        const string text = " N°  Organisme          Point de contact   Adresse e-mail\n---- ------------------ ------------------ ----------------\n 1   Ligue Bleue        Mme Eva Bleu       eva@example.org";
        var table = Assert.Single(MailLayout.Of(text).Tables);
        Assert.Equal(["1", "Ligue Bleue", "Mme Eva Bleu", "eva@example.org"], table.Rows[0].Select(cell => cell.In(text)));
    }

    [Fact]
    public void An_abbreviation_ends_no_sentence()
    {
        var paragraph = Assert.Single(MailLayout.Of("Please write to Mr. Blue, tel. 555 0100, ext. 12. He will answer.").Paragraphs);
        Assert.Equal(2, paragraph.Sentences.Count);
    }

    [Fact]
    public void Entries_know_their_depth()
    {
        var listing = Assert.Single(MailLayout.Of("1. first\na) inner\nb) inner\n2. second").Listings);
        Assert.Equal([0, 1, 1, 0], listing.Entries.Select(entry => entry.Depth));
    }
}
