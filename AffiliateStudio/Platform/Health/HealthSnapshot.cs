using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Platform.Health;

/// <summary>The last health report, made anew at most once a second: whoever asks more often than that causes no more work.</summary>
public sealed class HealthSnapshot(HealthCheckService checks) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private HealthReport? _report;
    private long _takenAt;

    /// <summary>The report.</summary>
    public async Task<HealthReport> TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_report is null || TimeProvider.System.GetElapsedTime(_takenAt) > Fresh)
            {
                _report = await checks.CheckHealthAsync(cancellationToken);
                _takenAt = TimeProvider.System.GetTimestamp();
            }

            return _report;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
