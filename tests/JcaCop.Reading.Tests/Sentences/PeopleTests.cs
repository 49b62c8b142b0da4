using System.Text.Json;
using System.Text.Json.Nodes;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Sentences;

/// <summary>Organizations, seats, withdrawals, corrections and activities told in single sentences: roles, posts before and behind names, where an address begins and ends.</summary>
public class PeopleTests
{
    private static readonly string[] Files = ["people.txt", "people-west.txt", "people-forms.txt", "people-houses.txt", "people-layouts.txt", "corrigenda.txt", "seats.txt",
        "people-official.txt", "people-told.txt", "people-unheaded.txt", "people-contacts.txt", "people-plain.txt", "people-seated.txt", "people-daily.txt", "people-offers.txt",
        "people-absence.txt", "people-former.txt", "people-represents.txt", "people-answers.txt", "people-ordinary.txt", "exchanges.txt"];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in Files.SelectMany(SentenceTests.Lines))
                rows.Add(row[0], row[1].Replace('¦', '|'), row[2]);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Tells_who_is_put_forward_as_what_and_what_changes(string language, string passage, string expected)
    {
        var reading = SentenceMail.Under("JCA-COP", language, passage);
        Assert.Equal(Flat(expected), (string[])[.. reading.Items.Select(Flat).Order(StringComparer.Ordinal)]);
    }

    public static TheoryData<string, string, string> Attendees
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in SentenceTests.Lines("attendees.txt")) rows.Add(row[0], row[1], row[2]);
            return rows;
        }
    }

    /// <summary>Fields that a line leaves out are not looked at: all are of one meeting, and most come for the writer's own house.</summary>
    [Theory, MemberData(nameof(Attendees))]
    public void Tells_delegations_with_their_ways_and_those_who_stay_away(string language, string passage, string expected)
    {
        var told = SentenceMail.Under("JCA-COP", language, passage).Items.Select(item => Flat(item).Split('/')).ToList();
        var wanted = expected.Split("//");
        Assert.All(wanted, one => Assert.Contains(told, item => one.Split('/').All(item.Contains)));
        Assert.Equal(wanted.Length, told.Count);
    }

    /// <summary>"type/field=value/…" for each item, items parted by two strokes; the fields in alphabetical order.</summary>
    private static List<string> Flat(string expected) =>
        [.. expected.Split("//", StringSplitOptions.RemoveEmptyEntries).Select(item => string.Join('/', [item.Split('/')[0], .. item.Split('/').Skip(1).Order(StringComparer.Ordinal)])).Order(StringComparer.Ordinal)];

    private static string Flat(Item item)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json)) ItemJson.Write(writer, item);
        var written = JsonNode.Parse(json.ToArray())!.AsObject();
        var fields = new List<string>();
        foreach (var (key, value) in written)
        {
            if (key is "type" or "confidence" or "decision" or "country" or "evidence" or "signs" || value is null) continue;
            if (value is JsonObject inner) foreach (var (name, one) in inner) { if (one is not null && name != "country") fields.Add($"{key}.{name}={one}"); }
            else fields.Add($"{key}={value}");
        }
        return string.Join('/', [written["type"]!.GetValue<string>(), .. fields.Order(StringComparer.Ordinal)]);
    }
}
