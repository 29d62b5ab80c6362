using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Ids;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>Posts what a change of conversions means for the ledger. One per unit of work.</summary>
internal sealed class LedgerWriter(StudioDb db, IdGenerator ids, DateTime now)
{
    private readonly Dictionary<ConversionId, Dictionary<LedgerPlace, long>> _posted = [];

    /// <summary>Reads what was posted for these conversions.</summary>
    public async Task LoadAsync(IEnumerable<ConversionId> conversions, CancellationToken cancellationToken)
    {
        foreach (var some in conversions.Chunk(500))
        {
            var sums = await db.Set<LedgerEntry>().Where(entry => some.Contains(entry.ConversionId))
                .GroupBy(entry => new { entry.ConversionId, entry.Account, entry.CreatorId, entry.PinId })
                .Select(group => new { group.Key, Sum = group.Sum(entry => entry.AmountMinor) })
                .ToListAsync(cancellationToken);
            foreach (var sum in sums.Where(sum => sum.Sum != 0))
            {
                Of(sum.Key.ConversionId)[new LedgerPlace(sum.Key.Account, sum.Key.CreatorId, sum.Key.PinId)] = sum.Sum;
            }
        }
    }

    /// <summary>Posts the difference between what the books say and what the conversion now stands for. Posts nothing when there is none.</summary>
    public void Post(Conversion conversion, RateCard? card, string reason)
    {
        var posted = Of(conversion.Id);
        var wanted = LedgerBooks.Of(conversion);
        var postings = LedgerBooks.Difference(posted, wanted);
        if (postings.Count == 0)
        {
            return;
        }

        var transaction = ids.New<LedgerTransactionId>();
        foreach (var (place, amount) in postings)
        {
            db.Add(new LedgerEntry
            {
                TransactionId = transaction,
                Account = place.Account,
                CreatorId = place.CreatorId,
                PinId = place.PinId,
                ConversionId = conversion.Id,
                AmountMinor = amount,
                Currency = conversion.Currency,
                Formula = LedgerFormula.Of(conversion, card, place, posted.GetValueOrDefault(place), wanted.GetValueOrDefault(place)),
                Reason = reason,
                EventAt = conversion.OccurredAt,
                PostedAt = now,
            });
        }

        _posted[conversion.Id] = wanted;
    }

    private Dictionary<LedgerPlace, long> Of(ConversionId id) => _posted.TryGetValue(id, out var posted) ? posted : _posted[id] = [];
}
