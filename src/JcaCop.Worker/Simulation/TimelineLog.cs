using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Simulation;

/// <summary>What the service would write to its log as a warning or worse stands in the timeline.</summary>
internal sealed class TimelineLog(Timeline timeline, TimeProvider clock) : ILoggerProvider, ILogger
{
    private readonly Lock gate = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        lock (gate) timeline.Tell(clock.GetUtcNow(), TimelineWord.Trouble, exception is null ? formatter(state, exception) : $"{formatter(state, exception)}: {exception.Message}");
    }

    public void Dispose()
    {
    }
}
