using System.Globalization;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Connectors.Rakuten.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>What a shop's offers say about its rate.</summary>
internal static class RakutenRates
{
    private const int LongestSource = 200;

    private static readonly string[] Closest = ["private-special", "private", "public-special", "public", "baseline"];

    /// <summary>The offer that holds for us: one made for us before one made for all, and the later one of two alike.</summary>
    public static CommissionOffer? Choose(IEnumerable<CommissionOffer> offers) => offers
        .Where(offer => BaseOf(offer) is not null)
        .OrderBy(offer => Array.IndexOf(Closest, offer.Type?.Trim().ToLowerInvariant()) is var place and >= 0 ? place : Closest.Length)
        .ThenByDescending(offer => PartnerDay.ParseTime(offer.StartsAt))
        .FirstOrDefault();

    /// <summary>The rate of an offer: the base commission's first tier, with all tiers in the source. None when it is paid by the piece.</summary>
    public static IReadOnlyList<MerchantRate> Of(CommissionOffer offer, DateOnly today)
    {
        if (BaseOf(offer) is not { } commission || PercentOf(commission.Tiers![0]) is not { } percent)
        {
            return [];
        }

        var tiers = commission.Tiers.Count == 1
            ? string.Empty
            : ", tiers " + string.Join(", ", commission.Tiers.Select(tier => string.Create(CultureInfo.InvariantCulture, $"{PercentOf(tier):0.##} % from {tier.Threshold ?? 0:0.##}")));
        var source = string.Create(CultureInfo.InvariantCulture, $"Rakuten offer {offer.Number ?? offer.Name}{tiers}, {today:yyyy-MM-dd}");
        return [new MerchantRate(string.Empty, Rate.FromPercent(percent), source.Length <= LongestSource ? source : source[..LongestSource])];
    }

    // The lowest tier is the one that every sale reaches.
    private static Commission? BaseOf(CommissionOffer offer)
    {
        var commission = (offer.Rules ?? [])
            .OrderBy(rule => rule.IsBase?.Trim().ToUpperInvariant() is "TRUE" or "Y" ? 0 : 1)
            .SelectMany(rule => rule.Commissions ?? [])
            .FirstOrDefault(commission => IsPercent(commission) && commission.Tiers?.Any(tier => PercentOf(tier) is not null) == true);
        return commission is null
            ? null
            : commission with { Tiers = [.. commission.Tiers!.Where(tier => PercentOf(tier) is not null).OrderBy(tier => tier.Threshold ?? 0)] };
    }

    private static bool IsPercent(Commission commission)
    {
        var words = $"{commission.Type} {commission.Description}";
        return string.IsNullOrWhiteSpace(commission.Type)
            || words.Contains("percent", StringComparison.OrdinalIgnoreCase)
            || words.Contains('%', StringComparison.Ordinal)
            || commission.Type.Trim().Equals("sale", StringComparison.OrdinalIgnoreCase);
    }

    private static decimal? PercentOf(CommissionTier tier) =>
        PlainNumber.Parse(tier.Value?.Replace("%", string.Empty, StringComparison.Ordinal)) is { } percent && percent is >= 0 and <= 100 ? percent : null;
}
