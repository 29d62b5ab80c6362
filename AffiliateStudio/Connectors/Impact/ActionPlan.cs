namespace AffiliateStudio.Connectors.Impact;

/// <summary>What one run asks for, and what it leaves to the next.</summary>
/// <param name="Queries">The windows, in the order of asking.</param>
/// <param name="Watermark">What to remember when all of them were read.</param>
internal sealed record ActionPlan(IReadOnlyList<ActionQuery> Queries, ImpactWatermark Watermark)
{
    // impact.com allows 45 days a query and looks back three years; a day less, as the run takes a while.
    private static readonly TimeSpan Window = TimeSpan.FromDays(45);
    private static readonly TimeSpan Furthest = TimeSpan.FromDays((3 * 365) - 1);
    private static readonly TimeSpan FirstReach = TimeSpan.FromDays(180);
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(3);

    // Clearing, and approval by hand after the locking date, move no date that can be asked for. So locking dates are read again: one window of them in each run, and half a
    // year of them in the first run of a day.
    private static readonly TimeSpan ShortLockingReach = TimeSpan.FromDays(44);
    private static readonly TimeSpan LongLockingReach = TimeSpan.FromDays(180);

    /// <summary>Plans a run.</summary>
    /// <param name="last">What the last finished run left.</param>
    /// <param name="now">The time, UTC, in whole seconds.</param>
    public static ActionPlan Make(ImpactWatermark last, DateTime now)
    {
        var since = (last.ReadUntil is { } until && until <= now ? until : now - FirstReach) - Overlap;
        since = since > now - Furthest ? since : now - Furthest;
        var today = DateOnly.FromDateTime(now);
        var locking = now - (last.LongReachOn == today ? ShortLockingReach : LongLockingReach);
        return new ActionPlan(
            [
                .. Windows("ActionDate", "orders of", since, now),
                .. Windows(string.Empty, "changes of", since, now),
                .. Windows("LockingDate", "locked on", since < locking ? since : locking, now),
            ],
            new ImpactWatermark { ReadUntil = now, LongReachOn = today });
    }

    private static IEnumerable<ActionQuery> Windows(string filter, string name, DateTime from, DateTime to)
    {
        for (var start = from; start < to; start += Window)
        {
            yield return new ActionQuery(filter, name, start, start + Window < to ? start + Window : to);
        }
    }
}
