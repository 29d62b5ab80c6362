namespace AffiliateStudio.Platform.Chance;

/// <summary>
/// Chance that is the same on every machine and run for the same seed (SplitMix64). For generated catalogs and demo history; never for secrets.
/// </summary>
/// <param name="seed">Any number.</param>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 to below <paramref name="limit"/>, which must be positive.</summary>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)(((UInt128)NextBits() * (ulong)limit) >> 64);
    }

    /// <summary>A whole number between the two, both included.</summary>
    public int Between(int least, int most) => least + Next(most - least + 1);

    /// <summary>True in about <paramref name="perThousand"/> of 1,000 calls.</summary>
    public bool Happens(int perThousand) => Next(1000) < perThousand;

    /// <summary>One of the things.</summary>
    public T Pick<T>(IReadOnlyList<T> things) => things[Next(things.Count)];

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
