using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Sentences;

/// <summary>Names beside words that say another thing than they seem to: delegates below a cancellation, "no doubt", seats of which only others speak, whom to call meanwhile.</summary>
public class NotAsSaidTests
{
    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            foreach (var row in SentenceTests.Lines("not-as-said.txt")) rows.Add(row[0], row[1], row[2], row[3]);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Tells_who_comes_who_stays_away_and_who_has_a_seat_and_nobody_else(string language, string subject, string passage, string expected)
    {
        var reading = SentenceMail.Under(subject, language, passage);
        var told = reading.Items.Select(Told).ToList();
        var wanted = expected.Split(';').Where(static one => one is not ("!" or "-")).ToList();
        foreach (var one in wanted)
        {
            var at = told.FindIndex(item => string.Equals(item, one.Replace("?", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
            if (at >= 0) told.RemoveAt(at);
            else Assert.True(one.Contains('?', StringComparison.Ordinal), $"{one} among {string.Join("; ", reading.Items.Select(Told))}");
        }
        Assert.Empty(told);
        if (expected.Split(';').Contains("!")) Assert.True(reading.NeedsAttention);
    }

    /// <summary>What is excused or cancelled above or behind a name is never recorded without a person.</summary>
    [Theory, MemberData(nameof(Rows))]
    public void Nobody_is_excused_by_a_bracket_of_another(string language, string subject, string passage, string expected) =>
        Assert.All(SentenceMail.Under(subject, language, passage).Items.OfType<Regret>(),
            item => Assert.True(item.Decision == Decision.Review || expected.Contains($"G?:{item.Name}", StringComparison.OrdinalIgnoreCase)));

    private static string Told(Item item) => item switch
    {
        Registration coming => $"R:{coming.Person.Name}{(coming.Person.Function is { } post && coming.Person.Name != SentenceMail.WriterOf("zh") ? "/" + post : "")}",
        Regret gone => $"G:{gone.Name}",
        Representative seat => $"S:{seat.Person.Name}:{Role(seat.Role)}{(seat.Until is { } last ? ">" + last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "")}",
        Withdrawal gone => $"W:{gone.Name}",
        Position => "P",
        Contribution => "C",
        _ => item.GetType().Name,
    };

    private static string Role(SeatRole? role) => role is SeatRole.FocalPoint ? "focal-point" : $"{role}".ToLowerInvariant();
}
