using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AffiliateStudio.Tests.Support;

/// <summary>Keeps every warning and error that the product logs, so that a run can be asked to have none; or more than those.</summary>
public sealed class LogRecorder(LogLevel least = LogLevel.Warning) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _entries = new();

    /// <summary>What was logged so far.</summary>
    public IReadOnlyCollection<string> Entries => _entries;

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, least, _entries);

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private sealed class Recorder(string category, LogLevel least, ConcurrentQueue<string> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                entries.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
