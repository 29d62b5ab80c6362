using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>Writes items as the Creators API does: only the resources that were asked for, each member in its exact case.</summary>
internal static class AmazonItems
{
    /// <summary>Every resource of searchItems and getItems.</summary>
    public static readonly IReadOnlySet<string> Resources = new HashSet<string>(
    [
        "itemInfo.title", "itemInfo.byLineInfo", "itemInfo.contentInfo", "itemInfo.contentRating", "itemInfo.classifications", "itemInfo.externalIds", "itemInfo.features",
        "itemInfo.manufactureInfo", "itemInfo.productInfo", "itemInfo.technicalInfo", "itemInfo.tradeInInfo",
        "images.primary.small", "images.primary.medium", "images.primary.large", "images.primary.highRes",
        "images.variants.small", "images.variants.medium", "images.variants.large", "images.variants.highRes",
        "parentASIN", "searchRefinements", "browseNodeInfo.browseNodes", "browseNodeInfo.browseNodes.ancestor", "browseNodeInfo.browseNodes.salesRank",
        "browseNodeInfo.websiteSalesRank", "customerReviews.count", "customerReviews.starRating",
        "offersV2.listings.availability", "offersV2.listings.condition", "offersV2.listings.dealDetails", "offersV2.listings.isBuyBoxWinner", "offersV2.listings.loyaltyPoints",
        "offersV2.listings.merchantInfo", "offersV2.listings.price", "offersV2.listings.type",
    ]);

    /// <summary>An item.</summary>
    public static JsonObject Write(SandboxListing listing, string origin, string tag, IReadOnlyCollection<string> resources)
    {
        var item = new JsonObject
        {
            ["asin"] = listing.Id,
            ["detailPageURL"] = $"{origin}/sandbox/amazon/dp/{listing.Id}?tag={Uri.EscapeDataString(tag)}&linkCode=osi&th=1&psc=1",
        };
        if (resources.Contains("parentASIN"))
        {
            item["parentASIN"] = "B0F" + listing.Product.Family.ToString("D7", CultureInfo.InvariantCulture);
        }

        AddWhenFilled(item, "images", Images(listing, origin, resources));
        AddWhenFilled(item, "itemInfo", ItemInfo(listing, resources));
        AddWhenFilled(item, "offersV2", Offers(listing, resources));
        AddWhenFilled(item, "browseNodeInfo", BrowseNodes(listing, resources));
        return item;
    }

    private static JsonObject Images(SandboxListing listing, string origin, IReadOnlyCollection<string> resources)
    {
        var images = new JsonObject();
        AddWhenFilled(images, "primary", Sizes(listing, origin, resources, "images.primary.", 1));
        var variants = new JsonArray();
        for (var number = 2; number <= 3; number++)
        {
            var sizes = Sizes(listing, origin, resources, "images.variants.", number);
            if (sizes.Count > 0)
            {
                variants.Add(sizes);
            }
        }

        if (variants.Count > 0)
        {
            images["variants"] = variants;
        }

        return images;
    }

    // The resource is called highRes, the member hiRes.
    private static JsonObject Sizes(SandboxListing listing, string origin, IReadOnlyCollection<string> resources, string prefix, int number)
    {
        var sizes = new JsonObject();
        foreach (var (resource, member, width) in new[] { ("small", "small", 80), ("medium", "medium", 160), ("large", "large", 500), ("highRes", "hiRes", 1_600) })
        {
            if (resources.Contains(prefix + resource))
            {
                sizes[member] = new JsonObject { ["url"] = origin + listing.PicturePath(number), ["height"] = width * 3 / 4, ["width"] = width };
            }
        }

        return sizes;
    }

    private static JsonObject ItemInfo(SandboxListing listing, IReadOnlyCollection<string> resources)
    {
        var product = listing.Product;
        var info = new JsonObject();
        if (resources.Contains("itemInfo.title"))
        {
            info["title"] = Single("Title", listing.Title);
        }

        if (resources.Contains("itemInfo.byLineInfo"))
        {
            info["byLineInfo"] = new JsonObject { ["brand"] = Single("Brand", product.Brand), ["manufacturer"] = Single("Manufacturer", product.Brand) };
        }

        if (resources.Contains("itemInfo.classifications"))
        {
            info["classifications"] = new JsonObject
            {
                ["binding"] = Single("Binding", product.Kind.Leaf),
                ["productGroup"] = Single("ProductGroup", product.Kind.Department.AmazonProductLine),
            };
        }

        if (resources.Contains("itemInfo.externalIds"))
        {
            info["externalIds"] = new JsonObject { ["eans"] = Many("EAN", "0" + product.Gtin), ["upcs"] = Many("UPC", product.Gtin) };
        }

        if (resources.Contains("itemInfo.features"))
        {
            info["features"] = Many("Features", [.. product.Features, product.Description]);
        }

        if (resources.Contains("itemInfo.productInfo"))
        {
            info["productInfo"] = new JsonObject { ["color"] = Single("Color", product.Color.Name) };
            if (product.Size.Length > 0)
            {
                info["productInfo"]!["size"] = Single("Size", product.Size);
            }
        }

        return info;
    }

    private static JsonObject Offers(SandboxListing listing, IReadOnlyCollection<string> resources)
    {
        var offer = new JsonObject();
        foreach (var part in resources.Where(resource => resource.StartsWith("offersV2.listings.", StringComparison.Ordinal)))
        {
            switch (part["offersV2.listings.".Length..])
            {
                case "price":
                    offer["price"] = Price(listing);
                    offer["violatesMAP"] = false;
                    break;
                case "availability":
                    offer["availability"] = Availability(listing.Stock);
                    break;
                case "condition":
                    offer["condition"] = new JsonObject { ["value"] = "New", ["subCondition"] = "Unknown" };
                    break;
                case "merchantInfo":
                    offer["merchantInfo"] = new JsonObject { ["id"] = "A" + (SeededSequence.Hash([.. listing.Seller.Select(c => (long)c)]) % 10_000_000_000), ["name"] = listing.Seller };
                    break;
                case "isBuyBoxWinner":
                    offer["isBuyBoxWinner"] = true;
                    break;
                default:
                    break;
            }
        }

        return offer.Count == 0 ? offer : new JsonObject { ["listings"] = new JsonArray(offer) };
    }

    private static JsonObject Price(SandboxListing listing)
    {
        var price = new JsonObject { ["money"] = Money(listing.Price) };
        if (listing.ListPrice is { } list && list > listing.Price)
        {
            price["savingBasis"] = new JsonObject { ["money"] = Money(list), ["savingBasisType"] = "LIST_PRICE", ["savingBasisTypeLabel"] = "List Price" };
            var saved = list - listing.Price;
            price["savings"] = new JsonObject { ["money"] = Money(saved), ["percentage"] = (int)(saved.MinorUnits * 100 / list.MinorUnits) };
        }

        return price;
    }

    private static JsonObject Availability(SandboxStock stock) => stock switch
    {
        SandboxStock.SoldOut => new JsonObject { ["type"] = "OUT_OF_STOCK", ["message"] = "Currently unavailable." },
        SandboxStock.Limited => new JsonObject { ["type"] = "IN_STOCK_SCARCE", ["message"] = "Only 3 left in stock - order soon.", ["minOrderQuantity"] = 1, ["maxOrderQuantity"] = 3 },
        _ => new JsonObject { ["type"] = "IN_STOCK", ["message"] = "In Stock", ["minOrderQuantity"] = 1, ["maxOrderQuantity"] = 30 },
    };

    private static JsonObject BrowseNodes(SandboxListing listing, IReadOnlyCollection<string> resources)
    {
        var info = new JsonObject();
        var kind = listing.Product.Kind;
        if (resources.Contains("browseNodeInfo.browseNodes") || resources.Contains("browseNodeInfo.browseNodes.ancestor"))
        {
            var node = new JsonObject { ["id"] = kind.AmazonNode, ["displayName"] = kind.Leaf, ["contextFreeName"] = kind.Leaf, ["isRoot"] = false };
            if (resources.Contains("browseNodeInfo.browseNodes.ancestor"))
            {
                var root = new JsonObject { ["id"] = kind.Department.AmazonRootNode, ["displayName"] = kind.Department.AmazonRootName, ["contextFreeName"] = kind.Department.AmazonRootName };
                node["ancestor"] = new JsonObject { ["id"] = "6" + kind.AmazonNode, ["displayName"] = kind.Group, ["contextFreeName"] = kind.Group, ["ancestor"] = root };
            }

            info["browseNodes"] = new JsonArray(node);
        }

        return info;
    }

    private static JsonObject Money(Money money) => new()
    {
        ["amount"] = money.Major,
        ["currency"] = money.Currency.Code,
        ["displayAmount"] = money.Major.ToString("$#,##0.00", CultureInfo.InvariantCulture),
    };

    private static JsonObject Single(string label, string value) => new() { ["displayValue"] = value, ["label"] = label, ["locale"] = "en_US" };

    private static JsonObject Many(string label, params ReadOnlySpan<string> values) =>
        new() { ["displayValues"] = new JsonArray([.. values.ToArray().Select(value => (JsonNode)value)]), ["label"] = label, ["locale"] = "en_US" };

    private static void AddWhenFilled(JsonObject target, string name, JsonObject part)
    {
        if (part.Count > 0)
        {
            target[name] = part;
        }
    }
}
