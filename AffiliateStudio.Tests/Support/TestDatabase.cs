using AffiliateStudio.Data;
using AffiliateStudio.Data.Providers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AffiliateStudio.Tests.Support;

/// <summary>
/// A migrated, empty database of its own for one test. The migrations run once per engine and test run; each test gets a copy of the result.
/// PostgreSQL is the server that STUDIO_TEST_POSTGRES names (a connection string of a role that may create databases); test.sh sets it.
/// </summary>
public sealed class TestDatabase : IDbContextFactory<StudioDb>, IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);

    private readonly Func<StudioDb> _open;
    private readonly Func<Task> _drop;

    private TestDatabase(DatabaseProvider engine, string connectionString, Func<StudioDb> open, Func<Task> drop)
    {
        Engine = engine;
        ConnectionString = connectionString;
        _open = open;
        _drop = drop;
    }

    /// <summary>The engine.</summary>
    public DatabaseProvider Engine { get; }

    /// <summary>How to reach this database.</summary>
    public string ConnectionString { get; }

    /// <summary>The PostgreSQL server of this run, or null.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("STUDIO_TEST_POSTGRES");

    /// <summary>Makes a database; skips the test when the engine is not to be had.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider engine)
    {
        if (engine == DatabaseProvider.Sqlite)
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("studio-test-").FullName, "studio.db");
            File.Copy(await SqliteTemplate.Value, file);
            var sqlite = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
            return new TestDatabase(
                engine,
                sqlite,
                () => new SqliteStudioDb(SqliteOptions(file)),
                () =>
                {
                    Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
                    return Task.CompletedTask;
                });
        }

        Assert.SkipWhen(PostgresServer is null, "No PostgreSQL: STUDIO_TEST_POSTGRES is not set.");
        var name = "studio_test_" + Guid.NewGuid().ToString("N");
        var template = await PostgresTemplate.Value;
        await ExecuteOnServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var postgres = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, Pooling = false }.ToString();
        return new TestDatabase(
            engine,
            postgres,
            () => new PostgresStudioDb(PostgresOptions(postgres)),
            () => ExecuteOnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }

    /// <inheritdoc />
    public StudioDb CreateDbContext() => _open();

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _drop();

    private static DbContextOptions<SqliteStudioDb> SqliteOptions(string file)
    {
        var options = new DbContextOptionsBuilder<SqliteStudioDb>();
        options.UseStudioSqlite(file, pooling: false);
        return options.Options;
    }

    private static DbContextOptions<PostgresStudioDb> PostgresOptions(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresStudioDb>();
        options.UseStudioPostgres(connectionString);
        return options.Options;
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("studio-template-").FullName, "studio.db");
        await using var db = new SqliteStudioDb(new DbContextOptionsBuilder<SqliteStudioDb>().UseSqlite($"Data Source={file};Pooling=False").Options);
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return file;
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var name = "studio_template_" + Guid.NewGuid().ToString("N");
        await ExecuteOnServerAsync($"CREATE DATABASE {name}");
        var connectionString = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, Pooling = false }.ToString();
        await using var db = new PostgresStudioDb(PostgresOptions(connectionString));
        await db.Database.MigrateAsync();
        return name;
    }

    private static async Task ExecuteOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
