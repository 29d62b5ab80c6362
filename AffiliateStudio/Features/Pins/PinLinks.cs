using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
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
        return link.Url.Length <= Pin.LongestTarget && policy.IsAllowed(partner, link.Url) ? link : PinErrors.LinkRefused;
    }

    /// <summary>
    /// Asks the partner, where it answers such questions, whether it lets us link the offer's page. Null when it does, and when it cannot be asked now: a partner that is down
    /// must not keep anybody from publishing.
    /// </summary>
    public async Task<Error?> CheckAsync(CreatorId creator, Partner partner, Offer offer, CancellationToken cancellationToken)
    {
        if (BuilderOf(partner.Key) is not ILinkCheck check
            || await connections.OpenAsync(partner.Key, cancellationToken) is not { } connection
            || !connection.Covers(offer.ProductUrl))
        {
            return null;
        }

        var tag = await tags.FindForLinkAsync(creator, partner.Key, offer.ProductUrl, cancellationToken);
        var answer = await check.CheckLinkAsync(connection, new ProductReference(offer.ExternalId, offer.ProductUrl), tag, cancellationToken);
        return answer is { Succeeded: false, Failure: { Kind: PartnerFailureKind.Refused } refusal } ? PinErrors.PartnerRefuses(partner.Name, refusal) : null;
    }

    /// <summary>
    /// Whether links can be built as they should be: not while there is a connection that is paused or cannot be read, because the partner's own names that stand in it
    /// would be missing.
    /// </summary>
    public async Task<bool> CanRelinkAsync(PartnerKey partner, CancellationToken cancellationToken) =>
        await connections.OpenAsync(partner, cancellationToken) is not null || !await connections.ExistsAsync(partner, cancellationToken);

    /// <summary>Null when a link of this creator to a partner's product page carries a tag that earns there, else why it does not, and what to do.</summary>
    public async Task<string?> WhyNotEarningAsync(CreatorId creator, Partner partner, ProductReference product, CancellationToken cancellationToken)
    {
        var host = Uri.TryCreate(product.ProductUrl, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps ? page.IdnHost : partner.ShopDomain;
        if (await tags.FindForLinkAsync(creator, partner.Key, product.ProductUrl, cancellationToken) is { Length: > 0 } tag)
        {
            // The links of some programmes hold numbers that only a connection to the real partner knows; without them the tag has no place.
            var link = BuilderOf(partner.Key)?.Build(await connections.OpenAsync(partner.Key, cancellationToken), product, tag).Url;
            return link?.Contains(Uri.EscapeDataString(tag), StringComparison.Ordinal) == true
                ? null
                : $"This link will not earn yet: links to {host} need the studio's own connection to {partner.Name}. Ask an admin for it.";
        }

        return await tags.FindAsync(creator, partner.Key, cancellationToken) is { } other
            ? $"This link will not earn: your {partner.Name} tag {other} belongs to another of its shops, and {host} pays only its own."
            : $"This link will not earn yet: you have no tag with {partner.Name}.";
    }

    private ILinkBuilder? BuilderOf(PartnerKey partner) => connectors.Where(connector => connector.Partner == partner).OfType<ILinkBuilder>().FirstOrDefault();
}
