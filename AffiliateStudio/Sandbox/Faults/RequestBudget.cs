namespace AffiliateStudio.Sandbox.Faults;

/// <summary>A token bucket: a steady rate with room for bursts. It runs on real time, as the partner's machines do.</summary>
internal sealed class RequestBudget(int perSecond)
{
    private readonly Lock _gate = new();
    private long _last = TimeProvider.System.GetTimestamp();
    private decimal _tokens = perSecond * 4;

    /// <summary>Takes one request out of the budget, if there is one.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            var now = TimeProvider.System.GetTimestamp();
            var seconds = (decimal)TimeProvider.System.GetElapsedTime(_last, now).TotalSeconds;
            _last = now;
            _tokens = Math.Min(perSecond * 4, _tokens + (seconds * perSecond));
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
