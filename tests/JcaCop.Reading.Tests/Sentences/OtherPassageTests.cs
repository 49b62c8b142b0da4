using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Sentences;

/// <summary>Activities and liaison statements told in tables, lists and sentences in the six languages, each in a mail of its own.</summary>
public class OtherPassageTests
{
    public static TheoryData<string, string, string> Activities
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in SentenceTests.Lines("activities.txt")) rows.Add(row[0], row[1], row[2]);
            return rows;
        }
    }

    public static TheoryData<string[]> Liaisons => [.. SentenceTests.Lines("liaisons.txt")];

    [Theory, MemberData(nameof(Activities))]
    public void Tells_each_activity_with_its_house_days_and_place(string language, string passage, string expected)
    {
        var told = SentenceMail.Under("Circular 313", language, passage).Items.OfType<Activity>()
            .Select(activity => string.Join(':', activity.Title, activity.Category?.ToString() ?? "-", activity.Organization ?? "-", Day(activity.Start), Day(activity.End), activity.Place ?? "-"));
        Assert.Equal(expected.Split(';'), told);
    }

    [Theory, MemberData(nameof(Liaisons))]
    public void Tells_a_liaison_statement_by_its_form_or_by_its_sentences(string[] row)
    {
        var statements = SentenceMail.Under(row[1], row[0], row[2]).Items.OfType<Liaison>().ToList();
        if (row[9] == "none") { Assert.Empty(statements); return; }
        var told = Assert.Single(statements);
        var from = row[4].Length == 0 ? "" : string.Join(',', told.From);
        Assert.Equal(row.Skip(3), new[] { told.Reference ?? "", from, string.Join(',', told.ForAction), string.Join(',', told.ForComment), string.Join(',', told.ForInformation), string.Join(',', told.Cc), told.Title ?? "", told.Deadline is null ? "" : Day(told.Deadline) });
    }

    /// <summary>Stand in the forms among the passages.</summary>
    private static readonly string[] InForms = ["LIAISON STATEMENT", "Document: ", "编号："];

    [Fact]
    public void A_statement_that_only_sentences_tell_waits_for_a_person()
    {
        foreach (var row in SentenceTests.Lines("liaisons.txt").Where(static row => !Array.Exists(InForms, label => row[2].Contains(label, StringComparison.Ordinal))))
            Assert.All(SentenceMail.Under(row[1], row[0], row[2]).Items.OfType<Liaison>(), told => Assert.Equal(Decision.Review, told.Decision));
    }

    [Theory]
    [InlineData("en", "Source: ITU-T Study Group 16\nTitle: Accessible reporting buttons\nFor action: JCA-COP\nDeadline: 15 November 2013\n\nSource: ITU-T Study Group 20\nTitle: Connected toys\nFor information: JCA-COP")]
    [InlineData("fr", "Origine : Commission d'études 16 de l'UIT-T\nTitre : Accessible reporting buttons\nPour suite à donner : JCA-COP\nDate limite : 15 novembre 2013\n\nOrigine : Commission d'études 20 de l'UIT-T\nTitre : Connected toys\nPour information : JCA-COP")]
    [InlineData("en", "1. Accessible reporting buttons\nFrom: ITU-T Study Group 16\nTo: JCA-COP\nFor: action\nDeadline: 15 November 2013\n\n2. Connected toys\nFrom: ITU-T Study Group 20\nTo: JCA-COP\nFor: information")]
    public void Two_statements_in_one_mail_are_two_and_wait_for_a_person(string language, string forms)
    {
        var told = SentenceMail.Under("Liaison statements", language, "Liaison statement / Note de liaison\n\n" + forms).Items.OfType<Liaison>().ToList();
        Assert.Equal(["ITU-T SG16: Accessible reporting buttons, 2013-11-15", "ITU-T SG20: Connected toys, -"], told.ConvertAll(one => $"{string.Join(',', one.From)}: {one.Title}, {Day(one.Deadline)}"));
        Assert.Equal([1, 0], told.ConvertAll(static one => one.ForAction.Count));
        Assert.All(told, static one => Assert.Equal(Decision.Review, one.Decision));
    }

    [Fact]
    public void A_table_below_a_sentence_is_no_signature_though_nothing_closes_the_letter()
    {
        const string table = "Title of activity\tSafer Screens Forum\nType\tWorkshop\nDates\t14-15 October 2013\nVenue\tNairobi, Kenya\nOrganized by\tCoalition for Safe Screens";
        var reading = Sorting.Mails.Plain("Events <events@coalition.example>", "Our activity", "Please find below our activity.\n\n" + table);
        Assert.Equal("Safer Screens Forum", Assert.Single(reading.Items.OfType<Activity>()).Title);
        Assert.Equal("Coalition for Safe Screens", reading.Respondent?.Organization);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
