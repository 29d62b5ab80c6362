using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PublishPin;
using AffiliateStudio.Features.Videos.AddComment;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Features.Videos.UploadVideo;
using AffiliateStudio.Platform.Chance;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Demo;

/// <summary>The demo creator's side of the history: videos, pins and comments, made with the product's own commands and never past them.</summary>
internal sealed class DemoHistory(
    UploadVideo upload,
    PublishPin publish,
    AddComment comment,
    IEnumerable<IPartnerConnector> connectors,
    ConnectionDirectory connections,
    OfferStore offers,
    IDbContextFactory<StudioDb> databases)
{
    /// <summary>The video of the story, when it has been uploaded already.</summary>
    public async Task<VideoId?> FindAsync(Actor creator, DemoVideo video, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<Video>()
            .Where(v => v.Caption == video.Caption && db.Set<Creator>().Any(c => c.Id == v.CreatorId && c.UserId == creator.UserId))
            .Select(v => (VideoId?)v.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The codes of the links under a video of the story, the top one first; empty before it is uploaded.</summary>
    public async Task<IReadOnlyList<LinkCode>> LinksAsync(DemoVideo video, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<Pin>()
            .Where(pin => pin.State == PinState.Live && db.Set<Video>().Any(v => v.Id == pin.VideoId && v.Caption == video.Caption))
            .OrderBy(pin => pin.Position)
            .Select(pin => pin.LinkCode)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Uploads a video with its poster.</summary>
    public async Task<VideoId> UploadAsync(Actor creator, DemoVideo video, CancellationToken cancellationToken)
    {
        await using var clip = Resource(video.Clip);
        await using var poster = Resource(Path.ChangeExtension(video.Clip, ".jpg"));
        return Done(await upload.RunAsync(new UploadVideo.Command(creator, video.Caption, clip, poster), cancellationToken));
    }

    /// <summary>Searches for what is to be pinned and pins the first offer that can be bought; returns its link code.</summary>
    public async Task<LinkCode> PinAsync(Actor creator, VideoId video, DemoPin pin, CancellationToken cancellationToken)
    {
        var offer = await FindOfferAsync(pin, cancellationToken);
        return Done(await publish.RunAsync(new PublishPin.Command(creator, video, offer, pin.Text), cancellationToken)).LinkCode;
    }

    /// <summary>Lets somebody write what they think.</summary>
    public async Task CommentAsync(Actor writer, VideoId video, string text, CancellationToken cancellationToken) =>
        Done(await comment.RunAsync(new AddComment.Command(writer, video, text), cancellationToken));

    /// <summary>How many taps a video's links get on a day: most in its first week, more at the weekend, never quite the same.</summary>
    public static int TapsOn(DemoVideo video, int daysAgo, DayOfWeek weekday, SeededRandom chance)
    {
        var age = video.DaysAgo - daysAgo;
        if (age < 0)
        {
            return 0;
        }

        var percent = 45 + (120 / (1 + (age / 5))) + (weekday is DayOfWeek.Saturday or DayOfWeek.Sunday ? 35 : 0) + chance.Between(-25, 25);
        return video.TapsADay * percent / 100;
    }

    private async Task<OfferId> FindOfferAsync(DemoPin pin, CancellationToken cancellationToken)
    {
        var partner = PartnerKey.From(pin.Partner);
        var search = (IProductSearch)connectors.Single(connector => connector.Partner == partner);
        var connection = await connections.OpenAsync(partner, cancellationToken)
            ?? throw new InvalidOperationException($"The sandbox is not connected with {pin.Partner}.");
        var answer = await search.SearchAsync(connection, new ProductSearchRequest(pin.Search, Page: 1, PageSize: 10, InStockOnly: true, Travel: Travel(pin)), cancellationToken);
        if (!answer.Succeeded)
        {
            throw new InvalidOperationException($"{pin.Partner} did not answer the search for '{pin.Search}': {answer.Failure.Code} {answer.Failure.Message}");
        }

        var found = answer.Value.Offers.FirstOrDefault(offer => offer is { Price: not null, Stock: not StockState.OutOfStock })
            ?? throw new InvalidOperationException($"{pin.Partner} has nothing in stock for '{pin.Search}'.");
        return (await offers.UpsertAsync([found], cancellationToken))[0];
    }

    // Without dates, so that the pin is still good when the demo is looked at.
    private static TravelCriteria? Travel(DemoPin pin) => pin.Travel is { } kind ? new TravelCriteria(kind, pin.Search, null, null, null, SearchQuery.UsualGuests) : null;

    private static Stream Resource(string name) => typeof(DemoHistory).Assembly.GetManifestResourceStream("Demo.Clips." + name)
        ?? throw new InvalidOperationException($"The build lacks the demo clip {name}.");

    private static T Done<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException($"{result.Error.Code}: {result.Error.Message}");
}
