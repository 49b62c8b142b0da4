using System.Globalization;
using JcaCop.Bench.Mails;
using JcaCop.Worker.Tests.Servers;

namespace JcaCop.Bench.Intake;

/// <summary>Kills the intake (SIGKILL) twenty times at random moments, starts it again each time until the mailbox is empty, and counts.</summary>
internal static class KillBench
{
    private const int Kills = 20;

    public static async Task<int> Run(string[] args)
    {
        var count = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 5_000;
        var seed = args is [_, var chosen, ..] ? int.Parse(chosen, CultureInfo.InvariantCulture) : Environment.ProcessId;
        if (DovecotServer.Missing is { } why) return Unmeasured.Because(why);
        using var scratch = new Scratch();
        await using var server = await DovecotServer.StartAsync();
        var user = server.NewUser();
        var maildir = server.MaildirOf(user);
        string[] host = ["host", scratch.At("register.db"), server.Port.ToString(CultureInfo.InvariantCulture), server.AuthorityFile, user];
        var chance = new Random(seed);
        var killed = 0;
        var delivered = 0;
        while (killed < Kills)
        {
            // A portion of the mails comes before each start, so that there is work to be killed in until the end.
            var portion = delivered < count ? Math.Min(count / Kills + 1, count - delivered) : 0;
            maildir.Deliver(Enumerable.Range(delivered, portion).Select(new MailMaker().One));
            delivered += portion;
            using var process = Scratch.Self(host);
            var moment = TimeSpan.FromMilliseconds(chance.Next(150, 4000));
            using var limit = new CancellationTokenSource(moment);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
            killed++;
        }
        using (var last = Scratch.Self(host)) Console.Write(await Scratch.FinishAsync(last, TimeSpan.FromMinutes(5)));
        var counts = await Counts.OfAsync(scratch.At("register.db"), maildir);
        Console.WriteLine($"{delivered} mails, killed {killed} times (seed {seed})");
        Console.WriteLine(counts);
        var right = counts.AreRight(delivered);
        Console.WriteLine(right ? "each mail in exactly one state, none lost, none twice, no receipt twice" : "WRONG");
        return right ? 0 : 1;
    }
}
