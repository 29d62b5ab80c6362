using System.Globalization;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>
/// Product search, and the looking up that it allows: there is no call for one product, so a known one is searched for by its merchant and SKU and taken only when the id is
/// exactly the same. One that is not found so is simply not told anew.
/// </summary>
internal sealed class RakutenProducts(RakutenClient client)
{
    private const int LargestPage = 100;
    private const int LookUpPage = 20;
    private const int AtOnce = 4;

    // One text says that a search shows 1,000 products, another 5,000; the smaller is sure.
    private const int LastItem = 1_000;

    /// <summary>Searches.</summary>
    public async Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ConnectionContext connection, ProductSearchRequest request, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(request.PageSize, 1, LargestPage);
        var before = (long)(request.Page - 1) * size;
        var words = RakutenWords.Clean(request.Words);
        if (before >= LastItem || words.Length == 0)
        {
            return new ProductSearchAnswer([], 0, false, []);
        }

        var order = request.Sort switch
        {
            ProductSearchSort.PriceAscending => "&sort=retailprice&sorttype=asc",
            ProductSearchSort.PriceDescending => "&sort=retailprice&sorttype=dsc",
            _ => string.Empty,
        };
        var found = await FindAsync(connection, string.Create(CultureInfo.InvariantCulture, $"keyword={Uri.EscapeDataString(words)}&max={size}&pagenumber={request.Page}{order}"), cancellationToken);
        if (!found.Succeeded)
        {
            // A page past the last one is an error there; for us it is the end.
            return request.Page > 1 && found.Failure.Kind == PartnerFailureKind.InvalidRequest && found.Failure.Message.Contains("page", StringComparison.OrdinalIgnoreCase)
                ? new ProductSearchAnswer([], 0, false, [])
                : found.Failure;
        }

        var (page, offers) = found.Value;
        var seen = before + page.Items.Count;
        var isKnown = page.Total is >= 0;
        var hasMore = page.Items.Count > 0 && seen < LastItem
            && (page.Pages is > 0 and var pages ? request.Page < pages : isKnown ? seen < page.Total : page.Items.Count == size);
        var total = isKnown ? page.Total!.Value : (int)seen + (hasMore ? 1 : 0);
        return new ProductSearchAnswer(offers, total, hasMore, []);
    }

    /// <summary>Looks known products up, a few side by side: each is a call of its own.</summary>
    public async Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(ConnectionContext connection, IReadOnlyList<string> externalIds, CancellationToken cancellationToken)
    {
        var offers = new List<PartnerOffer>();
        foreach (var some in externalIds.Distinct(StringComparer.Ordinal).Where(id => WordsOf(id).Length > 0).Chunk(AtOnce))
        {
            foreach (var found in await Task.WhenAll(some.Select(id => LookUpAsync(connection, id, cancellationToken))))
            {
                if (!found.Succeeded)
                {
                    return found.Failure;
                }

                offers.AddRange(found.Value);
            }
        }

        return new ProductLookupAnswer(offers, []);
    }

    private async Task<PartnerResult<IReadOnlyList<PartnerOffer>>> LookUpAsync(ConnectionContext connection, string id, CancellationToken cancellationToken)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture, $"keyword={Uri.EscapeDataString(WordsOf(id))}&mid={RakutenProductId.MidOf(id)}&max={LookUpPage}&pagenumber=1");
        var found = await FindAsync(connection, query, cancellationToken);
        return found.Succeeded ? found.Value.Offers.Where(offer => offer.ExternalId == id).ToList()
            : found.Failure.Kind == PartnerFailureKind.InvalidRequest ? Array.Empty<PartnerOffer>()
            : found.Failure;
    }

    // Empty for a product whose SKU is not known.
    private static string WordsOf(string id) => RakutenWords.Clean(RakutenProductId.SkuOf(id) ?? string.Empty);

    private async Task<PartnerResult<(RakutenSearchXml.SearchPage Page, IReadOnlyList<PartnerOffer> Offers)>> FindAsync(
        ConnectionContext connection, string query, CancellationToken cancellationToken)
    {
        var body = await client.SearchAsync(connection, query, cancellationToken);
        if (!body.Succeeded)
        {
            return body.Failure;
        }

        // Words that the partner refuses are no failure of its service.
        var page = RakutenSearchXml.Read(body.Value);
        if (!page.Succeeded && page.Failure.Kind != PartnerFailureKind.InvalidRequest)
        {
            client.SearchFailed(page.Failure);
        }

        return page.Succeeded
            ? (page.Value, page.Value.Items.Select(item => RakutenOffers.From(item, connection)).OfType<PartnerOffer>().DistinctBy(offer => offer.ExternalId).ToList())
            : page.Failure;
    }
}
