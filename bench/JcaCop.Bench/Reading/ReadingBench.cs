using System.Globalization;
using JcaCop.Bench.Mails;
using JcaCop.Reading;
using MimeKit;

namespace JcaCop.Bench.Reading;

/// <summary>Reading a mail whole beside MimeKit's parsing and decoding of the same bytes: the processor time of one thread, the median of several rounds.</summary>
internal static class ReadingBench
{
    private const double ToReach = 5;
    private const int Rounds = 5;
    private const int Warmup = 3_000;
    private const int Turn = 50;

    public static Task<int> Run(string[] args)
    {
        var mails = args is [var folder, ..]
            ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]
            : new MailMaker().Make(5_000).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mails.Length} mails of {mails.Average(mail => mail.Length):0} bytes on average"));
        for (var i = 0; i < Warmup; i++) _ = Parse(mails[i % mails.Length]) + Read(mails[i % mails.Length]);
        List<(double Parse, double Read)> rounds = [];
        var each = new (List<double> Parse, List<double> Read)[mails.Length];
        for (var round = 0; round < Rounds; round++) rounds.Add(Time(mails, each));
        var (parse, read) = rounds.OrderBy(round => round.Read / round.Parse).ElementAt(Rounds / 2);
        var middle = each.Select(mail => mail.Read.Min() / mail.Parse.Min()).Order().ElementAt(mails.Length / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MimeKit parse and decode {parse:0.0} us a mail, MailReader.Read {read:0.0} us a mail: {read / parse:0.00} times (to reach: at most {ToReach}); the median mail {middle:0.00} times"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"allocated: parse {Allocated(mails, Parse) / 1000:0} kB a mail, read {Allocated(mails, Read) / 1000:0} kB a mail"));
        return Task.FromResult(read / parse <= ToReach ? 0 : 1);
    }

    /// <summary>The two take turns after a few mails each, so that both meet the same state of the machine.</summary>
    private static (double Parse, double Read) Time(byte[][] mails, (List<double> Parse, List<double> Read)[] each)
    {
        var (parse, read) = (0.0, 0.0);
        for (var from = 0; from < mails.Length; from += Turn)
        {
            var to = Math.Min(from + Turn, mails.Length);
            for (var i = from; i < to; i++) parse += Time(mails[i], Parse, (each[i].Parse ??= []));
            for (var i = from; i < to; i++) read += Time(mails[i], Read, (each[i].Read ??= []));
        }
        return (parse / mails.Length, read / mails.Length);
    }

    private static double Time(byte[] mail, Func<byte[], int> act, List<double> times)
    {
        var start = ThreadClock.Now;
        act(mail);
        times.Add(ThreadClock.Now - start);
        return times[^1];
    }

    private static double Allocated(byte[][] mails, Func<byte[], int> act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var mail in mails) act(mail);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / mails.Length;
    }

    private static int Parse(byte[] raw)
    {
        using var stream = new MemoryStream(raw, writable: false);
        using var mime = MimeMessage.Load(stream);
        return mime.BodyParts.OfType<TextPart>().Sum(part => part.Text.Length) + (mime.Subject?.Length ?? 0) + mime.From.Count;
    }

    private static int Read(byte[] raw)
    {
        using var stream = new MemoryStream(raw, writable: false);
        return MailReader.Read(stream).Items.Count;
    }
}
