using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.AssignTaggedConversions;

/// <summary>
/// Who says that a tag of unmatched orders is theirs. Tags stand in public links and anybody may enter a free one, so orders from before that are given by an admin only.
/// </summary>
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters, and tags are ASCII.
internal sealed class TagClaims(IDbContextFactory<StudioDb> databases, HouseTags houseTags)
{
    /// <summary>All claims, those of the most orders first. A tag of the studio's own names nobody.</summary>
    public async Task<IReadOnlyList<TagClaim>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var claims = await (
            from row in Unmatched(db)
            join tag in db.Set<CreatorTag>() on new { row.Partner, Value = row.TrackingTag.ToLower() } equals new { tag.Partner, tag.Value }
            join creator in db.Set<Creator>() on tag.CreatorId equals creator.Id
            group row by new { tag.Partner, tag.Value, creator.Handle, tag.UpdatedAt } into of
            orderby of.Count() descending, of.Key.Partner, of.Key.Value
            select new TagClaim(of.Key.Partner, of.Key.Value, of.Key.Handle, of.Key.UpdatedAt, of.Count())).ToListAsync(cancellationToken);
        var known = new List<TagClaim>();
        foreach (var claim in claims)
        {
            if (!await houseTags.ContainsAsync(claim.Partner, claim.Tag, cancellationToken))
            {
                known.Add(claim);
            }
        }

        return known;
    }

    /// <summary>The unmatched orders of a tag, oldest first.</summary>
    public async Task<IReadOnlyList<ConversionId>> OrdersAsync(PartnerKey partner, string tag, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Unmatched(db).Where(row => row.Partner == partner && row.TrackingTag.ToLower() == tag)
            .OrderBy(row => row.OccurredAt).ThenBy(row => row.ExternalKey)
            .Select(row => row.Id).ToListAsync(cancellationToken);
    }

    private static IQueryable<Conversion> Unmatched(StudioDb db) => CountedConversions.In(db).AsNoTracking().Where(row => row.CreatorId == null && !row.IsWithdrawn);
}
