using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.ReceivePostback;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Features.Partners.ReceivePostback;

public sealed class PostbackReadsTests
{
    private readonly TestClock _clock = new();
    private readonly SyncStub _sync = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Burst_BecomesOneReadingAndOneCount(DatabaseProvider engine)
    {
        await using var database = await WithHookAsync(engine);
        using var reads = Reads(database, settle: 200);
        await reads.StartAsync(Cancel);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Parallel.For(0, 250, _ => reads.Note(PartnerKey.Walmart)), Cancel)));
        await UntilAsync(async () => (await HookAsync(database)).Received == 4_000 && _sync.Started.Count > 0);

        // A burst that takes longer than the time to settle may need a second reading, never one for each.
        Assert.InRange(_sync.Started.Count, 1, 3);
        Assert.Equal(_clock.UtcNow(), (await HookAsync(database)).LastReceivedAt);
        await reads.StopAsync(Cancel);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ReadingUnderWay_IsFollowedByAnother(DatabaseProvider engine)
    {
        await using var database = await WithHookAsync(engine);
        using var reads = Reads(database);
        await reads.StartAsync(Cancel);
        lock (_sync.Started)
        {
            _sync.Stages[PartnerKey.Walmart] = new ConversionSyncStage(50, "Reading");
        }

        reads.Note(PartnerKey.Walmart);
        await UntilAsync(async () => (await HookAsync(database)).Received == 1);
        Assert.Empty(_sync.Started);
        lock (_sync.Started)
        {
            _sync.Stages.Clear();
        }

        await UntilAsync(() => Task.FromResult(_sync.Started.Count == 1));
        await reads.StopAsync(Cancel);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Flood_ReadsNoOftenerThanTheOptionsSay(DatabaseProvider engine)
    {
        await using var database = await WithHookAsync(engine);
        using var reads = Reads(database, every: 3_600_000);
        await reads.StartAsync(Cancel);
        reads.Note(PartnerKey.Walmart);
        await UntilAsync(() => Task.FromResult(_sync.Started.Count == 1));
        for (var wave = 2; wave < 6; wave++)
        {
            reads.Note(PartnerKey.Walmart);
            var expected = wave;
            await UntilAsync(async () => (await HookAsync(database)).Received == expected);
        }

        Assert.Single(_sync.Started);
        await reads.StopAsync(Cancel);
    }

    private PostbackReads Reads(TestDatabase database, int settle = 10, int every = 0) => new(
        _sync, database, Options.Create(new PostbackOptions { SettleMilliseconds = settle, ReadEveryMilliseconds = every }), _clock, NullLogger<PostbackReads>.Instance);

    private async Task<TestDatabase> WithHookAsync(DatabaseProvider engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.CreateDbContext();
        db.Add(new PostbackHook { Partner = PartnerKey.Walmart, TokenHash = PostbackToken.HashOf("x"), MadeAt = _clock.UtcNow() });
        await db.SaveChangesAsync(Cancel);
        return database;
    }

    private static async Task<PostbackHook> HookAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.Set<PostbackHook>().AsNoTracking().SingleAsync(Cancel);
    }

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        for (var tries = 0; tries < 400 && !await reached(); tries++)
        {
            await Task.Delay(25, Cancel);
        }

        Assert.True(await reached());
    }
}
