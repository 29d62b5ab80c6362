using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>How the calls of one protocol went: counts since the start and of the last hour, the last errors, and since when none has gone through.</summary>
internal sealed class CallHistory(TimeProvider clock)
{
    /// <summary>How many errors are kept.</summary>
    public const int MostErrors = 10;

    // Some partners put an error into a good answer: the call counts as answered first, and the outage goes on.
    private static readonly TimeSpan SameCall = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Queue<(DateTime Minute, int Calls, int Failures)> _minutes = new();
    private readonly LinkedList<ConnectorError> _errors = new();
    private (DateTime Minute, int Calls, int Failures) _now;
    private long _calls;
    private long _failures;
    private DateTime? _since;
    private DateTime? _sinceBefore;
    private DateTime _recoveredAt = DateTime.MinValue;

    /// <summary>Counts a call that was answered.</summary>
    public void Succeeded()
    {
        lock (_gate)
        {
            Turn();
            _calls++;
            _now.Calls++;
            (_sinceBefore, _since, _recoveredAt) = (_since, null, clock.UtcNow());
        }
    }

    /// <summary>Counts a call that failed.</summary>
    public void Failed(PartnerFailure failure)
    {
        lock (_gate)
        {
            Turn();
            var now = clock.UtcNow();
            _failures++;
            _now.Failures++;
            if (failure.Kind is not (PartnerFailureKind.NotFound or PartnerFailureKind.InvalidRequest))
            {
                _since ??= now - _recoveredAt < SameCall ? _sinceBefore ?? now : now;
            }

            if (_errors.First is { Value: { } last } && last.Failure.Kind == failure.Kind && last.Failure.Code == failure.Code && last.Failure.Message == failure.Message)
            {
                _errors.First.Value = new ConnectorError(now, failure, last.Times + 1);
                return;
            }

            _errors.AddFirst(new ConnectorError(now, failure, 1));
            if (_errors.Count > MostErrors)
            {
                _errors.RemoveLast();
            }
        }
    }

    /// <summary>Puts what is known into a report.</summary>
    public ConnectorHealth Report(string protocol, BreakerState breaker, DateTime? waitsUntil)
    {
        lock (_gate)
        {
            Turn();
            return new ConnectorHealth(protocol, breaker, _calls, _failures, _errors.First?.Value.Failure, waitsUntil)
            {
                AffectedSince = _since,
                RecentCalls = _now.Calls + _minutes.Sum(minute => (long)minute.Calls),
                RecentFailures = _now.Failures + _minutes.Sum(minute => (long)minute.Failures),
                Errors = [.. _errors],
            };
        }
    }

    private void Turn()
    {
        var now = clock.UtcNow();
        var minute = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
        if (_now.Minute != minute)
        {
            _minutes.Enqueue(_now);
            _now = (minute, 0, 0);
        }

        while (_minutes.TryPeek(out var oldest) && oldest.Minute <= minute - Recent)
        {
            _minutes.Dequeue();
        }
    }
}
