using System.Diagnostics;
using System.Globalization;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Servers;

namespace JcaCop.Bench.Intake;

/// <summary>A worker process that empties one IMAP mailbox into a SQLite register, and ends: what is measured and killed.</summary>
internal static class IntakeHost
{
    /// <summary>Arguments of the process: the register's file, the server's port, its authority, the user.</summary>
    public static async Task<int> Run(string[] args)
    {
        await using var rig = new IntakeRig(args[0]);
        var report = await rig.DrainAsync(CancellationToken.None, Mailbox(int.Parse(args[1], CultureInfo.InvariantCulture), args[2], args[3]));
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report}, {self.TotalProcessorTime.TotalSeconds:0.0} s of processor time, {self.PeakWorkingSet64 / 1_000_000} MB at most"));
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
