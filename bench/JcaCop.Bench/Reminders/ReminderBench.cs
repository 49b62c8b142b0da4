using System.Diagnostics;
using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Reminders;

namespace JcaCop.Bench.Reminders;

/// <summary>
/// One run of the reminders over all addressees of a circular: asked of the register, written in six languages, and queued in SQLite with their steps.
/// Memory is flat where the last quarter of the run needs no more than the second.
/// </summary>
internal static class ReminderBench
{
    private const double ToReach = 1_000;
    private const double Flat = 1.2;

    public static async Task<int> Run(string[] args)
    {
        var addressees = args is [var told, ..] ? int.Parse(told, CultureInfo.InvariantCulture) : 10_000;
        using var scratch = new Scratch();
        // Templates are read and compiled at the first letters of a service, not once a run.
        await using (var warm = new CircularRig(scratch.At("warm")))
        {
            await warm.OpenAsync(600);
            await warm.Get<RemindersJob>().RunAsync(CancellationToken.None);
        }
        await using var rig = new CircularRig(scratch.At("run"));
        await rig.OpenAsync(addressees);
        GC.Collect();
        var before = Environment.WorkingSet;
        var job = rig.Get<RemindersJob>();
        using var self = Process.GetCurrentProcess();
        var (watch, processor) = (Stopwatch.StartNew(), self.TotalProcessorTime);
        using var over = new CancellationTokenSource();
        var sampling = SampleAsync(over.Token);
        var said = await job.RunAsync(CancellationToken.None);
        var (seconds, busy) = (watch.Elapsed.TotalSeconds, (self.TotalProcessorTime - processor).TotalSeconds);
        await over.CancelAsync();
        var samples = await sampling;
        var queued = (await rig.Get<OutboxStore>().CountsAsync(null, CancellationToken.None)).GetValueOrDefault(OutboxState.Queued);
        var again = await job.RunAsync(CancellationToken.None);
        var (second, last) = (Most(samples, 1), Most(samples, 3));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{said}, {queued} queued in {seconds:0.0} s ({busy:0.0} s of processor time): {queued / seconds:0} a second (to reach: {ToReach:0}); run again: {again ?? "nothing"}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  memory: {before / 1_000_000} MB before, {second / 1_000_000} MB at most in the second quarter, {last / 1_000_000} MB in the last: {(double)last / second:0.00} times (to reach: {Flat})"));
        return queued == addressees && again is null && queued / seconds >= ToReach && (double)last / second <= Flat ? 0 : 1;
    }

    private static long Most(List<long> samples, int quarter) =>
        samples.Skip(samples.Count * quarter / 4).Take(samples.Count / 4 + 1).DefaultIfEmpty(1).Max();

    private static async Task<List<long>> SampleAsync(CancellationToken over)
    {
        var samples = new List<long>();
        while (!over.IsCancellationRequested)
        {
            samples.Add(Environment.WorkingSet);
            await Task.Delay(25, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return samples;
    }
}
