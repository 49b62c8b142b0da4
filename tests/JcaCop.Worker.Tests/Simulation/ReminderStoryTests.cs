using JcaCop.Worker.Commands;
using JcaCop.Worker.Simulation;
using JcaCop.Worker.Tests.Commands;

namespace JcaCop.Worker.Tests.Simulation;

/// <summary>Reminders and digests on the virtual clock.</summary>
public sealed class ReminderStoryTests : IDisposable
{
    private readonly DataFolder folder = new();

    public ReminderStoryTests() => Write("settings.json", """
        { "Groups": { "jca-ex": {
            "Name": "JCA-EX", "FullName": "Joint Coordination Activity on Examples", "Address": "jcaex@desk.example", "Secretaries": [ "secretary@desk.example" ],
            "OfficialDomains": { "ministry.example": "AU" } } } }
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_reminder_of_the_last_day_that_leaves_before_it_does_not_call_it_today()
    {
        // 29 September 2012 is a Saturday.
        Write("commands.txt", """
            2012-09-03 10:00 member add "Administration of Australia" --country AU --email itu@ministry.example
            2012-09-03 10:02 call open "TSB Circular 313" --title "Nomination of organizations" --kind nomination --deadline 2012-09-29
            2012-10-01 09:00 end
            """);
        Directory.CreateDirectory(folder.In("story", "mail"));
        Assert.Equal(ExitCode.Ok, (await Jcacop.RunAsync("simulate", folder.In("story"), "--out", folder.In("result"))).Code);
        var letters = (await File.ReadAllLinesAsync(folder.In("result", SimulationFolder.TimelineFile), TestContext.Current.CancellationToken)).Where(line => line.Contains("call-reminder to", StringComparison.Ordinal)).ToList();
        Assert.Contains(letters, line => line.StartsWith("2012-09-2", StringComparison.Ordinal) && line.Contains("closing date 29 September 2012", StringComparison.Ordinal));
        Assert.DoesNotContain(letters, line => line.Contains("Last day", StringComparison.Ordinal));
        Assert.Equal(4, letters.Count);
    }

    [Fact]
    public async Task Whoever_owes_is_reminded_in_office_hours_until_the_answer_comes_and_the_rest_is_handed_to_the_secretariat_once()
    {
        var mail = folder.WriteNomination(folder.In("story", "mail"), 1, "Lantern Children's Network");
        await File.WriteAllTextAsync(mail, (await File.ReadAllTextAsync(mail, TestContext.Current.CancellationToken)).Replace("tsbjcacop@itu.int", "jcaex@desk.example", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Write("commands.txt", """
            2012-09-03 10:00 member add "Administration of Australia" --country AU --email itu@ministry.example
            2012-09-03 10:01 member add "Administration of Chile" --country CL --email itu@subtel.example --language es
            2012-09-03 10:02 call open "TSB Circular 313" --title "Nomination of organizations" --kind nomination --deadline 2012-09-28
            2012-09-16 12:00 down
            2012-09-24 09:00 up
            2012-10-20 09:00 end
            """);
        Assert.Equal(ExitCode.Ok, (await Jcacop.RunAsync("simulate", folder.In("story"), "--out", folder.In("result"))).Code);
        var letters = (await File.ReadAllLinesAsync(folder.In("result", SimulationFolder.TimelineFile), TestContext.Current.CancellationToken)).Where(line => line.Contains("  letter  ", StringComparison.Ordinal)).ToList();
        var toAustralia = letters.Where(line => line.Contains("call-reminder to itu@ministry.example", StringComparison.Ordinal)).ToList();
        var toChile = letters.Where(line => line.Contains("call-reminder to itu@subtel.example", StringComparison.Ordinal)).ToList();
        // A fortnight before; the step of 21 September fell into the week in which the service was down and is made up once, not in a burst.
        Assert.Equal(["2012-09-14", "2012-09-24", "2012-09-26", "2012-09-28"], toChile.Select(line => line[..10]));
        // Australia answered on 24 September: nothing comes after that.
        Assert.All(toAustralia, line => Assert.True(string.CompareOrdinal(line[..10], "2012-09-24") <= 0));
        Assert.Single(letters, line => line.Contains("escalation to secretary@desk.example", StringComparison.Ordinal));
        Assert.Contains(letters, line => line.Contains("digest to secretary@desk.example", StringComparison.Ordinal));
    }

    private void Write(string name, string text)
    {
        var file = folder.In("story", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
