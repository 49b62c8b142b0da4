using JcaCop.Worker.Simulation;

namespace JcaCop.Worker.Tests.Simulation;

public sealed class ScenarioReaderTests : IDisposable
{
    private static readonly TimeZoneInfo Geneva = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
    private readonly string folder = Directory.CreateTempSubdirectory("jcacop-scenario-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Lines_and_mails_come_in_the_order_of_their_times_and_times_are_those_of_the_zone()
    {
        Write("settings.json", "{}");
        Write("commands.txt", "# a comment\n\n2012-03-22 16:00 note The consultation opens\n2012-08-30T18:00+02:00 note The meeting opens\n");
        Write("mail/b.eml", "From: a@b.example\nTo: cop@itu.int, \"X\" <TSBJCACOP@itu.int>\nDate: Thu, 22 Mar 2012 10:00:00 +0100\n\nhello");
        Write("mail/a.eml", "Date: Fri, 23 Mar 2012 10:00:00 +0000\n\nhello");
        var scenario = Assert.IsType<ScenarioReading.Found>(Read()).Scenario;
        Assert.Equal(
            [(3, "2012-03-22 15:00", "note", "The consultation opens"), (4, "2012-08-30 16:00", "note", "The meeting opens")],
            scenario.Lines.Select(line => (line.Number, line.At.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), line.Verb, line.Rest)));
        Assert.Equal(["b.eml", "a.eml"], scenario.Mails.Select(mail => mail.Name));
        Assert.Equal(["cop@itu.int", "tsbjcacop@itu.int"], scenario.Mails[0].Recipients);
    }

    [Fact]
    public void Every_mistake_is_told_with_file_and_line_before_anything_runs()
    {
        Write("commands.txt", """
            2012-13-01 10:00 note no such month
            2012-03-22 10:00 dance
            2012-03-22 09:00 note before the line above
            2012-03-25 02:30 note the hour that summer time leaves out
            2012-03-26 10:00
            """);
        Write("mail/undated.eml", "From: a@b.example\n\nhello");
        var errors = Assert.IsType<ScenarioReading.Wrong>(Read()).Errors;
        Assert.Collection(errors,
            e => Assert.StartsWith("settings.json: is missing", e, StringComparison.Ordinal),
            e => Assert.StartsWith("commands.txt:1: '2012-13-01 10:00' is no time", e, StringComparison.Ordinal),
            e => Assert.StartsWith("commands.txt:2: unknown: dance", e, StringComparison.Ordinal),
            e => Assert.StartsWith("commands.txt:3: the time lies before that of line 2", e, StringComparison.Ordinal),
            e => Assert.StartsWith("commands.txt:4: '2012-03-25 02:30' does not exist in Europe/Zurich", e, StringComparison.Ordinal),
            e => Assert.StartsWith("commands.txt:5: after the time there is no verb", e, StringComparison.Ordinal),
            e => Assert.StartsWith("mail/undated.eml: has no Date header", e, StringComparison.Ordinal));
    }

    [Fact]
    public void A_body_may_be_as_broken_as_it_wants_as_long_as_the_header_has_a_date()
    {
        Write("settings.json", "{}");
        Write("mail/broken.eml", "Date: Wed, 29 Aug 2012 07:00:00 +0000\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Transfer-Encoding: base64\n\n%%%");
        Assert.Single(Assert.IsType<ScenarioReading.Found>(Read()).Scenario.Mails);
    }

    private void Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private ScenarioReading Read() =>
        new ScenarioReader(Geneva, words => $"unknown: {words}").Read(folder);
}
