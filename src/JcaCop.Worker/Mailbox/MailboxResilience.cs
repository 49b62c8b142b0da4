using System.Data.Common;
using JcaCop.Post.MailServers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace JcaCop.Worker.Mailbox;

/// <summary>
/// What is done when the outside world fails in the middle: the mail stays where it is, and the whole look is repeated, later
/// each time. A server that fails again and again is left alone for a while.
/// </summary>
public static class MailboxResilience
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    /// <param name="tries">Repetitions; <see cref="int.MaxValue"/> for a service that never gives up.</param>
    /// <param name="told">Called before each pause with the trouble, the number of the try that failed (from 1) and the pause.</param>
    public static ResiliencePipeline Build(TimeProvider clock, int tries, Action<Exception, int, TimeSpan> told) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } error && (IsTemporary(error) || error is BrokenCircuitException)),
                MaxRetryAttempts = tries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                OnRetry = arguments =>
                {
                    told(arguments.Outcome.Exception!, arguments.AttemptNumber + 1, arguments.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } error && IsTemporary(error)),
                FailureRatio = 0.8,
                MinimumThroughput = 6,
                SamplingDuration = TimeSpan.FromMinutes(5),
                BreakDurationGenerator = arguments => ValueTask.FromResult(TimeSpan.FromSeconds(Math.Min(600, 30 * Math.Pow(2, arguments.HalfOpenAttempts)))),
            })
            .Build();

    /// <summary>The network, a server, the database or the disk: none of it is the mail's fault, and all of it may pass.</summary>
    public static bool IsTemporary(Exception error) => error switch
    {
        MailServerException server => server.Temporary,
        DbException or IOException or TimeoutException => true,
        _ => false,
    };
}
