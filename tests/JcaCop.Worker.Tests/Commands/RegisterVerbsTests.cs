using System.Text.Json;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>Verbs that need a register. Nothing is accepted by itself here, so that there is something to decide.</summary>
public sealed class RegisterVerbsTests : IDisposable
{
    private const string HoldAll = "Judging:AcceptFrom=1";
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Importing_twice_takes_each_mail_once()
    {
        data.WriteNomination(data.In("old"), 1, "Lantern Children's Network");
        data.WriteNomination(data.In("old"), 2, "Harbour Helpline Trust");
        var first = await data.RunAsync("import", data.In("old"), "--mailbox", "jca-cop", "--json");
        var second = await data.RunAsync("import", data.In("old"), "--mailbox", "jca-cop", "--json");
        Assert.Equal((ExitCode.Ok, 2, 0), (first.Code, Number(first, "imported"), Number(first, "known")));
        Assert.Equal((ExitCode.Ok, 0, 2), (second.Code, Number(second, "imported"), Number(second, "known")));
    }

    [Fact]
    public async Task A_second_run_on_one_data_directory_is_refused_while_the_first_goes_on()
    {
        await using (new FileStream(data.In("jcacop.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var second = await data.RunAsync("run", "--once");
            Assert.Equal(ExitCode.OutsideWorld, second.Code);
            Assert.Contains("Another 'jcacop run'", second.Error, StringComparison.Ordinal);
        }
        Assert.Equal(ExitCode.Ok, (await data.RunAsync("run", "--once")).Code);
        Assert.Equal(ExitCode.Ok, (await data.RunAsync("run", "--once")).Code);
    }

    [Fact]
    public async Task Import_notes_a_mail_over_the_size_limit_and_goes_on()
    {
        data.WriteNomination(data.In("old"), 1, "Lantern Children's Network");
        await File.WriteAllTextAsync(data.In("old", "large.eml"), "Subject: large\n\n" + new string('x', 60_000), TestContext.Current.CancellationToken);
        var settings = data.In("limit.json");
        await File.WriteAllTextAsync(settings, """
            { "Groups": { "g": { "Name": "G", "FullName": "Group", "Address": "g@union.example" } },
              "Mailboxes": [ { "Name": "g", "Group": "g", "Path": "mail", "SizeLimit": 50000 } ] }
            """, TestContext.Current.CancellationToken);
        var run = await data.RunAsync("import", data.In("old"), "--json", "--settings", settings);
        Assert.Equal(2, Number(run, "imported"));
        Assert.Contains("larger than the mailbox's size limit", (await data.RunAsync("review", "list", "--settings", settings)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_mbox_is_imported_mail_by_mail()
    {
        var one = await File.ReadAllTextAsync(data.WriteNomination(data.In("one"), 1, "Lantern Children's Network"), TestContext.Current.CancellationToken);
        var two = await File.ReadAllTextAsync(data.WriteNomination(data.In("one"), 2, "Harbour Helpline Trust"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(data.In("archive.mbox"),
            $"From jane@ministry.example Mon Sep 24 12:07:00 2012\n{one}\nFrom jane@ministry.example Mon Sep 24 12:08:00 2012\n{two}", TestContext.Current.CancellationToken);
        var run = await data.RunAsync("import", data.In("archive.mbox"), "--mailbox", "jca-cop", "--json");
        Assert.Equal(2, Number(run, "imported"));
    }

    [Fact]
    public async Task Import_asks_which_mailbox_where_there_are_several_and_tells_a_path_that_is_not_there()
    {
        data.WriteNomination(data.In("old"), 1, "Lantern Children's Network");
        var unnamed = await data.RunAsync("import", data.In("old"));
        var nowhere = await data.RunAsync("import", data.In("nowhere"), "--mailbox", "jca-cop");
        Assert.Equal(ExitCode.Usage, unnamed.Code);
        Assert.Contains("cwg-cop, jca-cop", unnamed.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, nowhere.Code);
    }

    [Fact]
    public async Task A_held_nomination_is_listed_shown_accepted_and_then_in_the_register()
    {
        await ImportHeldAsync();
        var list = await data.RunAsync("review", "list");
        Assert.Contains("jane@ministry.example", list.Output, StringComparison.Ordinal);
        var show = await data.RunAsync("review", "show", "1");
        Assert.Equal(ExitCode.Ok, show.Code);
        Assert.Contains("Lantern Children's Network", show.Output, StringComparison.Ordinal);
        Assert.Contains("| With reference to TSB Circular 313", show.Output, StringComparison.Ordinal);

        var accept = await data.RunAsync("review", "accept", "1");
        Assert.Equal(ExitCode.Ok, accept.Code);
        Assert.Contains("new organization 1 Lantern Children's Network", accept.Output, StringComparison.Ordinal);
        var again = await data.RunAsync("review", "accept", "1");
        Assert.Equal((ExitCode.Ok, "Nothing is held of mail 1: it is processed.\n"), (again.Code, again.Output.ReplaceLineEndings("\n")));

        var csv = await data.RunAsync("export", "organizations", "--format", "csv");
        Assert.Contains("Lantern Children's Network", csv.Output, StringComparison.Ordinal);
        Assert.Contains(",'+61 3 5550 0101,", csv.Output, StringComparison.Ordinal);
        var json = await data.RunAsync("export");
        using var tables = JsonDocument.Parse(json.Output);
        Assert.Equal(RegisterExport.Names, tables.RootElement.EnumerateObject().Select(table => table.Name));
        Assert.Equal("processed", tables.RootElement.GetProperty("messages")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_rejected_mail_leaves_the_register_as_it_was()
    {
        await ImportHeldAsync();
        var reject = await data.RunAsync("review", "reject", "1", "--why", "a commercial offer");
        Assert.Equal(ExitCode.Ok, reject.Code);
        var organizations = await data.RunAsync("export", "organizations");
        Assert.DoesNotContain("Lantern", organizations.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing waits", (await data.RunAsync("review", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replayed_mail_is_judged_by_the_settings_of_now_and_held_again()
    {
        await ImportHeldAsync();
        var replay = await data.RunAsync("review", "replay", "1", "--set", HoldAll);
        Assert.Equal(ExitCode.Ok, replay.Code);
        Assert.Contains("Mail 1 is held now", replay.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review", "show", "99")]
    [InlineData("review", "accept", "99")]
    [InlineData("review", "replay", "99")]
    [InlineData("outbox", "retry", "99")]
    [InlineData("export", "--as-of", "yesterday")]
    [InlineData("export", "--format", "csv")]
    [InlineData("export", "nothing")]
    public async Task What_is_not_there_or_makes_no_sense_ends_with_2_and_a_sentence(params string[] line)
    {
        await ImportHeldAsync();
        var run = await data.RunAsync(line);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review", "list")]
    [InlineData("outbox", "list")]
    [InlineData("export")]
    public async Task Looking_where_there_is_no_register_says_so_and_makes_none(params string[] line)
    {
        var run = await data.RunAsync(line);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("There is no register", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task The_schema_waits_until_it_is_applied_and_a_backup_is_whole()
    {
        Assert.Equal(ExitCode.Problems, (await data.RunAsync("db", "status")).Code);
        Assert.Equal(ExitCode.Ok, (await data.RunAsync("db", "upgrade")).Code);
        Assert.Equal(ExitCode.Ok, (await data.RunAsync("db", "status", "--json")).Code);
        Assert.Equal(ExitCode.Ok, (await data.RunAsync("db", "backup", data.In("copy.db"))).Code);
        Assert.Equal(ExitCode.Usage, (await data.RunAsync("db", "backup", data.In("copy.db"))).Code);
        var copy = await data.RunAsync("db", "status", "--set", "Database:File=copy.db");
        Assert.Equal(ExitCode.Ok, copy.Code);
    }

    [Fact]
    public async Task Run_once_empties_the_mailbox_and_sends_what_is_due()
    {
        data.WriteNomination(data.In("mail", "jca-cop"), 1, "Lantern Children's Network");
        var run = await data.RunAsync("run", "--once");
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Contains("jca-cop: 1 taken", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(data.In("mail", "jca-cop"), "*.eml"));
        var letter = Assert.Single(Directory.EnumerateFiles(data.In("sent"), "*.eml"));
        Assert.Contains("jane@ministry.example", await File.ReadAllTextAsync(letter, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var outbox = await data.RunAsync("outbox", "list", "--state", "accepted", "--json");
        using var letters = JsonDocument.Parse(outbox.Output);
        Assert.Equal("jane@ministry.example", letters.RootElement[0].GetProperty("to").GetString());
    }

    [Fact]
    public async Task Run_once_sends_the_digest_that_it_writes_too()
    {
        data.WriteNomination(data.In("mail", "jca-cop"), 1, "Lantern Children's Network");
        var run = await data.RunAsync("run", "--once", "--set", "Groups:jca-cop:Secretaries:0=desk@union.example");
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Contains("digest: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(Directory.EnumerateFiles(data.In("sent"), "*.eml"), letter => File.ReadAllText(letter).Contains("desk@union.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_does_not_go_over_a_file_and_an_export_is_of_a_kind_that_is_known()
    {
        await data.RunAsync("db", "upgrade");
        Assert.Equal(ExitCode.Ok, (await data.RunAsync("db", "backup", data.In("copy.db"))).Code);
        var again = await data.RunAsync("db", "backup", data.In("copy.db"));
        Assert.Equal(ExitCode.Usage, again.Code);
        Assert.Contains("exists already", again.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await data.RunAsync("export", "--out", data.In("register.pdf"))).Code);
        Assert.Equal(ExitCode.Usage, (await data.RunAsync("export", "seats", "persons", "--out", data.In("two.csv"))).Code);
        Assert.False(Path.Exists(data.In("register.pdf")) || Path.Exists(data.In("two.csv")));
    }

    [Fact]
    public async Task Run_once_with_no_mail_server_takes_the_mail_keeps_the_letter_and_ends_with_4()
    {
        data.WriteNomination(data.In("mail", "jca-cop"), 1, "Lantern Children's Network");
        var run = await data.RunAsync("run", "--once", "--set", "Sending:Kind=Smtp", "--set", "Sending:Host=127.0.0.1", "--set", "Sending:Port=1", "--set", "Sending:Security=None");
        Assert.Equal(ExitCode.OutsideWorld, run.Code);
        Assert.Contains("Letters wait", run.Error, StringComparison.Ordinal);
        Assert.Contains("jca-cop: 1 taken", run.Output, StringComparison.Ordinal);
        Assert.Contains("queued", (await data.RunAsync("outbox", "list")).Output, StringComparison.Ordinal);
    }

    private async Task ImportHeldAsync()
    {
        data.WriteNomination(data.In("old"), 1, "Lantern Children's Network");
        var run = await data.RunAsync("import", data.In("old"), "--mailbox", "jca-cop", "--set", HoldAll);
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
    }

    private static int Number(JcacopRun run, string key)
    {
        using var answer = JsonDocument.Parse(run.Output);
        return answer.RootElement.GetProperty(key).GetInt32();
    }
}
