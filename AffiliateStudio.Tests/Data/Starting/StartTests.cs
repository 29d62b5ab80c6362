using System.Net;
using AffiliateStudio.Data;
using AffiliateStudio.Data.Providers;
using AffiliateStudio.Data.Starting;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Hosting;
using AffiliateStudio.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AffiliateStudio.Tests.Data.Starting;

public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("studio-start-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task LockRowOfAKilledRun_OnSqlite_DoesNotHoldTheNextStart()
    {
        var factory = SqliteFactory();
        await using (var db = factory.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """,
                Token);
        }

        using var directory = new DataDirectoryLock(new DataDirectory(_folder));
        await new MigrateOnStart(factory, directory, new MigrationState(), NullLogger<MigrateOnStart>.Instance).StartingAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

        await using var check = factory.CreateDbContext();
        Assert.Empty(await check.Database.GetPendingMigrationsAsync(Token));
    }

    [Fact]
    public async Task DatabaseOfALaterVersion_IsLeftAloneAndSaidSo()
    {
        var factory = SqliteFactory();
        await using (var db = factory.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_FromTheFuture', '99.0');
                """,
                Token);
        }

        using var directory = new DataDirectoryLock(new DataDirectory(_folder));
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() =>
            new MigrateOnStart(factory, directory, new MigrationState(), NullLogger<MigrateOnStart>.Instance).StartingAsync(Token));

        Assert.Contains("20990101000000_FromTheFuture", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task FirstStart_KilledAtRandomMoments_IsReadyTheNextTime(int seed)
    {
        // Seeded, and counted from the moment that the file appears: that is when there is something to break.
        var random = new Random(seed);
        var file = Path.Combine(_folder, "studio.db");
        for (var kill = 0; kill < 3; kill++)
        {
            await using var victim = StudioProcess.Start(_folder);
            while (!File.Exists(file))
            {
                await Task.Delay(1, Token);
            }

            await Task.Delay(random.Next(0, kill == 0 ? 250 : 2000), Token);
            await victim.KillAsync();
        }

        await using var next = StudioProcess.Start(_folder);
        using var client = new HttpClient { BaseAddress = await next.ListeningAsync(Token) };
        var ready = await client.GetAsync("/healthz/ready", Token);
        await next.KillAsync();

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "studio.db")};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync(Token));
    }

    [Fact]
    public async Task SecondProcess_OnTheSameDirectory_IsRefusedWithAClearMessage()
    {
        await using var first = StudioProcess.Start(_folder);
        await first.ListeningAsync(Token);
        await using var second = StudioProcess.Start(_folder);

        await second.ExitedAsync(Token);

        Assert.Equal(StudioRun.Refused, second.ExitCode);
        Assert.Contains($"Another process (process {first.Id}) is using the data directory {_folder}.", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingConnectionString_IsNamedBeforeAnythingStarts()
    {
        await using var process = StudioProcess.Start(_folder, ("Database:Provider", "postgres"));

        await process.ExitedAsync(Token);

        Assert.Equal(StudioRun.BadSettings, process.ExitCode);
        Assert.Contains("ConnectionStrings:Postgres is missing", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoNodes_StartingAtOnceOnAnEmptyServer_BothComeUp()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "No PostgreSQL: STUDIO_TEST_POSTGRES is not set.");
        var name = "studio_test_" + Guid.NewGuid().ToString("N");
        var connection = new NpgsqlConnectionStringBuilder(TestDatabase.PostgresServer) { Database = name, Pooling = false }.ToString();
        var factory = new Factory(() => new PostgresStudioDb(new DbContextOptionsBuilder<PostgresStudioDb>().UseNpgsql(connection).Options));
        using var directory = new DataDirectoryLock(new DataDirectory(_folder));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(
            () => new MigrateOnStart(factory, directory, new MigrationState(), NullLogger<MigrateOnStart>.Instance).StartingAsync(Token), Token)));

        await using var check = factory.CreateDbContext();
        Assert.Empty(await check.Database.GetPendingMigrationsAsync(Token));
        await check.Database.EnsureDeletedAsync(Token);
    }

    private Factory SqliteFactory()
    {
        var options = new DbContextOptionsBuilder<SqliteStudioDb>();
        options.UseStudioSqlite(Path.Combine(_folder, "studio.db"), pooling: false);
        return new Factory(() => new SqliteStudioDb(options.Options));
    }

    private sealed class Factory(Func<StudioDb> make) : IDbContextFactory<StudioDb>
    {
        public StudioDb CreateDbContext() => make();
    }
}
