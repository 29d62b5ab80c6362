using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.TestLink;

/// <summary>
/// Walks a pin's real link and says whether the creator's tag and sub-id survive. It begins at the stored address and not at <c>/go/</c>, so no click is counted here, and carries a
/// sub-id that means nothing to the matcher, so nothing can be earned by it.
/// </summary>
internal sealed class TestLink(
    IDbContextFactory<StudioDb> databases,
    PartnerDirectory partners,
    CreatorTags tags,
    LinkPolicy policy,
    ILinkWalker walker,
    LinkTestPace pace)
{
    /// <summary>Which link.</summary>
    /// <param name="Actor">The pin's creator.</param>
    /// <param name="Pin">The pin.</param>
    public sealed record Query(Actor Actor, PinId Pin);

    /// <summary>The sub-id of a test: the link's code and a word that stands where a click's id would, too short to be one.</summary>
    public static string SubIdOf(LinkCode code) => code.Value + "-linktest";

    /// <summary>Walks it.</summary>
    /// <param name="query">Which link.</param>
    /// <param name="seen">Told each hop as it is made.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Result<LinkVerdict>> RunAsync(Query query, Action<LinkStep> seen, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await (
            from own in PinChange.Owned(db, query.Actor).AsNoTracking()
            join offer in db.Set<Offer>() on own.OfferId equals offer.Id
            where own.Id == query.Pin
            select new { Pin = own, offer.ProductUrl }).FirstOrDefaultAsync(cancellationToken);
        if (found is not { Pin: { } pin } || await partners.FindAsync(pin.Partner, cancellationToken) is not { } partner)
        {
            return PinErrors.NotFound;
        }

        if (!pace.Take(query.Actor.UserId))
        {
            return PinErrors.TooManyTests;
        }

        var subId = SubIdOf(pin.LinkCode);
        var judge = new LinkJudge(partner, await tags.FindForLinkAsync(pin.CreatorId, pin.Partner, found.ProductUrl, cancellationToken), subId);
        var (before, after) = SubIdPlace.In(pin.TargetUrl, pin.SubIdParameter);
        var hops = new List<LinkHop>();
        await foreach (var hop in walker.WalkAsync(before + subId + after, url => policy.MayPass(partner, url), cancellationToken))
        {
            hops.Add(hop);
            seen(judge.Step(hop));
        }

        return judge.Of(hops);
    }
}
