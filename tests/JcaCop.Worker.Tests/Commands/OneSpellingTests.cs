using System.Text.Json;
using JcaCop.Register.Entries;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>A value is spelt alike wherever a verb prints or takes it, and JSON of one thing has the same names and forms whichever verb prints it.</summary>
public sealed class OneSpellingTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task What_a_list_prints_of_an_entry_is_what_its_options_take_and_what_an_export_writes()
    {
        await DoneAsync("organization add --name \"Lantern Network\"");
        foreach (var state in Enum.GetValues<OrganizationState>())
        {
            await DoneAsync($"organization set 1 --state {state}");
            using var list = JsonDocument.Parse(await DoneAsync("organization list --json"));
            var spelt = list.RootElement[0].GetProperty("state").GetString()!;
            Assert.StartsWith("Nothing changed", await DoneAsync($"organization set 1 --state {spelt}"), StringComparison.Ordinal);
            using var export = JsonDocument.Parse(await DoneAsync("export organizations"));
            Assert.Equal(spelt, export.RootElement.GetProperty("organizations")[0].GetProperty("state").GetString());
            Assert.Contains($",{spelt},", await DoneAsync("export organizations --format csv"), StringComparison.Ordinal);
            Assert.Contains($" {spelt}", await DoneAsync("organization list"), StringComparison.Ordinal);
            Assert.Contains(spelt, (await data.RunAsync("organization", "set", "--help")).Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Earlier_spellings_of_options_are_still_taken()
    {
        await DoneAsync("person add --name \"Ann Sample\"");
        var body = 10;
        foreach (var role in new[] { "focalPoint", "FocalPoint", "focal-point", "\"focal point\"" }) await DoneAsync($"seat add \"ITU-T SG{body++}\" --person 1 --role {role}");
        using var seats = JsonDocument.Parse(await DoneAsync("seat list --json"));
        Assert.All(seats.RootElement.EnumerateArray(), seat => Assert.Equal("focal-point", seat.GetProperty("role").GetString()));
    }

    [Theory]
    [InlineData("call answer 401 AU --position maybe", "--position takes one of support, no-objection, comment, objection; 'maybe' is none.")]
    [InlineData("call comment 401 AU --substantive maybe", "--substantive takes one of yes, no; 'maybe' is none.")]
    [InlineData("member add Lang --country NZ --language xx", "--language takes one of ar, zh, en, fr, ru, es; 'xx' is none.")]
    [InlineData("export persons --format pdf", "--format takes one of csv, json, xlsx; 'pdf' is none.")]
    [InlineData("export wizards", "WHAT takes one of organizations, persons,")]
    [InlineData("meeting set 2 --remote maybe", "--remote takes one of true, false; 'maybe' is none.")]
    [InlineData("seat add X --person 1 --role king", "--role takes one of representative, alternate, focal-point, expert; 'king' is none.")]
    [InlineData("outbox list --state lost", "--state takes one of queued, sending, accepted, unknown, failed, parked; 'lost' is none.")]
    public async Task A_wrong_word_is_told_in_one_sentence_with_its_option(string words, string told)
    {
        var run = await data.RunAsync([.. CommandLine.Words(words)]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith(told, run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task An_entry_has_the_same_version_in_a_list_alone_and_as_of_a_day()
    {
        await DoneAsync("person add --name \"Ann Sample\"");
        await DoneAsync("person set 1 --phone \"+41 22 5550 101\"");
        await DoneAsync("member add \"Administration of Kenya\" --country KE --email itu@ke.example");
        foreach (var (noun, version) in new[] { ("person", 2), ("member", 1) })
        {
            Assert.Equal(version, Version(JsonDocument.Parse(await DoneAsync($"{noun} list --json")).RootElement[0]));
            Assert.Equal(version, Version(JsonDocument.Parse(await DoneAsync($"{noun} show 1 --json")).RootElement.GetProperty("entry")));
            Assert.Equal(version, Version(JsonDocument.Parse(await DoneAsync($"{noun} list --json --as-of 2099-12-31")).RootElement[0]));
        }
        static int Version(JsonElement entry) => entry.GetProperty("version").GetInt32();
    }

    [Fact]
    public async Task A_verb_over_several_numbers_prints_one_document_that_says_why_not()
    {
        await DoneAsync("db upgrade");
        foreach (var line in new[] { "outbox retry 17 18 --json", "review accept 17 18 --json", "review reject 17 18 --json", "review replay 17 18 --json" })
        {
            var run = await data.RunAsync([.. CommandLine.Words(line)]);
            Assert.Equal(ExitCode.Usage, run.Code);
            using var printed = JsonDocument.Parse(run.Output);
            Assert.Equal([17L, 18L], printed.RootElement.EnumerateArray().Select(one => one.GetProperty("id").GetInt64()));
            Assert.All(printed.RootElement.EnumerateArray(), one => Assert.False(one.GetProperty("done").GetBoolean() || one.GetProperty("problem").GetString()!.Length < 10, line));
        }
    }

    [Fact]
    public async Task A_call_has_the_same_names_and_forms_in_list_show_tally_answers_and_export()
    {
        await DoneAsync("member add \"Administration of Kenya\" --country KE --email itu@ke.example");
        await DoneAsync("member add IETF --sort external --email liaison@ietf.example");
        await DoneAsync("call open \"TSB Circular 401\" --kind consultation --title \"A new name\" --weeks 4 --silence approval --no-letters");
        await DoneAsync("call answer 401 KE --position support");
        var listed = JsonDocument.Parse(await DoneAsync("call list --json")).RootElement[0];
        var shown = JsonDocument.Parse(await DoneAsync("call show 401 --json")).RootElement.GetProperty("call");
        var exported = JsonDocument.Parse(await DoneAsync("export calls")).RootElement.GetProperty("calls")[0];
        foreach (var name in new[] { "id", "number", "kind", "title", "state", "openedAt", "deadline", "deadlineRule" })
        {
            Assert.Equal(listed.GetProperty(name).GetRawText(), shown.GetProperty(name).GetRawText());
            Assert.Equal(listed.GetProperty(name).GetRawText(), exported.GetProperty(name).GetRawText());
        }
        var answer = JsonDocument.Parse(await DoneAsync("call answers 401 --json")).RootElement[0];
        Assert.Equal((JsonValueKind.False, JsonValueKind.True), (answer.GetProperty("substantive").ValueKind, answer.GetProperty("counted").ValueKind));
        Assert.True(answer.GetProperty("at").TryGetDateTimeOffset(out _));
        Assert.Contains(",no,yes,", await DoneAsync("call answers 401 --format csv"), StringComparison.Ordinal);
        var lines = JsonDocument.Parse(await DoneAsync("call tally 401 --json")).RootElement.GetProperty("lines").EnumerateArray().ToDictionary(line => line.GetProperty("label").GetString()!);
        Assert.Equal((1, 1), (lines["asked"].GetProperty("figure").GetInt32(), lines["replies that count"].GetProperty("figure").GetInt32()));
        Assert.False(lines["rule"].TryGetProperty("figure", out _));
    }

    [Fact]
    public async Task The_help_of_every_verb_names_nothing_that_it_does_not_take()
    {
        foreach (var verb in new[] { "read", "import", "export", "preview" }) Assert.DoesNotContain("dditional arguments", (await Jcacop.RunAsync(verb, "--help")).Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ExitCode.Usage, (await Jcacop.RunAsync("read", "mail.eml", "--bogus")).Code);
    }

    [Fact]
    public async Task Of_a_mail_that_waits_for_nothing_replay_says_the_same_with_whole_and_without()
    {
        data.WriteNomination("mails", 1, "Lantern Network");
        await DoneAsync("db upgrade");
        await DoneAsync($"import \"{data.In("mails")}\" --mailbox jca-cop");
        await data.RunAsync("review", "reject", "1");
        var (plain, whole) = (await data.RunAsync("review", "replay", "1"), await data.RunAsync("review", "replay", "1", "--whole"));
        Assert.Equal((plain.Code, plain.Output, plain.Error), (whole.Code, whole.Output, whole.Error));
        var (unknown, unknownWhole) = (await data.RunAsync("review", "replay", "99"), await data.RunAsync("review", "replay", "99", "--whole"));
        Assert.Equal((ExitCode.Usage, unknown.Error), (unknownWhole.Code, unknownWhole.Error));
    }

    private async Task<string> DoneAsync(string words)
    {
        var run = await data.RunAsync([.. CommandLine.Words(words)]);
        Assert.True(run.Code == ExitCode.Ok, $"{words}: {run.Error}");
        return run.Output;
    }

    [Theory]
    [InlineData("reachability of itu@min-ca.example", "reachability of itu@min-ca.example")]
    [InlineData("reachability of A.Park@comms.example", "reachability of A.Park@comms.example")]
    [InlineData("time.firstDay", "time: first day")]
    public void The_name_of_a_field_is_words_and_an_address_in_it_stays(string field, string told) => Assert.Equal(told, Text.Field(field));
}
