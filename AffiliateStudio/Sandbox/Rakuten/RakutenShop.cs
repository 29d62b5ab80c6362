using System.Globalization;
using System.Security.Cryptography;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>The shops inside the network, each product at one of them.</summary>
internal sealed class RakutenShop : ISandboxShop
{
    private const int DaysAsEvent = 2;
    private const int DaysForReturns = 90;

    public SandboxPartner Partner => SandboxPartner.Rakuten;

    public IReadOnlyList<string> ProductRoutes => ["/m/{mid}/p/{id}"];

    public string ReturnConsequence => "A further row with negative amounts takes the commission back.";

    /// <summary>When an order stops being a mere signal.</summary>
    public static DateTime SettlesAt(SandboxOrder order) => order.OrderedAt.AddDays(DaysAsEvent);

    public IReadOnlyDictionary<string, string> SettingsOf(SandboxCredentials account) => new Dictionary<string, string>
    {
        ["clientId"] = account.RakutenClientId,
        ["clientSecret"] = account.RakutenClientSecret,
        ["sid"] = account.RakutenSid,
        ["publisherId"] = account.RakutenPublisherId,
    };

    public string? IdOf(SandboxProduct product) =>
        RakutenMerchants.SellerOf(product) is { } merchant ? string.Create(CultureInfo.InvariantCulture, $"{merchant.Prefix}-{product.Index:D5}") : null;

    public string Normalize(string id) => id.ToUpperInvariant();

    public Rate RateOf(SandboxProduct product) => RakutenMerchants.SellerOf(product)?.Rate ?? Rate.Zero;

    public string CategoryOf(SandboxProduct product) => product.Kind.Department.Name;

    public string SellerOf(SandboxProduct product) => NameAt(product);

    public string MerchantOf(SandboxProduct product) => RakutenMerchants.SellerOf(product)?.Mid ?? string.Empty;

    public string NameAt(SandboxProduct product) => RakutenMerchants.SellerOf(product)?.Name ?? "Rakuten";

    public string TitleOf(SandboxProduct product)
    {
        var size = product.Size.Length > 0 ? $" {product.Size}" : string.Empty;
        return $"{product.Brand} {product.Series} {product.Kind.Noun}{size} in {product.Color.Name}, {product.Features[0]}";
    }

    public string PathOf(SandboxListing listing) => $"/sandbox/rakuten/m/{MerchantOf(listing.Product)}/p/{listing.Id}";

    public void MapLinks(RouteGroupBuilder shop) => RakutenRedirects.Map(shop);

    public ShopClick ReadClick(IQueryCollection query, TimeProvider clock) => new()
    {
        Tag = query["ranEAID"].ToString(),
        SubId = query["u1"].ToString(),
        CampaignId = query["ranMID"].ToString(),
        ClickId = query["ranSiteID"].ToString(),
        At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    public string NewOrderNumber() => $"ORD-{RandomNumberGenerator.GetInt32(100_000):D5}-{RandomNumberGenerator.GetInt32(1_000_000):D6}";

    public SandboxOrderState StateAt(SandboxOrder order, DateTime now, SandboxOptions options) =>
        order.ReturnedAt is { } returned && returned <= now ? SandboxOrderState.Returned
        : now < SettlesAt(order) ? SandboxOrderState.Pending
        : SandboxOrderState.Approved;

    public bool CanBeReturnedAt(SandboxOrder order, DateTime now, SandboxOptions options) => order.ReturnedAt is null && now < order.OrderedAt.AddDays(DaysForReturns);
}
