using System.Diagnostics.CodeAnalysis;

namespace AffiliateStudio.Platform.Money;

/// <summary>A currency of ISO 4217. The default value is not a currency and fails when it is read.</summary>
public readonly record struct Currency
{
    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>United States dollar, two digits.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>Euro, two digits.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>Pound sterling, two digits.</summary>
    public static Currency Gbp { get; } = new("GBP");

    /// <summary>The three letters, upper case.</summary>
    public string Code => _code ?? throw new InvalidOperationException("This money has no currency.");

    /// <summary>How many digits the minor unit has: 0, 2, 3 or 4.</summary>
    public int Exponent => CurrencyTable.ExponentOf(Code) ?? throw new InvalidOperationException($"{Code} is not an ISO 4217 currency.");

    /// <summary>How many minor units make one major unit: 1, 100, 1,000 or 10,000.</summary>
    public long MinorUnitsPerMajor => Exponent switch { 0 => 1, 2 => 100, 3 => 1_000, 4 => 10_000, var e => throw new InvalidOperationException($"Unexpected exponent {e}.") };

    /// <summary>The currency with this code, in any case; throws when ISO 4217 does not list it.</summary>
    public static Currency Of(string code) => TryOf(code, out var currency) ? currency : throw new ArgumentException($"'{code}' is not an ISO 4217 currency code.", nameof(code));

    /// <summary>The currency with this code, in any case, when ISO 4217 lists it.</summary>
    public static bool TryOf([NotNullWhen(true)] string? code, out Currency currency)
    {
        var upper = code?.Trim().ToUpperInvariant();
        if (upper is { Length: 3 } && CurrencyTable.ExponentOf(upper) is not null)
        {
            currency = new Currency(upper);
            return true;
        }

        currency = default;
        return false;
    }

    /// <inheritdoc />
    public override string ToString() => _code ?? "(none)";
}
