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
    /// <param name="Source">Where a scheduled run read it; null for an upload.</param>
    public sealed record Command(PartnerKey Partner, ConversionBatch Batch, Guid? UploadedBy = null, ConversionSource? Source = null)
    {
        /// <summary>Sandbox or live. What a person uploads is from the partner itself: the sandbox has no exports.</summary>
        public ConnectionKind Side => Source?.Side ?? ConnectionKind.Live;
    }

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
                outcome = await db.InWriteAsync(
                    async token =>
                    {
                        var applied = await ApplyAsync(db, book, command, token);
                        await db.SaveChangesAsync(token);
                        return applied;
                    },
                    cancellationToken);
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

    /// <summary>Says what the batch would do, and does nothing.</summary>
    public async Task<AppliedBatch> TryOutAsync(Command command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ApplyAsync(db, await rateCards.LoadAsync(cancellationToken), command, cancellationToken);
    }

    // Changes only what the context tracks: the caller saves it, or does not.
    private async Task<AppliedBatch> ApplyAsync(StudioDb db, RateCardBook book, Command command, CancellationToken cancellationToken)
    {
        var (partner, batch) = (command.Partner, command.Batch);
        var now = clock.UtcNow();
        var asOf = ToMilliseconds(batch.AsOf ?? now);
        var lines = FactsOf(batch);
        var outcome = new AppliedBatch(0, 0, batch.Lines.Count, 0, 0, 0, new MovedMoney().Sentences());
        var batchId = ids.New<ImportBatchId>();
        if (await IsNewestAsync(db, command, asOf, cancellationToken))
        {
            var facts = new BatchFacts
            {
                Partner = partner,
                Side = command.Side,
                Batch = batch,
                Id = batchId,
                Matcher = await ConversionMatcher.LoadAsync(db, partner, lines, cancellationToken),
                Estimates = await CommissionEstimates.LoadAsync(db, book, partner, lines, cancellationToken),
                CreatorShare = commission.Value.CreatorShare,
                ReportedAt = asOf,
                Now = now,
            };
            var rows = await KnownRows.LoadAsync(db, command, lines, cancellationToken);
            var ledger = new LedgerWriter(db, ids, now);
            await ledger.LoadAsync(rows.Select(row => row.Id), cancellationToken);
            var work = new BatchWork(db, facts, ledger, ids);
            var unlisted = rows.ToHashSet();
            foreach (var (fact, row) in KnownRows.Pair(facts, lines, rows))
            {
                work.Apply(fact, row);
                unlisted.Remove(row!);
            }

            // What is left of the day is not in the report any more.
            foreach (var row in unlisted.Where(row => !row.IsWithdrawn && (!batch.IsPartial || KnownRows.IsRestated(row, lines))).OrderBy(row => row.ExternalKey, StringComparer.Ordinal))
            {
                work.Withdraw(row);
            }

            await work.Unknown.NoteAsync(db, facts, cancellationToken);
            outcome = work.Outcome with { Unchanged = work.Outcome.Unchanged + (batch.Lines.Count - lines.Count) };
        }

        Log(db, command, batchId, outcome, now);
        await MoveWatermarkAsync(db, command, now, cancellationToken);
        return outcome;
    }

    // Of lines with the same key in one batch the one further along counts, else the later one.
    private static List<ReportedFact> FactsOf(ConversionBatch batch) =>
    [
        .. batch.Lines.Select(line => new ReportedFact(line))
            .GroupBy(fact => fact.Key, StringComparer.Ordinal)
            .Select(same => same.Aggregate((best, next) => ConversionLifecycle.Finality(next.Line.State) >= ConversionLifecycle.Finality(best.Line.State) ? next : best)),
    ];

    private static async Task<bool> IsNewestAsync(StudioDb db, Command command, DateTime asOf, CancellationToken cancellationToken)
    {
        var (partner, side) = (command.Partner, command.Side);
        if (command.Batch.ReplacesScope is not { } scope)
        {
            return true;
        }

        var known = await db.Set<ReportScope>().FirstOrDefaultAsync(row => row.Partner == partner && row.Side == side && row.Scope == scope, cancellationToken);
        if (known is null)
        {
            db.Add(new ReportScope { Partner = partner, Side = side, Scope = scope, AsOf = asOf });
            return true;
        }

        if (asOf < known.AsOf)
        {
            return false;
        }

        known.AsOf = asOf;
        return true;
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
            Name = ReportedFact.Clean(batch.Name, 300),
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
        if (command is not { Batch.Watermark: { } value, Source: { } source })
        {
            return;
        }

        var watermark = await db.Set<ConversionWatermark>().FirstOrDefaultAsync(
            row => row.Partner == command.Partner && row.Side == source.Side && row.Account == source.Account, cancellationToken);
        if (watermark is null)
        {
            db.Add(new ConversionWatermark { Partner = command.Partner, Side = source.Side, Account = source.Account, Value = value, UpdatedAt = now });
            return;
        }

        watermark.Value = value;
        watermark.UpdatedAt = now;
    }

    private static DateTime ToMilliseconds(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
