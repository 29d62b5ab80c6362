using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Earnings.ApplyConversions;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.AssignConversion;

/// <summary>Gives a conversion that belongs to nobody we know to a creator: its money leaves the unmatched account. Later reports of it stay with that creator.</summary>
internal sealed class AssignConversion(IDbContextFactory<StudioDb> databases, IdGenerator ids, EventHub events, TimeProvider clock)
{
    /// <summary>What to give to whom.</summary>
    /// <param name="Actor">An admin.</param>
    /// <param name="Conversion">The conversion.</param>
    /// <param name="Handle">The creator's handle, with or without the @.</param>
    public sealed record Command(Actor Actor, ConversionId Conversion, string Handle);

    public async Task<Result<string>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin)
        {
            return new Error("earnings.admins-only", "Only admins assign orders.");
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var assigned = await db.InWriteAsync(token => AssignAsync(db, command, token), cancellationToken);
        if (!assigned.Succeeded)
        {
            return assigned.Error;
        }

        await events.PublishAsync(assigned.Value, cancellationToken);
        return Result.Of(assigned.Value.Message);
    }

    private async Task<Result<ConversionChanged>> AssignAsync(StudioDb db, Command command, CancellationToken cancellationToken)
    {
        var handle = command.Handle.Trim().TrimStart('@').ToLowerInvariant();
        var creator = await db.Set<Creator>().FirstOrDefaultAsync(one => one.Handle == handle, cancellationToken);
        if (creator is null)
        {
            return new Error("earnings.no-such-creator", $"There is no creator @{handle}. Check the handle on the creator's page.", "handle");
        }

        var row = await db.Set<Conversion>().FirstOrDefaultAsync(one => one.Id == command.Conversion && one.CreatorId == null && !one.IsWithdrawn, cancellationToken);
        if (row is null)
        {
            return new Error("earnings.assigned-already", "This order has been matched, assigned or withdrawn meanwhile. Reload the list.");
        }

        var now = clock.UtcNow();
        var ledger = new LedgerWriter(db, ids, now);
        await ledger.LoadAsync([row.Id], cancellationToken);
        row.CreatorId = creator.Id;
        row.Allocate();
        row.PaidMinor = row.PaidMinor is null ? null : row.CreatorMinor;
        row.UpdatedAt = now;
        var reason = $"Assigned to @{creator.Handle} by an admin";
        db.Add(new ConversionEvent
        {
            ConversionId = row.Id,
            Kind = ConversionEventKind.Assigned,
            From = row.State,
            To = row.State,
            StateRaw = row.StateRaw,
            CommissionMinor = row.CommissionMinor,
            CreatorMinor = row.CreatorMinor,
            Currency = row.Currency,
            Reason = reason,
            BatchId = row.BatchId,
            RecordedAt = now,
        });
        ledger.Post(row, null, reason);
        await db.SaveChangesAsync(cancellationToken);
        var moved = new MovedMoney();
        moved.Started(creator.Id, row.State, new Money(row.CreatorMinor, row.Currency));
        return new ConversionChanged(creator.Id, moved.Sentences()[creator.Id]);
    }
}
