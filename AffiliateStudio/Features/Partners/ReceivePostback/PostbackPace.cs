using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Partners.ReceivePostback;

/// <summary>
/// How many postbacks are taken. Those with a good token have an allowance for each partner; all others share one, so that who guesses takes nothing from a partner, and no list of
/// senders grows.
/// </summary>
internal sealed class PostbackPace(IOptions<PostbackOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<PartnerKey, RateLimiter> _partners = new();
    private readonly RateLimiter _unknown = Limit(options.Value.UnknownPerMinute);

    /// <summary>Whether one more with a good token is taken.</summary>
    public bool Take(PartnerKey partner) => Take(_partners.GetOrAdd(partner, _ => Limit(options.Value.PerMinute)));

    /// <summary>Whether one more with a wrong token is told that it is wrong.</summary>
    public bool TakeUnknown() => Take(_unknown);

    /// <inheritdoc />
    public void Dispose()
    {
        _unknown.Dispose();
        foreach (var limiter in _partners.Values)
        {
            limiter.Dispose();
        }
    }

    private static bool Take(RateLimiter limiter)
    {
        using var turn = limiter.AttemptAcquire();
        return turn.IsAcquired;
    }

    private static FixedWindowRateLimiter Limit(int perMinute) => new(new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
