using System.Globalization;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Store;

namespace AffiliateStudio.Sandbox;

/// <summary>Moves the world's clock, which the product and the sandbox's partners share.</summary>
public sealed class SandboxClockControl
{
    private const string Name = "clock-shift-ticks";

    private readonly StudioClock _clock;
    private readonly SandboxStore _store;

    internal SandboxClockControl(StudioClock clock, SandboxStore store)
    {
        _clock = clock;
        _store = store;
    }

    /// <summary>How far the world is ahead of the system's time.</summary>
    public TimeSpan Shift => _clock.Shift;

    /// <summary>Now, in the world's time, UTC.</summary>
    public DateTime Now => _clock.UtcNow();

    /// <summary>Moves the world forward and remembers it across restarts.</summary>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        cancellationToken.ThrowIfCancellationRequested();
        var shift = _clock.Shift + by;
        _store.Keep(Name, shift.Ticks.ToString(CultureInfo.InvariantCulture));
        _clock.Shift = shift;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Sets the world to a distance from the system's time, also backwards, until the next start: for making history. What a start restores stays as it was.
    /// </summary>
    public void SetShift(TimeSpan shift) => _clock.Shift = shift;

    /// <summary>Sets the clock to where the world was left.</summary>
    internal void Restore()
    {
        if (_store.Setting(Name) is { } ticks)
        {
            _clock.Shift = TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture));
        }
    }
}
