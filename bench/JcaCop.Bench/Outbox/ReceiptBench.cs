using System.Diagnostics;
using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Receipts;

namespace JcaCop.Bench.Outbox;

/// <summary>Receipts written in a second of processor time: English ones, and those of the six languages in turn (five of them with English below).</summary>
internal static class ReceiptBench
{
    private const double ToReach = 3_000;
    private const int Letters = 6_000;

    public static Task<int> Run(string[] args)
    {
        var writer = new LetterWriter(new LetterOptions());
        writer.Check();
        var now = new DateTimeOffset(2012, 8, 22, 9, 30, 0, TimeSpan.Zero);
        var english = Enumerable.Range(0, Letters).Select(i => SampleReceipt.Of(i, "en")).ToArray();
        var mixed = Enumerable.Range(0, Letters).Select(i => SampleReceipt.Of(i, LetterLanguages.All[i % 6])).ToArray();
        Rate(english);
        Rate(mixed);
        var (one, six) = (Rate(english), Rate(mixed));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"receipts a second of processor time: {one:0} in English, {six:0} in six languages in turn (to reach: {ToReach:0})"));
        return Task.FromResult(six >= ToReach ? 0 : 1);

        double Rate(Receipt[] receipts)
        {
            // Time on the processor: what a core can do does not depend on who else uses it.
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var bytes = 0L;
            foreach (var receipt in receipts) bytes += writer.Receipt(receipt, now)!.Mime.Length;
            var rate = receipts.Length / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rate:0} a second, {bytes / receipts.Length} bytes on average"));
            return rate;
        }
    }
}
