using System.Globalization;
using System.Runtime.CompilerServices;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ListEarningRows;

/// <summary>The rows behind a total, newest first.</summary>
internal sealed class ListEarningRows(IDbContextFactory<StudioDb> databases, PartnerDirectory partners)
{
    private const int LargestPage = 500;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Which rows.</summary>
    /// <param name="Actor">Whose.</param>
    /// <param name="Filter">Which of them.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="PageSize">How many on a page, 500 at most.</param>
    public sealed record Query(Actor Actor, EarningRowFilter Filter, int Page = 1, int PageSize = 50);

    public async Task<EarningRows> RunAsync(Query query, CancellationToken cancellationToken)
    {
        var known = (await partners.ListAsync(cancellationToken)).ToDictionary(partner => partner.Key);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mine = query.Filter.Of(db, query.Actor);
        var counted = query.Filter.State == "reversed" ? mine : mine.Where(row => row.State != ConversionState.Reversed);
        var sums = await counted.GroupBy(row => row.Currency).Select(group => new { group.Key, Sum = group.Sum(row => row.CreatorMinor) }).ToListAsync(cancellationToken);
        var total = await mine.CountAsync(cancellationToken);
        var size = int.Clamp(query.PageSize, 1, LargestPage);
        var page = await Captioned(db, Ordered(mine).Skip((int.Clamp(query.Page, 1, 1_000_000) - 1) * size).Take(size)).ToListAsync(cancellationToken);
        return new EarningRows(
            [.. page.Select(item => RowOf(item, known.GetValueOrDefault(item.Row.Partner)))],
            total,
            [.. sums.OrderBy(sum => sum.Key.Code, StringComparer.Ordinal).Select(sum => new Money(sum.Sum, sum.Key))]);
    }

    /// <summary>All rows of a filter in the order of the pages, read one by one.</summary>
    public async IAsyncEnumerable<EarningRow> EachAsync(Actor actor, EarningRowFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = (await partners.ListAsync(cancellationToken)).ToDictionary(partner => partner.Key);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await foreach (var item in Captioned(db, Ordered(filter.Of(db, actor))).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return RowOf(item, known.GetValueOrDefault(item.Row.Partner));
        }
    }

    private static IQueryable<Conversion> Ordered(IQueryable<Conversion> rows) =>
        rows.OrderByDescending(row => row.OccurredAt).ThenBy(row => row.Partner).ThenBy(row => row.Side).ThenBy(row => row.ExternalKey);

    private static IQueryable<CaptionedRow> Captioned(StudioDb db, IQueryable<Conversion> rows) => rows.Select(row => new CaptionedRow
    {
        Row = row,
        Caption = db.Set<Pin>().Where(pin => pin.Id == row.PinId).Select(pin => db.Set<Video>().Where(video => video.Id == pin.VideoId).Select(video => video.Caption).FirstOrDefault()).FirstOrDefault(),
        Item = db.Set<ConversionItem>().Where(item => item.ConversionId == row.Id && item.Name != string.Empty).OrderBy(item => item.Ordinal).Select(item => item.Name).FirstOrDefault(),
    });

    private static EarningRow RowOf(CaptionedRow item, Partner? partner)
    {
        var row = item.Row;
        return new EarningRow(
            row.Id,
            row.Day,
            ProductName.Of(row.ProductExternalId, row.ProductTitle, item.Item),
            partner?.Name ?? row.Partner.Value,
            item.Caption ?? string.Empty,
            ConversionWords.Of(row.State),
            new Money(row.CreatorMinor, row.Currency),
            $"{row.CreatorShare} of {new Money(row.CommissionMinor, row.Currency).Format(English)}",
            StateSentence.Of(row, partner?.Name ?? row.Partner.Value, partner?.IsTravel == true),
            row.Quantity);
    }

    private sealed class CaptionedRow
    {
        public required Conversion Row { get; init; }

        public required string? Caption { get; init; }

        public required string? Item { get; init; }
    }
}
