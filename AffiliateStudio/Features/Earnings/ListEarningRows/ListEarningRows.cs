using System.Globalization;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ListEarningRows;

/// <summary>The rows behind a total, newest first.</summary>
internal sealed class ListEarningRows(IDbContextFactory<StudioDb> databases, PartnerDirectory partners)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Which rows.</summary>
    /// <param name="Actor">Whose.</param>
    /// <param name="Filter">Which of them.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="PageSize">How many on a page; 10,000 at most, for the file.</param>
    public sealed record Query(Actor Actor, EarningRowFilter Filter, int Page = 1, int PageSize = 50);

    public async Task<EarningRows> RunAsync(Query query, CancellationToken cancellationToken)
    {
        var names = (await partners.ListAsync(cancellationToken)).ToDictionary(partner => partner.Key, partner => partner.Name);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mine = query.Filter.Of(db, query.Actor);
        var counted = query.Filter.State == "reversed" ? mine : mine.Where(row => row.State != ConversionState.Reversed);
        var sums = await counted.GroupBy(row => row.Currency).Select(group => new { group.Key, Sum = group.Sum(row => row.CreatorMinor) }).ToListAsync(cancellationToken);
        var total = await mine.CountAsync(cancellationToken);
        var size = int.Clamp(query.PageSize, 1, 10_000);
        var page = await mine
            .OrderByDescending(row => row.OccurredAt).ThenBy(row => row.Partner).ThenBy(row => row.ExternalKey)
            .Skip((int.Clamp(query.Page, 1, 1_000_000) - 1) * size).Take(size)
            .Select(row => new
            {
                Row = row,
                Caption = db.Set<Pin>().Where(pin => pin.Id == row.PinId).Select(pin => db.Set<Video>().Where(video => video.Id == pin.VideoId).Select(video => video.Caption).FirstOrDefault()).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new EarningRows(
            [.. page.Select(item => RowOf(item.Row, item.Caption, names.GetValueOrDefault(item.Row.Partner, item.Row.Partner.Value)))],
            total,
            [.. sums.OrderBy(sum => sum.Key.Code, StringComparer.Ordinal).Select(sum => new Money(sum.Sum, sum.Key))]);
    }

    private static EarningRow RowOf(Conversion row, string? caption, string partner) => new(
        row.Id,
        row.Day,
        row.ProductTitle.Length > 0 ? row.ProductTitle : row.ProductExternalId,
        partner,
        caption ?? string.Empty,
        ConversionWords.Of(row.State),
        new Money(row.CreatorMinor, row.Currency),
        $"{row.CreatorShare} of {new Money(row.CommissionMinor, row.Currency).Format(English)}",
        ReasonOf(row, partner),
        row.Quantity);

    private static string ReasonOf(Conversion row, string partner) => row.State switch
    {
        ConversionState.Reversed or ConversionState.Held when row.Reason.Length > 0 => row.Reason,
        ConversionState.Reversed => $"Reversed by {partner}",
        _ when row.Quantity < 0 => $"Returned; {partner} takes its commission back",
        ConversionState.Pending when row.LocksAt is { } locks => $"Pending until {locks.ToString("d MMM yyyy", English)}, then {partner} locks it",
        ConversionState.Other => $"{partner} calls it “{row.StateRaw}”; it counts as pending",
        ConversionState.Approved => $"{partner} has locked it and will pay",
        ConversionState.Payable when row.ClearedAt is { } cleared => $"Cleared by {partner} on {cleared.ToString("d MMM yyyy", English)}",
        _ when row.Reason.Length > 0 => row.Reason,
        _ => $"{partner} says {row.StateRaw}",
    };
}
