using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>What is known about Amazon Associates, with where it comes from. The fee table is not told by API, so the rates are estimates from public sources.</summary>
internal static class AmazonProfile
{
    // The 20 marketplaces of the Creators API (its SDK's list), each on its www host; smile. and the bare domain only redirect there.
    private static readonly string[] AmazonDomains =
    [
        "com", "ca", "com.mx", "com.br", "co.uk", "de", "fr", "it", "es", "nl", "com.be", "pl", "se", "com.tr", "sa", "ae", "in", "co.jp", "com.au", "sg",
    ];

    /// <summary>The facts.</summary>
    public static PartnerProfile Value { get; } = new()
    {
        Facts = Facts(),
        RatesSource = "Estimate: Associates fee table for the US as published by third parties, 2026",
        Rates = Rates(),
    };

    private static Partner Facts() => new()
    {
        Key = PartnerKey.Amazon,
        Name = "Amazon",
        ShopDomain = "amazon.com",
        IsApproved = true,
        AllowedHosts = string.Join(' ', AmazonDomains.Select(domain => $"www.amazon.{domain}")),

        // Operating agreement: the session ends 24 hours after the click.
        AttributionWindowHours = 24,

        // Fees are paid about 60 days after the end of the month in which they were earned.
        PaysAfterDays = 60,
        TimeZone = "America/Los_Angeles",

        // Report files come about a day after the day that they are about.
        NormalReportLagHours = 24,

        // Associates content rules: a price that is not refreshed at least hourly carries its time; content is dropped after 24 hours.
        PriceStampAfterMinutes = 60,
        HidePriceAfterHours = 24,
        Restrictions = "Gift cards, wireless plans and alcohol pay nothing. Your own purchases never count.",
        RequiredDisclosure = "As an Amazon Associate I earn from qualifying purchases.",
    };

    private static List<(string Category, decimal Percent)> Rates() =>
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
}
