using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>What is known about Expedia's affiliate programme. Rates differ by brand, country and product and stand in the account only, so these are estimates.</summary>
internal static class ExpediaProfile
{
    /// <summary>The facts.</summary>
    public static PartnerProfile Value { get; } = new()
    {
        Facts = new Partner
        {
            Key = PartnerKey.Expedia,
            Name = "Expedia",
            ShopDomain = "expedia.com",
            IsApproved = true,
            AllowedHosts = "prf.hn " + string.Join(' ', ExpediaHosts.All.Select(host => $"{host} .{host}")),

            // 7 to 30 days by brand; the shortest holds for all of them.
            AttributionWindowHours = 7 * 24,

            // A booking is approved after the stay, which may be a year away: about a month after it the money is there.
            PaysAfterDays = 90,
            IsTravel = true,
            TimeZone = "UTC",

            // Bookings come into the report within a day.
            NormalReportLagHours = 24,
            Restrictions = "Cancelled bookings pay nothing.",
        },
        RatesSource = "Estimate: 2 to 6 % by product as published by third parties, 2026",
        Rates =
        [
            (string.Empty, 2m),
            ("Travel", 2m),
            ("Travel/Hotels", 4m),
            ("Travel/Activities", 3m),
        ],
    };
}
