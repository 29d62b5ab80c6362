namespace AffiliateStudio.Platform.Money;

/// <summary>Splits amounts so that the parts always add up to the whole.</summary>
public static class MoneyAllocation
{
    /// <summary>
    /// Splits by largest remainder (Hamilton's method): each part gets its share rounded towards zero, and the minor units left over go
    /// one each to the parts with the largest remainders, the earlier part first on a tie. Negative amounts split as their mirror image.
    /// </summary>
    /// <param name="amount">What to split.</param>
    /// <param name="weights">The parts' weights; none negative, at least one positive.</param>
    public static IReadOnlyList<Money> Allocate(this Money amount, params ReadOnlySpan<long> weights)
    {
        Int128 total = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
            total += weight;
        }

        if (total == 0)
        {
            throw new ArgumentException("At least one weight must be positive.", nameof(weights));
        }

        var sign = amount.MinorUnits < 0 ? -1 : 1;
        var whole = Int128.Abs(amount.MinorUnits);
        var parts = new Int128[weights.Length];
        var remainders = new Int128[weights.Length];
        var left = whole;
        for (var i = 0; i < weights.Length; i++)
        {
            (parts[i], remainders[i]) = Int128.DivRem(whole * weights[i], total);
            left -= parts[i];
        }

        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take((int)left))
        {
            parts[index]++;
        }

        return [.. parts.Select(part => new Money(checked((long)(part * sign)), amount.Currency))];
    }

    /// <summary>Splits into the given share and the rest.</summary>
    public static (Money Share, Money Remainder) Split(this Money amount, Rate share)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share.BasisPoints, 10_000, nameof(share));
        var parts = amount.Allocate(share.BasisPoints, 10_000 - share.BasisPoints);
        return (parts[0], parts[1]);
    }
}
