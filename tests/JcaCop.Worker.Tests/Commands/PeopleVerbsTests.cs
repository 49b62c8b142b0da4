using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

public sealed class PeopleVerbsTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Two_entries_of_one_person_are_proposed_and_merged_at_a_persons_word()
    {
        await DoAsync("person", "add", "--name", "Anna Sample", "--email", "anna@network.example", "--phone", "+61 3 5550 0101");
        await DoAsync("person", "add", "--name", "SAMPLE Anna Maria", "--email", "a.sample@ministry.example", "--function", "Head of Unit");
        await DoAsync("person", "set", "2", "--email", "anna@network.example");
        await DoAsync("seat", "add", "ITU-T SG17", "--person", "1", "--from", "2012-05-01");
        await DoAsync("seat", "add", "ITU-T SG17", "--person", "2", "--from", "2012-06-01");
        await DoAsync("seat", "add", "ITU-T SG16", "--person", "2", "--role", "alternate", "--from", "2012-06-01");
        Assert.Contains("person merge 1 2", (await DoAsync("person", "duplicates")).Output, StringComparison.Ordinal);

        await DoAsync("person", "merge", "1", "2");

        Assert.StartsWith("No two entries", (await DoAsync("person", "duplicates")).Output, StringComparison.Ordinal);
        var kept = (await DoAsync("person", "list", "--json")).Output;
        Assert.Contains("a.sample@ministry.example", kept, StringComparison.Ordinal);
        Assert.Contains("Head of Unit", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("SAMPLE Anna Maria", kept, StringComparison.Ordinal);
        var seats = (await DoAsync("seat", "list")).Output;
        Assert.Equal(3, seats.Split('\n').Count(line => line.Contains("Anna Sample", StringComparison.Ordinal)));
        Assert.Single(seats.Split('\n'), line => line.Contains("merged", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Usage, (await data.RunAsync("person", "set", "2", "--fax", "1")).Code);
        Assert.Contains("merged (nothing) -> person 2", (await DoAsync("person", "show", "1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_is_added_changed_and_merged_with_its_other_spelling()
    {
        await DoAsync("organization", "add", "--name", "Lantern Children's Network", "--country", "au");
        await DoAsync("organization", "add", "--name", "Lantern Network", "--country", "AU", "--website", "https://lantern.example");
        await DoAsync("organization", "set", "1", "--website", "https://www.lantern.example/about", "--state", "taking-part");
        Assert.Contains("organization merge 1 2", (await DoAsync("organization", "duplicates")).Output, StringComparison.Ordinal);
        await DoAsync("organization", "merge", "1", "2");
        var list = (await DoAsync("organization", "list", "--json")).Output;
        Assert.Contains("Lantern Network", list, StringComparison.Ordinal);
        Assert.Contains("taking-part", list, StringComparison.Ordinal);
        // The other name is found from now on: adding it again is refused.
        var again = await data.RunAsync("organization", "add", "--name", "LANTERN network", "--country", "AU");
        Assert.Equal(ExitCode.Usage, again.Code);
        Assert.Contains("organization 1 is Lantern Children's Network already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_is_confirmed_and_ended_and_cannot_end_before_it_began()
    {
        await DoAsync("person", "add", "--name", "Anna Sample");
        await DoAsync("seat", "add", "Lantern Children's Network", "--person", "1", "--role", "focal-point", "--from", "2012-08-30");
        await DoAsync("seat", "confirm", "1");
        Assert.Equal(ExitCode.Usage, (await data.RunAsync("seat", "end", "1", "--until", "2012-08-29")).Code);
        await DoAsync("seat", "end", "1", "--until", "2013-05-01", "--why", "left the network");
        Assert.Contains("left the network", (await DoAsync("seat", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("ended on 2013-05-01", (await data.RunAsync("seat", "end", "1")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_is_planned_done_or_cancelled_and_ends_after_it_starts()
    {
        await DoAsync("activity", "add", "--title", "Regional forum", "--category", "event", "--start", "2015-09-22", "--end", "2015-09-23");
        await DoAsync("activity", "add", "--title", "Helpline");
        Assert.Equal(ExitCode.Usage, (await data.RunAsync("activity", "set", "1", "--end", "2015-09-01")).Code);
        await DoAsync("activity", "cancel", "2");
        var list = (await DoAsync("activity", "list")).Output;
        Assert.Matches("Regional forum.*done", list);
        Assert.Matches("Helpline.*cancelled", list);
    }

    private async Task<JcacopRun> DoAsync(params string[] line)
    {
        var run = await data.RunAsync(line);
        Assert.True(run.Code == ExitCode.Ok, $"{string.Join(' ', line)}: {run.Error}{run.Output}");
        return run;
    }
}
