using System.Globalization;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Catalog;

/// <summary>What one sale of an offer would bring its creator, by today's rate card. An estimate: the partner's reported commission wins over it.</summary>
/// <param name="Rate">The partner's commission on the price.</param>
/// <param name="Source">Where the rate was read.</param>
/// <param name="Since">The first day of the rate, in the partner's time zone.</param>
/// <param name="CreatorShare">The creator's part of the commission.</param>
/// <param name="Price">The price that the sum starts from, or null when none may be shown.</param>
/// <param name="PerSale">The money, or null without a price.</param>
public sealed record SaleEarning(Rate Rate, string Source, DateOnly Since, Rate CreatorShare, Money? Price, Money? PerSale)
{
    /// <summary>Works the money out: price times rate times share, exact, rounded once (half to even).</summary>
    public static SaleEarning For(Money? price, Rate rate, string source, DateOnly since, Rate creatorShare) =>
        new(rate, source, since, creatorShare, price, price is { } known ? Portion(known, rate, creatorShare) : null);

    /// <summary>The sum in one line, such as <c>$25.00 × 10 % commission × 80 % your share = $2.00</c>; null without a price.</summary>
    public string? Sum(CultureInfo culture) => Price is { } price && PerSale is { } perSale
        ? $"{price.Format(culture)} × {Rate.Format(culture)} commission × {CreatorShare.Format(culture)} your share = {perSale.Format(culture)}"
        : null;

    private static Money Portion(Money price, Rate rate, Rate share) =>
        new(Rate.RoundedQuotient((Int128)price.MinorUnits * rate.BasisPoints * share.BasisPoints, 100_000_000), price.Currency);
}
