using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Pins.PublishPin;

/// <summary>Pins an offer's link into the comments of one of the actor's videos.</summary>
internal sealed class PublishPin(
    IDbContextFactory<StudioDb> databases,
    PartnerDirectory partners,
    PinLinks links,
    IdGenerator ids,
    TimeProvider clock,
    EventHub events,
    IOptions<PinsOptions> options)
{
    private const int LinkCodeAttempts = 5;

    /// <summary>What to pin.</summary>
    /// <param name="Actor">The video's creator.</param>
    /// <param name="Video">Where.</param>
    /// <param name="Offer">What.</param>
    /// <param name="Text">The creator's words; the disclosure is put in front by us.</param>
    public sealed record Command(Actor Actor, VideoId Video, OfferId Offer, string? Text);

    public async Task<Result<PublishedPin>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await CreatorOfAsync(db, command, cancellationToken) is not { } creator)
        {
            return PinErrors.VideoNotFound;
        }

        if (await db.Set<Offer>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == command.Offer, cancellationToken) is not { } offer)
        {
            return PinErrors.OfferNotFound;
        }

        if (await partners.FindAsync(offer.Partner, cancellationToken) is not { } partner)
        {
            return PinErrors.PartnerNotOpen;
        }

        var disclosure = PinText.DisclosureFor(partner);
        var text = PinText.Check(disclosure, command.Text);
        if (!text.Succeeded)
        {
            return text.Error;
        }

        var link = await links.BuildAsync(creator, partner, offer, cancellationToken);
        if (!link.Succeeded)
        {
            return link.Error;
        }

        if (await links.CheckAsync(creator, partner, offer, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await SaveAsync(command, creator, offer, new Words(disclosure, text.Value), link.Value, cancellationToken);
    }

    private static async Task<CreatorId?> CreatorOfAsync(StudioDb db, Command command, CancellationToken cancellationToken)
    {
        var owners =
            from video in db.Set<Video>()
            join creator in db.Set<Creator>() on video.CreatorId equals creator.Id
            where video.Id == command.Video && video.DeletedAt == null && video.GoneAt == null && creator.UserId == command.Actor.UserId
            select (CreatorId?)creator.Id;
        return await owners.FirstOrDefaultAsync(cancellationToken);
    }

    // Two tabs may publish at the same moment: each unit checks and writes as if alone, and the unique indexes have the last word.
    private async Task<Result<PublishedPin>> SaveAsync(
        Command command, CreatorId creator, Offer offer, Words words, EarningLink link, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var code = LinkCode.Random();
            try
            {
                var saved = await InsertAsync(command, creator, offer, words, link, code, cancellationToken);
                if (saved.Succeeded)
                {
                    await events.PublishAsync(new PinChanged(saved.Value.Pin, saved.Value.LinkCode, saved.Value.Video), cancellationToken);
                }

                return saved;
            }
            catch (DbUpdateException) when (attempt < LinkCodeAttempts)
            {
                // Either the other tab was first, which the next look finds and says, or the code is taken, and another one is drawn.
            }
        }
    }

    private async Task<Result<PublishedPin>> InsertAsync(
        Command command, CreatorId creator, Offer offer, Words words, EarningLink link, LinkCode code, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.InWriteAsync(
            async token =>
            {
                if (await CreatorOfAsync(db, command, token) is null)
                {
                    return PinErrors.VideoNotFound;
                }

                var standing = await db.Set<Pin>().Where(pin => pin.VideoId == command.Video && pin.State != PinState.Retired).AsNoTracking().ToListAsync(token);
                if (standing.Find(pin => pin.OfferId == command.Offer) is { } existing)
                {
                    return PinErrors.AlreadyPinned(command.Video, existing.Id);
                }

                if (standing.Count >= options.Value.MaxPerVideo)
                {
                    return PinErrors.LimitReached(options.Value.MaxPerVideo, command.Video);
                }

                var pin = NewPin(command, creator, offer, words, link, code);
                pin.Position = standing.Count == 0 ? 0 : standing.Max(other => other.Position) + 1;
                db.Add(pin);
                if (await db.Set<Video>().AnyAsync(video => video.Id == command.Video && video.Platform != null, token))
                {
                    // The comment at the platform is written afterwards, by whoever comes first; from here on it cannot be forgotten.
                    db.Add(new PlatformComment { PinId = pin.Id });
                }

                await db.SaveChangesAsync(token);
                return Result.Of(new PublishedPin(pin.Id, pin.LinkCode, pin.VideoId));
            },
            cancellationToken);
    }

    private Pin NewPin(Command command, CreatorId creator, Offer offer, Words words, EarningLink link, LinkCode code)
    {
        var now = clock.UtcNow();
        return new Pin
        {
            Id = ids.New<PinId>(),
            CreatorId = creator,
            VideoId = command.Video,
            OfferId = offer.Id,
            Partner = offer.Partner,
            LinkCode = code,
            Text = words.Text,
            Disclosure = words.Disclosure,
            State = PinState.Live,
            TargetUrl = link.Url,
            SubIdParameter = link.SubIdParameter,
            PublishedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
    }

    private sealed record Words(string Disclosure, string Text);
}
