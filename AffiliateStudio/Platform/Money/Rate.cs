using System.Globalization;

namespace AffiliateStudio.Platform.Money;

/// <summary>A share in basis points: 1 % is 100.</summary>
/// <param name="BasisPoints">Hundredths of a percent.</param>
public readonly record struct Rate(int BasisPoints)
{
    /// <summary>Nothing.</summary>
    public static Rate Zero => default;

    /// <summary>A whole or broken percentage, such as 4.5; digits below a basis point are rounded half to even.</summary>
    public static Rate FromPercent(decimal percent) => new(decimal.ToInt32(decimal.Round(percent * 100, 0, MidpointRounding.ToEven)));

    /// <summary>This share of an amount: an exact product, rounded once, half to even.</summary>
    public Money Of(Money amount) => new(RoundedQuotient((Int128)amount.MinorUnits * BasisPoints, 10_000), amount.Currency);

    /// <summary>A share of this share, rounded half to even to a basis point (for display; money is computed from the amounts).</summary>
    public Rate Of(Rate other) => new((int)RoundedQuotient((Int128)other.BasisPoints * BasisPoints, 10_000));

    /// <summary>The share as a percentage without needless zeros, such as <c>4.5 %</c>, in the given culture.</summary>
    public string Format(IFormatProvider culture) => (BasisPoints / 100m).ToString("0.##", culture) + " %";

    /// <inheritdoc />
    public override string ToString() => Format(CultureInfo.InvariantCulture);

    /// <summary>Divides and rounds half to even.</summary>
    internal static long RoundedQuotient(Int128 numerator, long denominator)
    {
        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        var twice = Int128.Abs(remainder) * 2;
        if (twice > denominator || (twice == denominator && Int128.IsOddInteger(quotient)))
        {
            quotient += Int128.Sign(numerator);
        }

        return checked((long)quotient);
    }
}
