using AffiliateStudio.Sandbox.Amazon;
using AffiliateStudio.Sandbox.Expedia;
using AffiliateStudio.Sandbox.Rakuten;
using AffiliateStudio.Sandbox.Target;
using AffiliateStudio.Sandbox.Walmart;

namespace AffiliateStudio.Sandbox.Shops;

/// <summary>All shops. A new one is one line here.</summary>
internal static class SandboxShops
{
    /// <summary>The shops, in the order of <see cref="SandboxPartner"/>.</summary>
    public static IReadOnlyList<ISandboxShop> All { get; } = [new AmazonShop(), new WalmartShop(), new TargetShop(), new RakutenShop(), new ExpediaShop()];

    /// <summary>The shop of a partner.</summary>
    public static ISandboxShop Of(SandboxPartner partner) => All.First(shop => shop.Partner == partner);

    /// <summary>The partner's part of every path of it.</summary>
    public static string PathName(this SandboxPartner partner) => partner.ToString().ToLowerInvariant();
}
