using AffiliateStudio.Connectors.Amazon;
using AffiliateStudio.Connectors.Expedia;
using AffiliateStudio.Connectors.Rakuten;
using AffiliateStudio.Connectors.Target;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Tests.Support;

/// <summary>What the connectors bring about their partners.</summary>
internal static class Profiles
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PartnerProfile> All { get; } = [AmazonProfile.Value, WalmartProfile.Value, TargetProfile.Value, RakutenProfile.Value, ExpediaProfile.Value];

    /// <summary>The facts of one partner.</summary>
    public static Partner Of(PartnerKey partner) => All.Single(profile => profile.Facts.Key == partner).Facts;
}
