using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.SeedPartners;

/// <summary>
/// The rates we start with, by studio category. Neither partner gives its table by API, so these are estimates from public sources; what a partner reports for an order
/// always wins over them.
/// </summary>
internal static class RateCardSeeds
{
    private const string AmazonSource = "Estimate: Associates fee table for the US as published by third parties, 2026";
    private const string WalmartSource = "Estimate: 1 to 4 % by category as published by third parties, 2026";

    /// <summary>The first day of all of them.</summary>
    public static DateOnly From { get; } = new(2026, 1, 1);

    /// <summary>All cards: partner, studio category (empty for everything else), percent, source.</summary>
    public static IReadOnlyList<(PartnerKey Partner, string Category, decimal Percent, string Source)> All { get; } =
    [
        .. Amazon().Select(card => (PartnerKey.Amazon, card.Category, card.Percent, AmazonSource)),
        .. Walmart().Select(card => (PartnerKey.Walmart, card.Category, card.Percent, WalmartSource)),
    ];

    private static IEnumerable<(string Category, decimal Percent)> Amazon() =>
    [
        (string.Empty, 4m),
        ("Home", 3m),
        ("Home/Kitchen", 4.5m),
        ("Home/Cleaning", 3m),
        ("Electronics", 4m),
        ("Electronics/Computers", 2.5m),
        ("Electronics/Televisions", 2m),
        ("Electronics/Audio", 3m),
        ("Electronics/Phones/Wireless Plans", 0m),
        ("Electronics/Devices", 4m),
        ("Electronics/Video Games", 1m),
        ("Fashion", 4m),
        ("Beauty", 3m),
        ("Beauty/Luxury", 10m),
        ("Health", 1m),
        ("Grocery", 1m),
        ("Grocery/Alcohol", 0m),
        ("Toys", 3m),
        ("Baby", 3m),
        ("Pets", 3m),
        ("Sports", 3m),
        ("Tools", 3m),
        ("Garden", 3m),
        ("Automotive", 4.5m),
        ("Arts & Crafts/Handmade", 5m),
        ("Books", 4.5m),
        ("Movies & Music", 2.5m),
        ("Movies & Music/Music", 5m),
        ("Movies & Music/Instruments", 3m),
        ("Gift Cards", 0m),
    ];

    private static IEnumerable<(string Category, decimal Percent)> Walmart() =>
    [
        (string.Empty, 1m),
        ("Home", 4m),
        ("Home/Kitchen/Appliances", 3m),
        ("Electronics", 1m),
        ("Electronics/Audio", 2m),
        ("Electronics/Wearables", 2m),
        ("Electronics/Phones/Wireless Plans", 0m),
        ("Fashion", 4m),
        ("Beauty", 4m),
        ("Health", 1m),
        ("Grocery", 1m),
        ("Grocery/Alcohol", 0m),
        ("Toys", 4m),
        ("Baby", 3m),
        ("Pets", 2m),
        ("Sports", 4m),
        ("Tools", 3m),
        ("Garden", 4m),
        ("Automotive", 2m),
        ("Office", 3m),
        ("Arts & Crafts", 3m),
        ("Books", 2m),
        ("Movies & Music", 1m),
        ("Gift Cards", 0m),
    ];
}
