using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace JcaCop.Worker.Jobs;

/// <summary>Three steps that work at the same time on successive portions, in order, with at most one portion waiting between two steps.</summary>
internal static class Conveyor
{
    /// <exception cref="Exception">The first trouble of any step. When the source fails, what it gave before is still brought to its end; a later step's trouble ends all.</exception>
    public static async Task RunAsync<TRaw, TReady>(
        Func<CancellationToken, IAsyncEnumerable<TRaw>> source,
        Func<TRaw, CancellationToken, Task<TReady>> prepare,
        Func<TReady, CancellationToken, Task> settle,
        CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var raw = Channel.CreateBounded<TRaw>(1);
        var ready = Channel.CreateBounded<TReady>(1);
        ExceptionDispatchInfo? first = null;

        async Task Step(Func<Task> work, bool endsAll, Action end)
        {
            try
            {
                await work();
            }
#pragma warning disable CA1031 // Kept and thrown again below: the first trouble, not what it caused in the other steps.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(error), null);
                if (endsAll) await ending.CancelAsync();
            }
            finally
            {
                end();
            }
        }

        await Task.WhenAll(
            Task.Run(() => Step(async () =>
            {
                await foreach (var portion in source(ending.Token)) await raw.Writer.WriteAsync(portion, ending.Token);
            }, false, () => raw.Writer.TryComplete()), CancellationToken.None),
            Task.Run(() => Step(async () =>
            {
                await foreach (var portion in raw.Reader.ReadAllAsync(ending.Token)) await ready.Writer.WriteAsync(await prepare(portion, ending.Token), ending.Token);
            }, true, () => ready.Writer.TryComplete()), CancellationToken.None),
            Task.Run(() => Step(async () =>
            {
                await foreach (var portion in ready.Reader.ReadAllAsync(ending.Token)) await settle(portion, ending.Token);
            }, true, () => { }), CancellationToken.None));
        first?.Throw();
    }
}
