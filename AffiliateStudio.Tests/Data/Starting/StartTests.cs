using AffiliateStudio.Data;
using AffiliateStudio.Data.Providers;
using AffiliateStudio.Data.Starting;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Hosting;
using AffiliateStudio.Tests.Support;
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
            const string LeftBehind =
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await db.InWriteAsync(token => db.Database.ExecuteSqlRawAsync(LeftBehind, token), Token);
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
            const string FromTheFuture =
                """
                CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_FromTheFuture', '99.0');
                """;
            await db.InWriteAsync(token => db.Database.ExecuteSqlRawAsync(FromTheFuture, token), Token);
        }

        using var directory = new DataDirectoryLock(new DataDirectory(_folder));
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() =>
            new MigrateOnStart(factory, directory, new MigrationState(), NullLogger<MigrateOnStart>.Instance).StartingAsync(Token));

        Assert.Contains("20990101000000_FromTheFuture", refusal.Message, StringComparison.Ordinal);
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DataDirectory_ThatIsAFile_IsRefusedWithTheSettingToChange(bool withSandbox)
    {
        var file = Path.Combine(_folder, "taken");
        await File.WriteAllTextAsync(file, "not a folder", Token);
        await using var process = StudioProcess.Start(file, ("Sandbox:Enabled", withSandbox ? "true" : "false"), ("Sandbox:AllowInProduction", "true"));

        await process.ExitedAsync(Token);

        Assert.Equal(StudioRun.Refused, process.ExitCode);
        Assert.Contains($"The data directory {file} cannot be used", process.Output, StringComparison.Ordinal);
        Assert.Contains("Studio:DataDirectory", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingDatabase_OfARoleThatMayNotMakeOne_IsRefusedWithTheRemedy()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "No PostgreSQL: STUDIO_TEST_POSTGRES is not set.");
        var role = "studio_role_" + Guid.NewGuid().ToString("N");
        await OnServerAsync($"CREATE ROLE {role} LOGIN");
        var connection = new NpgsqlConnectionStringBuilder(TestDatabase.PostgresServer) { Username = role, Database = role + "_db", Pooling = false }.ToString();
        await using var db = PostgresDb(connection);

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => PostgresStart.WaitForTurnAsync(db, Token));

        await OnServerAsync($"DROP ROLE {role}");
        Assert.Contains("ConnectionStrings:Postgres", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"CREATE DATABASE \"{role}_db\" OWNER \"{role}\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NodeThatMigratesForTooLong_OthersAreRefusedAndComeInOnceItIsDone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var first = PostgresDb(database.ConnectionString);
        await using var second = PostgresDb(database.ConnectionString);
        await using (await PostgresStart.WaitForTurnAsync(first, Token))
        {
            var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => PostgresStart.WaitForTurnAsync(second, TimeSpan.FromMilliseconds(50), Token));
            Assert.Contains("Another node has been migrating", refusal.Message, StringComparison.Ordinal);
        }

        await using var turn = await PostgresStart.WaitForTurnAsync(second, TimeSpan.FromSeconds(30), Token);
    }

    [Fact]
    public async Task TwoNodes_StartingAtOnceOnAnEmptyServer_BothComeUp()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "No PostgreSQL: STUDIO_TEST_POSTGRES is not set.");
        var name = "studio_test_" + Guid.NewGuid().ToString("N");
        var connection = new NpgsqlConnectionStringBuilder(TestDatabase.PostgresServer) { Database = name, Pooling = false }.ToString();
        var factory = new Factory(() => PostgresDb(connection));
        using var directory = new DataDirectoryLock(new DataDirectory(_folder));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(
            () => new MigrateOnStart(factory, directory, new MigrationState(), NullLogger<MigrateOnStart>.Instance).StartingAsync(Token), Token)));

        await using var check = factory.CreateDbContext();
        Assert.Empty(await check.Database.GetPendingMigrationsAsync(Token));
        await check.Database.EnsureDeletedAsync(Token);
    }

    private static PostgresStudioDb PostgresDb(string connection)
    {
        var options = new DbContextOptionsBuilder<PostgresStudioDb>();
        options.UseStudioPostgres(connection);
        return new PostgresStudioDb(options.Options);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestDatabase.PostgresServer);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
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
