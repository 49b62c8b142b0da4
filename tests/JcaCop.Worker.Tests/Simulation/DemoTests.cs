using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using JcaCop.Post.Tests.Calendars;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Simulation;
using JcaCop.Worker.Tests.Commands;
using MimeKit;

namespace JcaCop.Worker.Tests.Simulation;

/// <summary>The demo, played once for all tests.</summary>
public sealed class PlayedDemo : IAsyncLifetime
{
    private readonly DataFolder folder = new();

    internal JcacopRun Run { get; private set; } = null!;

    /// <summary>The letters with their times, in order; codes of questions are left out, which differ in each run.</summary>
    internal IReadOnlyList<string> Letters { get; private set; } = [];

    internal string In(params string[] names) => folder.In(["demo", .. names]);

    public async ValueTask InitializeAsync()
    {
        Run = await Jcacop.RunAsync("demo", "--out", folder.In("demo"));
        Letters = [.. File.ReadLines(In(SimulationFolder.TimelineFile)).Where(line => line.Contains("  letter  ", StringComparison.Ordinal)).Select(line => Regex.Replace(line, " #[0-9A-Z]{4}-[0-9A-Z]{4}", ""))];
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>The history of JCA-COP on the virtual clock: what leaves, and whether every deadline of the sources is met.</summary>
public sealed class DemoTests(PlayedDemo demo) : IClassFixture<PlayedDemo>
{
    [Fact]
    public void It_plays_to_its_end_and_every_mail_is_told()
    {
        var run = demo.Run;
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        var mails = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "scenarios", "jca-cop", "mail"), "*.eml").Length;
        Assert.True(mails >= 48);
        Assert.Equal(mails, run.Output.Split('\n').Count(line => line.Length > 30 && line[18..].StartsWith("mail ", StringComparison.Ordinal)));
        Assert.DoesNotContain("\e[", run.Output, StringComparison.Ordinal);
        Assert.Contains(demo.In("register", "organizations.csv"), run.Output, StringComparison.Ordinal);
        Assert.Equal(mails, Directory.EnumerateFiles(demo.In("mail"), "*.eml", SearchOption.AllDirectories).Count(file => Path.GetDirectoryName(file) is { } box && Path.GetFileName(box) is "Processed" or "Held" or "Set aside"));
    }

    /// <summary>A difference writes the list beside the file: look at it, and put it in place where it is right.</summary>
    [Fact]
    public void Its_letters_leave_as_the_golden_list_says()
    {
        var golden = Path.Combine(Folder(), "demo-letters.txt");
        var received = Path.ChangeExtension(golden, ".received.txt");
        var made = string.Join('\n', demo.Letters) + "\n";
        if (File.Exists(golden) && File.ReadAllText(golden).ReplaceLineEndings("\n") == made)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, made);
        Assert.Fail($"The letters of the demo are others than {golden} says; see {received}");
    }

    [Theory]
    // The second meeting of the Council working group, 11 June 2010; it reports to the Council each year.
    [InlineData("connection-details", "11 juin 2010", "2010-06-09", "2010-06-10")]
    [InlineData("report-request", "11 June 2010", "2010-06-11", "2010-06-12")]
    [InlineData("report-distribution", "WG-CP-2/03", "2010-06-22", "2010-06-22")]
    [InlineData("annual-report", "Annual report 2010", "2011-01-15", "2011-01-17")]
    // The consultation of 22 March 2012 runs to 27 April; approved on the 30th, as nobody commented.
    [InlineData("call-closed", "SG17 electronic consultation 2012-03-22: approved", "2012-04-30", "2012-04-30")]
    // TSB Circular 278 asks for contact details by 22 August 2012.
    [InlineData("call", "TSB Circular 278", "2012-05-14", "2012-05-14")]
    [InlineData("call-reminder", "TSB Circular 278", "2012-08-08", "2012-08-22")]
    // The first meeting on 30 August is announced four weeks ahead; contributions are due twelve days before.
    [InlineData("meeting-announcement", "30 August 2012", "2012-05-14", "2012-08-02")]
    [InlineData("contributions-call", "30 August 2012", "2012-08-03", "2012-08-18")]
    [InlineData("connection-details", "30 August 2012", "2012-08-28", "2012-08-30")]
    [InlineData("report-request", "30 August 2012", "2012-08-30", "2012-08-31")]
    [InlineData("report-distribution", "30 August 2012", "2012-09-07", "2012-09-07")]
    // TSB Circular 313 of September 2012 has no closing date: nobody is reminded of it.
    [InlineData("call", "TSB Circular 313", "2012-09-17", "2012-09-17")]
    // The lifetime of the first terms of reference ends on 30 April 2013; secretariat and chairman hear of it ninety days before.
    [InlineData("mandate-review", "30 April 2013", "2013-01-28", "2013-02-01")]
    // The seventh meeting, 13 April 2015.
    [InlineData("meeting-announcement", "13 April 2015", "2015-03-02", "2015-03-16")]
    [InlineData("contributions-call", "13 April 2015", "2015-03-16", "2015-04-01")]
    [InlineData("documents-announcement", "13 April 2015", "2015-04-02", "2015-04-06")]
    [InlineData("report-distribution", "DOC065", "2015-04-16", "2015-04-16")]
    public void Every_deadline_of_the_sources_is_met(string kind, string about, string from, string until)
    {
        var days = demo.Letters.Where(line => line.Contains($"  {kind} to ", StringComparison.Ordinal) && line.Contains(about, StringComparison.Ordinal)).Select(line => line[..10]).ToList();
        Assert.True(days.Count > 0, $"no {kind} about {about}");
        Assert.All(days, day => Assert.True(string.CompareOrdinal(day, from) >= 0 && string.CompareOrdinal(day, until) <= 0, $"{kind} about {about} left on {day}"));
    }

    [Fact]
    public void Nobody_is_reminded_of_a_circular_without_a_closing_date() =>
        Assert.DoesNotContain(demo.Letters, line => line.Contains("  call-reminder to ", StringComparison.Ordinal) && line.Contains("313", StringComparison.Ordinal));

    [Fact]
    public void Every_calendar_that_left_keeps_to_RFC_5545_and_RFC_5546()
    {
        Assert.SkipWhen(Libical.Missing is not null, Libical.Missing ?? "");
        var methods = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(demo.In("sent"), "*.eml", SearchOption.AllDirectories))
            foreach (var part in MimeMessage.Load(file, TestContext.Current.CancellationToken).BodyParts.OfType<MimePart>().Where(part => part.ContentType.IsMimeType("text", "calendar")))
            {
                using var content = new MemoryStream();
                part.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
                var faults = Libical.Faults(content.ToArray());
                Assert.True(faults.Count == 0, $"{file}: {string.Join(", ", faults)}");
                if (part.ContentType.Parameters["method"] is { } method) methods.Add(method);
            }
        Assert.Superset(new HashSet<string> { "PUBLISH", "REQUEST" }, methods);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
