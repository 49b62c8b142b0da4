using System.Diagnostics;
using System.Globalization;
using JcaCop.Bench.Mails;
using JcaCop.Reading;
using MimeKit;

namespace JcaCop.Bench.Reading;

/// <summary>Reading a mail whole beside MimeKit's parsing and decoding of the same bytes: one thread, the median of several rounds.</summary>
internal static class ReadingBench
{
    private const double ToReach = 5;
    private const int Rounds = 5;

    public static Task<int> Run(string[] args)
    {
        var mails = args is [var folder, ..]
            ? [.. Directory.GetFiles(folder, "*.eml").Select(File.ReadAllBytes)]
            : new MailMaker().Make(5_000).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mails.Length} mails of {mails.Average(mail => mail.Length):0} bytes on average"));
        var items = 0;
        foreach (var mail in mails.Take(500)) items += Parse(mail) + Read(mail);
        List<double> parsing = [], reading = [];
        for (var round = 0; round < Rounds; round++)
        {
            parsing.Add(Time(mails, Parse));
            reading.Add(Time(mails, Read));
        }
        var (parse, read) = (Median(parsing), Median(reading));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MimeKit parse and decode {parse:0.0} us a mail, MailReader.Read {read:0.0} us a mail: {read / parse:0.00} times (to reach: at most {ToReach})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"allocated: parse {Allocated(mails, Parse) / 1000:0} kB a mail, read {Allocated(mails, Read) / 1000:0} kB a mail"));
        return Task.FromResult(read / parse <= ToReach ? 0 : 1);
    }

    private static double Time(byte[][] mails, Func<byte[], int> act)
    {
        var clock = Stopwatch.StartNew();
        foreach (var mail in mails) act(mail);
        return clock.Elapsed.TotalMicroseconds / mails.Length;
    }

    private static double Allocated(byte[][] mails, Func<byte[], int> act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var mail in mails) act(mail);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / mails.Length;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static int Parse(byte[] raw)
    {
        using var stream = new MemoryStream(raw, writable: false);
        var mime = MimeMessage.Load(stream);
        return mime.BodyParts.OfType<TextPart>().Sum(part => part.Text.Length) + (mime.Subject?.Length ?? 0) + mime.From.Count;
    }

    private static int Read(byte[] raw)
    {
        using var stream = new MemoryStream(raw, writable: false);
        return MailReader.Read(stream).Items.Count;
    }
}
