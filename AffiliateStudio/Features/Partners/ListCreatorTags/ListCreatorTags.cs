using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.ListCreatorTags;

/// <summary>A creator's own tags, with every partner that knows such a thing.</summary>
internal sealed class ListCreatorTags(
    IDbContextFactory<StudioDb> databases,
    PartnerDirectory partners,
    ConnectionDirectory connections,
    IEnumerable<IPartnerConnector> connectors)
{
    /// <summary>Lists them by partner.</summary>
    public async Task<IReadOnlyList<CreatorTagRow>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = await db.Set<CreatorTag>()
            .Where(tag => db.Set<Creator>().Any(creator => creator.Id == tag.CreatorId && creator.UserId == actor.UserId))
            .ToDictionaryAsync(tag => tag.Partner, tag => tag.Value, cancellationToken);
        var rows = new List<CreatorTagRow>();
        foreach (var partner in await partners.ListAsync(cancellationToken))
        {
            if (connectors.FirstOrDefault(connector => connector.Partner == partner.Key) is not ILinkBuilder links)
            {
                continue;
            }

            var connection = await connections.OpenAsync(partner.Key, cancellationToken);
            rows.Add(new CreatorTagRow(
                partner.Key,
                partner.Name,
                links.TagForm,
                own.GetValueOrDefault(partner.Key, string.Empty),
                connection is not null && links.HouseTag(connection).Length > 0,
                connection?.Kind == ConnectionKind.Sandbox,
                partner.RequiredDisclosure));
        }

        return rows;
    }
}
