using AffiliateStudio.Features.Catalog.Model;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Where the feature's pages are.</summary>
public static class CatalogRoutes
{
    /// <summary>Search.</summary>
    public const string Discover = "/discover";

    /// <summary>Search for words or a pasted product URL.</summary>
    public static string Search(string words) => $"{Discover}?q={Uri.EscapeDataString(words)}";

    /// <summary>One offer's page.</summary>
    public static string Offer(OfferId offer) => $"{Discover}/{offer.Value}";
}
