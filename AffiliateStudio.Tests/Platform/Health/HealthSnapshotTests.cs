using AffiliateStudio.Platform.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Tests.Platform.Health;

public sealed class HealthSnapshotTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_AskedForByManyWhileOneIsMade_IsMadeOnce()
    {
        var checks = new SlowChecks();
        using var snapshot = new HealthSnapshot(checks);
        var asked = Enumerable.Range(0, 20).Select(_ => snapshot.TakeAsync(Token)).ToList();

        checks.Finish.SetResult(new HealthReport(new Dictionary<string, HealthReportEntry>(), TimeSpan.Zero));
        var reports = await Task.WhenAll(asked).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.Single(reports.Distinct());
        Assert.Equal(1, checks.Runs);
    }

    [Fact]
    public async Task Report_GivenUpByTheFirstWhoAsked_StillReachesTheOthers()
    {
        var checks = new SlowChecks();
        using var snapshot = new HealthSnapshot(checks);
        using var impatient = new CancellationTokenSource();
        var first = snapshot.TakeAsync(impatient.Token);
        var second = snapshot.TakeAsync(Token);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        checks.Finish.SetResult(new HealthReport(new Dictionary<string, HealthReportEntry>(), TimeSpan.Zero));

        Assert.Empty((await second.WaitAsync(TimeSpan.FromSeconds(30), Token)).Entries);
        Assert.Equal(1, checks.Runs);
    }

    private sealed class SlowChecks : HealthCheckService
    {
        private int _runs;

        public int Runs => _runs;

        public TaskCompletionSource<HealthReport> Finish { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override Task<HealthReport> CheckHealthAsync(Func<HealthCheckRegistration, bool>? predicate, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _runs);
            return Finish.Task.WaitAsync(cancellationToken);
        }
    }
}
