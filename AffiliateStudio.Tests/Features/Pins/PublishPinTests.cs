using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PublishPin;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class PublishPinTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task OwnVideoAndOffer_Published_IsLiveWithDisclosureAndCheckedLink(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var told = new List<PinChanged>();
        using var _ = scene.Events.Subscribe<PinChanged>(change =>
        {
            told.Add(change);
            return Task.CompletedTask;
        });
        await using (var db = scene.Database.CreateDbContext())
        {
            db.Add(new CreatorTag { CreatorId = scene.CreatorId, Partner = PartnerKey.Amazon, Value = "ada-20", UpdatedAt = scene.Clock.UtcNow() });
            await db.SaveChangesAsync(Cancel);
        }

        var result = await scene.Publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, scene.Offer, "  Warm light "), Cancel);

        var pin = await scene.PinAsync(result.Value.Pin);
        Assert.Equal("Warm light", pin.Text);
        Assert.Equal("Ad · I earn a commission if you buy through this link. As an Amazon Associate I earn from qualifying purchases.", pin.Disclosure);
        Assert.Equal("https://www.amazon.com/dp/B000000001?tag=ada-20", pin.TargetUrl);
        Assert.Equal("ascsubtag", pin.SubIdParameter);
        Assert.Equal(PinState.Live, pin.State);
        Assert.Equal(new PinChanged(pin.Id, pin.LinkCode, scene.Video), Assert.Single(told));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SomebodyElsesVideo_Published_IsRefused(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        foreach (var actor in new[] { scene.Stranger, Actor.Anonymous, new Actor(Guid.NewGuid(), Roles.Admin) })
        {
            var result = await scene.Publish.RunAsync(new PublishPin.Command(actor, scene.Video, scene.Offer, "Mine now"), Cancel);
            Assert.Equal("pins.video-not-found", result.Error?.Code);
        }

        await using var db = scene.Database.CreateDbContext();
        Assert.False(await db.Set<Pin>().AnyAsync(Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task DeletedVideo_Published_IsRefused(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        await using (var db = scene.Database.CreateDbContext())
        {
            (await db.Set<Video>().SingleAsync(Cancel)).DeletedAt = scene.Clock.UtcNow();
            await db.SaveChangesAsync(Cancel);
        }

        var result = await scene.Publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, scene.Offer, "Too late"), Cancel);

        Assert.Equal("pins.video-not-found", result.Error?.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SameOfferTwice_Published_LeadsToTheFirstPin(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var first = await scene.AddPinAsync();

        var second = await scene.Publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, scene.Offer, "Again"), Cancel);

        Assert.Equal("pins.already-pinned", second.Error?.Code);
        Assert.Equal($"/videos/{scene.Video.Value}#pin-{first.Id.Value}", second.Error?.Link);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TwoTabs_PublishTheSamePin_OneIsMadeAndTheOtherToldWhere(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var command = new PublishPin.Command(scene.Creator, scene.Video, scene.Offer, "Both at once");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.Publish.RunAsync(command, Cancel), Cancel)));

        var made = Assert.Single(results, result => result.Succeeded).Value;
        Assert.All(results.Where(result => !result.Succeeded), result =>
        {
            Assert.Equal("pins.already-pinned", result.Error!.Code);
            Assert.EndsWith($"#pin-{made.Pin.Value}", result.Error.Link, StringComparison.Ordinal);
        });
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(1, await db.Set<Pin>().CountAsync(Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LimitReached_Published_SaysTheLimit(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        scene.Limits.MaxPerVideo = 1;
        await scene.AddPinAsync();
        var other = await scene.AddOfferAsync("B000000002");

        var result = await scene.Publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, other, "One more"), Cancel);

        Assert.Equal("pins.limit-reached", result.Error?.Code);
        Assert.Contains("A video may have 1 pin.", result.Error!.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TwoTabs_PublishOnTheLastPlace_OnlyOneGetsIt(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        scene.Limits.MaxPerVideo = 2;
        await scene.AddPinAsync();
        var offers = await Task.WhenAll(Enumerable.Range(2, 6).Select(i => scene.AddOfferAsync($"B00000000{i}")));

        var results = await Task.WhenAll(offers.Select(offer => Task.Run(
            () => scene.Publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, offer, "Last place"), Cancel), Cancel)));

        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("pins.limit-reached", result.Error!.Code));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task RetiredPin_SameOffer_MayBePinnedAgain(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var first = await scene.AddPinAsync();
        await scene.Changes.ApplyAsync(
            scene.Creator,
            first.Id,
            first.Version,
            pin =>
            {
                pin.State = PinState.Retired;
                return null;
            },
            Cancel);

        var second = await scene.AddPinAsync();

        Assert.NotEqual(first.LinkCode, second.LinkCode);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LinkOutsideTheShop_Published_IsRefusedAndNotStored(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        foreach (var host in new[] { "https://evil.example", "https://www.amazon.com.evil.example", "http://www.amazon.com" })
        {
            scene.Shop.Host = host;
            var result = await scene.Publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, scene.Offer, "Trust me"), Cancel);

            Assert.Equal((host, "pins.link-refused"), (host, result.Error?.Code));
        }

        await using var db = scene.Database.CreateDbContext();
        Assert.False(await db.Set<Pin>().AnyAsync(Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task NoWords_Published_AreAskedFor(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        foreach (var text in new[] { null, " \n ", "\u202E" })
        {
            var result = await scene.Publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, scene.Offer, text), Cancel);

            Assert.Equal((text, "pins.text-missing", "Text"), (text, result.Error?.Code, result.Error?.Field));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TextAtTheLimitWithDisclosure_Published_IsTakenAndOneMoreIsNot(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var amazon = await scene.Partners.FindAsync(PartnerKey.Amazon, Cancel);
        var room = PinText.MaxLength - PinText.DisclosureFor(amazon!).Length - 1;

        var tooLong = await scene.Publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, scene.Offer, new string('x', room + 1)), Cancel);
        var fits = await scene.Publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, scene.Offer, new string('x', room)), Cancel);

        Assert.Equal("pins.text-too-long", tooLong.Error?.Code);
        Assert.True(fits.Succeeded);
        var pin = await scene.PinAsync(fits.Value.Pin);
        Assert.Equal(500, $"{pin.Disclosure} {pin.Text}".Length);
    }
}
