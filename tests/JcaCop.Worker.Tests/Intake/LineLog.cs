using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Tests.Intake;

/// <summary>Keeps what is logged.</summary>
internal sealed class LineLog<T> : ILogger<T>
{
    private readonly Lock gate = new();
    private readonly List<LoggedLine> lines = [];

    public IReadOnlyList<LoggedLine> Lines
    {
        get
        {
            lock (gate) return [.. lines];
        }
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (gate) lines.Add(new LoggedLine(logLevel, formatter(state, exception)));
    }
}

internal sealed record LoggedLine(LogLevel Level, string Text);
