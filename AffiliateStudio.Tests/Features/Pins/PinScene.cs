using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SeedPartners;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PublishPin;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace AffiliateStudio.Tests.Features.Pins;

/// <summary>A database with two creators, a video of the first, and an offer; and the use cases on it.</summary>
internal sealed class PinScene : IAsyncDisposable
{
    private PinScene(TestDatabase database)
    {
        Database = database;
        Partners = new PartnerDirectory(database);
        Connections = new ConnectionDirectory(
            database,
            new ConnectionSecrets(new EphemeralDataProtectionProvider(), NullLogger<ConnectionSecrets>.Instance),
            new OwnAddress(Mock.Of<IServer>(), Options.Create(new StudioOptions())),
            Clock);
        Tags = new CreatorTags(database, Connections, [Shop]);
        Links = new PinLinks([Shop], Connections, Tags, new LinkPolicy(new ConfigurationBuilder().Build(), Merchants.None));
        Changes = new PinChange(database, Clock, Events);
        Ids = new IdGenerator(Clock);
    }

    public TestDatabase Database { get; }

    public TestClock Clock { get; } = new();

    public EventHub Events { get; } = new(NullLogger<EventHub>.Instance);

    public FakeShop Shop { get; } = new();

    public PartnerDirectory Partners { get; }

    public ConnectionDirectory Connections { get; }

    public CreatorTags Tags { get; }

    public PinLinks Links { get; }

    public PinChange Changes { get; }

    public IdGenerator Ids { get; }

    public PinsOptions Limits { get; } = new();

    public Actor Creator { get; private set; } = Actor.Anonymous;

    public CreatorId CreatorId { get; private set; }

    public Actor Stranger { get; private set; } = Actor.Anonymous;

    public VideoId Video { get; private set; }

    public OfferId Offer { get; private set; }

    public OfferStore Offers => new(
        Database, new OfferSummaries(Partners, Merchants.None, new RateCards(Database), Options.Create(new CommissionOptions()), Clock), Partners, Ids, Clock);

    public PublishPin Publish => new(Database, Partners, Links, Ids, Clock, Events, Options.Create(Limits));

    public static async Task<PinScene> CreateAsync(DatabaseProvider engine)
    {
        var scene = new PinScene(await TestDatabase.CreateAsync(engine));
        await new SeedPartners(scene.Database, scene.Partners, new MerchantDirectory(scene.Database), Profiles.All, scene.Ids, scene.Clock).RunAsync(CancellationToken.None);
        (scene.Creator, scene.CreatorId) = await scene.AddCreatorAsync("ada");
        (scene.Stranger, _) = await scene.AddCreatorAsync("bob");
        scene.Video = await scene.AddVideoAsync(scene.CreatorId);
        scene.Offer = await scene.AddOfferAsync("B000000001");
        return scene;
    }

    public async Task<(Actor Actor, CreatorId Id)> AddCreatorAsync(string handle)
    {
        await using var db = Database.CreateDbContext();
        var user = new StudioUser
        {
            Id = Guid.NewGuid(), UserName = handle, NormalizedUserName = handle.ToUpperInvariant(), DisplayName = handle, CreatedAt = Clock.UtcNow(),
        };
        var creator = new Creator { Id = Ids.New<CreatorId>(), UserId = user.Id, Handle = handle, DisplayName = handle, CreatedAt = Clock.UtcNow() };
        db.Add(user);
        db.Add(creator);
        await db.SaveChangesAsync();
        return (new Actor(user.Id, Roles.Creator), creator.Id);
    }

    public async Task<VideoId> AddVideoAsync(CreatorId creator, string caption = "My desk")
    {
        await using var db = Database.CreateDbContext();
        var video = new Video
        {
            Id = Ids.New<VideoId>(), CreatorId = creator, Caption = caption, MediaType = "video/mp4", FileName = "none.mp4", CreatedAt = Clock.UtcNow(),
        };
        db.Add(video);
        await db.SaveChangesAsync();
        return video.Id;
    }

    public async Task<OfferId> AddOfferAsync(string externalId)
    {
        await using var db = Database.CreateDbContext();
        var offer = new Offer
        {
            Id = Ids.New<OfferId>(),
            Partner = PartnerKey.Amazon,
            ExternalId = externalId,
            Title = "Desk lamp " + externalId,
            Merchant = "Amazon",
            Currency = Currency.Of("USD"),
            ProductUrl = "https://www.amazon.com/dp/" + externalId,
            CreatedAt = Clock.UtcNow(),
        };
        db.Add(offer);
        await db.SaveChangesAsync();
        return offer.Id;
    }

    public async Task<Pin> AddPinAsync(OfferId? offer = null, VideoId? video = null)
    {
        var result = await Publish.RunAsync(new PublishPin.Command(Creator, video ?? Video, offer ?? Offer, "A good lamp"), CancellationToken.None);
        Assert.Null(result.Error);
        return await PinAsync(result.Value.Pin);
    }

    public async Task<Pin> PinAsync(PinId id)
    {
        await using var db = Database.CreateDbContext();
        return await db.Set<Pin>().AsNoTracking().SingleAsync(pin => pin.Id == id);
    }

    /// <summary>Marks a video as deleted, as deleting leaves it.</summary>
    public async Task DeleteVideoAsync(VideoId id)
    {
        await using var db = Database.CreateDbContext();
        await db.InWriteAsync(
            token => db.Set<Video>().Where(video => video.Id == id).ExecuteUpdateAsync(set => set.SetProperty(video => video.DeletedAt, Clock.UtcNow()), token),
            TestContext.Current.CancellationToken);
    }

    /// <summary>The numbers of videos, with these clicks.</summary>
    public VideoPins Numbers(params (PinId Pin, long Clicks)[] counted)
    {
        var clicks = new Mock<IPinClicks>();
        clicks.Setup(source => source.TotalsAsync(It.IsAny<IReadOnlyCollection<PinId>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<PinId> pins, CancellationToken _) => counted.Where(one => pins.Contains(one.Pin)).ToDictionary(one => one.Pin, one => one.Clicks));
        return new VideoPins(Database, [clicks.Object], Events);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
