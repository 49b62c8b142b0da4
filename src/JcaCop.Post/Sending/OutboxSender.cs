using System.Collections.Concurrent;
using JcaCop.Post.MailServers;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace JcaCop.Post.Sending;

/// <summary>Sends what is due in the outbox, over one kept connection or several.</summary>
/// <remarks>
/// What holds, whatever breaks when:
/// a letter is never sent twice by itself; a letter is never lost; a letter that may or may not have been taken is shown to a person.
///
/// A letter's content reaches a server only after a commit that says "its content has begun". So after a crash there are three kinds of
/// claimed letters: not begun (surely not sent: back into the queue), begun and settled (known), begun and not settled (unknown for good).
/// A commit for every letter would cost more than the sending, so commits are shared: letters go in windows. One transaction settles
/// the window before and marks the next one as begun; then the letters of that window are sent, each on whatever connection is free.
/// At a crash at most one window is unknown, though the server may have taken all of it, some or none. A lone letter is a window of one.
///
/// The mark is only a permission: a letter marked as begun whose connection broke before its content goes back into the queue, because
/// the process that knows so is alive. If the claim turns out to be no longer ours (this process slept longer than the claim holds, and
/// another worker ended it), nothing of it is sent.
///
/// The connection is opened before letters are claimed: while a server is away, letters wait untouched and use up no tries. A connection
/// that is lost on the way gives the rest back, untried. Of one letter alone, 4xx puts it off by a growing pause, 5xx ends it.
/// When the settling commit itself fails, it is repeated; if it never succeeds the letters stay begun and become unknown: never sent again.
/// </remarks>
public sealed partial class OutboxSender(
    OutboxStore outbox, IReadOnlyList<ITransport> transports, SendingOptions options, TimeProvider time, ILogger<OutboxSender> log) : IAsyncDisposable
{
    /// <summary>Pause after a refused sign-in: tried in every round, a wrong password would lock the account.</summary>
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(15);

    private readonly CourtesyLimit courtesy = new(options.LettersPerDomainAndMinute);
    private readonly ResiliencePipeline connecting = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            // After two failed connections (their own retries included) nobody knocks again for a while.
            MinimumThroughput = 2,
            FailureRatio = 1,
            SamplingDuration = TimeSpan.FromMinutes(10),
            BreakDuration = TimeSpan.FromMinutes(1),
            ShouldHandle = new PredicateBuilder().Handle<MailServerException>(),
        })
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            ShouldHandle = new PredicateBuilder().Handle<MailServerException>(error => error.Temporary),
        })
        .Build();
    private readonly ResiliencePipeline noting = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            ShouldHandle = new PredicateBuilder().Handle<System.Data.Common.DbException>(),
        })
        .Build();
    private (string Why, DateTimeOffset Until)? refused;

    /// <summary>To be called once, at start: ends the claims that this worker held when it was last stopped.</summary>
    public Task<int> RecoverAsync(CancellationToken stop) => outbox.ReleaseAsync(stop);

    /// <summary>Sends all that is due now, and returns when nothing is left, the server cannot be reached, or the service stops.</summary>
    public async Task<SendingOutcome> SendDueAsync(CancellationToken stop)
    {
        var tally = new Tally();
        await outbox.ExpireAsync(time.GetUtcNow() - options.ClaimTimeout, stop).ConfigureAwait(false);
        while (!stop.IsCancellationRequested && await outbox.NextDueAsync(stop).ConfigureAwait(false) <= time.GetUtcNow())
        {
            if (await OpenAsync(stop).ConfigureAwait(false) is { } trouble) return tally.Outcome(trouble);
            var letters = await outbox.ClaimAsync(options.ClaimSize, stop).ConfigureAwait(false);
            if (letters.Count == 0) break;
            if (await SendClaimAsync(letters, tally, stop).ConfigureAwait(false) is { } lost) return tally.Outcome(lost);
        }
        return tally.Outcome(null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var transport in transports) await transport.DisposeAsync().ConfigureAwait(false);
    }

    /// <returns>Null where a connection stands; otherwise why not.</returns>
    private async Task<string?> OpenAsync(CancellationToken stop)
    {
        if (refused is { } refusal && time.GetUtcNow() < refusal.Until) return refusal.Why;
        try
        {
            await connecting.ExecuteAsync(async token => await transports[0].OpenAsync(token).ConfigureAwait(false), stop).ConfigureAwait(false);
            return null;
        }
        catch (MailServerException unavailable)
        {
            LogUnavailable(unavailable.Message);
            refused = unavailable.Step == MailServerStep.SignIn ? (unavailable.Message, time.GetUtcNow() + AfterRefusal) : null;
            return unavailable.Message;
        }
        catch (BrokenCircuitException waiting)
        {
            return waiting.InnerException?.Message ?? waiting.Message;
        }
    }

    /// <returns>Null where every letter was tried; otherwise why the rest was given back.</returns>
    private async Task<string?> SendClaimAsync(IReadOnlyList<OutboxLetter> letters, Tally tally, CancellationToken stop)
    {
        var steps = new List<OutboxStep>();
        var turn = new Queue<OutboxLetter>();
        foreach (var letter in letters)
        {
            if (courtesy.Take(letter.To, time.GetUtcNow()) is { } later) steps.Add(OutboxStep.GiveBack(letter.Id, later, "It waits its turn: many letters to one domain."));
            else turn.Enqueue(letter);
        }

        string? lost = null;
        while (turn.Count > 0 && lost is null && !stop.IsCancellationRequested)
        {
            var window = new List<OutboxLetter>(options.Window);
            while (window.Count < options.Window && turn.TryDequeue(out var next)) window.Add(next);
            steps.AddRange(window.Select(letter => OutboxStep.DataBegins(letter.Id)));
            if (!await NoteAsync(steps).ConfigureAwait(false)) return "The claim was ended by another worker.";
            (steps, lost) = await SendWindowAsync(window, tally, stop).ConfigureAwait(false);
        }
        var rest = time.GetUtcNow() + (lost is null ? TimeSpan.Zero : options.FirstDelay);
        steps.AddRange(turn.Select(letter => OutboxStep.GiveBack(letter.Id, rest, lost)));
        await NoteAsync(steps).ConfigureAwait(false);
        return lost;
    }

    /// <summary>Each connection takes the next letter as soon as it is free.</summary>
    private async Task<(List<OutboxStep> Steps, string? Lost)> SendWindowAsync(List<OutboxLetter> window, Tally tally, CancellationToken stop)
    {
        var steps = new ConcurrentQueue<OutboxStep>();
        var waiting = new ConcurrentQueue<OutboxLetter>(window);
        string? lost = null;
        await Task.WhenAll(transports.Take(window.Count).Select(SendAsync)).ConfigureAwait(false);
        foreach (var letter in waiting)
            steps.Enqueue(OutboxStep.GiveBack(letter.Id, time.GetUtcNow() + (lost is null ? TimeSpan.Zero : options.FirstDelay), lost));
        // As long as one connection works, the others are opened again with the next window.
        return ([.. steps], waiting.IsEmpty ? null : lost);

        async Task SendAsync(ITransport transport)
        {
            while (!stop.IsCancellationRequested && waiting.TryDequeue(out var letter))
            {
                var delivery = await transport.SendAsync(letter, stop).ConfigureAwait(false);
                steps.Enqueue(Step(letter, delivery, tally));
                if (delivery is not Delivery.NotReached) continue;
                lost = delivery.Answer;
                return;
            }
        }
    }

    private OutboxStep Step(OutboxLetter letter, Delivery delivery, Tally tally)
    {
        switch (delivery)
        {
            case Delivery.Accepted:
                tally.Accepted();
                return OutboxStep.Accepted(letter.Id, delivery.Answer);
            case Delivery.Unknown:
                tally.Unknown();
                LogUnknown(letter.InternetId, delivery.Answer);
                return OutboxStep.Unknown(letter.Id, delivery.Answer);
            case Delivery.NotReached:
                tally.Deferred();
                return OutboxStep.GiveBack(letter.Id, time.GetUtcNow() + options.FirstDelay, delivery.Answer);
            case Delivery.Deferred when letter.Attempts < options.MostTries:
                tally.Deferred();
                return OutboxStep.Requeue(letter.Id, time.GetUtcNow() + Pause(letter.Attempts), delivery.Answer);
            case Delivery.Unreadable:
                tally.Failed();
                LogFailed(letter.InternetId, delivery.Answer);
                return OutboxStep.Parked(letter.Id, delivery.Answer);
            default:
                tally.Failed();
                LogFailed(letter.InternetId, delivery.Answer);
                return OutboxStep.Failed(letter.Id, delivery.Answer);
        }
    }

    /// <summary>Doubles from try to try up to the longest pause.</summary>
    /// <param name="tries">Made so far, this one included.</param>
    internal TimeSpan Pause(int tries) =>
        TimeSpan.FromTicks((long)Math.Min(options.LongestDelay.Ticks, options.FirstDelay.Ticks * Math.Pow(2, Math.Min(tries, 40) - 1)));

    /// <returns>False where a step took no effect: the claim is no longer ours.</returns>
    private async Task<bool> NoteAsync(List<OutboxStep> steps)
    {
        // Not the caller's token: what has been sent is noted even while the service stops.
        var effective = await noting.ExecuteAsync(async token => await outbox.NoteAsync(steps, token).ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
        if (effective == steps.Count) return true;
        LogClaimLost(steps.Count - effective);
        return false;
    }

    private sealed class Tally
    {
        private int accepted;
        private int deferred;
        private int failed;
        private int unknown;

        public void Accepted() => Interlocked.Increment(ref accepted);
        public void Deferred() => Interlocked.Increment(ref deferred);
        public void Failed() => Interlocked.Increment(ref failed);
        public void Unknown() => Interlocked.Increment(ref unknown);
        public SendingOutcome Outcome(string? trouble) => new(accepted, deferred, failed, unknown, trouble);
    }

    [LoggerMessage(LogLevel.Warning, "Letters wait: {Why}")]
    private partial void LogUnavailable(string why);

    [LoggerMessage(LogLevel.Warning, "Letter {MessageId} is unknown and will not be sent again by itself: {Answer}")]
    private partial void LogUnknown(string messageId, string answer);

    [LoggerMessage(LogLevel.Warning, "Letter {MessageId} failed: {Answer}")]
    private partial void LogFailed(string messageId, string answer);

    [LoggerMessage(LogLevel.Error, "{Count} letters were no longer claimed by this worker; the claim timeout is shorter than a claim takes")]
    private partial void LogClaimLost(int count);
}
