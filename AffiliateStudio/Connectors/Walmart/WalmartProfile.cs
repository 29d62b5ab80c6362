using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>What is known about Walmart's affiliate programme, with where it comes from. Its rates are not told by API, so these are estimates from public sources.</summary>
internal static class WalmartProfile
{
    /// <summary>The facts.</summary>
    public static PartnerProfile Value { get; } = new()
    {
        Facts = Facts(),
        RatesSource = "Estimate: 1 to 4 % by category as published by third parties, 2026",
        Rates = Rates(),
    };

    private static Partner Facts() => new()
    {
        Key = PartnerKey.Walmart,
        Name = "Walmart",
        ShopDomain = "walmart.com",
        IsApproved = true,
        AllowedHosts = "goto.walmart.com .walmart.com",

        // Third-party reviews of the programme agree on three days, last click.
        AttributionWindowHours = 72,

        // Locks at the end of the month after the order, paid out on impact.com's next payment.
        PaysAfterDays = 60,
        TimeZone = "America/Los_Angeles",

        // impact.com shows an action about three hours after it was tracked.
        NormalReportLagHours = 3,
        Restrictions = "Gift cards, alcohol and wireless plans pay nothing.",
    };

    private static List<(string Category, decimal Percent)> Rates() =>
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
