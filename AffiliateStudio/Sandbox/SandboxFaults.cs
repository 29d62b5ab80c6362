namespace AffiliateStudio.Sandbox;

/// <summary>The faults that are switched on. They last until they are switched off or the server stops.</summary>
public sealed class SandboxFaults
{
    private readonly int[] _faults = new int[Enum.GetValues<SandboxApi>().Length];
    private long _slowByTicks = TimeSpan.FromSeconds(20).Ticks;

    /// <summary>How long a slow partner takes.</summary>
    public TimeSpan SlowBy
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _slowByTicks));
        set => Interlocked.Exchange(ref _slowByTicks, value.Ticks);
    }

    /// <summary>What is wrong with an interface now.</summary>
    public SandboxFault this[SandboxApi api]
    {
        get => (SandboxFault)Volatile.Read(ref _faults[(int)api]);
        set => Volatile.Write(ref _faults[(int)api], (int)value);
    }
}
