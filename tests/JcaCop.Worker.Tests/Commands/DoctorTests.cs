using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task With_embedded_parts_alone_all_is_well()
    {
        var run = await data.RunAsync("doctor");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("All is well.", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(data.In("register.db")), "looking makes no register");
    }

    [Fact]
    public async Task The_step_that_fails_is_named_and_those_after_it_are_not_tried()
    {
        var closed = ClosedPort();
        var steps = await StepsAsync($$"""
            {
              "Mailboxes": [
                { "Name": "silent", "Group": "jca-cop", "Kind": "Imap", "Host": "127.0.0.1", "Port": {{closed}}, "User": "u", "Password": "p" },
                { "Name": "nameless", "Group": "jca-cop", "Kind": "Imap", "Host": "no-such-host.invalid", "User": "u", "Password": "p" }
              ],
              "Sending": { "Kind": "Smtp", "Host": "127.0.0.1", "Port": {{closed}} }
            }
            """);
        Assert.Equal(["dns ok", "tcp problem", "tls skipped", "sign-in skipped", "folder skipped", "quota skipped"], Of(steps, "mailbox silent"));
        Assert.Equal(["dns problem", "tcp skipped", "tls skipped", "sign-in skipped", "folder skipped", "quota skipped"], Of(steps, "mailbox nameless"));
        Assert.Equal(["dns ok", "tcp problem", "tls skipped", "sign-in skipped"], Of(steps, "sending"));
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_a_problem_of_the_folder()
    {
        await File.WriteAllTextAsync(data.In("taken"), "a file", TestContext.Current.CancellationToken);
        var steps = await StepsAsync("""{ "Mailboxes": [ { "Name": "box", "Group": "jca-cop", "Path": "taken/mail" } ], "Sending": { "Folder": "taken/sent" } }""");
        Assert.Equal(["folder problem"], Of(steps, "mailbox box"));
        Assert.Equal(["folder problem"], Of(steps, "sending"));
    }

    [Fact]
    public async Task Folders_that_are_not_there_or_cannot_be_made_are_problems()
    {
        await File.WriteAllTextAsync(data.In("taken"), "a file", TestContext.Current.CancellationToken);
        var steps = await StepsAsync("""{ "Letters": { "TemplateFolder": "templates" }, "Pages": { "Folder": "taken/pages" }, "Database": { "File": "taken/register.db" } }""");
        Assert.Equal(["templates problem"], Of(steps, "letters"));
        Assert.Equal(["folder problem"], Of(steps, "pages"));
        Assert.Equal(["schema problem"], Of(steps, "database"));
    }

    [Fact]
    public async Task A_folder_of_templates_lies_below_the_data_directory_as_other_relative_paths_do()
    {
        Directory.CreateDirectory(data.In("templates"));
        var run = await data.RunAsync("doctor", "--set", "Letters:TemplateFolder=templates");
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_register_that_a_later_version_upgraded_is_refused_and_left_as_it_is()
    {
        Assert.Equal(ExitCode.Ok, (await data.RunAsync("db", "upgrade")).Code);
        await using (var register = new SqliteDatabase(data.In("register.db")))
        {
            await register.WriteAsync(session => session.ExecuteAsync(
                Statement.Of("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('sql/sqlite/9000-tomorrow.sql', '2030-01-01')", "")), TestContext.Current.CancellationToken);
        }
        var run = await data.RunAsync("run", "--once");
        Assert.Equal(ExitCode.Settings, run.Code);
        Assert.Contains("upgraded by a later version of jcacop (sql/sqlite/9000-tomorrow.sql)", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Settings, (await data.RunAsync("organization", "list")).Code);
        Assert.Equal(ExitCode.Problems, (await data.RunAsync("db", "status")).Code);
        Assert.Contains("PROBLEM  database", (await data.RunAsync("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_register_is_told_without_a_stack_trace()
    {
        await File.WriteAllTextAsync(data.In("register.db"), "this is no database, and long enough to have a header of one hundred bytes, which SQLite reads first of all things", TestContext.Current.CancellationToken);
        var run = await data.RunAsync("doctor");
        Assert.Equal(ExitCode.Problems, run.Code);
        Assert.Contains("PROBLEM  database", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output + run.Error, StringComparison.Ordinal);
    }

    private async Task<JsonElement> StepsAsync(string settings)
    {
        var file = data.In("jcacop.json");
        await File.WriteAllTextAsync(file, settings, TestContext.Current.CancellationToken);
        var run = await data.RunAsync("doctor", "--json", "--settings", file);
        Assert.Equal((ExitCode.Problems, ""), (run.Code, run.Error));
        using var answer = JsonDocument.Parse(run.Output);
        Assert.False(answer.RootElement.GetProperty("healthy").GetBoolean());
        return answer.RootElement.GetProperty("steps").Clone();
    }

    private static IEnumerable<string> Of(JsonElement steps, string area) => steps.EnumerateArray()
        .Where(step => step.GetProperty("area").GetString() == area)
        .Select(step => $"{step.GetProperty("name").GetString()} {step.GetProperty("result").GetString()}");

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
