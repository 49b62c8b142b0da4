using JcaCop.Post.MailServers;
using JcaCop.Register.Stores;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Watching;
using Microsoft.Extensions.Logging;
using Polly;

namespace JcaCop.Worker.Jobs;

/// <summary>Empties one mailbox: looks, lets the journey take what is there, and waits for the next look.</summary>
public sealed partial class IntakeLoop : IAsyncDisposable
{
    /// <summary>Tries of a single drain before it gives up; with growing pauses they last about half a minute.</summary>
    private const int TriesOfOneDrain = 5;

    /// <summary>Pause after a trouble that only a person can end. Short enough to go on soon after, long enough to lock no account.</summary>
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(15);

    /// <summary>How often the loop says that it has looked, where all is well.</summary>
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromMinutes(1);

    private readonly MailboxOptions options;
    private readonly IMailbox mailbox;
    private readonly Journey journey;
    private readonly SignStore signs;
    private readonly TimeProvider clock;
    private readonly ILogger<IntakeLoop> log;
    private readonly ResiliencePipeline once;
    private readonly ResiliencePipeline always;
    private MailboxMark? done;
    private DateTimeOffset toldAt = DateTimeOffset.MinValue;

    /// <param name="signs">Where the loop says that it has looked, and what keeps it from looking.</param>
    public IntakeLoop(MailboxOptions options, Journey journey, SignStore signs, TimeProvider clock, ILoggerFactory logs)
    {
        this.options = options;
        this.journey = journey;
        this.signs = signs;
        this.clock = clock;
        log = logs.CreateLogger<IntakeLoop>();
        mailbox = Mailboxes.Open(options, clock, logs);
        once = MailboxResilience.Build(clock, TriesOfOneDrain, Tell);
        always = MailboxResilience.Build(clock, int.MaxValue, Tell);
    }

    public string Mailbox => options.Name;

    /// <summary>Takes what lies in the mailbox now, with all that follows from it.</summary>
    /// <exception cref="MailServerException">The mailbox could not be used, after several tries where trying helps.</exception>
    public async Task<JourneyReport> DrainAsync(CancellationToken stop)
    {
        var all = JourneyReport.Nothing;
        JourneyReport last;
        do
        {
            last = await once.ExecuteAsync(async stop => await TravelAsync(stop), stop);
            all += last;
        }
        while (last.Taken > 0);
        return all;
    }

    /// <summary>Goes on until the service stops. No trouble ends it.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await always.ExecuteAsync(async stop => await TravelAsync(stop), stop);
                await mailbox.WaitAsync(options.PollInterval, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (MailServerException error) when (error.Temporary)
            {
                // The waiting broke, not the work: the next look opens a new connection.
                LogWaitingBroke(log, Mailbox, error.Message);
            }
            catch (MailServerException error)
            {
                LogRefused(log, Mailbox, error.Message, AfterRefusal);
                await SignTroubleAsync(error.Message, stop);
                await PauseAsync(AfterRefusal, stop);
            }
#pragma warning disable CA1031 // A mistake of ours in one mailbox's way must not end the others, nor spin.
            catch (Exception error)
#pragma warning restore CA1031
            {
                LogBroken(log, error, Mailbox, AfterRefusal);
                await SignTroubleAsync(error.Message, stop);
                await PauseAsync(AfterRefusal, stop);
            }
        }
    }

    public ValueTask DisposeAsync() => mailbox.DisposeAsync();

    private async Task<JourneyReport> TravelAsync(CancellationToken stop)
    {
        // Who empties the mailbox says how it fares; a sign of this worker would hide that the other one cannot.
        if (await journey.TravelAsync(mailbox, done, stop) is not var (report, mark)) return JourneyReport.Nothing;
        done = mark;
        if (report.Taken > 0) LogTravelled(log, Mailbox, report.Taken, report.Processed, report.Held, report.SetAside);
        await SignAsync(stop);
        return report;
    }

    private async Task SignAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now >= toldAt && now - toldAt < BetweenSigns) return;
        await signs.WorkedAsync(HeartbeatJob.PartOf(Mailbox), stop);
        toldAt = now;
    }

    private async Task SignTroubleAsync(string trouble, CancellationToken stop)
    {
        toldAt = DateTimeOffset.MinValue;
        try
        {
            await signs.TroubledAsync(HeartbeatJob.PartOf(Mailbox), trouble, stop);
        }
#pragma warning disable CA1031 // Where the database fails too, the log has told, and the silence itself is noticed.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogWaitingBroke(log, Mailbox, error.Message);
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken stop)
    {
        try
        {
            await Task.Delay(pause, clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            LogStopped(log, Mailbox);
        }
    }

    private void Tell(Exception error, int attempt, TimeSpan pause) => LogTrouble(log, Mailbox, error.Message, attempt, pause);

    [LoggerMessage(LogLevel.Information, "{Mailbox}: {Taken} taken, {Processed} processed, {Held} held, {SetAside} set aside")]
    private static partial void LogTravelled(ILogger log, string mailbox, int taken, int processed, int held, int setAside);

    [LoggerMessage(LogLevel.Warning, "{Mailbox}: {Why} (try {Attempt}, the next in {Pause})")]
    private static partial void LogTrouble(ILogger log, string mailbox, string why, int attempt, TimeSpan pause);

    [LoggerMessage(LogLevel.Information, "{Mailbox}: waiting for mail broke: {Why}")]
    private static partial void LogWaitingBroke(ILogger log, string mailbox, string why);

    [LoggerMessage(LogLevel.Error, "{Mailbox}: {Why} The next try is in {Pause}.")]
    private static partial void LogRefused(ILogger log, string mailbox, string why, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "{Mailbox}: intake broke off. The next try is in {Pause}.")]
    private static partial void LogBroken(ILogger log, Exception error, string mailbox, TimeSpan pause);

    [LoggerMessage(LogLevel.Debug, "{Mailbox}: stopped while it waited")]
    private static partial void LogStopped(ILogger log, string mailbox);
}
