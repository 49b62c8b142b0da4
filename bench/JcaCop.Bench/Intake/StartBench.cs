using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using JcaCop.Bench.Mails;
using JcaCop.Worker.Tests.Servers;

namespace JcaCop.Bench.Intake;

/// <summary>
/// The installed program as a service on SQLite with one IMAP mailbox: how long from its start until it is ready, and what memory it holds while
/// nothing happens - before its first mail, and after a hundred.
/// </summary>
internal static class StartBench
{
    private const double LongestStart = 1.5;
    private const long MostMemory = 150;
    private const int Starts = 5;
    private const int Mails = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Arguments: the program that <c>dotnet publish</c> made, as <c>deploy</c> does it.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (args is not [var program, ..] || !File.Exists(program))
        {
            Console.WriteLine("usage: JcaCop.Bench start PROGRAM   (the jcacop that dotnet publish made, as in deploy/linux/install.sh)");
            return 2;
        }
        if (DovecotServer.Missing is { } why) return Unmeasured.Because(why);
        using var scratch = new Scratch();
        await using var server = await DovecotServer.StartAsync();
        var user = server.NewUser();
        var maildir = server.MaildirOf(user);
        maildir.Deliver();
        await File.WriteAllTextAsync(scratch.At("jcacop.json"), Settings(scratch, server, user));

        List<double> starts = [];
        List<long> memory = [];
        for (var start = 0; start < Starts; start++)
        {
            var clock = Stopwatch.StartNew();
            using var process = Scratch.Start(program, "run", "--settings", scratch.At("jcacop.json"));
            await SaysAsync(process, "Application started");
            starts.Add(clock.Elapsed.TotalSeconds);
            var processor = process.TotalProcessorTime.TotalSeconds;
            _ = process.StandardOutput.ReadToEndAsync();
            await Task.Delay(Idle);
            memory.Add(Resident(process));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready after {starts[^1]:0.00} s, {processor:0.00} s of processor time; idle {memory[^1]} MB{(start == 0 ? " (a new register)" : "")}"));
            if (start == Starts - 1) await AfterMailsAsync(process, maildir);
            await EndAsync(process);
        }
        var (middle, most) = (starts.Order().ElementAt(Starts / 2), memory.Max());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to ready {middle:0.00} s (to reach: {LongestStart}), idle {most} MB (to reach: {MostMemory})"));
        return middle <= LongestStart && most <= MostMemory ? 0 : 1;
    }

    private static async Task AfterMailsAsync(Process process, Maildir maildir)
    {
        maildir.Deliver(new MailMaker().Make(Mails));
        var clock = Stopwatch.StartNew();
        while (maildir.Mails().Count > 0 && clock.Elapsed < Patience) await Task.Delay(100);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Mails} mails taken after {clock.Elapsed.TotalSeconds:0.0} s, {maildir.Mails().Count} left"));
        await Task.Delay(Idle);
        Console.WriteLine($"idle after {Mails} mails and their receipts {Resident(process)} MB");
    }

    private static string Settings(Scratch scratch, DovecotServer server, string user) => JsonSerializer.Serialize(new
    {
        DataDirectory = scratch.At("data"),
        Groups = new Dictionary<string, object> { ["jca-cop"] = new { Name = "JCA-COP", FullName = "Joint Coordination Activity", Address = "jca-cop@union.example" } },
        Mailboxes = new[] { new { Name = "main", Group = "jca-cop", Kind = "Imap", Host = "localhost", server.Port, RootCertificateFile = server.AuthorityFile, User = user, DovecotServer.Password } },
    });

    private static async Task SaysAsync(Process process, string words)
    {
        using var limit = new CancellationTokenSource(Patience);
        var told = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal)) return;
            told.Add(line);
        }
        throw new InvalidOperationException($"the service ended: {string.Join('\n', told)}{await process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    /// <summary>In MB of 1,000,000 bytes: what the kernel counts, pages of files included.</summary>
    private static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1_000_000;
    }

    private static async Task EndAsync(Process process)
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
    }
}
