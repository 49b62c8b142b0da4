using System.Diagnostics;
using System.Text.Json;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Mailbox;
using JcaCop.Worker.Tests.Servers;
using Xunit;

namespace JcaCop.Worker.Tests.Intake;

/// <summary>The program itself, ended by SIGKILL wherever it happens to be, and started again.</summary>
public sealed class KillTests(DovecotFixture fixture) : IClassFixture<DovecotFixture>, IDisposable
{
    private const int Kills = 6;
    private const int PerStart = 12;

    private readonly string root = Directory.CreateTempSubdirectory("jcacop-kill-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Killed_at_any_moment_it_loses_no_mail_doubles_none_and_answers_each_once_from_a_folder()
    {
        var maildir = new Maildir(Path.Combine(root, "mail"));
        maildir.Deliver();
        await KillAndCountAsync(maildir, new { Name = "main", Group = "jca-cop", Kind = "Folder", Path = maildir.Root });
    }

    [Fact]
    public async Task Killed_at_any_moment_it_loses_no_mail_doubles_none_and_answers_each_once_from_a_server()
    {
        var user = fixture.Server.NewUser();
        var password = Path.Combine(root, "password");
        await File.WriteAllTextAsync(password, DovecotServer.Password, Stop);
        await KillAndCountAsync(fixture.Server.MaildirOf(user), new
        {
            Name = "main",
            Group = "jca-cop",
            Kind = "Imap",
            Host = "localhost",
            fixture.Server.Port,
            RootCertificateFile = fixture.Server.AuthorityFile,
            User = user,
            PasswordFile = password,
            BatchSize = 5,
        });
    }

    private async Task KillAndCountAsync(Maildir maildir, object mailbox)
    {
        var settings = Path.Combine(root, "jcacop.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(new
        {
            DataDirectory = Path.Combine(root, "data"),
            Groups = new Dictionary<string, object> { ["jca-cop"] = new { Name = "JCA-COP", FullName = "Joint Coordination Activity", Address = "jca-cop@union.example" } },
            Mailboxes = new[] { mailbox },
        }), Stop);
        var chance = new Random(Environment.ProcessId);
        var delivered = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            maildir.Deliver(SampleMails.Sound(delivered, PerStart));
            delivered += PerStart;
            using var process = Start(settings);
            using var moment = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            moment.CancelAfter(chance.Next(300, 4000));
            try
            {
                await process.WaitForExitAsync(moment.Token);
            }
            catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
            {
                process.Kill();
                await process.WaitForExitAsync(Stop);
            }
        }
        using (var last = Start(settings))
        {
            await last.WaitForExitAsync(Stop);
            Assert.Equal(0, last.ExitCode);
        }
        await using var database = new SqliteDatabase(Path.Combine(root, "data", "register.db"));
        var counted = await new MessageStore(database, TimeProvider.System, "count").ReconcileAsync(Stop);
        Assert.Equal((delivered, 0, 0), (counted.Messages, counted.Taken, counted.Unmoved));
        Assert.Empty(counted.Flaws);
        Assert.Empty(maildir.Mails());
        Assert.Equal(delivered, maildir.Mails("Processed").Count + maildir.Mails("Held").Count + maildir.Mails("Set aside").Count);
        var letters = await new OutboxStore(database, TimeProvider.System, "count").ListAsync(null, 1_000, Stop);
        Assert.Equal(delivered, letters.Count);
        Assert.Equal(delivered, letters.Select(letter => letter.To).Distinct().Count());
    }

    private static Process Start(string settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "jcacop.dll"), "run", "--once", "--settings", settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        // Read away, so that a full pipe never holds the program up.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
