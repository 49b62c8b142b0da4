using Microsoft.Extensions.Hosting;

namespace JcaCop.Worker.Watching;

/// <summary>Gives memory back to the system when work is over. Minutes or hours pass before the next mail, and the collector, which nothing presses
/// meanwhile, would keep what the last one left behind.</summary>
internal sealed class MemoryAtRest(TimeProvider clock) : BackgroundService
{
    /// <summary>How often it looks whether the service works.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    /// <summary>Bytes allocated from one look to the next from which the service is at work.</summary>
    internal const long AtWork = 4_000_000;

    /// <summary>Bytes allocated since the last time from which giving back is worth the collector's while.</summary>
    internal const long Worthwhile = 16_000_000;

    private long seen;
    private long given;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!IsDue(GC.GetTotalAllocatedBytes())) continue;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>Whether memory is to be given back now: enough was allocated since the last time, and next to nothing since the last look.</summary>
    /// <param name="allocated">Bytes the process has allocated in all.</param>
    internal bool IsDue(long allocated)
    {
        var rests = allocated - seen < AtWork;
        seen = allocated;
        if (!rests || allocated - given < Worthwhile) return false;
        given = allocated;
        return true;
    }
}
