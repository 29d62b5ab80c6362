using System.Data;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.VerifyLedger;

/// <summary>
/// Recomputes the books from the conversions and compares: every transaction adds up to zero in its currency, and every conversion has posted exactly what it stands for.
/// The balances are those of the conversions that count. Changes nothing.
/// </summary>
internal sealed class VerifyLedger(IDbContextFactory<StudioDb> databases, LastLedgerCheck last, TimeProvider clock)
{
    private const int MostProblems = 20;
    private const int PageSize = 2_000;

    /// <summary>Checks everything in one snapshot and keeps the result for the admin page.</summary>
    /// <param name="progress">Told the percentage done; may be null.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public async Task<LedgerReport> RunAsync(Action<int>? progress, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var problems = new List<string>();
        var entries = await db.Set<LedgerEntry>().LongCountAsync(cancellationToken);
        var transactions = await db.Set<LedgerEntry>().Select(entry => entry.TransactionId).Distinct().LongCountAsync(cancellationToken);
        var unbalanced = await db.Set<LedgerEntry>()
            .GroupBy(entry => new { entry.TransactionId, entry.Currency })
            .Where(group => group.Sum(entry => entry.AmountMinor) != 0)
            .Select(group => new { group.Key, Sum = group.Sum(entry => entry.AmountMinor) })
            .ToListAsync(cancellationToken);
        problems.AddRange(unbalanced.Select(row => $"Transaction {row.Key.TransactionId.Value} is off by {new Money(row.Sum, row.Key.Currency)}."));
        var conversions = await CompareAsync(db, problems, progress, cancellationToken);
        var counted = CountedConversions.In(db);
        var balances = await db.Set<LedgerEntry>()
            .Where(entry => counted.Any(row => row.Id == entry.ConversionId))
            .GroupBy(entry => new { entry.Account, entry.Currency })
            .Select(group => new { group.Key, Sum = group.Sum(entry => entry.AmountMinor) })
            .ToListAsync(cancellationToken);
        var report = new LedgerReport(
            clock.UtcNow(),
            entries,
            transactions,
            conversions,
            [.. balances.OrderBy(row => row.Key.Currency.Code, StringComparer.Ordinal).ThenBy(row => row.Key.Account).Select(row => new LedgerBalance(row.Key.Account, new Money(row.Sum, row.Key.Currency)))],
            [.. problems.Take(MostProblems)],
            problems.Count);
        last.Report = report;
        return report;
    }

    private static async Task<long> CompareAsync(StudioDb db, List<string> problems, Action<int>? progress, CancellationToken cancellationToken)
    {
        var total = await db.Set<Conversion>().LongCountAsync(cancellationToken);
        long done = 0;
        while (true)
        {
            var page = await db.Set<Conversion>().AsNoTracking()
                .OrderBy(row => row.Partner).ThenBy(row => row.Side).ThenBy(row => row.ExternalKey)
                .Skip((int)done).Take(PageSize)
                .ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                return done;
            }

            var posted = await PostedAsync(db, [.. page.Select(row => row.Id)], cancellationToken);
            foreach (var row in page)
            {
                var difference = LedgerBooks.Difference(posted.GetValueOrDefault(row.Id, []), LedgerBooks.Of(row));
                problems.AddRange(difference.Select(wrong =>
                    $"{row.Partner} {row.ExternalKey}: {wrong.Key.Account} is off by {new Money(-wrong.Value, row.Currency)}."));
            }

            done += page.Count;
            progress?.Invoke(total == 0 ? 100 : (int)Math.Min(100, done * 100 / total));
        }
    }

    private static async Task<Dictionary<ConversionId, Dictionary<LedgerPlace, long>>> PostedAsync(StudioDb db, ConversionId[] page, CancellationToken cancellationToken)
    {
        var posted = new Dictionary<ConversionId, Dictionary<LedgerPlace, long>>();
        foreach (var some in page.Chunk(500))
        {
            var sums = await db.Set<LedgerEntry>().Where(entry => some.Contains(entry.ConversionId))
                .GroupBy(entry => new { entry.ConversionId, entry.Account, entry.CreatorId, entry.PinId })
                .Select(group => new { group.Key, Sum = group.Sum(entry => entry.AmountMinor) })
                .ToListAsync(cancellationToken);
            foreach (var of in sums.Where(row => row.Sum != 0).GroupBy(row => row.Key.ConversionId))
            {
                posted[of.Key] = of.ToDictionary(row => new LedgerPlace(row.Key.Account, row.Key.CreatorId, row.Key.PinId), row => row.Sum);
            }
        }

        return posted;
    }
}
