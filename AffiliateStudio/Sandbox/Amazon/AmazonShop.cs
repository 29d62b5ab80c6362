using System.Security.Cryptography;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>Amazon's shop.</summary>
internal sealed class AmazonShop : ISandboxShop
{
    public SandboxPartner Partner => SandboxPartner.Amazon;

    public IReadOnlyList<string> ProductRoutes => ["/dp/{id}", "/gp/product/{id}"];

    public string ReturnConsequence => "Amazon's next report takes the commission back.";

    public IReadOnlyDictionary<string, string> SettingsOf(SandboxCredentials account) => new Dictionary<string, string>
    {
        ["credentialId"] = account.AmazonClientId,
        ["credentialSecret"] = account.AmazonClientSecret,
        ["version"] = "3.1",
        ["marketplace"] = "www.amazon.com",
        ["partnerTag"] = account.AmazonPartnerTag,
    };

    public string? IdOf(SandboxProduct product) => product.Asin;

    public Rate RateOf(SandboxProduct product) => product.Kind.Department.AmazonRate;

    public string CategoryOf(SandboxProduct product) => product.Kind.Department.AmazonProductLine;

    public string SellerOf(SandboxProduct product) => "Amazon.com";

    public int PriceDifference(SandboxProduct product) => 0;

    public string TitleOf(SandboxProduct product)
    {
        var electronics = product.Kind.Department.Name is "Electronics" or "Tools";
        string?[] parts =
        [
            $"{product.Brand} {product.Series} {product.Kind.Noun}{(electronics ? $" {product.Model}" : string.Empty)}",
            product.Material,
            product.Features[0],
            product.Features.Count > 1 ? product.Features[1] : null,
            product.Size,
            product.Color.Name,
        ];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    public string PathOf(SandboxListing listing) => $"/sandbox/amazon/dp/{listing.Id}";

    public ShopClick ReadClick(IQueryCollection query, TimeProvider clock) => new()
    {
        Tag = query["tag"].ToString(),
        SubId = query["ascsubtag"].ToString(),
        ClickId = ShopClick.NewId(),
        At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    public string NewOrderNumber() =>
        $"{RandomNumberGenerator.GetInt32(111, 115)}-{RandomNumberGenerator.GetInt32(10_000_000):D7}-{RandomNumberGenerator.GetInt32(10_000_000):D7}";

    public SandboxOrderState StateAt(SandboxOrder order, DateTime now, SandboxOptions options)
    {
        if (order.ReturnedAt is { } returned && returned <= now)
        {
            return returned < order.ShipsAt ? SandboxOrderState.Cancelled : SandboxOrderState.Returned;
        }

        return now < order.ShipsAt ? SandboxOrderState.Ordered : SandboxOrderState.Shipped;
    }

    public bool CanBeReturnedAt(SandboxOrder order, DateTime now, SandboxOptions options) => order.ReturnedAt is null;
}
