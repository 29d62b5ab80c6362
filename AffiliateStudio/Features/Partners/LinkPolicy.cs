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
    public bool IsAllowed(Partner partner, string url)
    {
        // What browsers read differently from us (backslashes, control characters, spaces) is refused before anything is parsed.
        if (url.Length is 0 or > 4096 || url.AsSpan().ContainsAnyInRange('\0', ' ') || url.Contains('\\', StringComparison.Ordinal) || url.Contains('\x7f', StringComparison.Ordinal))
        {
            return false;
        }

        if (url[0] == '/')
        {
            return _sandbox && IsSandboxPath(partner.Key, url);
        }

        return url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !AuthorityOf(url).Contains('@')
            && Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            && parsed is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0, HostNameType: UriHostNameType.Dns }
            && parsed.FindIdnHost() is { } host
            && (IsListed(partner.AllowedHosts, host) || merchants.FindByHost(partner.Key, host)?.State == MerchantState.Active);
    }

    // An empty user name ("https://@host") is dropped by the parser, so the text itself is looked at.
    private static ReadOnlySpan<char> AuthorityOf(string url)
    {
        var rest = url.AsSpan("https://".Length);
        var end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? rest : rest[..end];
    }

    private static bool IsListed(string allowed, string idnHost)
    {
        var host = idnHost.ToLowerInvariant();
        foreach (var entry in allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry[0] == '.' ? host.EndsWith(entry, StringComparison.Ordinal) : host == entry)
            {
                return true;
            }
        }

        return false;
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
