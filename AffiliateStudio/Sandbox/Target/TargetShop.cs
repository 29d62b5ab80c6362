using System.Globalization;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Impact;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Target;

/// <summary>Target's shop; catalog, links and money go through impact.com.</summary>
internal sealed class TargetShop : ISandboxShop
{
    private const int SoldPercent = 46;
    private const int ExcludedPercent = 6;

    public SandboxPartner Partner => SandboxPartner.Target;

    public IReadOnlyList<string> ProductRoutes => ["/p/{slug}/-/A-{id}"];

    public string ReturnConsequence => ImpactOrders.ReturnConsequence;

    public IReadOnlyDictionary<string, string> SettingsOf(SandboxCredentials account) => new Dictionary<string, string>
    {
        ["impactAccountSid"] = account.ImpactAccountSid,
        ["impactAuthToken"] = account.ImpactAuthToken,
        ["publisherId"] = account.WalmartPublisherId,
        ["campaignId"] = account.TargetCampaignId,
        ["adId"] = account.TargetAdId,
    };

    // The ids are spread over 80,000,000 to 99,000,000: the factor and the size of that room have no common divisor, so that no two are the same.
    public string? IdOf(SandboxProduct product) => SeededSequence.Hash(product.Index, 61) % 100 < SoldPercent
        ? (80_000_000 + (((product.Index * 7_368_787L) + 1_234_567) % 19_000_000)).ToString(CultureInfo.InvariantCulture)
        : null;

    /// <summary>Whether the programme leaves the product out of what it pays for.</summary>
    public static bool IsExcluded(SandboxProduct product) => SeededSequence.Hash(product.Index, 67) % 100 < ExcludedPercent;

    public Rate RateOf(SandboxProduct product) => IsExcluded(product) ? default : TargetContract.RateOf(product.Kind.Department.Name);

    public string CategoryOf(SandboxProduct product) => product.Kind.Department.Name;

    public string SellerOf(SandboxProduct product) => "Target";

    public string TitleOf(SandboxProduct product)
    {
        var size = product.Size.Length > 0 ? $" {product.Size}" : string.Empty;
        var material = product.Material.Length > 0 ? $" {product.Material}" : string.Empty;
        return $"{product.Series}{material} {product.Kind.Noun}{size} {product.Color.Name} - {product.Brand}";
    }

    public string PathOf(SandboxListing listing) => $"/sandbox/target/p/{Uri.EscapeDataString(listing.Slug.ToLowerInvariant())}/-/A-{listing.Id}";

    public void MapLinks(RouteGroupBuilder shop) => ImpactLinks.Map(shop, this, TargetLandings.ItemId, TargetLandings.Parameters);

    public ShopClick ReadClick(IQueryCollection query, TimeProvider clock) => TargetLandings.Read(query, clock);

    public string NewOrderNumber() => ImpactOrders.NewNumber("9020");

    public SandboxOrderState StateAt(SandboxOrder order, DateTime now, SandboxOptions options) => ImpactOrders.StateAt(order, now, options);

    public bool CanBeReturnedAt(SandboxOrder order, DateTime now, SandboxOptions options) => ImpactOrders.CanBeReturnedAt(order, now, options);
}
