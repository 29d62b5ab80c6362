namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>Numbers that look random and are the same on every machine and run (SplitMix64).</summary>
internal struct SeededSequence
{
    private ulong _state;

    /// <summary>A sequence of its own for each key.</summary>
    public SeededSequence(params ReadOnlySpan<long> key)
    {
        _state = Hash(key);
    }

    /// <summary>A well-mixed hash of a key.</summary>
    public static ulong Hash(params ReadOnlySpan<long> key)
    {
        var hash = 0x9E37_79B9_7F4A_7C15UL;
        foreach (var part in key)
        {
            hash = Mix(hash ^ unchecked((ulong)part * 0xD6E8_FEB8_6659_FD93UL));
        }

        return hash;
    }

    /// <summary>A number from 0 up to but not including the limit.</summary>
    public int Next(int limit)
    {
        _state += 0x9E37_79B9_7F4A_7C15UL;
        return (int)(Mix(_state) % (uint)limit);
    }

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>True in the given share of cases.</summary>
    public bool Percent(int percent) => Next(100) < percent;

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return value ^ (value >> 31);
    }
}
