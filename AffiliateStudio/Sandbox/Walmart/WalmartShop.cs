using System.Globalization;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Impact;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Walmart;

/// <summary>Walmart's shop; its links and money go through impact.com.</summary>
internal sealed class WalmartShop : ISandboxShop
{
    public SandboxPartner Partner => SandboxPartner.Walmart;

    public IReadOnlyList<string> ProductRoutes => ["/ip/{id}", "/ip/{slug}/{id}"];

    public string ReturnConsequence => ImpactOrders.ReturnConsequence;

    public IReadOnlyDictionary<string, string> SettingsOf(SandboxCredentials account) => new Dictionary<string, string>
    {
        ["consumerId"] = account.WalmartConsumerId,
        ["privateKeyPem"] = account.WalmartPrivateKeyPem,
        ["keyVersion"] = account.WalmartKeyVersion,
        ["publisherId"] = account.WalmartPublisherId,
        ["campaignId"] = account.WalmartCampaignId,
        ["adId"] = account.WalmartAdId,
        ["impactAccountSid"] = account.ImpactAccountSid,
        ["impactAuthToken"] = account.ImpactAuthToken,
    };

    public string? IdOf(SandboxProduct product) => product.ItemId?.ToString(CultureInfo.InvariantCulture);

    public string Normalize(string id) => id.TrimStart('0');

    public Rate RateOf(SandboxProduct product) => product.Kind.Department.WalmartRate;

    public string CategoryOf(SandboxProduct product) => product.Kind.Department.WalmartName;

    public string SellerOf(SandboxProduct product) => "Walmart.com";

    public int PriceDifference(SandboxProduct product) => (int)(SeededSequence.Hash(product.Index, 17) % 1_801) - 1_100;

    public string TitleOf(SandboxProduct product)
    {
        var size = product.Size.Length > 0 ? $" {product.Size}" : string.Empty;
        var material = product.Material.Length > 0 ? $" {product.Material}" : string.Empty;
        var feature = product.Features[product.Features.Count > 1 ? 1 : 0];
        return $"{product.Brand} {product.Series}{size}{material} {product.Kind.Noun}, {feature}, {product.Color.Name}";
    }

    public string PathOf(SandboxListing listing) => $"/sandbox/walmart/ip/{Uri.EscapeDataString(listing.Slug)}/{listing.Id}";

    public void MapLinks(RouteGroupBuilder shop) => ImpactLinks.Map(shop, this, WalmartLandings.ItemId, WalmartLandings.Parameters);

    public ShopClick ReadClick(IQueryCollection query, TimeProvider clock) => WalmartLandings.Read(query, clock);

    public string NewOrderNumber() => ImpactOrders.NewNumber("2000");

    public SandboxOrderState StateAt(SandboxOrder order, DateTime now, SandboxOptions options) => ImpactOrders.StateAt(order, now, options);

    public bool CanBeReturnedAt(SandboxOrder order, DateTime now, SandboxOptions options) => ImpactOrders.CanBeReturnedAt(order, now, options);
}
