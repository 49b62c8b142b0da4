using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using JcaCop.Post.Letters;
using JcaCop.Post.MailServers;
using JcaCop.Post.Sending;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace JcaCop.Bench.Outbox;

/// <summary>
/// The outbox to <c>smtp-sink</c> with every state change durable in SQLite, beside <c>smtp-source -d</c> (no database, no state at all)
/// with as many connections and messages of the same size. Both in each round, the better round of each counts.
/// </summary>
internal static class OutboxBench
{
    private const double ToReach = 0.25;
    private const int Rounds = 3;

    public static async Task<int> Run(string[] args)
    {
        var letters = Number(args, 0, 5_000);
        var connections = Number(args, 1, 2);
        var port = FreePort();
        using var scratch = new Scratch();
        Process sink;
        try
        {
            sink = Scratch.Start("/usr/sbin/smtp-sink", [.. Environment.IsPrivilegedProcess ? (string[])["-u", "nobody"] : [], $"127.0.0.1:{port}", "200"]);
        }
        catch (Win32Exception missing)
        {
            Console.Error.WriteLine($"smtp-sink and smtp-source (Debian package postfix) are needed: {missing.Message}");
            return 2;
        }
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            var made = Make(letters);
            var size = (int)made.Average(letter => letter.Mime.Length);
            double source = 0, outbox = 0;
            for (var round = 1; round <= Rounds; round++)
            {
                source = Math.Max(source, await SourceAsync(port, letters, connections, size));
                outbox = Math.Max(outbox, await OutboxAsync(scratch.At($"round-{round}.db"), port, made, connections));
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{letters} letters of {size} bytes over {connections} connections: smtp-source -d {source:0} a second, outbox {outbox:0} a second: {outbox / source:0.000} (to reach: {ToReach})"));
            return outbox / source >= ToReach ? 0 : 1;
        }
        finally
        {
            sink.Kill();
            sink.WaitForExit();
            sink.Dispose();
        }
    }

    private static List<OutgoingLetter> Make(int letters)
    {
        var writer = new LetterWriter(new LetterOptions());
        var now = new DateTimeOffset(2012, 8, 22, 9, 30, 0, TimeSpan.Zero);
        return [.. Enumerable.Range(0, letters).Select(i => writer.Receipt(SampleReceipt.Of(i, LetterLanguages.All[i % 6]), now)!)];
    }

    private static async Task<double> SourceAsync(int port, int letters, int connections, int size)
    {
        var clock = Stopwatch.StartNew();
        using var source = Scratch.Start("/usr/sbin/smtp-source", "-d", "-s", $"{connections}", "-m", $"{letters}", "-l", $"{size}",
            "-f", "jcacop@example.int", "-t", "official@example.org", $"127.0.0.1:{port}");
        await Scratch.FinishAsync(source, TimeSpan.FromMinutes(5));
        return letters / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> OutboxAsync(string file, int port, List<OutgoingLetter> letters, int connections)
    {
        await using var database = new SqliteDatabase(file);
        database.Upgrade();
        var store = new OutboxStore(database, TimeProvider.System, "bench");
        foreach (var batch in letters.Chunk(1_000)) await store.EnqueueAsync(batch, CancellationToken.None);
        var options = new SendingOptions
        {
            Kind = TransportKind.Smtp, Host = "127.0.0.1", Port = port, Security = TransportSecurity.None, Connections = connections,
            LettersPerDomainAndMinute = 0, LettersPerConnection = 100_000,
        };
        await using var sender = new OutboxSender(store, Transports.Of(options, TimeProvider.System), options, TimeProvider.System, NullLogger<OutboxSender>.Instance);
        var clock = Stopwatch.StartNew();
        var outcome = await sender.SendDueAsync(CancellationToken.None);
        var rate = letters.Count / clock.Elapsed.TotalSeconds;
        var counts = await store.CountsAsync(null, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rate:0} a second, {counts[OutboxState.Accepted]} accepted, {outcome}"));
        return counts[OutboxState.Accepted] == letters.Count ? rate : 0;
    }

    private static int Number(string[] args, int position, int usual) =>
        args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : usual;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
