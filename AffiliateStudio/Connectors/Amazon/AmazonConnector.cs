using AffiliateStudio.Connectors.Amazon.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>Amazon Associates through the Creators API: search, lookup, links and report files.</summary>
internal sealed class AmazonConnector(AmazonClient client, AmazonReports reports, PartnerTransport transport)
    : IPartnerConnector, IPartnerProfile, IProductSearch, IProductLookup, ILinkBuilder, IConversionFeed, IConnectorHealth
{
    // The SDK's bound is 100 items a page, the older documentation's 10; only 10 is proven. The page number's bound is 10 in both.
    private const int LargestPage = 10;
    private const int LastPage = 10;
    private const int LargestBatch = 10;

    /// <inheritdoc />
    public PartnerKey Partner => PartnerKey.Amazon;

    /// <inheritdoc />
    public PartnerProfile Profile => AmazonProfile.Value;

    /// <inheritdoc />
    public IReadOnlyList<ConnectionSetting> Settings => AmazonSettings.Form;

    /// <inheritdoc />
    public CreatorTagForm TagForm => AmazonLinks.TagForm;

    /// <inheritdoc />
    public IReadOnlyList<ConnectorHealth> Health => [transport.Health];

    /// <inheritdoc />
    public async Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var answer = await SearchAsync(connection, new ProductSearchRequest("book", 1, 1), cancellationToken);
        return answer.Succeeded
            ? $"{AmazonMarketplace.Of(connection).Host} answered and knows {answer.Value.Total} products for “book”."
            : answer.Failure;
    }

    /// <inheritdoc />
    public async Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ConnectionContext connection, ProductSearchRequest request, CancellationToken cancellationToken)
    {
        if (request.Page > LastPage)
        {
            return new ProductSearchAnswer([], 0, false, []);
        }

        var size = Math.Clamp(request.PageSize, 1, LargestPage);
        var answer = await client.PostAsync<SearchItemsRequest, SearchItemsAnswer>(
            connection,
            "catalog/v1/searchItems",
            new SearchItemsRequest
            {
                PartnerTag = TagOf(connection),
                Keywords = request.Words,
                ItemCount = size,
                ItemPage = request.Page,
                SortBy = request.Sort switch
                {
                    ProductSearchSort.PriceAscending => "Price:LowToHigh",
                    ProductSearchSort.PriceDescending => "Price:HighToLow",
                    _ => null,
                },
                Availability = request.InStockOnly ? "Available" : "IncludeOutOfStock",
                MinPrice = request.MinPriceMinor,
                MaxPrice = request.MaxPriceMinor,
                Resources = AmazonOffers.Resources,
            },
            isPatient: false,
            cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure;
        }

        // Without any hit the API leaves searchResult out; an error beside it then only says so in words.
        var found = answer.Value.SearchResult;
        var offers = Offers(found?.Items, connection);
        var total = (int)Math.Clamp(found?.TotalResultCount ?? offers.Count, 0, int.MaxValue);
        var hasMore = request.Page < LastPage && found?.Items is { Count: > 0 } && (long)request.Page * size < total;
        return new ProductSearchAnswer(offers, total, hasMore, Notices(answer.Value.Errors));
    }

    /// <inheritdoc />
    public async Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(
        ConnectionContext connection,
        IReadOnlyList<string> externalIds,
        CancellationToken cancellationToken)
    {
        var offers = new List<PartnerOffer>();
        var notices = new List<string>();
        foreach (var batch in AmazonProductId.In(AmazonMarketplace.Of(connection), externalIds).Chunk(LargestBatch))
        {
            var answer = await client.PostAsync<GetItemsRequest, GetItemsAnswer>(
                connection,
                "catalog/v1/getItems",
                new GetItemsRequest { PartnerTag = TagOf(connection), ItemIds = batch, Resources = AmazonOffers.Resources },
                isPatient: false,
                cancellationToken);
            if (answer.Succeeded)
            {
                offers.AddRange(Offers(answer.Value.ItemsResult?.Items, connection));
                notices.AddRange(Notices(answer.Value.Errors));
            }
            else if (answer.Failure.Kind != PartnerFailureKind.NotFound)
            {
                return answer.Failure;
            }
        }

        return new ProductLookupAnswer(offers, notices);
    }

    /// <inheritdoc />
    public async Task<PartnerResult<ProductLookupAnswer>> LookUpGtinAsync(ConnectionContext connection, string gtin, CancellationToken cancellationToken)
    {
        // The API looks up by ASIN only; a search for the number finds it when the shop has indexed it.
        var answer = await SearchAsync(connection, new ProductSearchRequest(gtin.TrimStart('0'), 1, LargestPage), cancellationToken);
        return answer.Succeeded
            ? new ProductLookupAnswer([.. answer.Value.Offers.Where(offer => offer.Gtin == gtin)], answer.Value.Notices)
            : answer.Failure;
    }

    /// <inheritdoc />
    public RecognizedProduct? Recognize(string url) => AmazonLinks.Recognize(url);

    /// <inheritdoc />
    public EarningLink Build(ConnectionContext? connection, ProductReference product, string creatorTag)
    {
        var house = connection?.Covers(product.ProductUrl) == true ? HouseTag(connection) : string.Empty;
        return AmazonLinks.Build(connection, product, creatorTag.Length > 0 ? creatorTag : Earns(product.ProductUrl, house) ? house : string.Empty);
    }

    /// <inheritdoc />
    public bool Earns(string productUrl, string tag) => AmazonLinks.Earns(productUrl, tag);

    /// <inheritdoc />
    public string? CheckTag(string tag) => AmazonLinks.CheckTag(tag);

    /// <inheritdoc />
    public string HouseTag(ConnectionContext connection) => connection[AmazonSettings.PartnerTag].Trim();

    /// <inheritdoc />
    public IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(ConnectionContext connection, string? watermark, CancellationToken cancellationToken) =>
        reports.ReadAsync(connection, watermark, cancellationToken);

    private string? TagOf(ConnectionContext connection) => HouseTag(connection) is { Length: > 0 } tag ? tag : null;

    private static List<PartnerOffer> Offers(IReadOnlyList<Item>? items, ConnectionContext connection) =>
        [.. (items ?? []).Select(item => AmazonOffers.From(item, connection)).OfType<PartnerOffer>()];

    // That nothing was found is the answer itself and no fault of it.
    private static List<string> Notices(IReadOnlyList<PartialError>? errors) =>
        [.. (errors ?? []).Where(error => error.Code != "NoResults").Select(error => Failures.Shorten($"{error.Code}: {error.Message}"))];
}
