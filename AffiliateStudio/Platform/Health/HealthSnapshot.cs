using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Platform.Health;

/// <summary>
/// The last health report, made anew at most once a second: whoever asks more often than that causes no more work. Everybody who asks while one is being made waits for
/// that one, so that slow checks do not queue up; who stops waiting takes nothing from the others.
/// </summary>
public sealed class HealthSnapshot : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly HealthCheckService _checks;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationToken _ended;
    private Task<HealthReport>? _report;
    private long _takenAt;

    /// <summary>Takes reports from these checks.</summary>
    public HealthSnapshot(HealthCheckService checks)
    {
        _checks = checks;

        // A report that is begun while the product ends still finds its token.
        _ended = _end.Token;
    }

    /// <summary>The report.</summary>
    public Task<HealthReport> TakeAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_report is null || (_report.IsCompleted && !IsFresh(_report)))
            {
                _report = Task.Run(MakeAsync, CancellationToken.None);
            }

            return _report.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private bool IsFresh(Task<HealthReport> report) => report.IsCompletedSuccessfully && TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _takenAt)) <= Fresh;

    private async Task<HealthReport> MakeAsync()
    {
        var report = await _checks.CheckHealthAsync(_ended);
        Interlocked.Exchange(ref _takenAt, TimeProvider.System.GetTimestamp());
        return report;
    }
}
