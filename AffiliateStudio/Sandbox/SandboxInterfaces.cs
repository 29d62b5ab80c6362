using AffiliateStudio.Sandbox.Amazon;
using AffiliateStudio.Sandbox.Expedia;
using AffiliateStudio.Sandbox.Impact;
using AffiliateStudio.Sandbox.Rakuten;
using AffiliateStudio.Sandbox.TikTok;
using AffiliateStudio.Sandbox.Walmart;

namespace AffiliateStudio.Sandbox;

/// <summary>Everybody that the sandbox plays. Another one is one line here, and its shop, if it has one, one in <see cref="Shops.SandboxShops"/>.</summary>
internal static class SandboxInterfaces
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ISandboxInterface> All { get; } = [new AmazonApi(), new WalmartApi(), new ImpactApi(), new RakutenApi(), new ExpediaApi(), new TikTokApi()];
}
