using System.Globalization;
using System.Text.RegularExpressions;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>What a list of actions was asked for, with the rules on dates and pages.</summary>
internal sealed partial class ActionQuery
{
    /// <summary>The most days that one window may span.</summary>
    public const int LongestWindowDays = 45;

    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private readonly IQueryCollection _query;
    private readonly List<(string Field, string Message)> _wrong = [];
    private readonly DateTime _now;

    private ActionQuery(IQueryCollection query, DateTime now)
    {
        _query = query;
        _now = now;
        Created = Window("ActionDateStart", "ActionDateEnd");
        Updated = Window("StartDate", "EndDate");
        Locking = Window("LockingDateStart", "LockingDateEnd");
        if (_wrong.Count == 0 && Created is null && Updated is null && Locking is null)
        {
            Created = (now.AddDays(-7), now);
        }

        State = query["State"].ToString();
        if (State is not ("" or "PENDING" or "APPROVED" or "REVERSED"))
        {
            _wrong.Add(("State", "must be PENDING, APPROVED or REVERSED"));
        }

        Campaign = query["CampaignId"].ToString();
        Page = Number("Page", 1, 1, 10);
        PageSize = Number("PageSize", 20_000, 2_000, 20_000);
    }

    /// <summary>What is wrong with the request.</summary>
    public IReadOnlyList<(string Field, string Message)> Wrong => _wrong;

    public string State { get; }

    public string Campaign { get; }

    /// <summary>From 1.</summary>
    public int Page { get; }

    public int PageSize { get; }

    private (DateTime From, DateTime To)? Created { get; }

    private (DateTime From, DateTime To)? Updated { get; }

    private (DateTime From, DateTime To)? Locking { get; }

    public static ActionQuery Read(IQueryCollection query, DateTime now) => new(query, now);

    /// <summary>
    /// Whether an action is in the list. Locking (PENDING to APPROVED) and clearing are no updates: a window of update dates does not find them.
    /// </summary>
    public bool Fits(SandboxOrder order, SandboxOptions options)
    {
        var updated = order.ReturnedAt is { } returned && returned <= _now ? returned : order.OrderedAt;
        return Within(Created, order.OrderedAt)
            && Within(Updated, updated)
            && Within(Locking, order.LocksAt(options))
            && (Campaign.Length == 0 || order.CampaignId == Campaign)
            && (State.Length == 0 || ActionWriter.State(order, _now, options) == State);
    }

    private static bool Within((DateTime From, DateTime To)? window, DateTime time) => window is not { } bounds || (time >= bounds.From && time <= bounds.To);

    private (DateTime From, DateTime To)? Window(string fromName, string toName)
    {
        var (from, to) = (Time(fromName), Time(toName));
        if (from is null && to is null)
        {
            return null;
        }

        if (from is null || to is null)
        {
            _wrong.Add((from is null ? fromName : toName, $"{fromName} and {toName} go together"));
            return null;
        }

        if (to < from || to - from > TimeSpan.FromDays(LongestWindowDays) + Slack)
        {
            _wrong.Add((toName, $"The date range must not exceed {LongestWindowDays} days"));
        }

        if (from < _now.AddYears(-3))
        {
            _wrong.Add((fromName, "The start date must not be more than 3 years ago"));
        }

        return (from.Value, to.Value);
    }

    private DateTime? Time(string name)
    {
        var text = _query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        if (IsoTime().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time.UtcDateTime;
        }

        _wrong.Add((name, "must be an ISO 8601 time with a zone, such as 2026-01-01T00:00:00Z"));
        return null;
    }

    private int Number(string name, int fallback, int lowest, int highest)
    {
        var text = _query[name].ToString();
        if (text.Length == 0)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest)
        {
            return number;
        }

        _wrong.Add((name, $"must be {lowest} to {highest}"));
        return fallback;
    }

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})\z")]
    private static partial Regex IsoTime();
}
