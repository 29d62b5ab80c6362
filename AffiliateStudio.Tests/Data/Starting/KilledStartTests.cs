using System.Globalization;
using System.Net;
using AffiliateStudio.Data;
using AffiliateStudio.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AffiliateStudio.Tests.Data.Starting;

/// <summary>
/// Whatever a killed start leaves behind, the next one becomes ready. Eight kills on each engine; the environment variable STUDIO_KILLS asks for more (STUDIO_KILLS=50
/// before ./test.sh KilledStart takes a few minutes).
/// </summary>
public sealed class KilledStartTests : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("STUDIO_KILLS") ?? "8", CultureInfo.InvariantCulture);

    private readonly string _root = Directory.CreateTempSubdirectory("studio-kills-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory, ClassData(typeof(Engines))]
    public async Task Start_KilledAtRandomMoments_IsReadyTheNextTime(DatabaseProvider engine)
    {
        Assert.SkipWhen(engine == DatabaseProvider.Postgres && TestDatabase.PostgresServer is null, "No PostgreSQL: STUDIO_TEST_POSTGRES is not set.");

        // Seeded, so that a run can be told about; the machine's own pace makes it another one each time all the same.
        var random = new Random(Kills);
        for (var round = 0; round * 4 < Kills; round++)
        {
            await using var place = await Place.MakeAsync(engine, Path.Combine(_root, round.ToString(CultureInfo.InvariantCulture)));

            // Twice a kill on the way up and one while it runs: first with no database at all, then with the one that is there.
            await KillOnTheWayUpAsync(place, random.Next(0, 400));
            await BecomesReadyAndIsKilledAsync(place);
            await KillOnTheWayUpAsync(place, random.Next(0, 1500));
            await BecomesReadyAndIsKilledAsync(place);
            await place.CheckAsync();
        }
    }

    private static async Task KillOnTheWayUpAsync(Place place, int milliseconds)
    {
        await using var victim = place.Start();

        // Counted from the moment that there is something to break.
        while (!await place.ExistsAsync())
        {
            Assert.False(victim.HasExited, "It ended by itself:\n" + victim.Output);
            await Task.Delay(2, Token);
        }

        await Task.Delay(milliseconds, Token);
        await victim.KillAsync();
    }

    private static async Task BecomesReadyAndIsKilledAsync(Place place)
    {
        await using var next = place.Start();
        using var client = new HttpClient { BaseAddress = await next.ListeningAsync(Token) };
        using var ready = await client.GetAsync("/healthz/ready", Token);
        Assert.True(ready.StatusCode == HttpStatusCode.OK, next.Output);
        await next.KillAsync();
    }

    /// <summary>A data directory with a database that does not exist yet.</summary>
    private sealed class Place(DatabaseProvider engine, string folder) : IAsyncDisposable
    {
        private readonly string _name = "studio_test_" + Guid.NewGuid().ToString("N");
        private NpgsqlConnection? _server;

        public static async Task<Place> MakeAsync(DatabaseProvider engine, string folder)
        {
            Directory.CreateDirectory(folder);
            var place = new Place(engine, folder);
            if (engine == DatabaseProvider.Postgres)
            {
                place._server = new NpgsqlConnection(TestDatabase.PostgresServer);
                await place._server.OpenAsync(Token);
            }

            return place;
        }

        public StudioProcess Start() => engine == DatabaseProvider.Sqlite
            ? StudioProcess.Start(folder)
            : StudioProcess.Start(
                folder,
                ("Database:Provider", "Postgres"),
                ("ConnectionStrings:Postgres", new NpgsqlConnectionStringBuilder(TestDatabase.PostgresServer) { Database = _name }.ToString()));

        public async Task<bool> ExistsAsync() => _server is null
            ? File.Exists(Path.Combine(folder, "studio.db"))
            : await ScalarAsync($"SELECT count(*) FROM pg_database WHERE datname = '{_name}'") is 1L;

        /// <summary>What the kills left is whole.</summary>
        public async Task CheckAsync()
        {
            if (_server is null)
            {
                await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "studio.db")};Pooling=False");
                await connection.OpenAsync(Token);
                await using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA integrity_check";
                Assert.Equal("ok", await command.ExecuteScalarAsync(Token));
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null)
            {
                await ScalarAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
                await _server.DisposeAsync();
            }
        }

        private async Task<object?> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, _server);
            return await command.ExecuteScalarAsync(Token);
        }
    }
}
