using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Servers;
using Microsoft.Data.Sqlite;
using MimeKit;
using Xunit;

namespace JcaCop.Worker.Tests.Intake;

/// <summary>The service as an operator starts it: a process of its own that is told to stop.</summary>
public sealed class ServiceTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("jcacop-service-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task It_becomes_ready_takes_a_mail_that_comes_writes_the_receipt_and_ends_with_0_at_SIGTERM()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGTERM is a signal of Unix");
        var maildir = new Maildir(Path.Combine(root, "mail"));
        maildir.Deliver();
        using var service = Start(maildir);
        await service.SaysAsync("Application started");

        maildir.Deliver(SampleMails.Sound(1));
        var sent = Path.Combine(root, "data", "sent");
        await UntilAsync(() => Directory.Exists(sent) && Directory.GetFiles(sent, "*.eml", SearchOption.AllDirectories).Length > 0, service);
        var receipt = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(sent, "*.eml", SearchOption.AllDirectories)), Stop);
        Assert.Equal("writer1@ministry1.example", Assert.Single(receipt.To.Mailboxes).Address);
        Assert.Equal("answer-1@ministry1.example", receipt.InReplyTo);
        await UntilAsync(() => maildir.Mails().Count == 0, service);

        await service.TerminateAsync();
        Assert.Equal(0, service.ExitCode);
        Assert.Equal("", service.Errors);
        await using var database = new SqliteDatabase(Path.Combine(root, "data", "register.db"));
        var counted = await new MessageStore(database, TimeProvider.System, "count").ReconcileAsync(Stop);
        Assert.Equal((1, 0, 0), (counted.Messages, counted.Taken, counted.Unmoved));
        Assert.Equal(OutboxState.Accepted, Assert.Single(await new OutboxStore(database, TimeProvider.System, "count").ListAsync(null, 10, Stop)).State);
    }

    [Fact]
    public async Task A_job_that_waits_does_not_hold_the_stop_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGTERM is a signal of Unix");
        var maildir = new Maildir(Path.Combine(root, "mail"));
        maildir.Deliver(SampleMails.Empty);
        // Counted each second: a mail gone from its folder makes the count wait a minute for a second one.
        using var service = Start(maildir, reconciliation: "* * * * * ?");
        await service.SaysAsync("is as the register says: 0 in the inbox, 0 processed, 0 held, 1 set aside");
        foreach (var file in Directory.GetFiles(Path.Combine(maildir.Root, ".Set aside", "cur"))) File.Delete(file);
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);

        await service.TerminateAsync();
        Assert.Equal(0, service.ExitCode);
        Assert.Contains("reconciliation: stopped with the service", service.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_breaks_ends_the_service_with_a_code_at_which_it_is_started_again()
    {
        await using (var database = new SqliteDatabase(Path.Combine(root, "data", "register.db"))) database.Upgrade();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(root, "data", "register.db")};Pooling=False;Foreign Keys=False"))
        {
            await connection.OpenAsync(Stop);
            await using var command = new SqliteCommand("DROP TABLE Message", connection);
            await command.ExecuteNonQueryAsync(Stop);
        }
        var maildir = new Maildir(Path.Combine(root, "mail"));
        maildir.Deliver();
        using var service = Start(maildir);
        await service.EndsAsync();
        Assert.Equal(4, service.ExitCode);
        Assert.Contains("no such table: Message", service.Errors, StringComparison.Ordinal);
    }

    private ServiceProcess Start(Maildir maildir, string reconciliation = "0 30 3 * * ?")
    {
        var settings = Path.Combine(root, "jcacop.json");
        File.WriteAllText(settings, JsonSerializer.Serialize(new
        {
            DataDirectory = Path.Combine(root, "data"),
            Groups = new Dictionary<string, object> { ["jca-cop"] = new { Name = "JCA-COP", FullName = "Joint Coordination Activity", Address = "jca-cop@union.example" } },
            Mailboxes = new[] { new { Name = "main", Group = "jca-cop", Path = maildir.Root, PollInterval = "00:00:01" } },
            Schedule = new { Outbox = "00:00:01", Reconciliation = reconciliation },
        }));
        return new ServiceProcess("run", "--settings", settings);
    }

    private static async Task UntilAsync(Func<bool> reached, ServiceProcess service)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        // A count that met a mail on its way looks again only after a minute and a second.
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (!reached())
        {
            Assert.False(service.Ended, $"the service ended:\n{service.Printed}\n{service.Errors}");
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary><c>jcacop</c> with what it prints.</summary>
    private sealed class ServiceProcess : IDisposable
    {
        /// <summary>Far more than it takes, and less than the half minute after which a host gives up waiting for its parts.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        private readonly Lock gate = new();
        private readonly List<string> printed = [];
        private readonly List<string> errors = [];
        private readonly Process process;

        public ServiceProcess(params string[] arguments)
        {
            process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "jcacop.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.OutputDataReceived += (_, line) => Keep(printed, line.Data);
            process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public bool Ended => process.HasExited;

        public int ExitCode => process.ExitCode;

        public string Printed => All(printed);

        public string Errors => All(errors);

        public Task SaysAsync(string words) => UntilAsync(() => Printed.Contains(words, StringComparison.Ordinal), this);

        public async Task TerminateAsync()
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(Stop);
            await EndsAsync();
        }

        public async Task EndsAsync()
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            patience.CancelAfter(Patience);
            await process.WaitForExitAsync(patience.Token);
        }

        public void Dispose()
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }

        private void Keep(List<string> lines, string? line)
        {
            lock (gate) if (line is not null) lines.Add(line);
        }

        private string All(List<string> lines)
        {
            lock (gate) return string.Join('\n', lines);
        }
    }
}
