using JcaCop.Worker.Commands;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Tests.Commands;

public sealed class SettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jcacop-settings-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("""{ "Groups": { "jca-cop": { "Address": "no address" } } }""", "Groups:jca-cop:Address")]
    [InlineData("""{ "Groups": { "jca-cop": { "Addres": "x@y.example" } } }""", "Groups:jca-cop:Addres: there is no such setting")]
    [InlineData("""{ "Groups": { "jca-cop": { "TimeZone": "Europe/Atlantis" } } }""", "Groups:jca-cop:TimeZone")]
    [InlineData("""{ "Groups": { "Bad Key": { "Name": "x", "FullName": "y", "Address": "x@y.example" } } }""", "Groups:Bad Key")]
    [InlineData("""{ "Groups": { "jca-cop": { "OfficialDomains": { "a@ministry.example": "CH" } } } }""", "Groups:jca-cop:OfficialDomains:a@ministry.example")]
    [InlineData("""{ "Groups": { "jca-cop": { "OfficialDomains": { "gmail.com": "CH" } } } }""", "Groups:jca-cop:OfficialDomains:gmail.com")]
    [InlineData("""{ "Groups": { "jca-cop": { "OfficialDomains": { "ministry.example": " " } } } }""", "Groups:jca-cop:OfficialDomains:ministry.example")]
    [InlineData("""{ "Groups": { "jca-cop": { "Cc": { "report": [ "x@y.example" ] } } } }""", "Groups:jca-cop:Cc:report: there is no letter 'report'")]
    [InlineData("""{ "Groups": { "jca-cop": { "Cc": { "report-distribution": [ "x@y.example", "the chairman" ] } } } }""", "Groups:jca-cop:Cc:report-distribution:1: 'the chairman'")]
    [InlineData("""{ "Groups": { "jca-cop": { "Address": "own@body.example", "Cc": { "report-distribution": [ "own@body.example" ] } } } }""", "Groups:jca-cop:Cc:report-distribution:0: the group's own mailbox")]
    [InlineData("""{ "Groups": { "jca-cop": { "Cc": { "question": [ "x@y.example" ] } } } }""", "Groups:jca-cop:Cc:question: nobody can get copies")]
    [InlineData("""{ "Groups": { "jca-cop": { "Cc": { "digest": [ "x@y.example" ] } } } }""", "Groups:jca-cop:Cc:digest: nobody can get copies")]
    [InlineData("""{ "Groups": { "jca-cop": { "Cc": { "address-probe": [ "x@y.example" ] } } } }""", "Groups:jca-cop:Cc:address-probe: nobody can get copies")]
    [InlineData("""{ "Mailboxes": [ { "Name": "a", "Group": "nobody", "Path": "x" } ] }""", "Mailboxes:0:Group")]
    [InlineData("""{ "Mailboxes": [ { "Name": "a", "Group": "jca-cop", "Kind": "Imap" } ] }""", "Mailboxes:0:Host")]
    [InlineData("""{ "Mailboxes": [ { "Name": "a", "Group": "jca-cop", "Kind": "Imap", "Host": "imap.example", "User": "u", "SignIn": "None" } ] }""", "Mailboxes:0:SignIn")]
    [InlineData("""{ "Groups": { "jca-cop": { "OfficialDomains": { "ministry.example": "XX" } } } }""", "OfficialDomains:ministry.example: 'XX' is no country")]
    [InlineData("""{ "Groups": { "a": { "Name": "A", "FullName": "A", "Address": "desk@union.example" }, "b": { "Name": "B", "FullName": "B", "Address": "Desk@union.example" } } }""", "Groups:b:Address: Desk@union.example is the address of a too")]
    [InlineData("""{ "Groups": { "jca-cop": { "Language": "de" } } }""", "Groups:jca-cop:Language: letters are written in ar, zh, en, fr, ru or es")]
    [InlineData("""{ "Reminders": { "Steps": "14,7" } }""", "Reminders:Steps: '14,7' is no list; numbers stand in square brackets: [ 14, 7 ]")]
    [InlineData("""{ "Judging": { "AnswersInHour": "many" } }""", "Judging:AnswersInHour: 'many' is no number")]
    [InlineData("""{ "Reminders": { "Gap": "two days" } }""", "Reminders:Gap: 'two days' is no length of time like 00:02:00")]
    [InlineData("""{ "Database": { "Kind": "Oracle" } }""", "Database")]
    [InlineData("""{ "Database": { "Kind": "SqlServer" } }""", "Database:ConnectionStringFile")]
    [InlineData("""{ "Datenbank": { } }""", "'Datenbank'")]
    [InlineData("""{ "Groups": { "jca-cop": { "Address": "own@body.example", "Chairman": "Own@body.example" } } }""", "Groups:jca-cop:Chairman: the group's own mailbox")]
    [InlineData("""{ "Groups": { "jca-cop": { "Address": "own@body.example", "List": "own@body.example" } } }""", "Groups:jca-cop:List: the group's own mailbox")]
    [InlineData("""{ "Groups": { "jca-cop": { "Parent": "ITU-T SG99" } } }""", "Groups:jca-cop:Parent: there is no study group 'ITU-T SG99'")]
    [InlineData("""{ "Groups": { "jca-cop": { "Copies": [ "ITU-T TSAG", "ITU-D SG40" ] } } }""", "Groups:jca-cop:Copies:1: there is no study group 'ITU-D SG40'")]
    [InlineData("""{ "Groups": { "jca-cop": { "Meetings": { "ReportDays": -3 } } } }""", "Groups:jca-cop:Meetings:ReportDays: must be between")]
    [InlineData("""{ "Groups": { "a": { "Name": "A", "Address": "a@union.example" } } }""", "Groups:a:FullName: is required")]
    [InlineData("""{ "Pages": { "Groups": [ "jca-cop", "nobody" ] } }""", "Pages:Groups:1: no group 'nobody' is set")]
    [InlineData("""{ "Schedule": { "Digest": "0 0 7 31 2 ?" } }""", "Schedule:Digest: '0 0 7 31 2 ?' never comes")]
    [InlineData("""{ "Groups": """, "jcacop.json")]
    public async Task A_wrong_setting_names_its_key_and_stops_with_exit_code_3(string json, string named)
    {
        var file = Path.Combine(folder, "jcacop.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
        var run = await Jcacop.RunAsync("db", "status", "--settings", file, "--data", Path.Combine(folder, "data"));
        Assert.Equal(ExitCode.Settings, run.Code);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Distinct(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var file = Path.Combine(folder, "jcacop.json");
        await File.WriteAllTextAsync(file, """
            {
              "Groups": { "jca-cop": { "Addres": "x@y.example", "TimeZone": "Europe/Atlantis" } },
              "Judging": { "AnswersInHour": "many", "Akzept": 1 },
              "Schedule": { "Digest": "never" }
            }
            """, TestContext.Current.CancellationToken);
        var run = await Jcacop.RunAsync("db", "status", "--settings", file, "--data", Path.Combine(folder, "data"));
        Assert.Equal(ExitCode.Settings, run.Code);
        foreach (var wrong in new[] { "Groups:jca-cop:Addres", "Groups:jca-cop:TimeZone", "Judging:AnswersInHour", "Judging:Akzept", "Schedule:Digest" }) Assert.Contains(wrong, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_settings_and_those_that_init_writes_hold_against_the_option_classes()
    {
        var file = Path.Combine(folder, "written.json");
        var written = await Jcacop.RunAsync("init", "--out", file);
        Assert.Equal(ExitCode.Ok, written.Code);
        var run = await Jcacop.RunAsync("db", "status", "--settings", file, "--data", Path.Combine(folder, "data"));
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Problems, run.Code);
    }

    [Fact]
    public async Task A_misspelt_section_on_the_command_line_is_told()
    {
        var run = await Jcacop.RunAsync("db", "status", "--set", "Databse:Kind=SqlServer", "--data", Path.Combine(folder, "data"));
        Assert.Equal(ExitCode.Settings, run.Code);
        Assert.Contains("Databse:Kind", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(KeysOfTheReadme))]
    public async Task Every_setting_that_the_readme_lists_is_one(string key)
    {
        var run = await Jcacop.RunAsync("db", "status", "--set", key + "=1", "--data", Path.Combine(folder, "data"));
        Assert.DoesNotContain("no such setting", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A row names a key in full, and others that differ from it in the last part.</summary>
    public static TheoryData<string> KeysOfTheReadme()
    {
        var keys = new TheoryData<string>();
        var rows = File.ReadLines(Path.Combine(Root, "README.md")).SkipWhile(line => line != "| key | meaning | default |").Skip(2).TakeWhile(line => line.StartsWith('|'));
        foreach (var row in rows)
        {
            var names = row.Split('|')[1].Split(',').Select(name => Example(name.Trim().Trim('`'))).ToList();
            var first = names[0].Split(':');
            var common = string.Concat(first[..^(first[^1] is "fr" or "secret" ? 2 : 1)].Select(part => part + ":"));
            keys.AddRange([names[0], .. names.Skip(1).Select(name => common + name)]);
        }
        return keys;
    }

    /// <summary>A key with something in place of what the readme leaves open.</summary>
    private static string Example(string key) =>
        string.Join(':', key.Split(':').Select(part => part switch { "KEY" => "jca-cop", "N" => "0", "NAME" => "secret", "xx" => "fr", "*" => "TokenFile", _ => part }));

    [Fact]
    public async Task The_data_directory_that_init_is_given_stands_in_the_file()
    {
        var (file, data) = (Path.Combine(folder, "installed.json"), Path.Combine(folder, "the \"data\""));
        Assert.Equal(ExitCode.Ok, (await Jcacop.RunAsync("init", "--out", file, "--data", data)).Code);
        Assert.Contains(data, (await Jcacop.RunAsync("db", "status", "--settings", file)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_installed_program_takes_the_settings_of_its_service()
    {
        var settings = Path.Combine(folder, "service.json");
        Assert.Null(SettingsSource.Customary(folder));
        File.WriteAllText(Path.Combine(folder, SettingsSource.InstalledFile), settings + Environment.NewLine);
        Assert.Null(SettingsSource.Customary(folder));
        File.WriteAllText(settings, "{}");
        Assert.Equal(settings, SettingsSource.Customary(folder));
    }

    private static string Root
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root!.FullName, "JcaCop.Worker.sln"))) root = root.Parent;
            return root.FullName;
        }
    }

    [Fact]
    public void What_the_container_sets_in_the_environment_are_settings()
    {
        var set = File.ReadLines(Path.Combine(Root, "deploy", "container", "Dockerfile"))
            .Where(line => line.StartsWith("ENV JCACOP_", StringComparison.Ordinal)).Select(line => line["ENV JCACOP_".Length..].Split('=')[0].Split("__")[0]).ToList();
        Assert.NotEmpty(set);
        Assert.All(set, key => Assert.Contains(key, SettingsSource.Sections));
    }

    [Fact]
    public async Task Init_never_overwrites()
    {
        var file = Path.Combine(folder, "mine.json");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        var run = await Jcacop.RunAsync("init", "--out", file);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }
}
