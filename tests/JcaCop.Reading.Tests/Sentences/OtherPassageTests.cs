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

    [Fact]
    public void A_statement_that_only_sentences_tell_waits_for_a_person()
    {
        foreach (var row in SentenceTests.Lines("liaisons.txt").Where(row => !row[2].Contains("LIAISON STATEMENT", StringComparison.Ordinal)))
            Assert.All(SentenceMail.Under(row[1], row[0], row[2]).Items.OfType<Liaison>(), told => Assert.Equal(Decision.Review, told.Decision));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
