using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Sandbox.Shops;

/// <summary>
/// One partner's shop: what it sells out of the seeded world and under which ids, where its pages are, what it pays, and how its orders live. It holds no state.
/// </summary>
internal interface ISandboxShop
{
    /// <summary>The partner.</summary>
    SandboxPartner Partner { get; }

    /// <summary>The settings of a connection with this partner's sandbox, by the connector's names for them: what its pages for developers would show.</summary>
    IReadOnlyDictionary<string, string> SettingsOf(SandboxCredentials account);

    /// <summary>The shop's own id of a product, or null when it does not sell it.</summary>
    string? IdOf(SandboxProduct product);

    /// <summary>The id in the form in which it is kept, from one that a page's address or a caller gave.</summary>
    string Normalize(string id) => id;

    /// <summary>What the shop pays for a sale.</summary>
    Rate RateOf(SandboxProduct product);

    /// <summary>The shop's own way of putting the title.</summary>
    string TitleOf(SandboxProduct product);

    /// <summary>The category as the partner's reports name it.</summary>
    string CategoryOf(SandboxProduct product);

    /// <summary>Who sells it, unless the brand does.</summary>
    string SellerOf(SandboxProduct product);

    /// <summary>The merchant's id inside a network; empty for a shop of its own.</summary>
    string MerchantOf(SandboxProduct product) => string.Empty;

    /// <summary>The name that stands over a product's page.</summary>
    string NameAt(SandboxProduct product) => Partner.ToString();

    /// <summary>By how much the shop's prices differ from the average, in basis points.</summary>
    int PriceDifference(SandboxProduct product) => (int)(SeededSequence.Hash(product.Index, (int)Partner, 17) % 1_801) - 1_100;

    /// <summary>The page of a listing.</summary>
    string PathOf(SandboxListing listing);

    /// <summary>Route templates of product pages below the shop's own path, with an <c>{id}</c>.</summary>
    IReadOnlyList<string> ProductRoutes { get; }

    /// <summary>Maps what its tracking links lead through before they come to a page.</summary>
    void MapLinks(RouteGroupBuilder shop)
    {
    }

    /// <summary>What a link brought along to a product's page.</summary>
    ShopClick ReadClick(IQueryCollection query, TimeProvider clock);

    /// <summary>A number for a new order, as the buyer and the reports see it.</summary>
    string NewOrderNumber();

    /// <summary>Where an order stands at a time.</summary>
    SandboxOrderState StateAt(SandboxOrder order, DateTime now, SandboxOptions options);

    /// <summary>Whether an order can still be taken back at a time.</summary>
    bool CanBeReturnedAt(SandboxOrder order, DateTime now, SandboxOptions options);

    /// <summary>What taking an order back does to the commission, as a sentence.</summary>
    string ReturnConsequence { get; }
}
