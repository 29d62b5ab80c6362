using AffiliateStudio.Data;
using AffiliateStudio.Data.Starting;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Tests.Data;

public sealed class DatabaseHealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Database_AskedTwice_IsWrittenTwice(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(database)).Status);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(database)).Status);

        await using var db = database.CreateDbContext();
        Assert.Equal(2, (await db.Set<HealthProbe>().SingleAsync(Token)).Writes);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Database_WhoseProbeCannotBeWritten_IsUnhealthyWithTheReason(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.CreateDbContext())
        {
            await db.InWriteAsync(token => db.Database.ExecuteSqlAsync($"DROP TABLE health_probe", token), Token);
        }

        var result = await CheckAsync(database);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Contains("does not take writes", result.Description, StringComparison.Ordinal);
        Assert.Contains("health_probe", result.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrations_BeforeTheyWereApplied_AreUnhealthy()
    {
        var state = new MigrationState();

        Assert.Equal(HealthStatus.Unhealthy, (await state.CheckHealthAsync(new HealthCheckContext(), Token)).Status);

        state.Done("20260101000000_Latest");
        Assert.Equal(HealthStatus.Healthy, (await state.CheckHealthAsync(new HealthCheckContext(), Token)).Status);
    }

    private static Task<HealthCheckResult> CheckAsync(TestDatabase database) => new DatabaseHealth(database).CheckHealthAsync(new HealthCheckContext(), Token);
}
