using System.Collections.Concurrent;
using AffiliateStudio.Data;
using AffiliateStudio.Data.Writing;
using AffiliateStudio.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Data.Writing;

public sealed class WriteUnitTests
{
    private static readonly DateTime Now = new(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Save_FiftyWritersAtOnce_LosesNothingAndNobodyIsToldBusy(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);

        await Parallel.ForEachAsync(Enumerable.Range(0, 50), new ParallelOptions { MaxDegreeOfParallelism = 50, CancellationToken = Token }, async (writer, token) =>
        {
            for (var i = 0; i < 4; i++)
            {
                await using var db = database.CreateDbContext();
                db.Add(NewUser($"writer{writer}.{i}"));
                await db.SaveChangesAsync(token);
            }
        });

        await using var check = database.CreateDbContext();
        Assert.Equal(200, await check.Set<StudioUser>().CountAsync(Token));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Unit_ReadsThenWritesInParallel_CountsEveryStep(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var user = NewUser("counter");
        user.DisplayName = "0";
        await using (var db = database.CreateDbContext())
        {
            db.Add(user);
            await db.SaveChangesAsync(Token);
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, 24), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token }, async (_, token) =>
        {
            await using var db = database.CreateDbContext();
            await db.InWriteAsync(
                async inner =>
                {
                    var row = await db.Set<StudioUser>().SingleAsync(c => c.Id == user.Id, inner);
                    row.DisplayName = (int.Parse(row.DisplayName, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                    await db.SaveChangesAsync(inner);
                },
                token);
        });

        await using var check = database.CreateDbContext();
        Assert.Equal("24", (await check.Set<StudioUser>().SingleAsync(Token)).DisplayName);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Unit_ThatThrows_LeavesNothingBehindAndGivesTheTurnBack(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.CreateDbContext())
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => db.InWriteAsync(
                async inner =>
                {
                    db.Add(NewUser("gone"));
                    await db.SaveChangesAsync(inner);
                    throw new InvalidDataException("in the middle");
                },
                Token));
        }

        await using var next = database.CreateDbContext();
        next.Add(NewUser("stays"));
        await next.SaveChangesAsync(Token);
        Assert.Equal(["stays"], await next.Set<StudioUser>().Select(u => u.UserName).ToListAsync(Token));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Unit_InsideAUnitOfTheSameContext_JoinsIt(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.CreateDbContext();

        var saved = await db.InWriteAsync(
            async inner =>
            {
                db.Add(NewUser("joined"));
                return await db.InWriteAsync(db.SaveChangesAsync, inner);
            },
            Token);

        Assert.Equal(1, saved);
    }

    [Fact]
    public async Task Unit_ThatWritesThroughAnotherContext_IsRefusedInsteadOfWaitingForItself()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var outer = database.CreateDbContext();

        await Assert.ThrowsAsync<InvalidOperationException>(() => outer.InWriteAsync(
            async inner =>
            {
                await using var other = database.CreateDbContext();
                other.Add(NewUser("nested"));
                await other.SaveChangesAsync(inner);
            },
            Token));
    }

    [Fact]
    public async Task Unit_ThatMeetsBusySnapshot_RunsAgainFromTheStart()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.CreateDbContext();
        var attempts = 0;

        await db.InWriteAsync(
            async inner =>
            {
                db.Add(NewUser("again"));
                await db.SaveChangesAsync(inner);
                if (++attempts < 3)
                {
                    throw new SqliteException("database is locked", 5, 517);
                }
            },
            Token);

        Assert.Equal(3, attempts);
        await using var check = database.CreateDbContext();
        Assert.Equal(1, await check.Set<StudioUser>().CountAsync(Token));
    }

    [Fact]
    public async Task Queue_WithWaiters_LetsThemInInOrder()
    {
        var queue = WriterQueue.Of(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        var order = new ConcurrentQueue<int>();
        var first = await queue.EnterAsync(Token);
        var waiting = Enumerable.Range(1, 20).Select(Enter).ToList();

        Assert.Equal(21, queue.Depth);
        first.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(1, 20), order);
        Assert.Equal(0, queue.Depth);

        // Each starts in a flow of its own, as requests do, up to its place in the queue.
        Task Enter(int number)
        {
            using (ExecutionContext.SuppressFlow())
            {
                var entering = new TaskCompletionSource();
                var done = Task.Run(
                    async () =>
                    {
                        var turn = queue.EnterAsync(Token);
                        entering.SetResult();
                        using (await turn)
                        {
                            order.Enqueue(number);
                        }
                    },
                    Token);
                entering.Task.Wait(Token);
                return done;
            }
        }
    }

    [Fact]
    public async Task Connection_OfAContext_CommitsToDiskAndNeverCheckpointsByItself()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.CreateDbContext();

        Assert.Equal(2, await Pragma("synchronous"));
        Assert.Equal(0, await Pragma("wal_autocheckpoint"));

        async Task<int> Pragma(string name)
        {
            await db.Database.OpenConnectionAsync(Token);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return Convert.ToInt32(await command.ExecuteScalarAsync(Token), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task Write_OutsideAUnit_IsRefusedByTheEngine()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.CreateDbContext();
        await db.Database.OpenConnectionAsync(Token);
        Task<int> RenameAsync(string name, CancellationToken token) => db.Set<StudioUser>().ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, name), token);

        var before = await Assert.ThrowsAsync<SqliteException>(() => RenameAsync("before any unit", Token));
        db.Add(NewUser("saved"));
        await db.SaveChangesAsync(Token);
        var afterSave = await Assert.ThrowsAsync<SqliteException>(() => RenameAsync("after a save", Token));
        Assert.Equal(1, await db.InWriteAsync(token => RenameAsync("in a unit", token), Token));
        var afterUnit = await Assert.ThrowsAsync<SqliteException>(() => RenameAsync("after a unit", Token));

        const int ReadOnly = 8;
        Assert.Equal([ReadOnly, ReadOnly, ReadOnly], new[] { before, afterSave, afterUnit }.Select(refusal => refusal.SqliteErrorCode));
        Assert.Equal(["in a unit"], await db.Set<StudioUser>().Select(user => user.DisplayName).ToListAsync(Token));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Snapshot_WhileOthersWrite_StaysAsItWasAndHoldsNobodyUp(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var reader = database.CreateDbContext();
        await using var writer = database.CreateDbContext();
        await using var snapshot = await reader.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Token);
        Assert.Equal(0, await reader.Set<StudioUser>().CountAsync(Token));

        writer.Add(NewUser("meanwhile"));
        await writer.SaveChangesAsync(Token).WaitAsync(TimeSpan.FromSeconds(20), Token);

        Assert.Equal(0, await reader.Set<StudioUser>().CountAsync(Token));
        await snapshot.CommitAsync(Token);
        Assert.Equal(1, await reader.Set<StudioUser>().CountAsync(Token));
    }

    [Fact]
    public async Task Checkpoint_WhileAWriterHasTheTurn_WaitsForIt()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.CreateDbContext();
        db.Add(NewUser("logged"));
        await db.SaveChangesAsync(Token);
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(Token);
        var queue = WriterQueue.Of(connection.DataSource);
        Task<bool> checkpoint;

        using (await queue.EnterAsync(Token))
        {
            using (ExecutionContext.SuppressFlow())
            {
                checkpoint = Task.Run(() => Checkpointer.CheckpointAsync(connection, Token), Token);
            }

            while (queue.Depth < 2 && !checkpoint.IsCompleted)
            {
                await Task.Yield();
            }

            Assert.False(checkpoint.IsCompleted);
        }

        Assert.True(await checkpoint);
    }

    [Fact]
    public async Task Checkpoint_WithNoReaderInTheWay_EmptiesTheLog()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.CreateDbContext();
        await db.Database.OpenConnectionAsync(Token);
        db.Add(NewUser("logged"));
        await db.SaveChangesAsync(Token);
        var file = db.Database.GetDbConnection().DataSource;
        Assert.NotEqual(0, Checkpointer.LogSize(file));

        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(Token);

        Assert.True(await Checkpointer.CheckpointAsync(connection, Token));
        Assert.Equal(0, Checkpointer.LogSize(file));
    }

    private static StudioUser NewUser(string name) => new() { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name, CreatedAt = Now };
}
