using System.Threading.RateLimiting;

namespace AffiliateStudio.Features.Pins.TestLink;

/// <summary>How often a person may test links: this server must not be made to knock at shops all day.</summary>
internal sealed class LinkTestPace : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _people = PartitionedRateLimiter.Create<Guid, Guid>(person => RateLimitPartition.GetFixedWindowLimiter(
        person, _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Whether one more test may be made now.</summary>
    public bool Take(Guid person)
    {
        using var turn = _people.AttemptAcquire(person);
        return turn.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _people.Dispose();
}
