using System.Globalization;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Shops;

/// <summary>Addresses and amounts as the shops write them.</summary>
internal static class ShopPath
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The page of a listing.</summary>
    public static string Of(SandboxListing listing) => SandboxShops.Of(listing.Partner).PathOf(listing);

    /// <summary>An amount.</summary>
    public static string Price(Money money) => money.Format(Culture);
}
