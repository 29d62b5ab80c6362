using System.Globalization;
using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Connectors.Walmart.Wire;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>Walmart: search and lookup through its signed product API, links and money through impact.com.</summary>
internal sealed class WalmartConnector(
    WalmartClient client, WalmartCategories categories, ImpactActions actions, ImpactItems bought, IReadOnlyList<PartnerTransport> ways)
    : IPartnerConnector, IPartnerProfile, IProductSearch, IProductLookup, ILinkBuilder, IConversionFeed, IConversionItems, IConnectorHealth
{
    private const int LargestPage = 25;
    private const int LargestBatch = 20;

    // The API shows the first 1,000 hits of a query and no more.
    private const int LastItem = 1_000;

    /// <inheritdoc />
    public PartnerKey Partner => PartnerKey.Walmart;

    /// <inheritdoc />
    public PartnerProfile Profile => WalmartProfile.Value;

    /// <inheritdoc />
    public IReadOnlyList<ConnectionSetting> Settings => WalmartSettings.Form;

    /// <inheritdoc />
    public CreatorTagForm TagForm => WalmartLinks.TagForm;

    /// <inheritdoc />
    public IReadOnlyList<ConnectorHealth> Health => [.. ways.Select(way => way.Health)];

    /// <inheritdoc />
    public async Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var taxonomy = await client.GetAsync<TaxonomyAnswer>(connection, "taxonomy", [], cancellationToken);
        if (!taxonomy.Succeeded)
        {
            return taxonomy.Failure;
        }

        var orders = await actions.TestAsync(connection, Account(connection), cancellationToken);
        return orders.Succeeded
            ? $"Walmart answered with {taxonomy.Value.Categories?.Count ?? 0} departments, and impact.com lets us read orders."
            : orders.Failure;
    }

    /// <inheritdoc />
    public async Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ConnectionContext connection, ProductSearchRequest request, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(request.PageSize, 1, LargestPage);
        var start = ((long)(request.Page - 1) * size) + 1;
        if (start > LastItem)
        {
            return new ProductSearchAnswer([], 0, false, []);
        }

        var isByPrice = request.Sort is ProductSearchSort.PriceAscending or ProductSearchSort.PriceDescending;
        var isRanged = request.MinPriceMinor is not null || request.MaxPriceMinor is not null;
        var answer = await client.GetAsync<SearchAnswer>(
            connection,
            "search",
            [
                new("query", request.Words),
                new("numItems", size.ToString(CultureInfo.InvariantCulture)),
                new("start", start.ToString(CultureInfo.InvariantCulture)),
                new("sort", isByPrice ? "price" : null),
                new("order", request.Sort switch { ProductSearchSort.PriceAscending => "ascending", ProductSearchSort.PriceDescending => "descending", _ => null }),
                new("facet", isRanged ? "on" : null),
                new("facet.range", isRanged ? Range(request) : null),
                new("responseGroup", "full"),
            ],
            cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure;
        }

        var items = await categories.CompleteAsync(connection, answer.Value.Items, cancellationToken);
        var offers = items.Select(item => WalmartOffers.From(item, connection)).OfType<PartnerOffer>()
            .Where(offer => !request.InStockOnly || offer.Stock is not StockState.OutOfStock)
            .ToList();
        var total = (int)Math.Clamp(answer.Value.TotalResults ?? items.Count, 0, int.MaxValue);
        var hasMore = items.Count > 0 && start + size <= Math.Min(total, LastItem);
        return new ProductSearchAnswer(offers, total, hasMore, answer.Value.Message is { Length: > 0 } said && total > 0 ? [Failures.Shorten(said)] : []);
    }

    /// <inheritdoc />
    public async Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(
        ConnectionContext connection,
        IReadOnlyList<string> externalIds,
        CancellationToken cancellationToken)
    {
        var offers = new List<PartnerOffer>();
        foreach (var batch in externalIds.Where(id => id.Length is > 0 and <= 15 && id.All(char.IsAsciiDigit)).Distinct().Chunk(LargestBatch))
        {
            var answer = await LookUpAsync(connection, "ids", string.Join(',', batch), cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            offers.AddRange(answer.Value.Offers);
        }

        return new ProductLookupAnswer(offers, []);
    }

    /// <inheritdoc />
    public async Task<PartnerResult<ProductLookupAnswer>> LookUpGtinAsync(ConnectionContext connection, string gtin, CancellationToken cancellationToken) =>
        gtin.StartsWith("00", StringComparison.Ordinal)
            ? await LookUpAsync(connection, "upc", gtin[2..], cancellationToken)
            : new ProductLookupAnswer([], []);

    /// <inheritdoc />
    public RecognizedProduct? Recognize(string url) => WalmartLinks.Recognize(url);

    /// <inheritdoc />
    public EarningLink Build(ConnectionContext? connection, ProductReference product, string creatorTag)
    {
        var own = connection?.Covers(product.ProductUrl) == true ? connection : null;
        return WalmartLinks.Build(own, product, creatorTag.Length > 0 ? creatorTag : own is null ? string.Empty : HouseTag(own));
    }

    /// <inheritdoc />
    public bool Earns(string productUrl, string tag) => tag.Length > 0;

    /// <inheritdoc />
    public string? CheckTag(string tag) => WalmartLinks.CheckTag(tag);

    /// <inheritdoc />
    public string HouseTag(ConnectionContext connection) => connection[WalmartSettings.PublisherId].Trim();

    /// <inheritdoc />
    public IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(ConnectionContext connection, string? watermark, CancellationToken cancellationToken) =>
        actions.ReadAsync(connection, Account(connection), watermark, cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<IReadOnlyList<ReportedItem>>> ReadItemsAsync(ConnectionContext connection, string externalKey, CancellationToken cancellationToken) =>
        bought.ReadAsync(connection, Account(connection), externalKey, cancellationToken);

    // The service answers 400 or 404 for ids that it does not know, which is an empty answer and not a fault.
    private async Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(ConnectionContext connection, string by, string value, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync<ItemsAnswer>(connection, "items", [new(by, value), new("responseGroup", "full")], cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure.Kind == PartnerFailureKind.NotFound || answer.Failure.Code.EndsWith(" 4002", StringComparison.Ordinal)
                ? new ProductLookupAnswer([], [])
                : answer.Failure;
        }

        var items = await categories.CompleteAsync(connection, answer.Value.Items, cancellationToken);
        return new ProductLookupAnswer([.. items.Select(item => WalmartOffers.From(item, connection)).OfType<PartnerOffer>()], []);
    }

    private static string Range(ProductSearchRequest request)
    {
        static string Dollars(long? minor, string open) => minor is { } cents ? (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture) : open;
        return $"price:[{Dollars(request.MinPriceMinor, "0")} TO {Dollars(request.MaxPriceMinor, "1000000")}]";
    }

    private static ImpactAccount Account(ConnectionContext connection) => new(
        connection[WalmartSettings.ImpactAccountSid].Trim(),
        connection[WalmartSettings.ImpactAuthToken].Trim(),
        connection.Or(WalmartSettings.CampaignId, WalmartSettings.DefaultCampaignId));
}
