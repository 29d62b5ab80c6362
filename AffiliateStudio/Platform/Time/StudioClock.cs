namespace AffiliateStudio.Platform.Time;

/// <summary>
/// The product's clock: the system's time plus a shift. The shift is zero except with the sandbox on, where partners and product move
/// forward together so that orders can lock and pay out without weeks of waiting. Timers keep real time.
/// </summary>
public sealed class StudioClock : TimeProvider
{
    private long _shiftTicks;

    /// <summary>How far this clock is ahead of the system's (negative: behind it).</summary>
    public TimeSpan Shift
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _shiftTicks));
        set => Interlocked.Exchange(ref _shiftTicks, value.Ticks);
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
