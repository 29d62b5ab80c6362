using System.Globalization;
using AffiliateStudio.Connectors.Rakuten.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>Rakuten Advertising: one search over the shops that approved us, links to any page of them, their terms, and the transactions.</summary>
internal sealed class RakutenConnector(
    RakutenClient client, RakutenProducts products, RakutenTerms terms, RakutenEvents events, IMerchantBook merchants, IReadOnlyList<PartnerTransport> ways)
    : IPartnerConnector, IPartnerProfile, IProductSearch, IProductLookup, ILinkBuilder, ILinkCheck, IMerchantTerms, IConversionFeed, IConnectorHealth
{
    /// <inheritdoc />
    public PartnerKey Partner => PartnerKey.Rakuten;

    /// <inheritdoc />
    public PartnerProfile Profile => RakutenProfile.Value;

    /// <inheritdoc />
    public IReadOnlyList<ConnectionSetting> Settings => RakutenSettings.Form;

    /// <inheritdoc />
    public CreatorTagForm TagForm => RakutenLinks.TagForm;

    /// <inheritdoc />
    public IReadOnlyList<ConnectorHealth> Health => [.. ways.Select(way => way.Health)];

    /// <inheritdoc />
    public async Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        if (connection[RakutenSettings.PublisherId].Trim() is { Length: > 0 } publisher && CheckTag(publisher) is { } problem)
        {
            return Failures.Setting(RakutenSettings.PublisherId, problem);
        }

        var shops = await client.GetAsync<PartnershipsAnswer>(connection, "v1/partnerships?partner_status=active&limit=1&page=1", isPatient: false, cancellationToken);
        if (!shops.Succeeded)
        {
            return shops.Failure;
        }

        var orders = await events.TestAsync(connection, cancellationToken);
        return orders.Succeeded
            ? $"Rakuten answered: {shops.Value.Metadata?.Total ?? shops.Value.Rows?.Count ?? 0} shops have approved this site, and it lets us read orders."
            : orders.Failure;
    }

    /// <inheritdoc />
    public Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ConnectionContext connection, ProductSearchRequest request, CancellationToken cancellationToken) =>
        products.SearchAsync(connection, request, cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(ConnectionContext connection, IReadOnlyList<string> externalIds, CancellationToken cancellationToken) =>
        products.LookUpAsync(connection, externalIds, cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<ProductLookupAnswer>> LookUpGtinAsync(ConnectionContext connection, string gtin, CancellationToken cancellationToken)
    {
        // Search reads words, and few shops of the network write their codes among them.
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<PartnerResult<ProductLookupAnswer>>(new ProductLookupAnswer([], []));
    }

    /// <inheritdoc />
    public RecognizedProduct? Recognize(string url) => RakutenLinks.Recognize(url, merchants);

    /// <inheritdoc />
    public EarningLink Build(ConnectionContext? connection, ProductReference product, string creatorTag)
    {
        var own = connection?.Covers(product.ProductUrl) == true ? HouseTag(connection) : string.Empty;
        return RakutenLinks.Build(product, creatorTag.Length > 0 ? creatorTag : own);
    }

    /// <inheritdoc />
    public bool Earns(string productUrl, string tag) => tag.Length > 0;

    /// <inheritdoc />
    public string? CheckTag(string tag) => RakutenLinks.CheckTag(tag);

    /// <inheritdoc />
    public string HouseTag(ConnectionContext connection) => connection[RakutenSettings.PublisherId].Trim();

    /// <inheritdoc />
    public async Task<PartnerResult<string>> CheckLinkAsync(ConnectionContext connection, ProductReference product, string creatorTag, CancellationToken cancellationToken)
    {
        // Rakuten answers for this account; what another publisher may link, it tells only them.
        var built = Build(connection, product, creatorTag).Url;
        if ((creatorTag.Length > 0 && creatorTag != HouseTag(connection)) || RakutenProductId.MidOf(product.ExternalId) is not { } mid)
        {
            return built;
        }

        var page = product.ProductUrl.StartsWith('/') && connection.SandboxAddress is { } sandbox ? new Uri(sandbox, product.ProductUrl).AbsoluteUri : product.ProductUrl;
        var answer = await client.PostAsync<LinkRequest, LinkAnswer>(
            connection, "v1/links/deep_links", new LinkRequest { Url = page, AdvertiserId = long.Parse(mid, CultureInfo.InvariantCulture) }, cancellationToken);
        if (!answer.Succeeded)
        {
            // The same codes come under status 400 too.
            return answer.Failure.Code.StartsWith("400 ", StringComparison.Ordinal) ? RakutenErrors.FromLinkCode(answer.Failure.Code[4..], answer.Failure.Message) : answer.Failure;
        }

        return answer.Value.Error is { Length: > 0 } code ? RakutenErrors.FromLinkCode(code, answer.Value.Message)
            : answer.Value.Advertiser?.DeepLink?.Url is { Length: > 0 } link ? link
            : client.Failed(Failures.Malformed(RakutenErrors.Partner, "an answer without a link"));
    }

    /// <inheritdoc />
    public Task<PartnerResult<IReadOnlyList<MerchantTerms>>> ReadMerchantsAsync(ConnectionContext connection, CancellationToken cancellationToken) =>
        terms.ReadAsync(connection, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(ConnectionContext connection, string? watermark, CancellationToken cancellationToken) =>
        events.ReadAsync(connection, watermark, cancellationToken);
}
