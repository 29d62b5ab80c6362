using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>Expedia: hotels and activities through XAP, links, terms and money through Partnerize. Either half works without the other's keys.</summary>
internal sealed class ExpediaConnector(
    XapSearch search,
    PartnerizeLinks links,
    PartnerizeCampaigns campaigns,
    PartnerizeConversions conversions,
    IReadOnlyList<PartnerTransport> ways,
    TimeProvider clock)
    : IPartnerConnector, IPartnerProfile, ITravelSearch, IProductLookup, ILinkBuilder, ILinkCheck, IMerchantTerms, IConversionFeed, IConnectorHealth
{
    /// <inheritdoc />
    public PartnerKey Partner => PartnerKey.Expedia;

    /// <inheritdoc />
    public PartnerProfile Profile => ExpediaProfile.Value;

    /// <inheritdoc />
    public IReadOnlyList<ConnectionSetting> Settings => ExpediaSettings.Form;

    /// <inheritdoc />
    public CreatorTagForm TagForm => ExpediaLinks.TagForm;

    /// <inheritdoc />
    public IReadOnlyList<ConnectorHealth> Health => [.. ways.Select(way => way.Health)];

    /// <inheritdoc />
    public async Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var hotels = await search.TestAsync(connection, cancellationToken);
        if (!hotels.Succeeded)
        {
            return hotels.Failure;
        }

        var approved = await campaigns.TestAsync(connection, cancellationToken);
        return approved.Succeeded ? $"{hotels.Value}, and Partnerize lets us in: {approved.Value} approved campaigns." : approved.Failure;
    }

    /// <inheritdoc />
    public TravelCriteria? Read(string words) => TravelWords.Read(words, clock.UtcToday());

    /// <inheritdoc />
    public async Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ConnectionContext connection, ProductSearchRequest request, CancellationToken cancellationToken) =>
        (request.Travel ?? Read(request.Words)) is { } criteria
            ? await search.RunAsync(connection, request, criteria, cancellationToken)
            : new ProductSearchAnswer([], 0, false, []);

    /// <inheritdoc />
    public async Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(ConnectionContext connection, IReadOnlyList<string> externalIds, CancellationToken cancellationToken)
    {
        var offers = new List<PartnerOffer>();
        var stays = externalIds.Distinct().Select(StayId.Parse).OfType<StayId>().ToList();

        // Dates that are over have no price any more.
        var today = clock.UtcToday();
        var hotels = stays.Where(stay => stay.Kind != 'a' && (stay.From is null || stay.From >= today)).GroupBy(stay => (stay.Kind, stay.From, stay.To, stay.Guests));
        foreach (var alike in hotels)
        {
            var answer = await search.LookUpAsync(connection, [.. alike], cancellationToken);
            if (answer.Failure is { Kind: PartnerFailureKind.InvalidRequest or PartnerFailureKind.NotFound })
            {
                // Nights that nobody can book say nothing about the other stays.
                continue;
            }

            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            offers.AddRange(answer.Value);
        }

        return new ProductLookupAnswer(offers, stays.Exists(stay => stay.Kind == 'a') ? ["Expedia gives activities by search only, not by id"] : []);
    }

    /// <inheritdoc />
    public Task<PartnerResult<ProductLookupAnswer>> LookUpGtinAsync(ConnectionContext connection, string gtin, CancellationToken cancellationToken) =>
        Task.FromResult<PartnerResult<ProductLookupAnswer>>(new ProductLookupAnswer([], []));

    /// <inheritdoc />
    public RecognizedProduct? Recognize(string url) => ExpediaLinks.Recognize(url, clock.UtcToday());

    /// <inheritdoc />
    public bool IsShortLink(Uri url) => ExpediaLinks.IsShortLink(url);

    /// <inheritdoc />
    public EarningLink Build(ConnectionContext? connection, ProductReference product, string creatorTag)
    {
        var own = connection?.Covers(product.ProductUrl) == true ? connection : null;
        return ExpediaLinks.Build(product, creatorTag.Length > 0 ? creatorTag : own is null ? string.Empty : HouseTag(own));
    }

    /// <inheritdoc />
    public bool Earns(string productUrl, string tag) => tag.Length > 0;

    /// <inheritdoc />
    public string? CheckTag(string tag) => ExpediaLinks.CheckTag(tag);

    /// <inheritdoc />
    public string HouseTag(ConnectionContext connection) => connection[ExpediaSettings.Camref].Trim();

    /// <inheritdoc />
    public Task<PartnerResult<string>> CheckLinkAsync(ConnectionContext connection, ProductReference product, string creatorTag, CancellationToken cancellationToken) =>
        links.CheckAsync(connection, product, creatorTag, cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<IReadOnlyList<MerchantTerms>>> ReadMerchantsAsync(ConnectionContext connection, CancellationToken cancellationToken) =>
        campaigns.ReadAsync(connection, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(ConnectionContext connection, string? watermark, CancellationToken cancellationToken) =>
        conversions.ReadAsync(connection, watermark, cancellationToken);
}
