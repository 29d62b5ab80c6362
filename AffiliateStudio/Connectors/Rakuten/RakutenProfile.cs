using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>What is known about the network as a whole. Each merchant's own window and rate come by API and go before these.</summary>
internal static class RakutenProfile
{
    /// <summary>The facts.</summary>
    public static PartnerProfile Value { get; } = new()
    {
        Facts = new Partner
        {
            Key = PartnerKey.Rakuten,
            Name = "Rakuten",
            ShopDomain = "rakutenadvertising.com",
            IsApproved = true,

            // Every link goes through the network; the merchants' own hosts are added as their terms are read.
            AllowedHosts = "click.linksynergy.com",

            // Merchants set their own; thirty days is the usual one.
            AttributionWindowHours = 720,

            // Merchants pay the network, and the network pays when they have.
            PaysAfterDays = 75,
            TimeZone = "UTC",

            // Events come in within minutes; the network promises a day.
            NormalReportLagHours = 24,
            Restrictions = "Only shops that approved us pay, each by its own terms.",
        },
        RatesSource = "Estimate: usual rates of the network's shops as published by third parties, 2026",
        Rates =
        [
            (string.Empty, 4m),
            ("Electronics", 2m),
            ("Fashion", 6m),
            ("Beauty", 6m),
            ("Grocery", 3m),
            ("Gift Cards", 0m),
        ],
    };
}
