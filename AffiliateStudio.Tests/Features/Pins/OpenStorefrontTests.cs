using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.OpenStorefront;
using AffiliateStudio.Features.Pins.PausePin;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class OpenStorefrontTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Storefront_OfACreator_ShowsNewestVideosAndEachLiveProductOnce(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await scene.AddVideoAsync(scene.CreatorId, "Newer");
        var other = await scene.AddOfferAsync("B000000021");
        var hidden = await scene.AddOfferAsync("B000000022");
        await scene.AddPinAsync(scene.Offer);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.AddPinAsync(other, newer);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.AddPinAsync(scene.Offer, newer);
        var paused = await scene.AddPinAsync(hidden, newer);
        await new PausePin(scene.Changes).RunAsync(new PausePin.Command(scene.Creator, paused.Id, paused.Version), Cancel);

        var page = (await Open(scene).RunAsync(new OpenStorefront.Query("ADA"), Cancel))!;

        Assert.Equal(("ada", "ada"), (page.Handle, page.Name));
        Assert.Equal([("Newer", 2), ("My desk", 1)], page.Videos.Select(video => (video.Caption, video.Products)));
        Assert.Equal([scene.Offer, other], page.Products.Select(product => product.Offer));
        Assert.All(page.Products, product => Assert.StartsWith("/go/", product.Link, StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Storefront_OfOneCreator_ShowsNothingOfAnother(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        await scene.AddPinAsync();

        var page = (await Open(scene).RunAsync(new OpenStorefront.Query("bob"), Cancel))!;

        Assert.Empty(page.Videos);
        Assert.Empty(page.Products);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ManyVideosAndPins_OnOneStorefront_AreTheNewestSixtyAndHundred(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        await AddVideosWithTwoPinsAsync(scene, 61);

        var page = (await Open(scene).RunAsync(new OpenStorefront.Query("ada"), Cancel))!;

        Assert.Equal(60, page.Videos.Count);
        Assert.Equal(("Video 61", "Video 2"), (page.Videos[0].Caption, page.Videos[^1].Caption));
        Assert.Equal(100, page.Products.Count);
        Assert.Equal(("Lamp 122", "Lamp 23"), (page.Products[0].Title, page.Products[^1].Title));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task DeletedVideo_AndUnknownHandle_AreNotShown(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        await scene.DeleteVideoAsync(scene.Video);

        Assert.Empty((await Open(scene).RunAsync(new OpenStorefront.Query("ada"), Cancel))!.Videos);
        Assert.Null(await Open(scene).RunAsync(new OpenStorefront.Query("nobody"), Cancel));
    }

    private static async Task AddVideosWithTwoPinsAsync(PinScene scene, int count)
    {
        await using var db = scene.Database.CreateDbContext();
        for (var i = 1; i <= count; i++)
        {
            scene.Clock.Advance(TimeSpan.FromMinutes(1));
            var video = new Video
            {
                Id = scene.Ids.New<VideoId>(), CreatorId = scene.CreatorId, Caption = $"Video {i}", MediaType = "video/mp4", FileName = "none.mp4", CreatedAt = scene.Clock.UtcNow(),
            };
            db.Add(video);
            AddPin(scene, db, video.Id, (2 * i) - 1);
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
            AddPin(scene, db, video.Id, 2 * i);
        }

        await db.SaveChangesAsync(Cancel);
    }

    private static void AddPin(PinScene scene, StudioDb db, VideoId video, int number)
    {
        var offer = new Offer
        {
            Id = scene.Ids.New<OfferId>(), Partner = PartnerKey.Amazon, ExternalId = $"B10000{number:D4}", Title = $"Lamp {number}", Merchant = "Amazon", Currency = Currency.Usd,
            ProductUrl = "https://www.amazon.com/dp/B000000001", CreatedAt = scene.Clock.UtcNow(),
        };
        db.Add(offer);
        db.Add(new Pin
        {
            Id = scene.Ids.New<PinId>(), CreatorId = scene.CreatorId, VideoId = video, OfferId = offer.Id, Partner = PartnerKey.Amazon, LinkCode = LinkCode.Random(), Text = "Words",
            Disclosure = "Ad", State = PinState.Live, TargetUrl = offer.ProductUrl, SubIdParameter = "ascsubtag", PublishedAt = scene.Clock.UtcNow(), UpdatedAt = scene.Clock.UtcNow(),
        });
    }

    private static OpenStorefront Open(PinScene scene) => new(scene.Database, new PinnedProducts(scene.Partners, Merchants.None, scene.Clock));
}
