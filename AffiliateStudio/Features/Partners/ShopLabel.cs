using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>What the shop is called where people are sent to it: the partner's, or inside a network the merchant's, as viewers do not know the network.</summary>
/// <param name="Name">For "View at …".</param>
/// <param name="Domain">The domain.</param>
internal sealed record ShopLabel(string Name, string Domain)
{
    /// <summary>The label of a partner, or of its merchant where that is a shop of its own with a host.</summary>
    public static ShopLabel Of(Partner partner, Merchant? merchant) => HostOf(merchant) is { } host && host != partner.ShopDomain && merchant!.Name != partner.Name
        ? new ShopLabel(host, host)
        : new ShopLabel(partner.Name, partner.ShopDomain);

    private static string? HostOf(Merchant? merchant)
    {
        var host = merchant?.Hosts.Split(' ', 2)[0].TrimStart('.');
        return string.IsNullOrEmpty(host) ? null : host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
