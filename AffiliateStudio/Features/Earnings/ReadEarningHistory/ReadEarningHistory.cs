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

/// <summary>What happened to a conversion and what was posted for it, oldest first.</summary>
/// <param name="Changes">What happened.</param>
/// <param name="Entries">What was posted.</param>
public sealed record EarningHistory(IReadOnlyList<EarningChange> Changes, IReadOnlyList<EarningEntry> Entries);

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
        return new EarningHistory(
            [.. changes.Select(change => new EarningChange(change.RecordedAt, ConversionWords.Of(change.To), new Money(change.CreatorMinor, change.Currency), change.Reason))],
            [.. entries.Select(entry => new EarningEntry(
                entry.PostedAt, entry.Account.ToString().Replace("Creator", string.Empty, StringComparison.Ordinal).ToLowerInvariant(), new Money(-entry.AmountMinor, entry.Currency), entry.Formula, entry.Reason))]);
    }
}
