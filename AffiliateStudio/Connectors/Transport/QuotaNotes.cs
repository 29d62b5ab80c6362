using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>What a partner's answers say about the calls that are left: <c>X-RateLimit-Remaining</c>, <c>-Limit</c> and <c>-Reset</c> (seconds).</summary>
internal sealed class QuotaNotes(TimeProvider clock)
{
    // A reset that lies further away than this is a moment and no number of seconds.
    private const int LongestReset = 7 * 24 * 3600;

    private CallQuota? _last;

    /// <summary>Notes what an answer says; one that says nothing changes nothing.</summary>
    public void Note(HttpResponseMessage answer)
    {
        if (RetryAfter.Number(answer, "X-RateLimit-Remaining") is not { } left)
        {
            return;
        }

        var reset = RetryAfter.Number(answer, "X-RateLimit-Reset") is { } seconds and <= LongestReset ? clock.UtcNow().AddSeconds(seconds) : (DateTime?)null;
        Volatile.Write(ref _last, new CallQuota(left, RetryAfter.Number(answer, "X-RateLimit-Limit"), reset, IsOurs: false));
    }

    /// <summary>What is left now, or null when the partner never said.</summary>
    public CallQuota? Now => Volatile.Read(ref _last) switch
    {
        { ResetsAt: { } reset } past when reset <= clock.UtcNow() => past.Limit is { } limit ? new CallQuota(limit, limit, null, false) : null,
        var last => last,
    };
}
