using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>One address of a walk.</summary>
/// <param name="Url">The address: absolute, or a <c>/sandbox/…</c> path.</param>
/// <param name="Status">What it answered, or null when it was not asked or did not answer.</param>
/// <param name="Problem">Why the walk ended here, or null when it did not or was complete.</param>
public sealed record LinkHop(string Url, int? Status, LinkProblem? Problem)
{
    /// <summary>The host as it is spelled on the network; empty for this server's sandbox.</summary>
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" } ? address.FindIdnHost()?.ToLowerInvariant() ?? address.Host : string.Empty;
}
