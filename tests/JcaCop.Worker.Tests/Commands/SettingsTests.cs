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
    [InlineData("""{ "Mailboxes": [ { "Name": "a", "Group": "nobody", "Path": "x" } ] }""", "Mailboxes:0:Group")]
    [InlineData("""{ "Mailboxes": [ { "Name": "a", "Group": "jca-cop", "Kind": "Imap" } ] }""", "Mailboxes:0:Host")]
    [InlineData("""{ "Mailboxes": [ { "Name": "a", "Group": "jca-cop", "Kind": "Imap", "Host": "imap.example", "User": "u", "SignIn": "None" } ] }""", "Mailboxes:0:SignIn")]
    [InlineData("""{ "Database": { "Kind": "Oracle" } }""", "Database")]
    [InlineData("""{ "Database": { "Kind": "SqlServer" } }""", "Database:ConnectionStringFile")]
    [InlineData("""{ "Datenbank": { } }""", "'Datenbank'")]
    [InlineData("""{ "Groups": """, "jcacop.json")]
    public async Task A_wrong_setting_names_its_key_and_stops_with_exit_code_3(string json, string named)
    {
        var file = Path.Combine(folder, "jcacop.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
        var run = await Jcacop.RunAsync("db", "status", "--settings", file, "--data", Path.Combine(folder, "data"));
        Assert.Equal(ExitCode.Settings, run.Code);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
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
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Databse:Kind", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_container_sets_in_the_environment_are_settings()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "JcaCop.Worker.sln"))) root = root.Parent;
        var set = File.ReadLines(Path.Combine(root.FullName, "deploy", "container", "Dockerfile"))
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
