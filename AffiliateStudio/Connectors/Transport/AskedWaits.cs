using System.Collections.Concurrent;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>
/// Waits that a partner asked for, by account: until one is over, no call of that account leaves. A quota of an hour or a day is used up for everybody who searches, so that
/// asking again before then only draws the partner's anger. Waits that are short enough for a repeat are not kept. They run on the product's clock, as the sandbox's quotas do.
/// </summary>
internal sealed class AskedWaits(string partner, TimeSpan shortest, TimeProvider clock)
{
    // A partner that asks for longer is asked again after this.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>When the longest of the waits is over, UTC; null when nobody waits.</summary>
    public DateTime? Until => _until.Values.DefaultIfEmpty().Max() is var end && end > clock.GetUtcNow() ? end.UtcDateTime : null;

    /// <summary>Why a call does not leave now, or null when it may.</summary>
    public PartnerFailure? Find(string account)
    {
        if (!_until.TryGetValue(account, out var until))
        {
            return null;
        }

        var wait = until - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            return new PartnerFailure(
                PartnerFailureKind.Throttled, "asked to wait", $"{partner} takes no more calls for now.", "It goes on by itself when the partner's quota starts anew.", wait);
        }

        _until.TryRemove(KeyValuePair.Create(account, until));
        return null;
    }

    /// <summary>Notes what an answer asks for: a wait after a refusal, or the rest of the window after the last call that it allowed.</summary>
    public void Note(string account, HttpResponseMessage answer, TimeSpan? asked)
    {
        var wait = asked ?? (RetryAfter.Number(answer, "X-RateLimit-Remaining") == 0 && RetryAfter.Number(answer, "X-RateLimit-Reset") is { } reset ? TimeSpan.FromSeconds(reset) : TimeSpan.Zero);
        if (wait > shortest)
        {
            _until[account] = clock.GetUtcNow() + (wait < Longest ? wait : Longest);
        }
    }
}
