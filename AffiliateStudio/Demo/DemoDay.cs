using AffiliateStudio.Features.Earnings.SyncConversions;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SyncMerchants;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Chance;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Shops;
using AffiliateStudio.Sandbox;

namespace AffiliateStudio.Demo;

/// <summary>
/// One day of the demo: uploads and pins what the story says, returns some orders, taps and buys over HTTP, and reads the partners' reports in the evening.
/// </summary>
internal sealed partial class DemoDay(
    DemoHistory history,
    SandboxClockControl world,
    OrderBook orders,
    SyncConversions sync,
    SyncMerchants merchants,
    OwnAddress address,
    ILogger<DemoDay> logger)
{
    private const ulong Seed = 2026;

    /// <summary>Of 1,000 taps, how many end in an order.</summary>
    private const int OrdersPerThousandTaps = 52;

    /// <summary>Of 1,000 orders of a day, how many come back a week later.</summary>
    private const int ReturnsPerThousandOrders = 70;

    private const int MinutesPerDay = 24 * 60;

    /// <summary>Lives through one day.</summary>
    public async Task LiveAsync(DemoCast cast, int daysAgo, TimeSpan present, CancellationToken cancellationToken)
    {
        // Each day has a seed of its own, so that a history that was broken off goes on as it would have.
        var chance = new SeededRandom(Seed + (ulong)daysAgo);
        var morning = present - TimeSpan.FromDays(daysAgo);
        world.SetShift(morning);
        foreach (var video in DemoStory.Videos.Where(video => video.DaysAgo == daysAgo))
        {
            await PublishAsync(cast, video, cancellationToken);
        }

        await ReturnSomeAsync(daysAgo, chance, cancellationToken);
        using var viewer = new DemoViewer(address, chance);
        foreach (var (minute, link) in await TapsAsync(daysAgo, chance, cancellationToken))
        {
            world.SetShift(morning + TimeSpan.FromMinutes(minute));
            await viewer.TapAsync(link.Value, chance.Happens(OrdersPerThousandTaps), cancellationToken);
        }

        world.SetShift(morning + TimeSpan.FromMinutes(MinutesPerDay - 1));
        await ReadReportsAsync(cancellationToken);
    }

    /// <summary>Reads the partners' terms, so that rates, windows and hosts are known before anything is pinned.</summary>
    public async Task ReadTermsAsync(CancellationToken cancellationToken)
    {
        foreach (var shop in SandboxShops.All)
        {
            await merchants.RunAsync(PartnerKey.From(shop.Partner.PathName()), cancellationToken);
        }
    }

    /// <summary>Reads what the partners report by now.</summary>
    public Task ReadReportsAsync(CancellationToken cancellationToken) => sync.RunAsync(cancellationToken);

    private async Task PublishAsync(DemoCast cast, DemoVideo video, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(cast.Creator, video, cancellationToken) is not null)
        {
            return;
        }

        var id = await history.UploadAsync(cast.Creator, video, cancellationToken);
        foreach (var pin in video.Pins)
        {
            await history.PinAsync(cast.Creator, id, pin, cancellationToken);
        }

        foreach (var (index, text) in video.Comments.Index())
        {
            world.SetShift(world.Shift + TimeSpan.FromMinutes(17));
            await history.CommentAsync(cast.Neighbours[index % cast.Neighbours.Count], id, text, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<(int Minute, LinkCode Link)>> TapsAsync(int daysAgo, SeededRandom chance, CancellationToken cancellationToken)
    {
        var weekday = world.Now.DayOfWeek;
        var taps = new List<(int Minute, LinkCode Link)>();
        foreach (var video in DemoStory.Videos)
        {
            var links = await history.LinksAsync(video, cancellationToken);
            for (var tap = DemoHistory.TapsOn(video, daysAgo, weekday, chance); tap > 0 && links.Count > 0; tap--)
            {
                // Most viewers take the top pin.
                var link = links.Count == 1 || chance.Happens(680) ? links[0] : links[1 + chance.Next(links.Count - 1)];
                taps.Add((chance.Next(MinutesPerDay - 1), link));
            }
        }

        return [.. taps.OrderBy(tap => tap.Minute)];
    }

    private async Task ReturnSomeAsync(int daysAgo, SeededRandom chance, CancellationToken cancellationToken)
    {
        const int Page = 100;
        var recent = await orders.ListAsync(page: 1, Page, cancellationToken);
        var weekAgo = DateOnly.FromDateTime(world.Now.AddDays(-7));
        foreach (var order in recent.Rows.Where(order => DateOnly.FromDateTime(order.OrderedAt) == weekAgo && chance.Happens(ReturnsPerThousandOrders)))
        {
            await orders.ReturnAsync(order.Id, cancellationToken);
            LogReturned(logger, order.Id, daysAgo);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Demo history: order {Order} came back {DaysAgo} days ago.")]
    private static partial void LogReturned(ILogger logger, long order, int daysAgo);
}
