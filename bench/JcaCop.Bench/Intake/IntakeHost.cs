using System.Diagnostics;
using System.Globalization;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Servers;

namespace JcaCop.Bench.Intake;

/// <summary>A worker process that empties one IMAP mailbox into a SQLite register, and ends: what is measured and killed.</summary>
internal static class IntakeHost
{
    /// <summary>Operators run what was compiled ahead (docs/decisions/0055); other builds spend half of such a run on compiling.</summary>
    private static string Build => AppContext.TryGetSwitch("System.Runtime.TieredCompilation", out var tiers) && !tiers ? "published" : "NOT published: not what operators run";

    /// <summary>Arguments of the process: the register's file, the server's port, its authority, the user.</summary>
    public static async Task<int> Run(string[] args)
    {
        await using var rig = new IntakeRig(args[0]);
        var report = await rig.DrainAsync(CancellationToken.None, Mailbox(int.Parse(args[1], CultureInfo.InvariantCulture), args[2], args[3]));
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report}, {Build}, {self.TotalProcessorTime.TotalSeconds:0.0} s of processor time (the collector stopped it {GC.CollectionCount(0)} times for {GC.GetTotalPauseDuration().TotalSeconds:0.0} s), {self.PeakWorkingSet64 / 1_000_000} MB at most"));
        return 0;
    }

    public static MailboxOptions Mailbox(int port, string authorityFile, string user) => new()
    {
        Name = user,
        Group = "jca-cop",
        Kind = MailboxKind.Imap,
        Host = "localhost",
        Port = port,
        RootCertificateFile = authorityFile,
        User = user,
        Password = DovecotServer.Password,
    };
}
