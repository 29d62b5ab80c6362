namespace AffiliateStudio.Platform.Money;

/// <summary>An exact amount of one currency, in its minor units (cents). Amounts of different currencies never add up; overflow throws.</summary>
/// <param name="MinorUnits">The amount in minor units; negative for what is taken back.</param>
/// <param name="Currency">The currency.</param>
public readonly record struct Money(long MinorUnits, Currency Currency) : IComparable<Money>
{
    /// <summary>Whether nothing is owed either way.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>Whether the amount is below zero.</summary>
    public bool IsNegative => MinorUnits < 0;

    /// <summary>The amount in major units, for display and for partners' wire formats.</summary>
    public decimal Major => (decimal)MinorUnits / Currency.MinorUnitsPerMajor;

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>
    /// An amount that a partner stated in major units, such as 34.99. Digits beyond the currency's own are rounded half to even, once.
    /// </summary>
    public static Money FromMajor(decimal amount, Currency currency) =>
        new(decimal.ToInt64(decimal.Round(amount * currency.MinorUnitsPerMajor, 0, MidpointRounding.ToEven)), currency);

    /// <summary>Adds an amount of the same currency.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.MinorUnits + Same(left, right)), left.Currency);

    /// <summary>Takes an amount of the same currency away.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.MinorUnits - Same(left, right)), left.Currency);

    /// <summary>The same amount the other way round.</summary>
    public static Money operator -(Money value) => new(checked(-value.MinorUnits), value.Currency);

    /// <summary>Whether the first is less, in the same currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is more, in the same currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is at most the second, in the same currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is at least the second, in the same currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public int CompareTo(Money other) => MinorUnits.CompareTo(Same(this, other));

    /// <inheritdoc />
    public override string ToString() => MoneyFormat.Plain(this);

    private static long Same(Money left, Money right) => left.Currency == right.Currency
        ? right.MinorUnits
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be put together without a dated rate.");
}
