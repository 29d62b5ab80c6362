using AffiliateStudio.Features.Clicks.Model;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>
/// Finds the second request of a double tap: same visitor, same pin, within ten seconds of a counted one. Only the log's one writer asks, so that of any number of
/// parallel requests exactly one is counted.
/// </summary>
internal sealed class TapWindow
{
    /// <summary>How long after a counted tap another one is the same tap, in milliseconds.</summary>
    public const long Length = 10_000;

    private const int SweepAbove = 50_000;

    private readonly Dictionary<(PinId Pin, UInt128 Visitor), (long At, Guid Id)> _taps = [];
    private int _sweepAt = SweepAbove;

    /// <summary>The click with its final kind. The same click asked for again keeps its answer.</summary>
    public Click Decide(Click click)
    {
        if (click.Kind != ClickKind.Counted || click.Visitor == UInt128.Zero)
        {
            return click;
        }

        var key = (click.Pin, click.Visitor);
        if (_taps.TryGetValue(key, out var last) && last.Id != click.Id && Math.Abs(click.At - last.At) < Length)
        {
            return click with { Kind = ClickKind.Duplicate };
        }

        _taps[key] = (click.At, click.Id);
        if (_taps.Count > _sweepAt)
        {
            Sweep(click.At);
        }

        return click;
    }

    /// <summary>Notes a tap that was counted before this process started.</summary>
    public void Remember(PinId pin, UInt128 visitor, long at, Guid id) => _taps[(pin, visitor)] = (at, id);

    private void Sweep(long now)
    {
        foreach (var (key, tap) in _taps)
        {
            if (Math.Abs(now - tap.At) >= Length)
            {
                _taps.Remove(key);
            }
        }

        // When most of them are young, the next look comes later.
        _sweepAt = Math.Max(SweepAbove, _taps.Count * 2);
    }
}
