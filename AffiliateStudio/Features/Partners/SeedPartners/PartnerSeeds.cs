using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.SeedPartners;

/// <summary>The facts about each partner that the product is built for, with where they come from.</summary>
internal static class PartnerSeeds
{
    // The 20 marketplaces of the Creators API (its SDK's list), each on its www host; smile. and the bare domain only redirect there.
    private static readonly string[] AmazonDomains =
    [
        "com", "ca", "com.mx", "com.br", "co.uk", "de", "fr", "it", "es", "nl", "com.be", "pl", "se", "com.tr", "sa", "ae", "in", "co.jp", "com.au", "sg",
    ];

    /// <summary>All partners.</summary>
    public static IReadOnlyList<Partner> All { get; } =
    [
        new()
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
        },
        new()
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
        },
    ];
}
