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
        if (BuilderOf(partner.Key) is not { } builder || !partner.IsApproved)
        {
            return PinErrors.PartnerNotOpen;
        }

        var connection = await connections.OpenAsync(partner.Key, cancellationToken);
        var tag = await tags.FindForLinkAsync(creator, partner.Key, offer.ProductUrl, cancellationToken);
        var link = builder.Build(connection, new ProductReference(offer.ExternalId, offer.ProductUrl), tag);
        return policy.IsAllowed(partner, link.Url) ? link : PinErrors.LinkRefused;
    }

    /// <summary>Whether a link of this creator to a partner's product page carries a tag that earns there.</summary>
    public async Task<bool> EarnsAsync(CreatorId creator, PartnerKey partner, string productUrl, CancellationToken cancellationToken) =>
        BuilderOf(partner) is { } builder && builder.Earns(productUrl, await tags.FindForLinkAsync(creator, partner, productUrl, cancellationToken));

    private ILinkBuilder? BuilderOf(PartnerKey partner) => connectors.Where(connector => connector.Partner == partner).OfType<ILinkBuilder>().FirstOrDefault();
}
