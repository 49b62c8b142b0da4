using System.Text.Json;
using JcaCop.Tests.Servers;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Tests.Intake;
using JcaCop.Worker.Tests.Mailbox;
using JcaCop.Worker.Tests.Servers;
using Xunit;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>What the doctor says of real servers: which step fails, and what to do about it.</summary>
public sealed class DoctorServerTests(DovecotFixture fixture) : IClassFixture<DovecotFixture>, IDisposable
{
    private readonly DataFolder data = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task With_the_root_file_of_a_private_authority_each_step_goes_well()
    {
        var (code, steps) = await ExamineAsync(Mailbox());
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(["dns ok", "tcp ok", "tls ok", "sign-in ok", "folder ok", "quota ok"], Of(steps, "mailbox main"));
        Assert.Contains("certificate trusted", Detail(steps, "mailbox main", "tls"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_root_file_the_certificate_is_the_problem_and_the_setting_is_named()
    {
        var mailbox = Mailbox();
        mailbox.Remove("RootCertificateFile");
        var (code, steps) = await ExamineAsync(mailbox);
        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal(["dns ok", "tcp ok", "tls problem", "sign-in skipped", "folder skipped", "quota skipped"], Of(steps, "mailbox main"));
        Assert.Contains("RootCertificateFile", Detail(steps, "mailbox main", "tls"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_names_another_server_is_a_problem_even_with_the_right_authority()
    {
        var mailbox = Mailbox();
        mailbox["Host"] = "127.0.0.2";
        var (code, steps) = await ExamineAsync(mailbox);
        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal(["dns ok", "tcp ok", "tls problem"], Of(steps, "mailbox main").Take(3));
    }

    [Fact]
    public async Task A_wrong_password_is_a_problem_of_the_sign_in_and_is_not_repeated_to_the_reader()
    {
        var mailbox = Mailbox();
        await File.WriteAllTextAsync(data.In("password"), "wrong-word\n", Stop);
        var (code, steps) = await ExamineAsync(mailbox);
        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal(["dns ok", "tcp ok", "tls ok", "sign-in problem", "folder skipped", "quota skipped"], Of(steps, "mailbox main"));
        Assert.Contains((string)mailbox["User"], Detail(steps, "mailbox main", "sign-in"), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-word", steps.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_file_that_is_not_there_is_a_problem_of_the_sign_in_too()
    {
        var mailbox = Mailbox();
        File.Delete(data.In("password"));
        var (code, steps) = await ExamineAsync(mailbox);
        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal("sign-in problem", Of(steps, "mailbox main").Single(step => step.EndsWith("problem", StringComparison.Ordinal)));
        Assert.Contains(data.In("password"), Detail(steps, "mailbox main", "sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inbox_that_the_server_does_not_have_is_a_problem_of_the_folder()
    {
        var mailbox = Mailbox();
        mailbox["Inbox"] = "Nowhere";
        var (code, steps) = await ExamineAsync(mailbox);
        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal(["dns ok", "tcp ok", "tls ok", "sign-in ok", "folder problem"], Of(steps, "mailbox main").Take(5));
        Assert.Contains("Nowhere", Detail(steps, "mailbox main", "folder"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_there_is_a_register_the_mailbox_is_counted_against_it()
    {
        var mailbox = Mailbox();
        var maildir = fixture.Server.MaildirOf((string)mailbox["User"]);
        maildir.Deliver(SampleMails.Sound(0, 3));
        await WriteAsync(mailbox, null);
        var once = await data.RunAsync("run", "--once", "--settings", data.In("jcacop.json"));
        Assert.Equal((ExitCode.Ok, ""), (once.Code, once.Error));
        Assert.Contains("main: 0 in the inbox, ", once.Output, StringComparison.Ordinal);
        var (code, steps) = await ExamineAsync(mailbox);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal("count ok", Of(steps, "mailbox main")[^1]);

        maildir.Deliver(SampleMails.Sound(3, 2));
        (code, steps) = await ExamineAsync(mailbox);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal("count warning", Of(steps, "mailbox main")[^1]);
        Assert.Contains("2 in the inbox not taken", Detail(steps, "mailbox main", "count"), StringComparison.Ordinal);
        Assert.Equal(2, maildir.Mails().Count);
    }

    [Fact]
    public async Task A_way_out_that_takes_letters_is_well_and_gets_none()
    {
        using var sink = await SmtpSink.StartAsync(keep: true);
        var (code, steps) = await ExamineAsync(Mailbox(), new { Kind = "Smtp", Host = "127.0.0.1", sink.Port, Security = "None" });
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(["dns ok", "tcp ok", "tls ok", "sign-in ok"], Of(steps, "sending"));
        Assert.Empty(Directory.GetFiles(sink.Dump!));
    }

    [Fact]
    public async Task A_way_out_without_the_tls_that_is_asked_for_is_a_problem()
    {
        using var sink = await SmtpSink.StartAsync();
        var (code, steps) = await ExamineAsync(Mailbox(), new { Kind = "Smtp", Host = "127.0.0.1", sink.Port, Security = "StartTls" });
        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal(["dns ok", "tcp ok", "tls problem", "sign-in skipped"], Of(steps, "sending"));
        Assert.Contains("STARTTLS", Detail(steps, "sending", "tls"), StringComparison.Ordinal);
    }

    /// <summary>Settings of a mailbox of its own, with all that is right.</summary>
    private Dictionary<string, object> Mailbox()
    {
        File.WriteAllText(data.In("password"), DovecotServer.Password + "\n");
        return new Dictionary<string, object>
        {
            ["Name"] = "main",
            ["Group"] = "jca-cop",
            ["Kind"] = "Imap",
            ["Host"] = "localhost",
            ["Port"] = fixture.Server.Port,
            ["RootCertificateFile"] = fixture.Server.AuthorityFile,
            ["User"] = fixture.Server.NewUser(),
            ["PasswordFile"] = data.In("password"),
            ["Timeout"] = "00:00:20",
        };
    }

    private async Task<(int Code, JsonElement Steps)> ExamineAsync(Dictionary<string, object> mailbox, object? sending = null)
    {
        await WriteAsync(mailbox, sending);
        var run = await data.RunAsync("doctor", "--json", "--settings", data.In("jcacop.json"));
        Assert.Equal("", run.Error);
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Equal(run.Code == ExitCode.Ok, answer.RootElement.GetProperty("healthy").GetBoolean());
        return (run.Code, answer.RootElement.GetProperty("steps").Clone());
    }

    private Task WriteAsync(Dictionary<string, object> mailbox, object? sending) => File.WriteAllTextAsync(data.In("jcacop.json"), JsonSerializer.Serialize(new
    {
        Groups = new Dictionary<string, object> { ["jca-cop"] = new { Name = "JCA-COP", FullName = "Joint Coordination Activity", Address = "jca-cop@union.example" } },
        Mailboxes = new[] { mailbox },
        Sending = sending ?? new { Kind = "Folder", Folder = "sent" },
    }), Stop);

    private static string[] Of(JsonElement steps, string area) => [.. In(steps, area)
        .Select(step => $"{step.GetProperty("name").GetString()} {step.GetProperty("result").GetString()}")];

    private static string Detail(JsonElement steps, string area, string name) =>
        In(steps, area).Single(step => step.GetProperty("name").GetString() == name).GetProperty("detail").GetString()!;

    private static IEnumerable<JsonElement> In(JsonElement steps, string area) => steps.EnumerateArray().Where(step => step.GetProperty("area").GetString() == area);
}
