using AffiliateStudio.Features.Earnings.SyncConversions;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.RefreshPinnedProducts;
using AffiliateStudio.Platform.Chance;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Demo;

/// <summary>
/// Lives through the ninety days: puts the clock that product and sandbox share back, and then, a day at a time, uploads and pins what the story says, taps and buys over
/// HTTP, returns some orders, and reads the partners' reports in the evening.
/// </summary>
internal sealed partial class DemoTimeline(
    DemoPeople people,
    DemoHistory history,
    DemoProgress progress,
    DemoState state,
    SandboxClockControl world,
    OrderBook orders,
    SyncConversions sync,
    JobBoard jobs,
    OwnAddress address,
    ILogger<DemoTimeline> logger)
{
    private const ulong Seed = 2026;

    /// <summary>Of 1,000 taps, how many end in an order.</summary>
    private const int OrdersPerThousandTaps = 52;

    /// <summary>Of 1,000 orders of a day, how many come back a week later.</summary>
    private const int ReturnsPerThousandOrders = 70;

    private const int MinutesPerDay = 24 * 60;

    /// <summary>Makes what is missing of the history.</summary>
    public async Task LiveThroughAsync(CancellationToken cancellationToken)
    {
        if (progress.DaysLeft is not { } left || await people.FindAsync(DemoAccount.Creator, cancellationToken) is not { } creator)
        {
            return;
        }

        var neighbours = new List<Actor>();
        foreach (var neighbour in DemoAccount.Neighbours)
        {
            neighbours.Add(await people.FindAsync(neighbour, cancellationToken) ?? throw new InvalidOperationException($"{neighbour.DisplayName} has no account."));
        }

        var cast = new Cast(creator, neighbours);
        var present = world.Shift;
        try
        {
            for (var daysAgo = left; daysAgo > 0; daysAgo--)
            {
                Tell(daysAgo);
                await LiveADayAsync(cast, daysAgo, present, cancellationToken);
                progress.DaysLeft = daysAgo - 1;
            }
        }
        finally
        {
            world.SetShift(present);
        }

        await sync.RunAsync(cancellationToken);

        // What was pinned weeks ago has prices and pictures that are too old to be shown.
        await jobs.RunNowAsync(RefreshPinnedProducts.Name, cancellationToken);
        progress.Finish();
        LogDone(logger);
    }

    private void Tell(int daysAgo)
    {
        var day = DemoStory.Days - daysAgo + 1;
        state.Working = $"Living through day {day} of {DemoStory.Days}.";
        if (day % 10 == 0 || day == 1)
        {
            LogDay(logger, day, DemoStory.Days);
        }
    }

    private async Task LiveADayAsync(Cast cast, int daysAgo, TimeSpan present, CancellationToken cancellationToken)
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
        await sync.RunAsync(cancellationToken);
    }

    private async Task PublishAsync(Cast cast, DemoVideo video, CancellationToken cancellationToken)
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo history: day {Day} of {Days}.")]
    private static partial void LogDay(ILogger logger, int day, int days);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo history: done.")]
    private static partial void LogDone(ILogger logger);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Demo history: order {Order} came back {DaysAgo} days ago.")]
    private static partial void LogReturned(ILogger logger, long order, int daysAgo);

    private sealed record Cast(Actor Creator, IReadOnlyList<Actor> Neighbours);
}
