using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AffiliateStudio.Platform.Events;

/// <summary>
/// Tells open pages of this process that something happened. Delivery is best effort and in process: the database is the truth, an
/// event is only the reason to read it again. A subscriber that throws is logged and does not stop the others.
/// </summary>
public sealed partial class EventHub(ILogger<EventHub> logger)
{
    private readonly ConcurrentDictionary<Type, ImmutableArray<Delegate>> _subscribers = new();

    /// <summary>Calls <paramref name="handler"/> for each published <typeparamref name="TEvent"/> until the returned handle is disposed.</summary>
    public IDisposable Subscribe<TEvent>(Func<TEvent, Task> handler)
        where TEvent : notnull
    {
        _subscribers.AddOrUpdate(typeof(TEvent), _ => [handler], (_, existing) => existing.Add(handler));
        return new Subscription(() => _subscribers.AddOrUpdate(typeof(TEvent), _ => [], (_, existing) => existing.Remove(handler)));
    }

    /// <summary>Tells every subscriber and waits for them.</summary>
    public async Task PublishAsync<TEvent>(TEvent occurrence, CancellationToken cancellationToken)
        where TEvent : notnull
    {
        if (!_subscribers.TryGetValue(typeof(TEvent), out var handlers))
        {
            return;
        }

        foreach (var handler in handlers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await ((Func<TEvent, Task>)handler)(occurrence);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The subscriber was leaving; that is its own affair.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogSubscriberFailed(logger, exception, typeof(TEvent).Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A subscriber of {Event} failed; the others were told.")]
    private static partial void LogSubscriberFailed(ILogger logger, Exception exception, string @event);

    private sealed class Subscription(Action unsubscribe) : IDisposable
    {
        private Action? _unsubscribe = unsubscribe;

        public void Dispose() => Interlocked.Exchange(ref _unsubscribe, null)?.Invoke();
    }
}
