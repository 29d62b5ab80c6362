using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Target;

/// <summary>What is known about Target's programme before its contract is read. Published rates and windows differ between its two programmes; the lower ones stand here.</summary>
internal static class TargetProfile
{
    /// <summary>The facts.</summary>
    public static PartnerProfile Value { get; } = new()
    {
        Facts = Facts(),
        RatesSource = "Estimate: Target Partners by category as published by third parties, 2026",
        Rates = Rates(),
    };

    private static Partner Facts() => new()
    {
        Key = PartnerKey.Target,
        Name = "Target",
        ShopDomain = "target.com",
        IsApproved = true,
        AllowedHosts = "goto.target.com target.com .target.com",

        // Target Partners: seven days, last click; the contract's own window wins once it is read.
        AttributionWindowHours = 168,

        // Actions lock about 30 days after the order and are paid at impact.com's next payment.
        PaysAfterDays = 60,
        TimeZone = "America/Los_Angeles",

        // impact.com shows an action about three hours after it was tracked.
        NormalReportLagHours = 3,
        Restrictions = "Gift cards and what the programme excludes pay nothing.",
    };

    private static List<(string Category, decimal Percent)> Rates() =>
    [
        (string.Empty, 1m),
        ("Home", 8m),
        ("Fashion", 8m),
        ("Garden", 8m),
        ("Beauty", 5m),
        ("Health", 5m),
        ("Toys", 5m),
        ("Sports", 5m),
        ("Baby", 5m),
        ("Grocery", 3m),
        ("Grocery/Alcohol", 0m),
        ("Electronics/Phones/Wireless Plans", 0m),
        ("Gift Cards", 0m),
    ];
}
