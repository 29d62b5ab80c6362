using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.SaveCreatorTag;

/// <summary>Keeps a creator's tag with a partner, or takes it away. It goes into links from then on, also into those that are out already (<see cref="CreatorTagChanged"/>).</summary>
internal sealed class SaveCreatorTag(
    IDbContextFactory<StudioDb> databases,
    HouseTags houseTags,
    IEnumerable<IPartnerConnector> connectors,
    EventHub events,
    TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>What to keep.</summary>
    /// <param name="Actor">The creator.</param>
    /// <param name="Partner">The partner.</param>
    /// <param name="Value">The tag; empty takes it away.</param>
    public sealed record Command(Actor Actor, PartnerKey Partner, string Value);

    /// <summary>Keeps it.</summary>
    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (connectors.FirstOrDefault(connector => connector.Partner == command.Partner) is not ILinkBuilder links)
        {
            return PartnerErrors.UnknownPartner;
        }

        // Most partners read tags in any case; we compare those in one.
        var value = links.TagForm.Normalize(command.Value);
        if (value.Length > 0 && links.CheckTag(value) is { } problem)
        {
            return PartnerErrors.WrongForm(problem);
        }

        if (value.Length > 0 && await houseTags.ContainsAsync(command.Partner, value, cancellationToken))
        {
            return PartnerErrors.TagTaken(links.TagForm.Label);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken);
                var kept = await db.InWriteAsync(token => KeepAsync(db, command, value, links.TagForm.Label, token), cancellationToken);
                if (!kept.Succeeded)
                {
                    return kept.Error;
                }

                // It is stored: who leaves the page now must not leave the links behind.
                await events.PublishAsync(new CreatorTagChanged(kept.Value, command.Partner), CancellationToken.None);
                return Result.Success;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another creator stored the same tag at the same moment, or another page of this one stored theirs: the next try finds it.
            }
        }
    }

    private async Task<Result<CreatorId>> KeepAsync(StudioDb db, Command command, string value, string label, CancellationToken cancellationToken)
    {
        var creator = await db.Set<Creator>().Where(row => row.UserId == command.Actor.UserId).Select(row => (CreatorId?)row.Id).FirstOrDefaultAsync(cancellationToken);
        if (creator is not { } creatorId || !command.Actor.IsCreator)
        {
            return PartnerErrors.NoCreator;
        }

        if (value.Length > 0 && await db.Set<CreatorTag>().AnyAsync(tag => tag.Partner == command.Partner && tag.Value == value && tag.CreatorId != creatorId, cancellationToken))
        {
            return PartnerErrors.TagTaken(label);
        }

        var kept = await db.Set<CreatorTag>().FirstOrDefaultAsync(tag => tag.CreatorId == creatorId && tag.Partner == command.Partner, cancellationToken);
        if (value.Length == 0)
        {
            if (kept is not null)
            {
                db.Remove(kept);
            }
        }
        else if (kept is null)
        {
            db.Add(new CreatorTag { CreatorId = creatorId, Partner = command.Partner, Value = value, UpdatedAt = clock.UtcNow() });
        }
        else
        {
            kept.Value = value;
            kept.UpdatedAt = clock.UtcNow();
        }

        await db.SaveChangesAsync(cancellationToken);
        return creatorId;
    }
}
