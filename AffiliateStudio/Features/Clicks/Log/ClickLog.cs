using System.Threading.Channels;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>
/// Makes clicks durable in groups. Requests append and wait; one writer takes all that wait, keeps them in one transaction, and lets them go: the more requests there
/// are, the larger the groups. When the store does not answer within 250 milliseconds, the clicks go to the spool instead, and when even that fails they are counted as
/// unrecorded: the viewer is never held.
/// </summary>
internal sealed partial class ClickLog(IClickStore store, ClickSpool spool, ClickNews news, ILogger<ClickLog> logger) : IHostedLifecycleService, IDisposable
{
    private const int LargestGroup = 4_096;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<Entry> _queue = Channel.CreateUnbounded<Entry>();
    private readonly CancellationTokenSource _stop = new();
    private Task _writer = Task.CompletedTask;
    private Task _watch = Task.CompletedTask;
    private volatile List<Entry>? _writing;
    private long _writingSince;
    private long _failedAt;
    private volatile bool _isFailing;
    private long _unrecorded;

    /// <summary>How many clicks wait to be written.</summary>
    public int Depth => _queue.Reader.Count + (_writing?.Count ?? 0);

    /// <summary>Clicks that could be kept nowhere since the product started.</summary>
    public long Unrecorded => Interlocked.Read(ref _unrecorded);

    /// <summary>Whether the store failed at the last try, so that clicks go to the spool.</summary>
    public bool IsFailing => _isFailing;

    /// <summary>Whether clicks wait in the spool.</summary>
    public bool IsSpooling => spool.HasEntries;

    /// <summary>Appends a click. The task ends when it is on disk, in the store or in the spool.</summary>
    public Task AppendAsync(Click click)
    {
        var entry = new Entry(click, null);
        return _queue.Writer.TryWrite(entry) ? entry.Task : Task.CompletedTask;
    }

    /// <summary>Runs something on the store between two groups, where nothing else writes.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var result = default(T)!;
        var entry = new Entry(default, async () => result = await work());
        await _queue.Writer.WriteAsync(entry, cancellationToken);
        await entry.Task.WaitAsync(cancellationToken);
        return result;
    }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await store.OpenAsync(cancellationToken);
        _writer = Task.Run(WriteAsync, CancellationToken.None);
        _watch = Task.Run(WatchAsync, CancellationToken.None);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The server has stopped by now: it started last. Whatever still waits is written before the process ends.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await _writer.WaitAsync(cancellationToken);
        await _stop.CancelAsync();
        await _watch.WaitAsync(cancellationToken);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _stop.Dispose();

    private async Task WriteAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var group = new List<Entry>();
            Entry? other = null;
            while (group.Count < LargestGroup && other is null && _queue.Reader.TryRead(out var entry))
            {
                if (entry.Work is null)
                {
                    group.Add(entry);
                }
                else
                {
                    other = entry;
                }
            }

            if (group.Count > 0)
            {
                await WriteGroupAsync(group);
            }

            if (other is not null)
            {
                await other.DoAsync();
            }
        }
    }

    private async Task WriteGroupAsync(List<Entry> group)
    {
        if (_isFailing && TimeProvider.System.GetElapsedTime(_failedAt) < RetryAfter)
        {
            Spool(group);
            return;
        }

        Interlocked.Exchange(ref _writingSince, TimeProvider.System.GetTimestamp());
        _writing = group;
        try
        {
            news.Add(await store.WriteAsync([.. group.Select(entry => entry.Click)], CancellationToken.None));
            _isFailing = false;
            Release(group);
        }
#pragma warning disable CA1031 // Whatever the store's failure is, the viewer goes on and the click waits in the spool.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
            Spool(group);
        }
        finally
        {
            _writing = null;
        }
    }

    private async Task DrainAsync()
    {
        try
        {
            await spool.DrainAsync(async clicks => news.Add(await store.WriteAsync(clicks, CancellationToken.None)));
            _isFailing = false;
        }
#pragma warning disable CA1031 // The spool stays; it is tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
        }
    }

    // Looks after clicks that a store without an answer would hold, and brings the spool in once it answers again.
    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(WatchEvery);
        var drain = Task.CompletedTask;
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                if (_writing is { } stuck && TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _writingSince)) > Patience)
                {
                    Spool([.. stuck, .. TakeWaiting()]);
                }
                else if (drain.IsCompleted && spool.HasEntries && (!_isFailing || TimeProvider.System.GetElapsedTime(_failedAt) > RetryAfter))
                {
                    var entry = new Entry(default, DrainAsync);
                    drain = _queue.Writer.TryWrite(entry) ? entry.Task : Task.CompletedTask;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The product stops.
        }
    }

    private List<Entry> TakeWaiting()
    {
        var taken = new List<Entry>();
        var keep = new List<Entry>();
        while (_queue.Reader.TryRead(out var entry))
        {
            (entry.Work is null ? taken : keep).Add(entry);
        }

        foreach (var entry in keep)
        {
            if (!_queue.Writer.TryWrite(entry))
            {
                entry.TrySetCanceled();
            }
        }

        return taken;
    }

    private void Spool(IReadOnlyList<Entry> entries)
    {
        Entry[] waiting = [.. entries.Where(entry => !entry.Task.IsCompleted)];
        if (waiting.Length == 0)
        {
            return;
        }

        try
        {
            spool.Append([.. waiting.Select(entry => entry.Click)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Interlocked.Add(ref _unrecorded, waiting.Length);
            LogUnrecorded(logger, exception, waiting.Length);
        }

        Release(waiting);
    }

    private void Fail(Exception exception)
    {
        _failedAt = TimeProvider.System.GetTimestamp();
        if (!_isFailing)
        {
            _isFailing = true;
            LogFailing(logger, exception);
        }
    }

    private static void Release(IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            entry.TrySetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store of clicks does not take them; they wait on the local disk.")]
    private static partial void LogFailing(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} clicks could be kept nowhere; their viewers were sent on.")]
    private static partial void LogUnrecorded(ILogger logger, Exception exception, int count);

    private sealed class Entry(Click click, Func<Task>? work) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public Click Click { get; } = click;

        public Func<Task>? Work { get; } = work;

        public async Task DoAsync()
        {
            try
            {
                await Work!();
                TrySetResult();
            }
#pragma warning disable CA1031 // It belongs to whoever asked for the work.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                TrySetException(exception);
            }
        }
    }
}
