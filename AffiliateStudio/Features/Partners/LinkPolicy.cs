using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Partners;

/// <summary>Where a redirect may lead: to the partner's own hosts, and those of the merchants whose programmes it lets us into, and nowhere else.</summary>
internal sealed class LinkPolicy(IConfiguration configuration, IMerchantBook merchants)
{
    private readonly bool _sandbox = configuration.GetValue<bool>("Sandbox:Enabled");

    /// <summary>
    /// Whether a link may lead to this URL: https with no user info and the default port on a host of the partner's list (compared as IDN, without a trailing dot), or a
    /// <c>/sandbox/{partner}/…</c> path while the sandbox is on.
    /// </summary>
    public bool IsAllowed(Partner partner, string url) => IsPlain(url) && (url[0] == '/' ? _sandbox && IsSandboxPath(partner.Key, url) : HostOf(url) is { } host && IsShop(partner, host));

    /// <summary>Whether a walk along a link may pass through this URL: where links may lead, and the hosts on which the partner's network counts.</summary>
    public bool MayPass(Partner partner, string url) => IsAllowed(partner, url) || (IsPlain(url) && HostOf(url) is { } host && IsListed(TrackingHosts.Of(partner.Key), host));

    /// <summary>Whether a host (lower case, as IDN) is on a list of the form of <see cref="Partner.AllowedHosts"/>.</summary>
    public static bool IsListed(string allowed, string host)
    {
        foreach (var entry in allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry[0] == '.' ? host.EndsWith(entry, StringComparison.Ordinal) : host == entry)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsShop(Partner partner, string host) => IsListed(partner.AllowedHosts, host) || merchants.FindByHost(partner.Key, host)?.State == MerchantState.Active;

    // What browsers read differently from us (backslashes, control characters, spaces) is refused before anything is parsed.
    private static bool IsPlain(string url) =>
        url.Length is > 0 and <= 4096 && !url.AsSpan().ContainsAnyInRange('\0', ' ') && !url.Contains('\\', StringComparison.Ordinal) && !url.Contains('\x7f', StringComparison.Ordinal);

    // The host of an https address, or null when it is anything else.
    private static string? HostOf(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && !AuthorityOf(url).Contains('@')
        && Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && parsed is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0, HostNameType: UriHostNameType.Dns }
            ? parsed.FindIdnHost()?.ToLowerInvariant()
            : null;

    // An empty user name ("https://@host") is dropped by the parser, so the text itself is looked at.
    private static ReadOnlySpan<char> AuthorityOf(string url)
    {
        var rest = url.AsSpan("https://".Length);
        var end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? rest : rest[..end];
    }

    // Dot segments, also escaped ones, would leave the partner's part of the sandbox.
    private static bool IsSandboxPath(PartnerKey partner, string url)
    {
        var prefix = $"/sandbox/{partner.Value}/";
        if (!url.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = Uri.UnescapeDataString(end < 0 ? url : url[..end]);
        return path.Length > prefix.Length
            && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Contains("//", StringComparison.Ordinal)
            && !path.Split('/').Any(segment => segment is "." or "..");
    }
}
