using System.Collections.Concurrent;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using Microsoft.AspNetCore.OutputCaching;

namespace AffiliateStudio.Features.Pins.WatchVideo;

/// <summary>
/// Keeps what viewers watch in memory. A change of the video, its pins or its comments drops it at once, here and in the cache of rendered pages; on other nodes, which
/// do not hear of it, it lives for <see cref="Lifetime"/> at most.
/// </summary>
internal sealed class WatchCache : IDisposable
{
    /// <summary>How long a page may be out of date when the news of a change does not reach us.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private const int Capacity = 4096;

    private readonly ConcurrentDictionary<VideoId, Entry> _entries = new();
    private readonly IDisposable[] _subscriptions;
    private readonly IOutputCacheStore _pages;
    private readonly TimeProvider _clock;
    private long _stamp;

    public WatchCache(EventHub events, IOutputCacheStore pages, TimeProvider clock)
    {
        _pages = pages;
        _clock = clock;
        _stamp = clock.GetUtcNow().UtcTicks;
        _subscriptions =
        [
            events.Subscribe<PinChanged>(change => DropAsync(change.Video)),
            events.Subscribe<VideoChanged>(change => DropAsync(change.Video)),
            events.Subscribe<CommentsChanged>(change => DropAsync(change.Video)),
        ];
    }

    /// <summary>The tag under which rendered pages of a video are kept.</summary>
    public static string TagOf(Guid video) => $"watch:{video:N}";

    /// <summary>A number that was never given before, also not by an earlier run.</summary>
    public long NextStamp() => Interlocked.Increment(ref _stamp);

    /// <summary>What is kept, or what is read now; many viewers at once read it once.</summary>
    public async ValueTask<WatchedVideo?> GetAsync(VideoId video, Func<CancellationToken, Task<WatchedVideo?>> readAsync, CancellationToken cancellationToken)
    {
        var now = _clock.GetTimestamp();
        if (!_entries.TryGetValue(video, out var entry) || _clock.GetElapsedTime(entry.Since, now) > Lifetime)
        {
            if (_entries.Count >= Capacity)
            {
                _entries.Clear();
            }

            // The reading belongs to all who wait for it, so none of them can cancel it.
            var fresh = new Entry(now, new Lazy<Task<WatchedVideo?>>(() => readAsync(CancellationToken.None)));
            _entries[video] = fresh;
            entry = fresh;
        }

        try
        {
            return await entry.Reading.Value.WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _entries.TryRemove(KeyValuePair.Create(video, entry));
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    // A reading that began before the change is dropped with its entry: nobody who comes later gets it.
    private async Task DropAsync(VideoId video)
    {
        _entries.TryRemove(video, out _);
        await _pages.EvictByTagAsync(TagOf(video.Value), CancellationToken.None);
    }

    private sealed record Entry(long Since, Lazy<Task<WatchedVideo?>> Reading);
}
