using System.Globalization;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>The seeded catalog of both shops: about 20,000 offers, made on first use and the same for everybody in this process.</summary>
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

    /// <summary>A product by the shop's own id.</summary>
    public SandboxProduct? Find(SandboxPartner partner, string id)
    {
        if (partner == SandboxPartner.Amazon)
        {
            return _content.Value.ByAsin.GetValueOrDefault(id);
        }

        return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var itemId) ? _content.Value.ByItemId.GetValueOrDefault(itemId) : null;
    }

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
            ByAsin = Products.Where(product => product.Asin is not null).ToDictionary(product => product.Asin!, StringComparer.Ordinal);
            ByItemId = Products.Where(product => product.ItemId is not null).ToDictionary(product => product.ItemId!.Value);
            ByGtin = Products.ToDictionary(product => product.Gtin, StringComparer.Ordinal);
        }

        public CatalogSource Source { get; }

        public SandboxProduct[] Products { get; }

        public SearchIndex Index { get; }

        public Dictionary<string, SandboxProduct> ByAsin { get; }

        public Dictionary<long, SandboxProduct> ByItemId { get; }

        public Dictionary<string, SandboxProduct> ByGtin { get; }
    }
}
