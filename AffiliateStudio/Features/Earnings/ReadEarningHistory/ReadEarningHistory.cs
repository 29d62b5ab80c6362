using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ReadEarningHistory;

/// <summary>A change of a conversion as its creator sees it.</summary>
/// <param name="At">When we learned of it, UTC.</param>
/// <param name="State">The word for the state after it.</param>
/// <param name="Amount">The creator's part after it.</param>
/// <param name="Text">What happened.</param>
public sealed record EarningChange(DateTime At, string State, Money Amount, string Text);

/// <summary>An entry of the creator's own accounts.</summary>
/// <param name="At">When it was posted, UTC.</param>
/// <param name="Account">The account in words.</param>
/// <param name="Amount">What the creator gained there; negative when it left.</param>
/// <param name="Formula">How the amount came about.</param>
/// <param name="Reason">Why it was posted.</param>
public sealed record EarningEntry(DateTime At, string Account, Money Amount, string Formula, string Reason);

/// <summary>A thing in the order.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Quantity">Pieces; negative when they were taken back.</param>
/// <param name="Sale">What the buyer paid for it, or null when the partner does not tell.</param>
/// <param name="Commission">What the partner pays for it, or null when the partner does not tell.</param>
/// <param name="Note">Why the partner changed it, or empty.</param>
/// <param name="NotedAt">When it did, UTC.</param>
public sealed record EarningItem(string Name, int Quantity, Money? Sale, Money? Commission, string Note, DateTime? NotedAt);

/// <summary>What happened to a conversion and what was posted for it, oldest first, and what was bought.</summary>
/// <param name="Changes">What happened.</param>
/// <param name="Entries">What was posted.</param>
/// <param name="Items">What was bought; nothing where the partner does not tell, or was not asked yet.</param>
public sealed record EarningHistory(IReadOnlyList<EarningChange> Changes, IReadOnlyList<EarningEntry> Entries, IReadOnlyList<EarningItem> Items);

/// <summary>The history of one of the actor's own conversions; empty for anybody else's.</summary>
internal sealed class ReadEarningHistory(IDbContextFactory<StudioDb> databases)
{
    /// <summary>Which conversion.</summary>
    public sealed record Query(Actor Actor, ConversionId Conversion);

    public async Task<EarningHistory> RunAsync(Query query, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mine = CountedConversions.In(db).Where(row => row.Id == query.Conversion
            && db.Set<Creator>().Any(creator => creator.Id == row.CreatorId && creator.UserId == query.Actor.UserId));
        var changes = await db.Set<ConversionEvent>().AsNoTracking()
            .Where(change => change.Kind != ConversionEventKind.Refused && mine.Any(row => row.Id == change.ConversionId))
            .OrderBy(change => change.Id).ToListAsync(cancellationToken);
        var entries = await db.Set<LedgerEntry>().AsNoTracking()
            .Where(entry => mine.Any(row => row.Id == entry.ConversionId && row.CreatorId == entry.CreatorId))
            .OrderBy(entry => entry.Id).ToListAsync(cancellationToken);
        var items = await db.Set<ConversionItem>().AsNoTracking()
            .Where(item => mine.Any(row => row.Id == item.ConversionId))
            .OrderBy(item => item.Ordinal).ToListAsync(cancellationToken);
        return new EarningHistory(
            [.. changes.Select(change => new EarningChange(change.RecordedAt, ConversionWords.Of(change.To), new Money(change.CreatorMinor, change.Currency), change.Reason))],
            [.. entries.Select(entry => new EarningEntry(
                entry.PostedAt, entry.Account.ToString().Replace("Creator", string.Empty, StringComparison.Ordinal).ToLowerInvariant(), new Money(-entry.AmountMinor, entry.Currency), entry.Formula, entry.Reason))],
            [.. items.Select(ItemOf)]);
    }

    private static EarningItem ItemOf(ConversionItem item) => new(
        item.Name.Length > 0 ? item.Name : item.Sku.Length > 0 ? item.Sku : item.Category.Length > 0 ? item.Category : "Without a name",
        item.Quantity,
        item.SaleMinor is { } sale ? new Money(sale, item.SaleCurrency) : null,
        item.CommissionMinor is { } commission ? new Money(commission, item.CommissionCurrency) : null,
        AdjustmentWords.Of(item.AdjustmentReason),
        item.AdjustedAt);
}
