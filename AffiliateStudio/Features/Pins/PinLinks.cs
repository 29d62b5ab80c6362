using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Pins;

/// <summary>Makes the link that a pin leads to, and refuses one that would leave the partner's own hosts.</summary>
internal sealed class PinLinks(IEnumerable<IPartnerConnector> connectors, ConnectionDirectory connections, CreatorTags tags, LinkPolicy policy)
{
    /// <summary>The creator's earning link for an offer, checked.</summary>
    public async Task<Result<EarningLink>> BuildAsync(CreatorId creator, Partner partner, Offer offer, CancellationToken cancellationToken)
    {
        var builder = connectors.Where(connector => connector.Partner == partner.Key).OfType<ILinkBuilder>().FirstOrDefault();
        if (builder is null || !partner.IsApproved)
        {
            return PinErrors.PartnerNotOpen;
        }

        var connection = await connections.OpenAsync(partner.Key, cancellationToken);
        var tag = await tags.FindForLinkAsync(creator, partner.Key, cancellationToken);
        var link = builder.Build(connection, new ProductReference(offer.ExternalId, offer.ProductUrl), tag);
        return policy.IsAllowed(partner, link.Url) ? link : PinErrors.LinkRefused;
    }

    /// <summary>Whether a link of this creator to this partner carries a tag, so that it earns.</summary>
    public async Task<bool> EarnsAsync(CreatorId creator, PartnerKey partner, CancellationToken cancellationToken) =>
        (await tags.FindForLinkAsync(creator, partner, cancellationToken)).Length > 0;
}
