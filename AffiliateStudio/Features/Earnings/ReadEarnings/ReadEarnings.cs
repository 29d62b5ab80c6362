using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ReadEarnings;

/// <summary>Everything that the earnings page shows, of the actor's own money only.</summary>
internal sealed class ReadEarnings(IDbContextFactory<StudioDb> databases, IClickCounts clicks, PartnerDirectory partners, TimeProvider clock)
{
    private const int MostNews = 8;

    /// <summary>What to show.</summary>
    /// <param name="Actor">Whose money.</param>
    /// <param name="Period">Which days.</param>
    /// <param name="Currency">The currency asked for; another one is taken when the creator earned nothing in it.</param>
    public sealed record Query(Actor Actor, EarningsPeriod Period, string? Currency = null);

    public async Task<EarningsView> RunAsync(Query query, CancellationToken cancellationToken)
    {
        var period = query.Period;
        var since = period.Before.From;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mine = CountedConversions.In(db).Where(row => db.Set<Creator>().Any(creator => creator.Id == row.CreatorId && creator.UserId == query.Actor.UserId));
        var inSpan = mine.Where(row => row.Day >= since && row.Day <= period.To);
        var sums = await inSpan
            .GroupBy(row => new { row.Day, row.PinId, row.Partner, row.State, row.Currency })
            .Select(group => new ConversionSum(
                group.Key.Day, group.Key.PinId, group.Key.Partner, group.Key.State, group.Key.Currency,
                group.Sum(row => row.CreatorMinor), group.Count(), group.Count(row => row.Quantity > 0)))
            .ToListAsync(cancellationToken);
        var pins = await (
            from pin in db.Set<Pin>()
            join creator in db.Set<Creator>() on pin.CreatorId equals creator.Id
            join video in db.Set<Video>() on pin.VideoId equals video.Id
            join offer in db.Set<Offer>() on pin.OfferId equals offer.Id
            where creator.UserId == query.Actor.UserId
            select new CreatorPin(pin.Id, pin.VideoId, pin.Partner, offer.Title, video.Caption)).ToListAsync(cancellationToken);
        var hours = await clicks.HoursAsync([.. pins.Select(pin => pin.Id)], Midnight(since), Midnight(period.To.AddDays(1)), cancellationToken);
        var known = await partners.ListAsync(cancellationToken);
        var currencies = sums.GroupBy(sum => sum.Currency).OrderByDescending(group => group.Sum(sum => sum.Rows)).Select(group => group.Key).ToList();
        var currency = currencies.Find(one => one.Code == query.Currency) is { } asked && currencies.Contains(asked) ? asked : currencies.FirstOrDefault(Currency.Usd);
        var books = new PeriodBooks(period, currency, [.. sums.Where(sum => sum.Currency == currency)], pins, hours, known);
        return new EarningsView
        {
            Creator = await db.Set<Creator>().Where(creator => creator.UserId == query.Actor.UserId).Select(creator => (CreatorId?)creator.Id).FirstOrDefaultAsync(cancellationToken),
            PinIds = pins.Select(pin => pin.Id).ToHashSet(),
            Period = period,
            Currency = currency,
            Currencies = currencies,
            Now = books.Numbers(period),
            Before = books.Numbers(period.Before),
            States = books.States(await NextLocksAsync(mine, period, currency, cancellationToken), clock.UtcToday()),
            Days = books.Days(),
            EarnedBefore = books.EarnedBefore(),
            Videos = books.ByVideo(),
            Pins = books.ByPin(),
            Partners = books.ByPartner(),
            Freshness = await FreshnessAsync(db, known, cancellationToken),
            News = await NewsAsync(db, mine, pins, cancellationToken),
        };
    }

    private async Task<IReadOnlyDictionary<PartnerKey, DateTime>> NextLocksAsync(
        IQueryable<Conversion> mine,
        EarningsPeriod period,
        Currency currency,
        CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var (from, to) = (period.From, period.To);
        return await mine
            .Where(row => row.Day >= from && row.Day <= to && row.Currency == currency && row.State == ConversionState.Pending && row.LocksAt > now)
            .GroupBy(row => row.Partner)
            .Select(group => new { group.Key, Next = group.Min(row => row.LocksAt)!.Value })
            .ToDictionaryAsync(row => row.Key, row => row.Next, cancellationToken);
    }

    private static async Task<IReadOnlyList<PartnerFreshness>> FreshnessAsync(StudioDb db, IReadOnlyList<Partner> known, CancellationToken cancellationToken)
    {
        var connections = await db.Set<Connection>().AsNoTracking()
            .Select(row => new { row.Partner, row.LastConversionSyncAt, row.LastErrorAt }).ToListAsync(cancellationToken);
        return
        [
            .. connections.OrderBy(row => row.Partner.Value, StringComparer.Ordinal).Select(row => new PartnerFreshness(
                known.FirstOrDefault(partner => partner.Key == row.Partner)?.Name ?? row.Partner.Value, row.LastConversionSyncAt, row.LastErrorAt)),
        ];
    }

    private static async Task<IReadOnlyList<EarningsNews>> NewsAsync(
        StudioDb db,
        IQueryable<Conversion> mine,
        IReadOnlyList<CreatorPin> pins,
        CancellationToken cancellationToken)
    {
        var rows = await (
            from change in db.Set<ConversionEvent>()
            join row in mine on change.ConversionId equals row.Id
            where change.Kind != ConversionEventKind.Refused
            orderby change.Id descending
            select new
            {
                change.Kind, change.From, change.To, change.CreatorMinor, change.Currency, change.RecordedAt, row.ProductTitle, row.ProductExternalId, row.PinId,
                Item = db.Set<ConversionItem>().Where(item => item.ConversionId == row.Id && item.Name != string.Empty).OrderBy(item => item.Ordinal).Select(item => item.Name).FirstOrDefault(),
            })
            .Take(MostNews).ToListAsync(cancellationToken);

        // A partner that does not name the product (impact.com says "Online Sale") leaves the order's first item to say it, or until that is known the pin's own.
        return
        [
            .. rows.Select(row => new EarningsNews(
                $"{(row.ProductExternalId.Length == 0 && row.Item is null && pins.FirstOrDefault(pin => pin.Id == row.PinId) is { } pin ? pin.Offer : ProductName.Of(row.ProductExternalId, row.ProductTitle, row.Item))} {Verb(row.Kind, row.From, row.To)}",
                ConversionWords.Of(row.To),
                new Money(row.CreatorMinor, row.Currency),
                row.RecordedAt)),
        ];
    }

    private static string Verb(ConversionEventKind kind, ConversionState? from, ConversionState to) => kind switch
    {
        ConversionEventKind.Reported => "was ordered",
        ConversionEventKind.Moved or ConversionEventKind.Clawback when from is { } before && before != to => $"moved from {ConversionWords.Of(before)} to {ConversionWords.Of(to)}",
        ConversionEventKind.Withdrawn => "was taken out of the report",
        ConversionEventKind.Relisted => "is in the report again",
        ConversionEventKind.Assigned => "was matched to you",
        _ => "was corrected",
    };

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
