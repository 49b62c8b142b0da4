using System.Text.Json;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>Small things that a verb tells, refuses or keeps as they are meant.</summary>
public sealed class SmallSlipsTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_name_of_which_nothing_can_be_seen_is_none_and_marks_in_a_name_are_not_kept()
    {
        var none = await data.RunAsync("person", "add", "--name", "\u200f\u202e\u200b", "--email", "inv@x.example");
        Assert.Equal((ExitCode.Usage, "--name: nothing of it can be seen."), (none.Code, none.Error.TrimEnd()));
        await DoneAsync("person", "add", "--name", "Line\nBreak", "--function", "Head\u202e of Unit", "--address", "1 Street\nTown", "--email", "line@x.example");
        using var persons = JsonDocument.Parse((await DoneAsync("export", "persons")).Output);
        var person = persons.RootElement.GetProperty("persons")[0];
        Assert.Equal(("Line Break", "Head of Unit", "1 Street\nTown"), (person.GetProperty("name").GetString(), person.GetProperty("function").GetString(), person.GetProperty("address").GetString()));
    }

    [Fact]
    public async Task A_person_may_be_added_by_an_address_alone_and_not_by_nothing()
    {
        await DoneAsync("person", "add", "--email", "ann@x.example");
        var none = await data.RunAsync("person", "add");
        Assert.Equal(ExitCode.Usage, none.Code);
        Assert.Contains("a person needs a name or a mail address", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_setting_on_the_command_line_ends_as_one_in_a_file()
    {
        await DoneAsync("db", "upgrade");
        Assert.Equal(ExitCode.Settings, (await data.RunAsync("person", "list", "--set", "Nonsense=1")).Code);
    }

    [Fact]
    public async Task An_hour_that_the_clocks_skip_is_none_and_a_meeting_in_the_past_is_told_so()
    {
        var gap = await data.RunAsync("meeting", "open", "9", "--date", "2013-03-10", "--from", "2:30", "--until", "3:30", "--place", "Toronto", "--zone", "America/Toronto");
        Assert.Equal(ExitCode.Usage, gap.Code);
        Assert.Contains("there is no 02:30 on 2013-03-10 in America/Toronto", gap.Error, StringComparison.Ordinal);
        var past = await DoneAsync("meeting", "open", "1", "--date", "2012-03-12", "--from", "9:00", "--until", "10:30", "--place", "Geneva");
        Assert.Contains("It lies in the past, and nobody is invited", past.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_participants_that_is_written_says_so_in_either_form()
    {
        await DoneAsync("meeting", "open", "9", "--date", "2031-03-12", "--from", "9:00", "--until", "10:30", "--place", "Geneva");
        await DoneAsync("meeting", "register", "9", "Lucy Park", "--email", "l.park@comms.example");
        foreach (var name in new[] { "p.csv", "p.xlsx" })
            Assert.Contains("(1 participant)", (await DoneAsync("meeting", "participants", "9", "--out", data.In(name))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_mail_that_was_erased_the_bytes_are_asked_for_in_vain_and_that_is_said()
    {
        data.WriteNomination("mails", 1, "Lantern Network");
        await DoneAsync("db", "upgrade");
        await DoneAsync("import", data.In("mails"), "--mailbox", "jca-cop");
        await data.RunAsync("review", "reject", "1");
        await DoneAsync("erase", "mail", "1", "--yes");
        var raw = await data.RunAsync("review", "show", "1", "--raw");
        Assert.Equal(ExitCode.Usage, raw.Code);
        Assert.Contains("here no more", raw.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_secretariat_enters_is_nominated_by_nobody_or_by_whom_it_names()
    {
        await DoneAsync("person", "add", "--name", "Ann Sample");
        await DoneAsync("seat", "add", "ITU-T SG17", "--person", "1");
        await DoneAsync("seat", "add", "ITU-T SG16", "--person", "1", "--nominated-by", "itu@ministry.example");
        await DoneAsync("organization", "add", "--name", "Lantern Network");
        await DoneAsync("organization", "set", "1", "--nominated-by", "itu@ministry.example");
        await DoneAsync("activity", "add", "--title", "Forum");
        using var all = JsonDocument.Parse((await DoneAsync("export")).Output);
        Assert.Equal([null, "itu@ministry.example"], all.RootElement.GetProperty("seats").EnumerateArray().Select(By));
        Assert.Equal("itu@ministry.example", By(all.RootElement.GetProperty("organizations")[0]));
        Assert.False(all.RootElement.GetProperty("activities")[0].TryGetProperty("reportedBy", out _));
        static string? By(JsonElement entry) => entry.TryGetProperty("nominatedBy", out var by) ? by.GetString() : null;
    }

    [Fact]
    public async Task A_group_is_called_alike_in_what_is_typed_and_what_is_read_and_a_state_alike_in_list_and_show()
    {
        await DoneAsync("liaison", "receive", "On filters", "--from", "itu-t sg16", "--action", "JCA-COP", "--deadline", "2031-01-10");
        using var list = JsonDocument.Parse((await DoneAsync("liaison", "list", "--json")).Output);
        Assert.Equal(("ITU-T JCA-COP", "ITU-T SG16"), (list.RootElement[0].GetProperty("to")[0].GetProperty("body").GetString(), list.RootElement[0].GetProperty("from")[0].GetString()));
        var state = list.RootElement[0].GetProperty("state").GetString();
        Assert.Matches($@"state +{state}\b", (await DoneAsync("liaison", "show", "1")).Output);
    }

    [Fact]
    public async Task A_statement_without_a_number_is_passed_on_without_one()
    {
        await using var rig = new TalkRig(over: new Dictionary<string, string?> { ["Groups:g:Parent"] = "ITU-T SG17" });
        await rig.DeskAsync("member add \"ITU-T Study Group 16\" --sort group --body \"ITU-T SG16\" --email sg16@union.example\nliaison receive \"Work on filters\" --from IETF --information \"ITU-T SG16\"\nliaison receive \"Work on hotlines\" --from IETF --reference IETF-7 --information \"ITU-T SG16\"");
        await rig.WorkAsync(typeof(JcaCop.Worker.Liaisons.LiaisonRoutingJob));
        var letters = await rig.SendAsync();
        var (plain, numbered) = (letters.First(letter => letter.TextBody!.Contains("Work on filters", StringComparison.Ordinal)), letters.First(letter => letter.TextBody!.Contains("Work on hotlines", StringComparison.Ordinal)));
        Assert.DoesNotContain("Reference", plain.TextBody, StringComparison.Ordinal);
        Assert.Contains("Reference", numbered.TextBody, StringComparison.Ordinal);
    }

    private async Task<JcacopRun> DoneAsync(params string[] words)
    {
        var run = await data.RunAsync(words);
        Assert.True(run.Code == ExitCode.Ok, $"{string.Join(' ', words)}: {run.Error}");
        return run;
    }
}
