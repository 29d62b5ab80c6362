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
    /// The tag that goes into a creator's link to a product page: their own, else the studio's from the connection (the sub-id then tells who earned it) where the
    /// connection covers the page. Empty when there is neither: the
    /// link leads to the shop and earns nothing, which the pages say before it is published.
    /// </summary>
    public async Task<string> FindForLinkAsync(CreatorId creator, PartnerKey partner, string productUrl, CancellationToken cancellationToken)
    {
        if (await FindAsync(creator, partner, cancellationToken) is { } own)
        {
            return own;
        }

        var connection = await connections.OpenAsync(partner, cancellationToken);
        var links = connectors.OfType<ILinkBuilder>().FirstOrDefault(connector => ((IPartnerConnector)connector).Partner == partner);
        return connection is null || links is null || !connection.Covers(productUrl) ? string.Empty : links.HouseTag(connection);
    }
}
