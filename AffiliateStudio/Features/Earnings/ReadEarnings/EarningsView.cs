using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ReadEarnings;

/// <summary>A creator's money in one currency over a period, and what led to it.</summary>
public sealed record EarningsView
{
    /// <summary>Whose money it is; null when the account has no creator.</summary>
    public required CreatorId? Creator { get; init; }

    /// <summary>The creator's pins, whose clicks move the numbers.</summary>
    public required IReadOnlySet<PinId> PinIds { get; init; }

    /// <summary>The period.</summary>
    public required EarningsPeriod Period { get; init; }

    /// <summary>The currency of all amounts here.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The currencies that the creator earned in, the busiest first; amounts of different ones are never added.</summary>
    public required IReadOnlyList<Currency> Currencies { get; init; }

    /// <summary>This period's numbers.</summary>
    public required EarningsNumbers Now { get; init; }

    /// <summary>The period's before it.</summary>
    public required EarningsNumbers Before { get; init; }

    /// <summary>One total per state that has any, in the order in which money moves.</summary>
    public required IReadOnlyList<StateTotal> States { get; init; }

    /// <summary>Every day of the period.</summary>
    public required IReadOnlyList<EarningsDay> Days { get; init; }

    /// <summary>Earned on every day of the period before, in minor units.</summary>
    public required IReadOnlyList<long> EarnedBefore { get; init; }

    /// <summary>By video, the best first.</summary>
    public required IReadOnlyList<EarningsSource> Videos { get; init; }

    /// <summary>By pin, the best first.</summary>
    public required IReadOnlyList<EarningsSource> Pins { get; init; }

    /// <summary>By partner, the best first.</summary>
    public required IReadOnlyList<EarningsSource> Partners { get; init; }

    /// <summary>How old each partner's numbers are.</summary>
    public required IReadOnlyList<PartnerFreshness> Freshness { get; init; }

    /// <summary>The last changes, newest first.</summary>
    public required IReadOnlyList<EarningsNews> News { get; init; }

    /// <summary>Whether there is nothing at all to show: no orders and no clicks, now and before.</summary>
    public bool IsEmpty => Now is { Orders: 0, Clicks: 0, Earned.IsZero: true } && Before is { Orders: 0, Clicks: 0 } && States.Count == 0;
}

/// <summary>The four figures and what is behind them.</summary>
/// <param name="Earned">The creator's part of everything not reversed.</param>
/// <param name="Pending">What of it the partner may still change.</param>
/// <param name="Orders">Sale lines that were not reversed.</param>
/// <param name="Clicks">Counted clicks.</param>
/// <param name="Returns">Lines that take an earlier order's money back.</param>
public sealed record EarningsNumbers(Money Earned, Money Pending, long Orders, long Clicks, long Returns = 0)
{
    /// <summary>Earned per counted click in minor units, not rounded, for comparing periods; null without clicks.</summary>
    public decimal? ExactEpc => Clicks == 0 ? null : (decimal)Earned.MinorUnits / Clicks;

    /// <summary>Earned per counted click, rounded half to even to the minor unit; null without clicks.</summary>
    public Money? Epc => Clicks == 0 ? null : new Money(Rounded(Earned.MinorUnits, Clicks), Earned.Currency);

    /// <summary>Orders per counted click; null without clicks.</summary>
    public Rate? ConversionRate => Clicks == 0 ? null : new Rate((int)long.Min(int.MaxValue, Rounded(Orders * 10_000, Clicks)));

    private static long Rounded(long amount, long by)
    {
        var (quotient, remainder) = Math.DivRem(amount, by);
        var twice = Math.Abs(remainder) * 2;
        return twice > by || (twice == by && quotient % 2 != 0) ? quotient + Math.Sign(amount) : quotient;
    }
}

/// <summary>What stands in one state.</summary>
/// <param name="State">The word for it.</param>
/// <param name="Amount">The creator's part.</param>
/// <param name="Orders">How many of its lines are sales.</param>
/// <param name="Returns">How many take an earlier order's money back.</param>
/// <param name="Next">What happens next, and when, in a sentence.</param>
public sealed record StateTotal(string State, Money Amount, long Orders, long Returns, string Next);

/// <summary>One UTC day.</summary>
/// <param name="Day">The day.</param>
/// <param name="ByState">The creator's part by the word of its state, in minor units; reversed ones are left out.</param>
/// <param name="Clicks">Counted clicks.</param>
/// <param name="Orders">Sale lines that were not reversed.</param>
public sealed record EarningsDay(DateOnly Day, IReadOnlyDictionary<string, long> ByState, long Clicks, long Orders)
{
    /// <summary>The day's sum in minor units.</summary>
    public long Earned => ByState.Values.Sum();
}

/// <summary>Something that earned: a video, a pin or a partner.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Video">The video, on rows by video.</param>
/// <param name="Pin">The pin, on rows by pin.</param>
/// <param name="Partner">The partner, on rows by partner.</param>
/// <param name="Earned">The creator's part.</param>
/// <param name="Orders">Sale lines that were not reversed.</param>
/// <param name="Clicks">Counted clicks.</param>
public sealed record EarningsSource(string Title, VideoId? Video, PinId? Pin, PartnerKey? Partner, Money Earned, long Orders, long Clicks);

/// <summary>How old a partner's numbers are.</summary>
/// <param name="Name">The partner's name.</param>
/// <param name="ReadAt">When its reports were last read without error, UTC; null when never.</param>
/// <param name="FailedAt">When the last try since then failed, UTC; null when the last try went well.</param>
public sealed record PartnerFreshness(string Name, DateTime? ReadAt, DateTime? FailedAt);

/// <summary>Something that happened to the creator's money.</summary>
/// <param name="Text">What, in a sentence.</param>
/// <param name="State">The word for the state after it.</param>
/// <param name="Amount">The creator's part after it.</param>
/// <param name="At">When we learned of it, UTC.</param>
public sealed record EarningsNews(string Text, string State, Money Amount, DateTime At);
