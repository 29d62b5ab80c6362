using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.RelinkPins;

/// <summary>
/// Builds the links of a creator's standing pins anew after their tag changed: what was pinned before earns from then on too. Codes and texts stay, so whoever has an editor
/// open loses nothing. As a job it looks at all pins, so that a change that was missed is made up for.
/// </summary>
internal sealed class RelinkPins(IDbContextFactory<StudioDb> databases, PartnerDirectory partners, PinLinks links, TimeProvider clock, EventHub events) : IStudioJob
{
    /// <summary>The job's name on the board.</summary>
    public const string Name = "Bring links up to date";

    private const int Attempts = 3;

    /// <summary>Whose pins.</summary>
    /// <param name="Creator">The creator whose tag changed.</param>
    /// <param name="Partner">The partner that the tag is for.</param>
    public sealed record Command(CreatorId Creator, PartnerKey Partner);

    /// <summary>Relinks them and says how many lead elsewhere now. A pin whose new link would be refused keeps its old one.</summary>
    public async Task<int> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (await partners.FindAsync(command.Partner, cancellationToken) is not { } partner || !await links.CanRelinkAsync(command.Partner, cancellationToken))
        {
            return 0;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RelinkAsync(command, partner, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Somebody changed one of the pins meanwhile: all are looked at once more.
            }
        }
    }

    /// <inheritdoc />
    public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var owners = await db.Set<Pin>().Where(pin => pin.State != PinState.Retired).Select(pin => new { pin.CreatorId, pin.Partner }).Distinct().ToListAsync(cancellationToken);
        var changed = 0;
        foreach (var (index, owner) in owners.Index())
        {
            progress.Report(index, owners.Count);
            changed += await RunAsync(new Command(owner.CreatorId, owner.Partner), cancellationToken);
        }

        progress.Report(100, changed == 1 ? "1 link changed" : $"{changed} links changed");
    }

    private async Task<int> RelinkAsync(Command command, Partner partner, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var standing = await (
            from pin in db.Set<Pin>()
            join offer in db.Set<Offer>() on pin.OfferId equals offer.Id
            where pin.CreatorId == command.Creator && pin.Partner == command.Partner && pin.State != PinState.Retired
            select new { Pin = pin, Offer = offer }).ToListAsync(cancellationToken);
        var changed = new List<Pin>();
        foreach (var one in standing)
        {
            var link = await links.BuildAsync(command.Creator, partner, one.Offer, cancellationToken);
            if (link.Succeeded && (link.Value.Url, link.Value.SubIdParameter) != (one.Pin.TargetUrl, one.Pin.SubIdParameter))
            {
                (one.Pin.TargetUrl, one.Pin.SubIdParameter, one.Pin.UpdatedAt) = (link.Value.Url, link.Value.SubIdParameter, clock.UtcNow());
                changed.Add(one.Pin);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var pin in changed)
        {
            await events.PublishAsync(new PinChanged(pin.Id, pin.LinkCode, pin.VideoId), cancellationToken);
        }

        return changed.Count;
    }
}
