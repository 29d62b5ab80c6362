namespace AffiliateStudio.Sandbox.Faults;

/// <summary>A quota per window of the world's time, such as 5,000 calls a day.</summary>
internal sealed class CallWindow(TimeProvider clock, int limit, TimeSpan length)
{
    private readonly Lock _gate = new();
    private long _window;
    private int _used;

    /// <summary>Counts a call.</summary>
    /// <returns>Whether it was within the quota, what is left, and the seconds until the window starts anew.</returns>
    public (bool Allowed, int Remaining, int ResetSeconds) Take()
    {
        lock (_gate)
        {
            var ticks = clock.GetUtcNow().UtcTicks;
            var window = ticks / length.Ticks;
            if (window != _window)
            {
                (_window, _used) = (window, 0);
            }

            var reset = (int)TimeSpan.FromTicks(((window + 1) * length.Ticks) - ticks).TotalSeconds + 1;
            if (_used >= limit)
            {
                return (false, 0, reset);
            }

            _used++;
            return (true, limit - _used, reset);
        }
    }
}
