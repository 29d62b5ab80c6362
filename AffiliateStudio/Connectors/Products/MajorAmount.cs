using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Connectors.Products;

/// <summary>Amounts that partners state in major units.</summary>
internal static class MajorAmount
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>The money, or null when the amount is missing or absurd, or the currency is not one.</summary>
    public static Money? ToMoney(decimal? amount, string? currency) =>
        amount is { } major && major is > -Largest and < Largest && Currency.TryOf(currency, out var known) ? Money.FromMajor(major, known) : null;

    /// <summary>A price: money above zero.</summary>
    public static Money? ToPrice(decimal? amount, string? currency) => ToMoney(amount, currency) is { MinorUnits: > 0 } price ? price : null;
}
