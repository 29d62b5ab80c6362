using System.Text.Json;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.AssignTaggedConversions;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ShowConversions;

/// <summary>What admins watch: how reading the partners goes, what came in, what was refused, and what belongs to nobody.</summary>
internal sealed class ShowConversions(
    IDbContextFactory<StudioDb> databases,
    PartnerDirectory partners,
    SyncConversions.SyncConversions sync,
    TagClaims claims)
{
    /// <summary>How many unmatched conversions stand on a page.</summary>
    public const int PageSize = 20;

    private const int MostBatches = 15;
    private const int MostNotices = 20;

    /// <summary>What to show.</summary>
    /// <param name="Actor">Who looks; anybody but an admin sees nothing.</param>
    /// <param name="Page">The page of unmatched conversions, from 1.</param>
    public sealed record Query(Actor Actor, int Page = 1);

    public async Task<ConversionsView> RunAsync(Query query, CancellationToken cancellationToken)
    {
        if (!query.Actor.IsAdmin)
        {
            return new ConversionsView([], [], [], [], [], 0);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var unmatched = CountedConversions.In(db).AsNoTracking().Where(row => row.CreatorId == null && !row.IsWithdrawn);
        var rows = await unmatched.OrderByDescending(row => row.OccurredAt).ThenBy(row => row.ExternalKey)
            .Skip((int.Clamp(query.Page, 1, 1_000_000) - 1) * PageSize).Take(PageSize)
            .Select(row => new
            {
                Row = row,
                Item = db.Set<ConversionItem>().Where(item => item.ConversionId == row.Id && item.Name != string.Empty).OrderBy(item => item.Ordinal).Select(item => item.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new ConversionsView(
            await PartnersAsync(db, cancellationToken),
            await BatchesAsync(db, cancellationToken),
            await NoticesAsync(db, cancellationToken),
            await claims.ListAsync(cancellationToken),
            [.. rows.Select(one => UnmatchedOf(one.Row, one.Item))],
            await unmatched.CountAsync(cancellationToken));
    }

    private static UnmatchedRow UnmatchedOf(Conversion row, string? item) => new(
        row.Id,
        row.Partner.Value,
        row.ExternalKey,
        ProductName.Of(row.ProductExternalId, row.ProductTitle, item),
        row.TrackingTag,
        row.SubId,
        ConversionWords.Of(row.State),
        new Money(row.CommissionMinor, row.Currency),
        row.OccurredAt);

    private async Task<IReadOnlyList<PartnerSync>> PartnersAsync(StudioDb db, CancellationToken cancellationToken)
    {
        var names = (await partners.ListAsync(cancellationToken)).ToDictionary(partner => partner.Key, partner => partner.Name);
        var connections = await db.Set<Connection>().AsNoTracking().ToDictionaryAsync(row => row.Partner, cancellationToken);
        var watermarks = await db.Set<ConversionWatermark>().AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. sync.Partners.Select(key =>
            {
                var connection = connections.GetValueOrDefault(key);
                var moved = watermarks.Where(row => row.Partner == key && row.Side == connection?.Kind).Select(row => (DateTime?)row.UpdatedAt).Max();
                return new PartnerSync(
                    key, names.GetValueOrDefault(key, key.Value), connection is { IsPaused: false, ProtectedSettings: not null }, connection?.LastConversionSyncAt,
                    connection?.LastError, moved);
            }),
        ];
    }

    private static async Task<IReadOnlyList<BatchRow>> BatchesAsync(StudioDb db, CancellationToken cancellationToken)
    {
        var batches = await db.Set<ImportBatch>().AsNoTracking().OrderByDescending(batch => batch.AppliedAt).ThenBy(batch => batch.Id).Take(MostBatches).ToListAsync(cancellationToken);
        return
        [
            .. batches.Select(batch => new BatchRow(
                batch.Id, batch.Partner.Value, batch.Name, batch.UploadedBy is not null, batch.Added, batch.Changed, batch.Unchanged, batch.Removed, batch.Unmatched,
                JsonSerializer.Deserialize<List<RejectedLine>>(batch.RejectedJson) ?? [], batch.Rejected, batch.AppliedAt)),
        ];
    }

    // Refusals, and words of partners that we do not know.
    private static async Task<IReadOnlyList<NoticeRow>> NoticesAsync(StudioDb db, CancellationToken cancellationToken)
    {
        var rows = await (
            from change in db.Set<ConversionEvent>()
            join row in CountedConversions.In(db) on change.ConversionId equals row.Id
            where change.Kind == ConversionEventKind.Refused || (change.To == ConversionState.Other && row.State == ConversionState.Other)
            orderby change.Id descending
            select new { change.Kind, change.Reason, change.RecordedAt, row.Partner, row.ExternalKey, row.StateRaw }).Take(MostNotices).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new NoticeRow(
                $"{row.Partner} {row.ExternalKey}",
                row.Kind == ConversionEventKind.Refused ? row.Reason : $"We do not know the word “{row.StateRaw}”; the order counts as pending.",
                row.RecordedAt)),
        ];
    }
}
