using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>The seeded catalog of all shops: about 30,000 offers, made on first use and the same for everybody in this process.</summary>
internal sealed class SandboxCatalog(TimeProvider clock)
{
    private static readonly Lazy<Content> Made = new(() => new Content(new CatalogSource()));

    private readonly Lazy<Content> _content = Made;

    /// <summary>All products.</summary>
    public IReadOnlyList<SandboxProduct> Products => _content.Value.Products;

    /// <summary>All kinds of products.</summary>
    public IReadOnlyList<ProductKind> Kinds => _content.Value.Source.Kinds;

    /// <summary>The listing of a product that the shop sells, as of now.</summary>
    public SandboxListing Listing(SandboxProduct product, SandboxPartner partner) => ListingMaker.Make(product, partner, clock.UtcToday());

    /// <summary>A product by the shop's own id, or null when it does not sell it.</summary>
    public SandboxProduct? Find(SandboxPartner partner, string id) => _content.Value.ByShop[partner].GetValueOrDefault(SandboxShops.Of(partner).Normalize(id));

    /// <summary>A product by its code, with or without leading zeros.</summary>
    public SandboxProduct? FindByGtin(string gtin) => _content.Value.ByGtin.GetValueOrDefault(gtin.TrimStart('0').PadLeft(12, '0'));

    /// <summary>Products of one shop that fit the words, best first.</summary>
    public List<SandboxProduct> Search(SandboxPartner partner, string words, Func<SandboxProduct, bool>? accepts = null) =>
        _content.Value.Index.Find(words, product => product.SoldBy(partner) && (accepts is null || accepts(product)));

    private sealed class Content
    {
        public Content(CatalogSource source)
        {
            Source = source;
            Products = new ProductGenerator(source).MakeAll();
            Index = new SearchIndex(Products);
            ByShop = SandboxShops.All.ToDictionary(
                shop => shop.Partner,
                shop => Products.Where(product => shop.IdOf(product) is not null).ToDictionary(product => shop.IdOf(product)!, StringComparer.Ordinal));
            ByGtin = Products.ToDictionary(product => product.Gtin, StringComparer.Ordinal);
        }

        public CatalogSource Source { get; }

        public SandboxProduct[] Products { get; }

        public SearchIndex Index { get; }

        public Dictionary<SandboxPartner, Dictionary<string, SandboxProduct>> ByShop { get; }

        public Dictionary<string, SandboxProduct> ByGtin { get; }
    }
}
