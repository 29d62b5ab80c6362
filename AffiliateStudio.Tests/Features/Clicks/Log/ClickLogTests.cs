using AffiliateStudio.Data;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Clicks.Log;
using AffiliateStudio.Features.Clicks.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AffiliateStudio.Tests.Features.Clicks.Log;

public sealed class ClickLogTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("studio-clicks-").FullName;
    private readonly PinId _pin = new(Guid.CreateVersion7());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Group_WrittenTwice_IsKeptOnce(DatabaseProvider engine)
    {
        await using var scene = await OpenAsync(engine);
        Click[] clicks = [Tap(Noon), Tap(Noon.AddMinutes(1)), Tap(Noon.AddHours(1)), Tap(Noon) with { Kind = ClickKind.Bot }];

        var first = await scene.Store.WriteAsync(clicks, Token);
        var second = await scene.Store.WriteAsync(clicks, Token);

        Assert.Equal([_pin], first);
        Assert.Empty(second);
        Assert.Equal(3, (await scene.Store.TotalsAsync([_pin], Token))[_pin]);
        Assert.Equal(
            [new ClickHour(_pin, Noon.UtcDateTime, 2), new ClickHour(_pin, Noon.UtcDateTime.AddHours(1), 1)],
            await scene.Store.HoursAsync([_pin], Noon.UtcDateTime, Noon.UtcDateTime.AddHours(2), Token));
        Assert.Single(await scene.Store.HoursAsync([_pin], Noon.UtcDateTime.AddHours(1), Noon.UtcDateTime.AddHours(2), Token));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Taps_OfOneVisitor_CountOnceInTenSeconds(DatabaseProvider engine)
    {
        await using var scene = await OpenAsync(engine);

        await scene.Store.WriteAsync([Tap(Noon, visitor: 7), Tap(Noon.AddSeconds(3), visitor: 7), Tap(Noon.AddSeconds(3), visitor: 8)], Token);
        await scene.Store.WriteAsync([Tap(Noon.AddSeconds(9), visitor: 7), Tap(Noon.AddSeconds(11), visitor: 7)], Token);

        Assert.Equal(3, (await scene.Store.TotalsAsync([_pin], Token))[_pin]);
    }

    [Fact]
    public async Task Taps_OnTwoNodes_CountOnce()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var one = new PostgresClickStore(source);
        await using var two = new PostgresClickStore(source);

        await Task.WhenAll(one.WriteAsync([Tap(Noon, visitor: 7)], Token), two.WriteAsync([Tap(Noon.AddSeconds(1), visitor: 7)], Token));

        Assert.Equal(1, (await one.TotalsAsync([_pin], Token))[_pin]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Salt_OfADay_IsTheSameAllDayAndGoneAfterTwo(DatabaseProvider engine)
    {
        await using var scene = await OpenAsync(engine);
        var day = new DateOnly(2026, 1, 15);

        var first = await scene.Store.SaltAsync(day, Token);
        Assert.Equal(first, await scene.Store.SaltAsync(day, Token));
        Assert.NotEqual(first, await scene.Store.SaltAsync(day.AddDays(1), Token));
        Assert.Equal(first, await scene.Store.SaltAsync(day, Token));
        await scene.Store.SaltAsync(day.AddDays(2), Token);

        Assert.NotEqual(first, await scene.Store.SaltAsync(day, Token));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task OldClicks_WhenPruned_LeaveTheirNumbers(DatabaseProvider engine)
    {
        await using var scene = await OpenAsync(engine);
        var old = Tap(Noon.AddDays(-91));
        var young = Tap(Noon.AddDays(-89));
        await scene.Store.WriteAsync([old, young], Token);

        while (await scene.Store.PruneAsync(Noon.UtcDateTime.AddDays(-90), Token))
        {
            // There is more to remove.
        }

        Assert.Equal(2, (await scene.Store.TotalsAsync([_pin], Token))[_pin]);

        // Only a click that is gone can be added once more.
        await scene.Store.WriteAsync([old, young], Token);
        Assert.Equal(3, (await scene.Store.TotalsAsync([_pin], Token))[_pin]);
    }

    [Fact]
    public async Task Store_ThatFails_HoldsNobodyAndGetsTheClicksLater()
    {
        var store = new SwitchedStore();
        await using var log = await RunningLog.StartAsync(store, new DataDirectory(_folder), Token);
        store.Failure = new IOException("disk full");

        await log.Log.AppendAsync(Tap(Noon)).WaitAsync(TimeSpan.FromSeconds(10), Token);
        await log.Log.AppendAsync(Tap(Noon)).WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.True(log.Log.IsSpooling);
        Assert.Empty(store.Kept);
        store.Failure = null;

        await store.UntilAsync(2, Token);
        Assert.Equal(0, log.Log.Unrecorded);
    }

    [Fact]
    public async Task Store_ThatDoesNotAnswer_HoldsNobody()
    {
        var store = new SwitchedStore { Hold = new TaskCompletionSource() };
        await using var log = await RunningLog.StartAsync(store, new DataDirectory(_folder), Token);

        var taps = Enumerable.Range(0, 20).Select(_ => log.Log.AppendAsync(Tap(Noon))).ToList();
        await Task.WhenAll(taps).WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.True(log.Log.IsSpooling);
        store.Hold.SetResult();

        await store.UntilAsync(20, Token);
    }

    [Fact]
    public async Task Spool_ThatCannotBeWrittenEither_CountsWhatIsLost()
    {
        var store = new SwitchedStore { Failure = new IOException("disk full") };
        var spool = Path.Combine(_folder, "clicks-spool");
        await using var log = await RunningLog.StartAsync(store, new DataDirectory(_folder), Token);
        Directory.Delete(spool);
        await File.WriteAllTextAsync(spool, string.Empty, Token);

        await log.Log.AppendAsync(Tap(Noon)).WaitAsync(TimeSpan.FromSeconds(10), Token);

        Assert.Equal(1, log.Log.Unrecorded);
        File.Delete(spool);
        Directory.CreateDirectory(spool);
    }

    [Fact]
    public async Task Spool_WithATornRecord_GivesTheWholeOnesBack()
    {
        var directory = new DataDirectory(_folder);
        Click[] clicks = [Tap(Noon, visitor: UInt128.MaxValue), Tap(Noon) with { Kind = ClickKind.Own, Agent = "eighteen-character" }];
        using (var spool = new ClickSpool(directory))
        {
            spool.Append(clicks);
        }

        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "clicks-spool")));
        await File.AppendAllTextAsync(file, new string('x', 100), Token);
        var read = new List<Click>();
        using var next = new ClickSpool(directory);
        await next.DrainAsync(group =>
        {
            read.AddRange(group);
            return Task.CompletedTask;
        });

        Assert.Equal(clicks, read);
        Assert.False(next.HasEntries);
    }

    [Fact]
    public async Task Spool_AfterAFailedWrite_BeginsANewFileAndLosesNothingOfTheNextGroup()
    {
        var files = new Queue<Func<string, FileStream>>([path => new TornFile(path), path => new FileStream(path, FileMode.CreateNew)]);
        using var spool = new ClickSpool(new DataDirectory(_folder)) { Begin = path => files.Dequeue()(path) };
        Click[] first = [Tap(Noon), Tap(Noon)];
        Click[] next = [Tap(Noon.AddMinutes(1)), Tap(Noon.AddMinutes(2))];

        Assert.Throws<IOException>(() => spool.Append(first));
        spool.Append(next);
        var read = new List<Click>();
        await spool.DrainAsync(group =>
        {
            read.AddRange(group);
            return Task.CompletedTask;
        });

        Assert.Equal([first[0], .. next], read);
        Assert.False(spool.HasEntries);
    }

    [Fact]
    public async Task Spool_OfSeveralRuns_IsReadInTheOrderInWhichItWasWritten()
    {
        var clicks = Enumerable.Range(0, 5).Select(minute => Tap(Noon.AddMinutes(minute))).ToArray();
        foreach (var click in clicks)
        {
            using var run = new ClickSpool(new DataDirectory(_folder));
            run.Append([click]);
        }

        var read = new List<Click>();
        using var next = new ClickSpool(new DataDirectory(_folder));
        await next.DrainAsync(group =>
        {
            read.AddRange(group);
            return Task.CompletedTask;
        });

        Assert.Equal(clicks, read);
    }

    [Fact]
    public async Task Spool_WithAPrivateVisitor_HoldsNoKey()
    {
        using var spool = new ClickSpool(new DataDirectory(_folder));
        spool.Append([Tap(Noon, visitor: 7) with { IsPrivate = true }]);

        await spool.DrainAsync(group =>
        {
            Assert.Equal(UInt128.Zero, Assert.Single(group).Visitor);
            return Task.CompletedTask;
        });
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Taps_OfAPrivateVisitor_CountOnceInTenSeconds(DatabaseProvider engine)
    {
        await using var scene = await OpenAsync(engine);
        Click Private(int second) => Tap(Noon.AddSeconds(second), visitor: 7) with { IsPrivate = true };

        await scene.Store.WriteAsync([Private(0), Private(3)], Token);
        await scene.Store.WriteAsync([Private(9), Private(11)], Token);

        Assert.Equal(2, (await scene.Store.TotalsAsync([_pin], Token))[_pin]);
    }

    private Click Tap(DateTimeOffset at, UInt128 visitor = default) =>
        new(Guid.CreateVersion7(at), _pin, at.ToUnixTimeMilliseconds(), ClickKind.Counted, 1, visitor, "browser");

    private async Task<StoreScene> OpenAsync(DatabaseProvider engine)
    {
        if (engine == DatabaseProvider.Sqlite)
        {
            var sqlite = new SqliteClickStore(new DataDirectory(_folder));
            await sqlite.OpenAsync(Token);
            return new StoreScene(sqlite, null, null);
        }

        var database = await TestDatabase.CreateAsync(engine);
        var source = NpgsqlDataSource.Create(database.ConnectionString);
        return new StoreScene(new PostgresClickStore(source), source, database);
    }

    private sealed record StoreScene(IClickStore Store, NpgsqlDataSource? Source, TestDatabase? Database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Store.DisposeAsync();
            await (Source?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (Database?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private sealed record RunningLog(ClickLog Log, ClickSpool Spool, ClickNews News) : IAsyncDisposable
    {
        public static async Task<RunningLog> StartAsync(IClickStore store, DataDirectory directory, CancellationToken token)
        {
            var spool = new ClickSpool(directory);
            var news = new ClickNews(new EventHub(NullLogger<EventHub>.Instance));
            var log = new ClickLog(store, spool, news, NullLogger<ClickLog>.Instance);
            await log.StartingAsync(token);
            return new RunningLog(log, spool, news);
        }

        public async ValueTask DisposeAsync()
        {
            await Log.StopAsync(CancellationToken.None);
            Log.Dispose();
            Spool.Dispose();
            News.Dispose();
        }
    }

    /// <summary>A disk that is full after one record and a bit.</summary>
    private sealed class TornFile(string path) : FileStream(path, FileMode.CreateNew)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer[..100]);
            throw new IOException("disk full");
        }
    }

    /// <summary>Keeps clicks in memory, fails or waits when it is told to.</summary>
    private sealed class SwitchedStore : IClickStore
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly HashSet<Guid> _kept = [];
        private int _wanted = int.MaxValue;

        public volatile Exception? Failure;

        public TaskCompletionSource? Hold { get; init; }

        public IReadOnlySet<Guid> Kept => _kept;

        public Task UntilAsync(int count, CancellationToken token)
        {
            lock (_kept)
            {
                _wanted = count;
                Look();
            }

            return _reached.Task.WaitAsync(TimeSpan.FromSeconds(30), token);
        }

        public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task<IReadOnlySet<PinId>> WriteAsync(IReadOnlyList<Click> clicks, CancellationToken cancellationToken)
        {
            await (Hold?.Task ?? Task.CompletedTask);
            if (Failure is { } failure)
            {
                throw failure;
            }

            lock (_kept)
            {
                _kept.UnionWith(clicks.Select(click => click.Id));
                Look();
            }

            return new HashSet<PinId>();
        }

        public Task<byte[]> SaltAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult(new byte[32]);

        public Task<bool> PruneAsync(DateTime before, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<IReadOnlyDictionary<PinId, long>> TotalsAsync(IReadOnlyCollection<PinId> pins, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<ClickHour>> HoursAsync(IReadOnlyCollection<PinId> pins, DateTime from, DateTime until, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private void Look()
        {
            if (_kept.Count >= _wanted)
            {
                _reached.TrySetResult();
            }
        }
    }
}
