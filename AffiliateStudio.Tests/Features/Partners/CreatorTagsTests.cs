using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.ListCreatorTags;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SaveCreatorTag;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Connectors;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class CreatorTagsTests
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task OwnTag_Saved_GoesIntoLinks(DatabaseProvider engine)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);
        Assert.Equal("studio-20", await scene.Tags.FindForLinkAsync(scene.First.Id, PartnerKey.Amazon, "https://shop.example/1", Cancel));

        var result = await scene.SaveAsync(scene.First, PartnerKey.Amazon, "  MyName-20 ");

        Assert.True(result.Succeeded);
        Assert.Equal("myname-20", await scene.Tags.FindAsync(scene.First.Id, PartnerKey.Amazon, Cancel));
        Assert.Equal("myname-20", await scene.Tags.FindForLinkAsync(scene.First.Id, PartnerKey.Amazon, "https://shop.example/1", Cancel));
        Assert.Null(await scene.Tags.FindAsync(scene.Second.Id, PartnerKey.Amazon, Cancel));
        Assert.Equal(string.Empty, await scene.Tags.FindForLinkAsync(scene.First.Id, PartnerKey.Walmart, "https://shop.example/1", Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TagWhoseCaseCounts_IsKeptAsItIs(DatabaseProvider engine)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);
        await scene.Connections.SaveSettingsAsync(PartnerKey.Rakuten, ConnectionKind.Live, new Dictionary<string, string> { ["publisherId"] = "StudioAbc12" }, Cancel);

        Assert.True((await scene.SaveAsync(scene.First, PartnerKey.Rakuten, " AbCdEf12345 ")).Succeeded);

        Assert.Equal("AbCdEf12345", await scene.Tags.FindAsync(scene.First.Id, PartnerKey.Rakuten, Cancel));
        Assert.Equal("partners.tag-taken", (await scene.SaveAsync(scene.Second, PartnerKey.Rakuten, "AbCdEf12345")).Error!.Code);
        Assert.True((await scene.SaveAsync(scene.Second, PartnerKey.Rakuten, "abcdef12345")).Succeeded);
        Assert.Equal("partners.tag-taken", (await scene.SaveAsync(scene.First, PartnerKey.Rakuten, "StudioAbc12")).Error!.Code);
        Assert.True((await scene.SaveAsync(scene.First, PartnerKey.Rakuten, "studioabc12")).Succeeded);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task OwnTag_ChangedAndTakenAway_IsForgotten(DatabaseProvider engine)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);
        await scene.SaveAsync(scene.First, PartnerKey.Walmart, "1234567");
        await scene.SaveAsync(scene.First, PartnerKey.Walmart, "7654321");
        Assert.Equal("7654321", (await scene.ListAsync(scene.First)).Single(row => row.Partner == PartnerKey.Walmart).Value);

        await scene.SaveAsync(scene.First, PartnerKey.Walmart, " ");

        Assert.Equal(string.Empty, (await scene.ListAsync(scene.First)).Single(row => row.Partner == PartnerKey.Walmart).Value);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TagOfWrongForm_IsRefusedWithAnExample(DatabaseProvider engine)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);

        var error = (await scene.SaveAsync(scene.First, PartnerKey.Amazon, "myname")).Error!;

        Assert.Equal("partners.tag-form", error.Code);
        Assert.Contains("yourname-20", error.Message, StringComparison.Ordinal);
        Assert.Null(await scene.Tags.FindAsync(scene.First.Id, PartnerKey.Amazon, Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TagOfSomebodyElse_IsRefused(DatabaseProvider engine)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);
        await scene.SaveAsync(scene.First, PartnerKey.Amazon, "myname-20");

        Assert.Equal("partners.tag-taken", (await scene.SaveAsync(scene.Second, PartnerKey.Amazon, "MYNAME-20")).Error!.Code);
        Assert.Equal("partners.tag-taken", (await scene.SaveAsync(scene.Second, PartnerKey.Amazon, "studio-20")).Error!.Code);
        Assert.True((await scene.SaveAsync(scene.First, PartnerKey.Amazon, "myname-20")).Succeeded);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task OneTag_SavedByTwoCreatorsAtOnce_IsKeptForOneOfThem(DatabaseProvider engine)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);

        for (var round = 1; round <= 10; round++)
        {
            var tag = $"round{round}-20";
            var saved = await Task.WhenAll(new[] { scene.First, scene.Second }.Select(creator => Task.Run(() => scene.SaveAsync(creator, PartnerKey.Amazon, tag))));

            Assert.Single(saved, result => result.Succeeded);
            Assert.Equal("partners.tag-taken", saved.Single(result => !result.Succeeded).Error!.Code);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task OneTag_OfTwoCreators_IsRefusedByTheDatabaseItself(DatabaseProvider engine)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);
        await scene.SaveAsync(scene.First, PartnerKey.Amazon, "myname-20");

        await Assert.ThrowsAsync<DbUpdateException>(() => scene.AddAsync(scene.Second, PartnerKey.Amazon, "myname-20"));

        await scene.AddAsync(scene.Second, PartnerKey.Walmart, "myname-20");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, true, false)]
    [InlineData(DatabaseProvider.Sqlite, false, true)]
    [InlineData(DatabaseProvider.Postgres, true, false)]
    [InlineData(DatabaseProvider.Postgres, false, true)]
    public async Task HouseTag_OfAPausedOrUnusedConnection_IsRefused(DatabaseProvider engine, bool isPaused, bool isSwitched)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);
        await scene.Connections.SetPausedAsync(PartnerKey.Amazon, isPaused, Cancel);
        await scene.Connections.SwitchAsync(PartnerKey.Amazon, isSwitched ? ConnectionKind.Sandbox : ConnectionKind.Live, Cancel);

        Assert.Equal("partners.tag-taken", (await scene.SaveAsync(scene.First, PartnerKey.Amazon, "Studio-20")).Error!.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SomebodyWhoIsNoCreator_IsRefused(DatabaseProvider engine)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);

        Assert.Equal("partners.no-creator", (await scene.Save.RunAsync(new(new Actor(scene.First.UserId, Roles.Admin), PartnerKey.Amazon, "myname-20"), Cancel)).Error!.Code);
        Assert.Equal("partners.no-creator", (await scene.Save.RunAsync(new(Actor.Anonymous, PartnerKey.Amazon, "myname-20"), Cancel)).Error!.Code);
        Assert.Equal("partners.unknown", (await scene.SaveAsync(scene.First, new PartnerKey("nobody"), "x")).Error!.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task List_NamesEachPartnerAndWhatStandsIn(DatabaseProvider engine)
    {
        await using var scene = await Scene.CreateAsync(engine, _clock);

        var rows = await scene.ListAsync(scene.First);

        Assert.Equal(["Amazon", "Rakuten", "Walmart"], rows.Select(row => row.PartnerName));
        Assert.Equal([true, false, false], rows.Select(row => row.HasHouseTag));
        Assert.Contains("Amazon Associate", rows[0].Disclosure, StringComparison.Ordinal);
        Assert.Contains("reported to your own impact.com account and not here", rows[2].Form.Hint, StringComparison.Ordinal);
    }

    private sealed class Scene : IAsyncDisposable
    {
        private readonly TestDatabase _database;

        private Scene(TestDatabase database, ConnectionDirectory connections, TimeProvider clock)
        {
            IPartnerConnector[] connectors = [ConnectorSetup.Amazon(new FakePartner(), clock), ConnectorSetup.Walmart(new FakePartner(), clock), ConnectorSetup.Rakuten(new FakePartner(), clock)];
            _database = database;
            Connections = connections;
            Tags = new CreatorTags(database, connections, connectors);
            Save = new SaveCreatorTag(database, new HouseTags(connections, connectors), connectors, Events, clock);
            List = new ListCreatorTags(database, new PartnerDirectory(database), connections, connectors);
        }

        public EventHub Events { get; } = new(NullLogger<EventHub>.Instance);

        public ConnectionDirectory Connections { get; }

        public CreatorTags Tags { get; }

        public SaveCreatorTag Save { get; }

        public Creator First { get; private set; } = null!;

        public Creator Second { get; private set; } = null!;

        private ListCreatorTags List { get; }

        public static async Task<Scene> CreateAsync(DatabaseProvider engine, TimeProvider clock)
        {
            var database = await TestDatabase.CreateAsync(engine);
            var connections = PartnersScene.Connections(database, new EphemeralDataProtectionProvider(), clock);
            await PartnersScene.SeedAsync(database, clock);
            await connections.SaveSettingsAsync(PartnerKey.Amazon, ConnectionKind.Live, new Dictionary<string, string> { ["partnerTag"] = "studio-20" }, Cancel);
            var scene = new Scene(database, connections, clock);
            scene.First = await scene.AddAsync("first");
            scene.Second = await scene.AddAsync("second");
            return scene;
        }

        public Task<Result> SaveAsync(Creator creator, PartnerKey partner, string value) =>
            Save.RunAsync(new(new Actor(creator.UserId, Roles.Creator), partner, value), Cancel);

        public Task<IReadOnlyList<CreatorTagRow>> ListAsync(Creator creator) => List.RunAsync(new Actor(creator.UserId, Roles.Creator), Cancel);

        public async Task AddAsync(Creator creator, PartnerKey partner, string value)
        {
            await using var db = _database.CreateDbContext();
            db.Add(new CreatorTag { CreatorId = creator.Id, Partner = partner, Value = value, UpdatedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
            await db.SaveChangesAsync(Cancel);
        }

        public ValueTask DisposeAsync() => _database.DisposeAsync();

        private async Task<Creator> AddAsync(string handle)
        {
            await using var db = _database.CreateDbContext();
            var user = new StudioUser { Id = Guid.CreateVersion7(), UserName = handle, Email = handle + "@studio.test", DisplayName = handle, CreatedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
            var creator = new Creator { Id = CreatorId.From(Guid.CreateVersion7()), UserId = user.Id, Handle = handle, DisplayName = handle, CreatedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
            db.Add(user);
            db.Add(creator);
            await db.SaveChangesAsync(Cancel);
            return creator;
        }
    }
}
