using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Events;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>Tells open pages of new counted clicks, at most four times a second however many there are.</summary>
internal sealed class ClickNews(EventHub events) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private HashSet<PinId> _pins = [];

    /// <summary>Notes pins that have new counted clicks.</summary>
    public void Add(IReadOnlySet<PinId> pins)
    {
        if (pins.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            _pins.UnionWith(pins);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (Take() is { Count: > 0 } pins)
            {
                await events.PublishAsync(new ClicksRecorded(pins), stoppingToken);
            }
        }
    }

    private HashSet<PinId> Take()
    {
        lock (_gate)
        {
            if (_pins.Count == 0)
            {
                return _pins;
            }

            var taken = _pins;
            _pins = [];
            return taken;
        }
    }
}
