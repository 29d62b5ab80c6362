using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Money;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Clicks;

/// <summary>A creator with a video and a pin on it, put straight into a database.</summary>
internal static class ClickScene
{
    public static readonly DateTime Now = new(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>A pin of the partner "amazon"; the partner's row must be there (the product seeds it).</summary>
    public static async Task<Pin> AddPinAsync(StudioDb db, CancellationToken token, string target = "https://www.amazon.com/dp/B0CX23V2ZK?tag=demo-20", PinState state = PinState.Live)
    {
        var number = Guid.NewGuid().ToString("N")[..12];
        var user = new StudioUser { Id = Guid.CreateVersion7(), UserName = number, NormalizedUserName = number, DisplayName = "Creator", CreatedAt = Now };
        var creator = new Creator { Id = new CreatorId(Guid.CreateVersion7()), UserId = user.Id, Handle = "c" + number, DisplayName = "Creator", CreatedAt = Now };
        var video = new Video
        {
            Id = new VideoId(Guid.CreateVersion7()), CreatorId = creator.Id, Caption = "Desk", MediaType = "video/mp4", FileName = number + ".mp4", CreatedAt = Now,
        };
        var partner = new PartnerKey("amazon");
        var offer = new Offer
        {
            Id = new OfferId(Guid.CreateVersion7()), Partner = partner, ExternalId = number, Title = "Lamp <b>bright</b>", Merchant = "Amazon", Currency = Currency.Usd,
            ProductUrl = "https://www.amazon.com/dp/B0CX23V2ZK", CreatedAt = Now,
        };
        var pin = new Pin
        {
            Id = new PinId(Guid.CreateVersion7()), CreatorId = creator.Id, VideoId = video.Id, OfferId = offer.Id, Partner = partner, LinkCode = LinkCode.Random(),
            Text = "My lamp", Disclosure = "Ad", TargetUrl = target, SubIdParameter = "ascsubtag", State = state, PublishedAt = Now, UpdatedAt = Now,
        };
        db.AddRange(user, creator, video, offer, pin);
        await db.SaveChangesAsync(token);
        return pin;
    }

    /// <summary>The same into a running product.</summary>
    public static async Task<Pin> AddPinAsync(IDbContextFactory<StudioDb> databases, CancellationToken token, string target = "https://www.amazon.com/dp/B0CX23V2ZK?tag=demo-20", PinState state = PinState.Live)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        return await AddPinAsync(db, token, target, state);
    }
}
