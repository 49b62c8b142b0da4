using System.Text.Json;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>What a secretary types by mistake, and values that look like something else to a program.</summary>
public sealed class SecretarysSlipsTests : IDisposable
{
    private static readonly string[] Meeting = ["--date", "2031-03-12", "--from", "9:30", "--until", "17:30", "--place", "Geneva"];
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_value_that_begins_with_an_at_sign_is_that_value_and_no_file()
    {
        await DoneAsync("db", "upgrade");
        await File.WriteAllTextAsync(data.In("secret.txt"), "Top secret", TestContext.Current.CancellationToken);
        await DoneAsync("activity", "add", "--title", "@" + data.In("secret.txt"));
        Assert.Contains("@" + data.In("secret.txt"), (await DoneAsync("export", "activities")).Output, StringComparison.Ordinal);
        await DoneAsync("person", "add", "--name", "@handle");
    }

    [Theory]
    [InlineData("The 6th")]
    [InlineData("0")]
    [InlineData("7.5")]
    [InlineData("-5")]
    public async Task What_counts_no_meeting_is_no_number_of_one(string number)
    {
        await DoneAsync("db", "upgrade");
        var run = await data.RunAsync(["meeting", "open", number, .. Meeting]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(number, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_text_takes_away_what_can_be_taken_away_and_is_refused_where_nothing_can()
    {
        await DoneAsync("db", "upgrade");
        await DoneAsync(["meeting", "open", "5", "--title", "Spring session", .. Meeting]);
        var place = await data.RunAsync("meeting", "set", "5", "--place", "");
        Assert.Equal(ExitCode.Usage, place.Code);
        Assert.Contains("needs a place", place.Error, StringComparison.Ordinal);
        await DoneAsync("meeting", "set", "5", "--title", "");
        Assert.Contains("5th meeting of JCA-COP", (await DoneAsync("meeting", "list")).Output, StringComparison.Ordinal);
        await DoneAsync("organization", "add", "--name", "Lantern Children's Network");
        await DoneAsync("organization", "set", "1", "--other-name", "LCN");
        await DoneAsync("organization", "set", "1", "--other-name", "");
        Assert.DoesNotContain("LCN", (await DoneAsync("organization", "list", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_is_kept_under_the_code_of_its_body_and_an_unknown_body_is_told()
    {
        await DoneAsync("db", "upgrade");
        await DoneAsync("person", "add", "--name", "Ann Sample");
        var known = await DoneAsync("seat", "add", "itu-t sg16", "--person", "1");
        Assert.DoesNotContain("holds no body", known.Output, StringComparison.Ordinal);
        var unknown = await DoneAsync("seat", "add", "Narnia Group", "--person", "1");
        Assert.Contains("holds no body, organization or member 'Narnia Group'", unknown.Output, StringComparison.Ordinal);
        using var seats = JsonDocument.Parse((await DoneAsync("seat", "list", "--json")).Output);
        Assert.Equal(["ITU-T SG16", "Narnia Group"], seats.RootElement.EnumerateArray().Select(seat => seat.GetProperty("body").GetString()));
    }

    [Fact]
    public async Task Two_persons_who_are_one_come_to_a_meeting_once()
    {
        await DoneAsync("db", "upgrade");
        await DoneAsync(["meeting", "open", "5", .. Meeting]);
        await DoneAsync("person", "add", "--name", "Ann Sample");
        await DoneAsync("person", "add", "--name", "A. Sample");
        await DoneAsync("person", "add", "--name", "Anne Sample");
        await DoneAsync("meeting", "register", "5", "2", "--mode", "remote");
        await DoneAsync("meeting", "register", "5", "3", "--mode", "in-person");
        await DoneAsync("person", "merge", "1", "2");
        await DoneAsync("person", "merge", "1", "3");
        using var coming = JsonDocument.Parse((await DoneAsync("meeting", "participants", "5", "--json")).Output);
        var registered = Assert.Single(coming.RootElement.EnumerateArray(), one => one.GetProperty("state").GetString() == "registered");
        Assert.Equal("Ann Sample", registered.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_version_of_the_mandate_that_holds_on_a_day_is_in_force_whatever_was_decided_for_later()
    {
        await DoneAsync("db", "upgrade");
        await DoneAsync("mandate", "add", "Terms of 2020", "--decided-by", "ITU-T SG17", "--decided-on", "2020-01-10", "--until", "2039-12-31");
        await DoneAsync("mandate", "add", "Terms of 2030", "--from", "2030-06-01", "--decided-by", "ITU-T SG17");
        Assert.Equal(["2020: in force"], await StandingAsync("2025-03-01"));
        Assert.Equal(["2030: in force"], await StandingAsync("2030-06-01"));
        Assert.Empty(await StandingAsync("2019-12-31"));

        async Task<IEnumerable<string>> StandingAsync(string day) => (await DoneAsync("mandate", "list", "--as-of", day)).Output.Split('\n').Where(line => line.Contains("Terms of ", StringComparison.Ordinal))
            .Select(line => $"{line[(line.IndexOf("Terms of ", StringComparison.Ordinal) + 9)..][..4]}: {line.TrimEnd()[(line.TrimEnd().LastIndexOf("  ", StringComparison.Ordinal) + 2)..]}").ToList();
    }

    [Fact]
    public async Task An_answer_of_somebody_who_was_not_asked_is_not_said_to_count()
    {
        await DoneAsync("db", "upgrade");
        await DoneAsync("member", "add", "Australia", "--country", "AU", "--email", "au@ministry.example");
        await DoneAsync("member", "add", "Narnia Forum", "--sort", "external", "--email", "desk@narnia.example");
        await DoneAsync("call", "open", "TSB Circular 401", "--kind", "consultation", "--title", "Name of the group", "--weeks", "4", "--silence", "approval", "--to", "Australia");
        await DoneAsync("call", "answer", "401", "Narnia Forum", "--position", "support");
        using var answers = JsonDocument.Parse((await DoneAsync("call", "answers", "401", "--json")).Output);
        var answer = Assert.Single(answers.RootElement.EnumerateArray());
        Assert.Equal((false, "not asked by TSB Circular 401"), (answer.GetProperty("counted").GetBoolean(), answer.GetProperty("why").GetString()));
        Assert.Equal(ExitCode.Usage, (await data.RunAsync("call", "answers", "401", "--out", data.In("follow-up.pdf"))).Code);
        Assert.False(File.Exists(data.In("follow-up.pdf")));
    }

    [Fact]
    public async Task What_does_not_fit_on_the_disk_leaves_what_was_there()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "no /dev/full to write to");
        await DoneAsync("db", "upgrade");
        await DoneAsync("export", "--out", data.In("keep.json"));
        var before = await File.ReadAllTextAsync(data.In("keep.json"), TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(data.In("keep.json.part"), "/dev/full");
        var run = await data.RunAsync("export", "--out", data.In("keep.json"));
        Assert.Equal(ExitCode.OutsideWorld, run.Code);
        Assert.Equal(before, await File.ReadAllTextAsync(data.In("keep.json"), TestContext.Current.CancellationToken));
        Assert.False(Path.Exists(data.In("keep.json.part")));
    }

    private async Task<JcacopRun> DoneAsync(params string[] args)
    {
        var run = await data.RunAsync(args);
        Assert.True(run.Code == ExitCode.Ok, $"{string.Join(' ', args)}: {run.Code} {run.Error}{run.Output}");
        return run;
    }
}
