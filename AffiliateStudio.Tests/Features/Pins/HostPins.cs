using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PublishPin;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Features.Videos;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Pins;

/// <summary>Pins and comments in a running product.</summary>
internal static class HostPins
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Pins an Amazon offer of a title and a price of so long ago.</summary>
    public static async Task<Pin> PinAsync(StudioHost studio, Actor creator, VideoId video, string externalId, TimeSpan age = default, string title = "Desk lamp", string text = "The warm one")
    {
        var services = studio.Services;
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var offer = new Offer
        {
            Id = services.GetRequiredService<IdGenerator>().New<OfferId>(),
            Partner = PartnerKey.Amazon,
            ExternalId = externalId,
            Title = title,
            Merchant = "Amazon",
            Currency = Currency.Of("USD"),
            PriceMinor = 2500,
            PriceAsOf = now - age,
            FetchedAt = now - age,
            Stock = StockState.InStock,
            ProductUrl = "https://www.amazon.com/dp/" + externalId,
            CreatedAt = now,
        };
        await using var db = studio.Databases.CreateDbContext();
        db.Add(offer);
        await db.SaveChangesAsync(Cancel);
        var published = await services.GetRequiredService<PublishPin>().RunAsync(new PublishPin.Command(creator, video, offer.Id, text), Cancel);
        Assert.True(published.Succeeded, published.Error?.Message);
        return await db.Set<Pin>().AsNoTracking().SingleAsync(pin => pin.Id == published.Value.Pin, Cancel);
    }

    /// <summary>Sends a comment by the watch page's plain form.</summary>
    public static async Task<HttpResponseMessage> PostCommentAsync(CreatorSession person, VideoId video, string text)
    {
        var form = (await person.OpenAsync($"/watch/{video.Value}")).Forms.Single(f => f.QuerySelector("textarea") is not null);
        var fields = form.QuerySelectorAll("input[name]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? string.Empty);
        fields["Body"] = text;
        using var content = new FormUrlEncodedContent(fields);
        return await person.Client.PostAsync($"/watch/{video.Value}", content, Cancel);
    }
}
