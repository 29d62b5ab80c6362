using System.Globalization;
using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Target;

/// <summary>Target, whose programme is wholly at impact.com: catalog, links, contract and money.</summary>
internal sealed class TargetConnector(
    ImpactCatalogs catalogs, ImpactPrograms programs, ImpactTrackingLinks links, ImpactActions actions, ImpactItems bought, PartnerTransport transport)
    : IPartnerConnector, IPartnerProfile, IProductSearch, IProductLookup, ILinkBuilder, ILinkCheck, IMerchantTerms, IConversionFeed, IConversionItems, IConnectorHealth
{
    private const int LargestPage = 100;
    private const int LargestBatch = 20;

    // No query reaches beyond this item.
    private const int LastItem = 20_000;

    /// <inheritdoc />
    public PartnerKey Partner => PartnerKey.Target;

    /// <inheritdoc />
    public PartnerProfile Profile => TargetProfile.Value;

    /// <inheritdoc />
    public IReadOnlyList<ConnectionSetting> Settings => TargetSettings.Form;

    /// <inheritdoc />
    public CreatorTagForm TagForm => TargetLinks.TagForm;

    /// <inheritdoc />
    public IReadOnlyList<ConnectorHealth> Health => [transport.Health];

    /// <inheritdoc />
    public async Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var account = TargetSettings.Account(connection);
        var program = await programs.FindAsync(connection, account, cancellationToken, isFresh: true);
        if (!program.Succeeded)
        {
            return program.Failure;
        }

        if (TargetLinks.PartsOf(program.Value.TrackingLink) is var (publisher, ad)
            && (publisher != connection[TargetSettings.PublisherId].Trim() || ad != connection[TargetSettings.AdId].Trim()))
        {
            return Failures.Setting(TargetSettings.AdId, $"impact.com says that your links belong to publisher {publisher} and ad {ad}. Enter these two.");
        }

        return $"impact.com lets us in. The contract with {program.Value.CampaignName} is {program.Value.ContractStatus?.ToLowerInvariant() ?? "not there"}.";
    }

    /// <inheritdoc />
    public async Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ConnectionContext connection, ProductSearchRequest request, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(request.PageSize, 1, LargestPage);
        if ((long)request.Page * size > LastItem)
        {
            return new ProductSearchAnswer([], 0, false, []);
        }

        var account = TargetSettings.Account(connection);
        var excluded = await catalogs.ReadExcludedAsync(connection, account, cancellationToken);
        if (!excluded.Succeeded)
        {
            return excluded.Failure;
        }

        var answer = await catalogs.SearchAsync(connection, account, request.Words, PriceFilter(request), request.Page, size, cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure;
        }

        var offers = TargetOffers.From(answer.Value.Items, account.CampaignId, excluded.Value, connection)
            .Where(offer => !request.InStockOnly || offer.Stock is not StockState.OutOfStock)
            .ToList();
        var total = (int)Math.Clamp(answer.Value.Total ?? offers.Count, 0, int.MaxValue);
        var hasMore = answer.Value.Items is { Count: > 0 } && answer.Value.NextPageUri is { Length: > 0 } && (long)(request.Page + 1) * size <= LastItem;
        return new ProductSearchAnswer(offers, total, hasMore, []);
    }

    /// <inheritdoc />
    public async Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(ConnectionContext connection, IReadOnlyList<string> externalIds, CancellationToken cancellationToken)
    {
        var offers = new List<PartnerOffer>();
        foreach (var batch in externalIds.Where(id => id.Length is > 0 and <= 12 && id.All(char.IsAsciiDigit)).Distinct().Chunk(LargestBatch))
        {
            var answer = await LookUpAsync(connection, $"CatalogItemId IN ({string.Join(',', batch.Select(id => $"'{id}'"))})", cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            offers.AddRange(answer.Value.Offers);
        }

        return new ProductLookupAnswer(offers, []);
    }

    /// <inheritdoc />
    public Task<PartnerResult<ProductLookupAnswer>> LookUpGtinAsync(ConnectionContext connection, string gtin, CancellationToken cancellationToken) =>
        gtin.All(char.IsAsciiDigit) ? LookUpAsync(connection, $"Gtin = '{gtin}'", cancellationToken) : Task.FromResult<PartnerResult<ProductLookupAnswer>>(new ProductLookupAnswer([], []));

    /// <inheritdoc />
    public RecognizedProduct? Recognize(string url) => TargetLinks.Recognize(url);

    /// <inheritdoc />
    public EarningLink Build(ConnectionContext? connection, ProductReference product, string creatorTag)
    {
        if (connection?.Covers(product.ProductUrl) != true)
        {
            return TargetLinks.Build(product, string.Empty, string.Empty, string.Empty);
        }

        var publisher = creatorTag.Length > 0 ? creatorTag : HouseTag(connection);
        return TargetLinks.Build(product, publisher, connection[TargetSettings.AdId].Trim(), TargetSettings.Account(connection).CampaignId);
    }

    /// <inheritdoc />
    public bool Earns(string productUrl, string tag) => tag.Length > 0;

    /// <inheritdoc />
    public string? CheckTag(string tag) => TargetLinks.CheckTag(tag);

    /// <inheritdoc />
    public string HouseTag(ConnectionContext connection) => connection[TargetSettings.PublisherId].Trim();

    /// <inheritdoc />
    public Task<PartnerResult<string>> CheckLinkAsync(ConnectionContext connection, ProductReference product, string creatorTag, CancellationToken cancellationToken)
    {
        var page = connection.SandboxAddress is { } sandbox ? new Uri(sandbox, product.ProductUrl) : new Uri(product.ProductUrl);
        var wish = new ImpactTrackingLinks.Wish(page, connection[TargetSettings.AdId].Trim(), SubId1: "link-check", SubId2: product.ExternalId, SharedId: creatorTag);
        return links.MakeAsync(connection, TargetSettings.Account(connection), wish, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<PartnerResult<IReadOnlyList<MerchantTerms>>> ReadMerchantsAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var terms = await new ImpactTerms(programs).ReadAsync(connection, TargetSettings.Account(connection), cancellationToken);
        return terms.Succeeded ? (MerchantTerms[])[terms.Value]
            : terms.Failure is { Kind: PartnerFailureKind.Refused, Code: ImpactPrograms.NoCampaign } ? Array.Empty<MerchantTerms>()
            : terms.Failure;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(ConnectionContext connection, string? watermark, CancellationToken cancellationToken) =>
        actions.ReadAsync(connection, TargetSettings.Account(connection), watermark, cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<IReadOnlyList<ReportedItem>>> ReadItemsAsync(ConnectionContext connection, string externalKey, CancellationToken cancellationToken) =>
        bought.ReadAsync(connection, TargetSettings.Account(connection), externalKey, cancellationToken);

    private async Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(ConnectionContext connection, string filter, CancellationToken cancellationToken)
    {
        var account = TargetSettings.Account(connection);
        var excluded = await catalogs.ReadExcludedAsync(connection, account, cancellationToken);
        if (!excluded.Succeeded)
        {
            return excluded.Failure;
        }

        var answer = await catalogs.SearchAsync(connection, account, keyword: null, filter, page: 1, LargestPage, cancellationToken);
        return answer.Succeeded ? new ProductLookupAnswer(TargetOffers.From(answer.Value.Items, account.CampaignId, excluded.Value, connection), []) : answer.Failure;
    }

    private static string? PriceFilter(ProductSearchRequest request)
    {
        static string? Limit(string sign, long? minor) => minor is { } cents ? $"CurrentPrice {sign} {(cents / 100m).ToString("0.00", CultureInfo.InvariantCulture)}" : null;
        var limits = new[] { Limit(">=", request.MinPriceMinor), Limit("<=", request.MaxPriceMinor) }.OfType<string>().ToList();
        return limits.Count == 0 ? null : $"({string.Join(" AND ", limits)})";
    }
}
