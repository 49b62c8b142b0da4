using System.Diagnostics;
using System.Globalization;
using JcaCop.Bench.Mails;
using JcaCop.Worker.Tests.Servers;

namespace JcaCop.Bench.Intake;

/// <summary>
/// The intake of a mailbox - fetched, committed, read, judged, recorded, receipts queued, moved - beside isync's <c>mbsync</c>,
/// which copies the same mails to a Maildir. Both are whole processes against the same server, each with a mailbox of its own.
/// </summary>
internal static class IntakeBench
{
    private const double ToReach = 0.3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> Run(string[] args)
    {
        var count = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 5_000;
        if (DovecotServer.Missing is { } why || (why = Missing()) is not null) return Unmeasured.Because(why);
        using var scratch = new Scratch();
        await using var server = await DovecotServer.StartAsync();
        var mails = new MailMaker().Make(count).ToArray();
        var (theirs, ours) = (server.NewUser(), server.NewUser());
        server.MaildirOf(theirs).Deliver(mails);
        server.MaildirOf(ours).Deliver(mails);

        var mbsync = await MbsyncAsync(scratch, server, theirs, count);
        var intake = await IntakeAsync(scratch, server, ours);
        var counts = await Counts.OfAsync(scratch.At("register.db"), server.MaildirOf(ours));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} mails of {mails.Average(mail => mail.Length):0} bytes on average"));
        Console.WriteLine(counts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"mbsync {count / mbsync:0} mails a second, intake {count / intake:0} mails a second: {mbsync / intake:0.00} of its rate (to reach: {ToReach})"));
        return mbsync / intake >= ToReach && counts.AreRight(count) ? 0 : 1;
    }

    private static string? Missing() => File.Exists("/usr/bin/mbsync") ? null : "mbsync is not installed (Debian: isync)";

    private static async Task<double> MbsyncAsync(Scratch scratch, DovecotServer server, string user, int count)
    {
        Directory.CreateDirectory(scratch.At("copy"));
        await File.WriteAllTextAsync(scratch.At("mbsyncrc"), $"""
            IMAPAccount server
            Host localhost
            Port {server.Port}
            User {user}
            Pass {DovecotServer.Password}
            SSLType IMAPS
            CertificateFile {server.AuthorityFile}

            IMAPStore far
            Account server

            MaildirStore near
            Path {scratch.Root}/copy/
            Inbox {scratch.Root}/copy/INBOX

            Channel all
            Far :far:
            Near :near:
            Patterns INBOX
            Create Near
            Sync Pull
            SyncState *
            """ + "\n");
        var clock = Stopwatch.StartNew();
        using var process = Scratch.Start("/usr/bin/mbsync", "-q", "-c", scratch.At("mbsyncrc"), "all");
        await Scratch.FinishAsync(process, Patience);
        var seconds = clock.Elapsed.TotalSeconds;
        var copied = new Maildir(scratch.At("copy", "INBOX")).Mails().Count;
        return copied == count ? seconds : throw new InvalidOperationException($"mbsync copied {copied} of {count} mails");
    }

    private static async Task<double> IntakeAsync(Scratch scratch, DovecotServer server, string user)
    {
        var clock = Stopwatch.StartNew();
        using var process = Scratch.Self("host", scratch.At("register.db"), server.Port.ToString(CultureInfo.InvariantCulture), server.AuthorityFile, user);
        Console.Write(await Scratch.FinishAsync(process, Patience));
        return clock.Elapsed.TotalSeconds;
    }
}
