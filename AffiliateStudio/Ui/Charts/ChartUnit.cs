using System.Globalization;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Ui.Charts;

/// <summary>How a chart writes its numbers: as counts, or as amounts of one currency.</summary>
public sealed record ChartUnit
{
    private ChartUnit(Currency? currency) => Currency = currency;

    /// <summary>Plain counts.</summary>
    public static ChartUnit Count { get; } = new(currency: null);

    /// <summary>The currency of amounts in minor units; null for counts.</summary>
    public Currency? Currency { get; }

    /// <summary>Amounts of a currency, in its minor units.</summary>
    public static ChartUnit Money(Currency currency) => new(currency);

    /// <summary>A value in words, as the viewer's culture writes it.</summary>
    public string Format(long value) => Currency is { } currency
        ? new Money(value, currency).Format(CultureInfo.CurrentCulture)
        : value.ToString("N0", CultureInfo.CurrentCulture);
}
