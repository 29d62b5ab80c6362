using System.Collections.Concurrent;

namespace AffiliateStudio.Platform.Health;

/// <summary>Holds <c>/healthz/ready</c> closed while something has to be finished first. Traffic is not refused; only the answer to load balancers and scripts changes.</summary>
public sealed class ReadinessGate
{
    private readonly ConcurrentDictionary<Hold, string> _holds = new();

    /// <summary>Why the product is not ready, for admins and logs; empty when nothing holds it.</summary>
    public IReadOnlyCollection<string> Reasons => [.. _holds.Values];

    /// <summary>Holds the gate closed until the returned handle is disposed.</summary>
    /// <param name="reason">What is going on, such as <c>The demo history is being made.</c></param>
    public IDisposable Close(string reason)
    {
        var hold = new Hold(this);
        _holds[hold] = reason;
        return hold;
    }

    private sealed class Hold(ReadinessGate gate) : IDisposable
    {
        public void Dispose() => gate._holds.TryRemove(this, out _);
    }
}
