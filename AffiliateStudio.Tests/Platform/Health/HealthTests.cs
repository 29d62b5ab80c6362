using System.Net;
using AffiliateStudio.Data;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Health;
using AffiliateStudio.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Tests.Platform.Health;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Visitor_AskingForHealth_IsToldYesAndNothingElse()
    {
        await using var host = new StudioHost();
        using var client = host.NewClient();

        Assert.Equal("live", await client.GetStringAsync("/healthz/live", Token));
        Assert.Equal("ready", await client.GetStringAsync("/healthz/ready", Token));
    }

    [Fact]
    public async Task Visitor_WhileTheGateIsHeld_IsToldToComeBack()
    {
        await using var host = new StudioHost();
        using var client = host.NewClient();
        HttpResponseMessage held;
        using (host.Services.GetRequiredService<ReadinessGate>().Close("The demo history is being made."))
        {
            held = await client.GetAsync("/healthz/ready", Token);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, held.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), held.Headers.RetryAfter?.Delta);
        Assert.Equal("not ready", await held.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz/live", Token)).StatusCode);
    }

    [Fact]
    public async Task Report_OfARunningProduct_NamesEngineMigrationAndDisk()
    {
        await using var host = new StudioHost();

        var report = await host.Services.GetRequiredService<HealthSnapshot>().TakeAsync(Token);

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Contains("SQLite 3.", report.Entries["Database"].Description, StringComparison.Ordinal);
        Assert.Contains("The database is at", report.Entries["Migrations"].Description, StringComparison.Ordinal);
        Assert.Empty(host.Log.Entries);
        Assert.Contains("free", report.Entries["Disk"].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_LockedByAnotherProgram_IsNotReadyWithinSecondsAndNamed()
    {
        await using var host = new StudioHost();
        using var client = host.NewClient();
        var file = host.Services.GetRequiredService<DataDirectory>().File("studio.db");
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync(Token);
        await using var held = other.BeginTransaction(deferred: false);

        // The engine's own patience would be 30 seconds for each of them.
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetAsync("/healthz/ready", Token))).WaitAsync(TimeSpan.FromSeconds(15), Token);
        var report = await host.Services.GetRequiredService<HealthSnapshot>().TakeAsync(Token);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["Database"].Status);
        Assert.Contains("studio.db", report.Entries["Database"].Description, StringComparison.Ordinal);

        await held.RollbackAsync(Token);
        await using var db = host.Databases.CreateDbContext();
        Assert.Equal(30, ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout);
    }

    [Fact]
    public async Task Disk_WithLessRoomThanWanted_IsNotReady()
    {
        await using var host = new StudioHost(("Studio:MinimumFreeMegabytes", "2147483647"));
        using var client = host.NewClient();

        using var answer = await client.GetAsync("/healthz/ready", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var report = await host.Services.GetRequiredService<HealthSnapshot>().TakeAsync(Token);
        Assert.Equal(["Disk"], report.Entries.Where(entry => entry.Value.Status == HealthStatus.Unhealthy).Select(entry => entry.Key));
    }

    [Theory]
    [InlineData("3.50.4", true)]
    [InlineData("3.51.2", true)]
    [InlineData("3.44.5", true)]
    [InlineData("3.44.6", false)]
    [InlineData("3.50.7", false)]
    [InlineData("3.51.3", false)]
    [InlineData("3.60.0", false)]
    public void SqliteVersion_WithTheLogResetBug_IsWarnedOf(string version, bool isWarned) => Assert.Equal(isWarned, DatabaseFacts.WarningFor(version) is not null);
}
