using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners;

/// <summary>How creators are known to partners.</summary>
internal sealed class CreatorTags(IDbContextFactory<StudioDb> databases, ConnectionDirectory connections, IEnumerable<IPartnerConnector> connectors)
{
    /// <summary>The creator's own tag with a partner, or null when none was entered.</summary>
    public async Task<string?> FindAsync(CreatorId creator, PartnerKey partner, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<CreatorTag>().Where(tag => tag.CreatorId == creator && tag.Partner == partner).Select(tag => tag.Value)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// The tag that goes into a creator's link to a product page: their own where it earns in that shop, else the studio's from the connection (the sub-id then tells who
    /// earned it) where the connection covers the page. Empty when there is neither: the link leads to the shop and earns nothing, which the pages say before it is published.
    /// </summary>
    public async Task<string> FindForLinkAsync(CreatorId creator, PartnerKey partner, string productUrl, CancellationToken cancellationToken)
    {
        if (connectors.FirstOrDefault(connector => connector.Partner == partner) is not ILinkBuilder links)
        {
            return string.Empty;
        }

        if (await FindAsync(creator, partner, cancellationToken) is { } own && links.Earns(productUrl, own))
        {
            return own;
        }

        var connection = await connections.OpenAsync(partner, cancellationToken);
        return connection?.Covers(productUrl) == true && links.HouseTag(connection) is { } house && links.Earns(productUrl, house) ? house : string.Empty;
    }
}
