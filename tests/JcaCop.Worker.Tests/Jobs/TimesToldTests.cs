using System.Globalization;
using System.Text.RegularExpressions;
using JcaCop.Post.Letters.Wording;
using JcaCop.Worker.Tests.Commands;

namespace JcaCop.Worker.Tests.Jobs;

/// <summary>Each letter that <c>preview</c> names leaves at the time that it names, whichever job writes it.</summary>
public sealed partial class TimesToldTests : IDisposable
{
    /// <summary>Between two looks for reminders.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    private readonly DataFolder folder = new();

    public TimesToldTests() => Write("settings.json", """
        { "Groups": { "jca-ex": { "Name": "JCA-EX", "FullName": "Joint Coordination Activity on Examples", "Address": "desk@jca.example", "Parent": "ITU-T SG17",
          "TimeZone": "America/Toronto", "Secretaries": [ "counsellor@secretariat.example" ], "Chairman": "chair@chairman.example",
          "Periodic": { "SeatMonths": 1, "ActivityMonths": 1, "AnswerDays": 10 } } } }
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_letter_that_preview_names_leaves_at_its_time()
    {
        var told = await PlayAsync("""
            2012-12-03 09:00 member add "Administration of France" --country FR --email itu@ministry-fr.example --language fr
            2012-12-03 09:01 person add --name "Claire Morvan" --email c.morvan@ministry-fr.example
            2012-12-03 09:02 seat add "ITU-T SG17" --person 1
            2012-12-03 09:03 mandate add "Terms of reference" --decided-by "ITU-T SG17" --from 2012-12-03 --until 2013-07-31
            2012-12-03 09:04 call open "TSB Circular 401" --kind consultation --title "A new name" --deadline 2013-01-25
            2012-12-03 09:05 call open "TSB Circular 402" --kind nomination --title "Organizations" --deadline 2013-01-11
            2012-12-03 09:06 meeting open 3 --date 2013-02-12 --from 9:00 --until 10:30 --place Toronto
            2013-01-10 09:00 liaison draft "age verification" --information "ITU-T SG16" --text "For your information."
            2013-01-10 10:00 preview --days 34
            2013-02-13 09:59 end
            """);
        foreach (var kind in new[] { "annual-report", "call-closed", "seat-confirmation", "meeting-announcement", "question", "call-reminder" }) Assert.Contains(told, row => row.Kind == kind);
        Assert.Contains(told, row => row is { Kind: "annual-report", At.Hour: 9, At.Minute: 30 });
        Assert.All(told.Where(row => row.Kind == "call-closed"), row => Assert.Equal(9, row.At.Hour));
        Assert.DoesNotContain(told, row => row.Kind == "report-reminder");
        var left = Timeline().Select(line => Left().Match(line)).Where(found => found.Success)
            .Select(found => (At: Time(found.Groups["at"].Value), Kind: found.Groups["kind"].Value)).ToList();
        foreach (var (kind, at) in told)
            Assert.True(left.Exists(letter => letter.Kind == kind && letter.At >= at && letter.At <= at + Look),
                $"{kind} was told for {at:yyyy-MM-dd HH:mm}, and left on {string.Join(", ", left.Where(letter => letter.Kind == kind).Select(letter => letter.At.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)))}");
    }

    [Fact]
    public async Task A_draft_of_the_annual_report_is_named_only_where_the_register_has_something_of_the_year()
    {
        var told = await PlayAsync("""
            2013-01-07 09:00 member add "Administration of France" --country FR --email itu@ministry-fr.example --language fr
            2013-01-07 09:01 activity add --title "Forum" --start 2013-09-22 --country FR
            2013-01-10 10:00 preview --days 30
            2013-02-28 10:00 end
            """);
        Assert.DoesNotContain(told, row => row.Kind == "annual-report");
        Assert.DoesNotContain(Timeline(), line => line.Contains("letter      annual-report", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_a_seat_is_asked_about_does_not_depend_on_the_day_of_the_look_and_a_key_stops_it()
    {
        var story = """
            2013-01-07 09:01 person add --name "Claire Morvan" --email c.morvan@ministry-fr.example
            2013-01-07 09:02 seat add "ITU-T SG17" --person 1
            2013-01-20 10:00 preview --days 30
            2013-01-30 10:00 preview --days 20
            """;
        var told = (await PlayAsync(story + "\n2013-02-14 10:00 end")).Where(row => row.Kind == "seat-confirmation").ToList();
        Assert.Equal(2, told.Count);
        Assert.Single(told.Select(row => row.At).Distinct());
        Assert.Contains(Timeline(), line => line.Contains("letter      seat-confirmation", StringComparison.Ordinal));
        var key = Timeline().Select(line => Key().Match(line)).First(found => found.Success).Value;
        await PlayAsync(story + $"\n2013-01-31 10:00 preview stop {key}\n{told[0].At:yyyy-MM-dd} 20:00 end");
        Assert.DoesNotContain(Timeline(), line => line.Contains("letter      seat-confirmation", StringComparison.Ordinal));
    }

    /// <returns>The letters that <c>preview</c> named, with their times.</returns>
    private async Task<IReadOnlyList<(string Kind, DateTime At)>> PlayAsync(string commands)
    {
        Write("commands.txt", commands + "\n");
        if (Directory.Exists(folder.In("result"))) Directory.Delete(folder.In("result"), recursive: true);
        var run = await Jcacop.RunAsync("simulate", folder.In("story"), "--out", folder.In("result"));
        Assert.True(run.Code == 0, run.Error + run.Output);
        return [.. Timeline().Select(line => Row().Match(line)).Where(found => found.Success).Select(found =>
            (TermWords.English.Letters.Single(pair => pair.Value == found.Groups["letter"].Value).Key, Time(found.Groups["at"].Value)))];
    }

    private string[] Timeline() => File.ReadAllLines(folder.In("result", "timeline.txt"));

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(folder.In("story"));
        File.WriteAllText(folder.In("story", name), text);
    }

    [GeneratedRegex(@"^ {18}(?<at>\d{4}-\d\d-\d\d \d\d:\d\d) \(Toronto\)  (?<letter>.*?)  ")]
    private static partial Regex Row();

    [GeneratedRegex("^(?<at>.{16})  letter      (?<kind>[a-z-]+) to ")]
    private static partial Regex Left();

    [GeneratedRegex(@"\bseat-1-[0-9-]+")]
    private static partial Regex Key();
}
