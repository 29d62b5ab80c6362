using System.Text.Json;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>
/// Takes a batch of reported conversions into the books, in one unit: conversions, their events, the ledger, the import log and the watermark are stored together or not
/// at all. The same batch again changes nothing.
/// </summary>
internal sealed class ApplyConversions(
    IDbContextFactory<StudioDb> databases,
    RateCards rateCards,
    IOptions<CommissionOptions> commission,
    IdGenerator ids,
    EventHub events,
    TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>A batch to take in.</summary>
    /// <param name="Partner">Whose report it is.</param>
    /// <param name="Batch">The batch.</param>
    /// <param name="UploadedBy">Who uploaded it; null for a scheduled run.</param>
    public sealed record Command(PartnerKey Partner, ConversionBatch Batch, Guid? UploadedBy = null);

    /// <summary>Applies the batch and then tells the pages of the creators whose money moved.</summary>
    public async Task<AppliedBatch> RunAsync(Command command, CancellationToken cancellationToken)
    {
        var book = await rateCards.LoadAsync(cancellationToken);
        AppliedBatch outcome;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken);
                outcome = await db.InWriteAsync(token => ApplyAsync(db, book, command, token), cancellationToken);
                break;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else stored the same new line at the same moment: the next try finds it.
            }
        }

        foreach (var (creator, message) in outcome.Messages)
        {
            await events.PublishAsync(new ConversionChanged(creator, message), cancellationToken);
        }

        return outcome;
    }

    private async Task<AppliedBatch> ApplyAsync(StudioDb db, RateCardBook book, Command command, CancellationToken cancellationToken)
    {
        var (partner, batch) = (command.Partner, command.Batch);
        var now = clock.UtcNow();
        var asOf = ToMilliseconds(batch.AsOf ?? now);
        var lines = FactsOf(batch);
        var outcome = new AppliedBatch(0, 0, batch.Lines.Count, 0, 0, 0, new MovedMoney().Sentences());
        var batchId = ids.New<ImportBatchId>();
        if (await IsNewestAsync(db, partner, batch, asOf, cancellationToken))
        {
            var facts = new BatchFacts(
                await ConversionMatcher.LoadAsync(db, partner, lines, cancellationToken),
                await CommissionEstimates.LoadAsync(db, book, partner, lines, cancellationToken),
                commission.Value.CreatorShare,
                asOf,
                batch.AsOf is not null);
            var rows = await LoadAsync(db, partner, batch, lines, cancellationToken);
            var ledger = new LedgerWriter(db, ids, now);
            await ledger.LoadAsync(rows.Values.Select(row => row.Id), cancellationToken);
            var work = new BatchWork(db, partner, batch, batchId, facts, ledger, ids, now);
            foreach (var fact in lines)
            {
                work.Apply(fact, rows.GetValueOrDefault(fact.Key));
                rows.Remove(fact.Key);
            }

            // What is left of the scope is not in the report any more.
            foreach (var row in rows.Values.Where(row => !row.IsWithdrawn).OrderBy(row => row.ExternalKey, StringComparer.Ordinal))
            {
                work.Withdraw(row);
            }

            outcome = work.Outcome with { Unchanged = work.Outcome.Unchanged + (batch.Lines.Count - lines.Count) };
        }

        Log(db, command, batchId, outcome, now);
        await MoveWatermarkAsync(db, command, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    // Of lines with the same key in one batch the one further along counts, else the later one.
    private static List<ReportedFact> FactsOf(ConversionBatch batch) =>
    [
        .. batch.Lines.Select(line => new ReportedFact(line))
            .GroupBy(fact => fact.Key, StringComparer.Ordinal)
            .Select(same => same.Aggregate((best, next) => ConversionLifecycle.Finality(next.Line.State) >= ConversionLifecycle.Finality(best.Line.State) ? next : best)),
    ];

    private static async Task<bool> IsNewestAsync(StudioDb db, PartnerKey partner, ConversionBatch batch, DateTime asOf, CancellationToken cancellationToken)
    {
        if (batch.ReplacesScope is not { } scope)
        {
            return true;
        }

        var known = await db.Set<ReportScope>().FirstOrDefaultAsync(row => row.Partner == partner && row.Scope == scope, cancellationToken);
        if (known is null)
        {
            db.Add(new ReportScope { Partner = partner, Scope = scope, AsOf = asOf });
            return true;
        }

        if (asOf < known.AsOf)
        {
            return false;
        }

        known.AsOf = asOf;
        return true;
    }

    private static async Task<Dictionary<string, Conversion>> LoadAsync(
        StudioDb db,
        PartnerKey partner,
        ConversionBatch batch,
        IReadOnlyCollection<ReportedFact> facts,
        CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, Conversion>(StringComparer.Ordinal);
        foreach (var some in facts.Select(fact => fact.Key).Chunk(500))
        {
            var found = await db.Set<Conversion>().Where(row => row.Partner == partner && some.Contains(row.ExternalKey)).ToListAsync(cancellationToken);
            found.ForEach(row => rows[row.ExternalKey] = row);
        }

        if (batch.ReplacesScope is { } scope)
        {
            var prefix = scope + "/";
            var inScope = await db.Set<Conversion>()
                .Where(row => row.Partner == partner && (row.Scope == scope || row.ExternalKey.StartsWith(prefix)))
                .ToListAsync(cancellationToken);
            inScope.ForEach(row => rows[row.ExternalKey] = row);
        }

        return rows;
    }

    // A poll that brought nothing new leaves no line in the log; an upload always does.
    private static void Log(StudioDb db, Command command, ImportBatchId id, AppliedBatch outcome, DateTime now)
    {
        var batch = command.Batch;
        if (command.UploadedBy is null && outcome is { Added: 0, Changed: 0, Removed: 0, Refused: 0 } && batch.Rejected.Count == 0)
        {
            return;
        }

        db.Add(new ImportBatch
        {
            Id = id,
            Partner = command.Partner,
            Name = batch.Name.Length <= 300 ? batch.Name : batch.Name[..300],
            UploadedBy = command.UploadedBy,
            Added = outcome.Added,
            Changed = outcome.Changed,
            Unchanged = outcome.Unchanged,
            Removed = outcome.Removed,
            Unmatched = outcome.Unmatched,
            Rejected = batch.Rejected.Count,
            RejectedJson = JsonSerializer.Serialize(batch.Rejected.Take(500)),
            AppliedAt = now,
        });
    }

    private static async Task MoveWatermarkAsync(StudioDb db, Command command, DateTime now, CancellationToken cancellationToken)
    {
        if (command.Batch.Watermark is not { } value || command.UploadedBy is not null)
        {
            return;
        }

        var watermark = await db.Set<ConversionWatermark>().FirstOrDefaultAsync(row => row.Partner == command.Partner, cancellationToken);
        if (watermark is null)
        {
            db.Add(new ConversionWatermark { Partner = command.Partner, Value = value, UpdatedAt = now });
            return;
        }

        watermark.Value = value;
        watermark.UpdatedAt = now;
    }

    private static DateTime ToMilliseconds(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
