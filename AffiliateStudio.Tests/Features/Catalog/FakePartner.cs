using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Catalog;

/// <summary>A partner that answers as a test says and counts how often it was asked. Its product pages are <c>https://{name}.test/p/{id}</c>.</summary>
internal sealed class FakePartner(PartnerKey partner) : IPartnerConnector, IPartnerProfile, IProductSearch, IProductLookup, ILinkBuilder
{
    public PartnerKey Partner => partner;

    public PartnerProfile Profile => Profiles.All.Single(profile => profile.Facts.Key == partner);

    public IReadOnlyList<ConnectionSetting> Settings => [];

    public int Searches { get; private set; }

    public int Lookups { get; private set; }

    public Func<ProductSearchRequest, CancellationToken, Task<PartnerResult<ProductSearchAnswer>>> OnSearch { get; set; } =
        (_, _) => Task.FromResult<PartnerResult<ProductSearchAnswer>>(new ProductSearchAnswer([], 0, false, []));

    public Func<IReadOnlyList<string>, CancellationToken, Task<PartnerResult<IReadOnlyList<PartnerOffer>>>> OnLookUp { get; set; } = (_, _) => Nothing();

    public Func<string, Task<PartnerResult<IReadOnlyList<PartnerOffer>>>> OnGtin { get; set; } = _ => Nothing();

    /// <summary>What the partner says about parts of its answers to lookups.</summary>
    public IReadOnlyList<string> LookupNotices { get; set; } = [];

    public CreatorTagForm TagForm => new("Tag", "tag-20", "At the partner.");

    public void Answers(params PartnerOffer[] offers) =>
        OnSearch = (_, _) => Task.FromResult<PartnerResult<ProductSearchAnswer>>(new ProductSearchAnswer(offers, offers.Length, false, []));

    public void Fails(PartnerFailureKind kind) =>
        OnSearch = (_, _) => Task.FromResult<PartnerResult<ProductSearchAnswer>>(new PartnerFailure(kind, "500", "down", "Wait."));

    public PartnerOffer Offer(string id, string title, long cents = 2500, string category = "Home/Lighting", string? gtin = null) => new()
    {
        Partner = partner,
        ExternalId = id,
        Title = title,
        Brand = "Northlight",
        CategoryPath = category,
        Price = new Money(cents, Currency.Usd),
        Stock = StockState.InStock,
        ImageUrls = [$"https://pictures.test/{id}.jpg"],
        Gtin = gtin,
        ProductUrl = $"https://{partner}.test/p/{id}?tag=ours",
    };

    public Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken) =>
        Task.FromResult<PartnerResult<string>>("fine");

    public Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ConnectionContext connection, ProductSearchRequest request, CancellationToken cancellationToken)
    {
        Searches++;
        return OnSearch(request, cancellationToken);
    }

    public async Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(ConnectionContext connection, IReadOnlyList<string> externalIds, CancellationToken cancellationToken)
    {
        Lookups++;
        return Answer(await OnLookUp(externalIds, cancellationToken));
    }

    public async Task<PartnerResult<ProductLookupAnswer>> LookUpGtinAsync(ConnectionContext connection, string gtin, CancellationToken cancellationToken) => Answer(await OnGtin(gtin));

    public RecognizedProduct? Recognize(string url)
    {
        var prefix = $"https://{partner}.test/p/";
        return url.StartsWith(prefix, StringComparison.Ordinal) && url[prefix.Length..].Split('?')[0] is { Length: > 0 } id ? new RecognizedProduct(id, prefix + id, null) : null;
    }

    public EarningLink Build(ConnectionContext? connection, ProductReference product, string creatorTag) => new(product.ProductUrl + "?tag=" + creatorTag, "sub");

    public bool Earns(string productUrl, string tag) => tag.Length > 0;

    public string? CheckTag(string tag) => null;

    public string HouseTag(ConnectionContext connection) => "ours";

    public static PartnerResult<IReadOnlyList<PartnerOffer>> Found(params IReadOnlyList<PartnerOffer> offers) => new(offers, null);

    private PartnerResult<ProductLookupAnswer> Answer(PartnerResult<IReadOnlyList<PartnerOffer>> found) =>
        found.Succeeded ? new ProductLookupAnswer(found.Value, LookupNotices) : found.Failure;

    private static Task<PartnerResult<IReadOnlyList<PartnerOffer>>> Nothing() => Task.FromResult(Found());
}
