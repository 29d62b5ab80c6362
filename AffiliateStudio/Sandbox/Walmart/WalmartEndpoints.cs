using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Walmart;

/// <summary>The affiliate product API, version 2.</summary>
internal static class WalmartEndpoints
{
    private const string Service = "/api-proxy/service/affil/product/v2";

    public static void Map(RouteGroupBuilder walmart)
    {
        walmart.MapGet(Service + "/search", Search);
        walmart.MapGet(Service + "/items", Items);
        walmart.MapGet(Service + "/items/{id}", Item);
        walmart.MapGet(Service + "/taxonomy", Taxonomy);
        walmart.MapGet(Service + "/paginated/items", Pages);
    }

    private static IResult Search(HttpContext context, SandboxCatalog catalog, SandboxCredentials credentials)
    {
        var query = new WalmartQuery(context.Request.Query);
        var search = WalmartSearch.Read(query);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = search.Run(catalog);
        var writer = new WalmartItems(context, credentials);
        var reach = Math.Min(search.Count, WalmartSearch.Ceiling - search.Start + 1);
        var items = found.Skip(search.Start - 1).Take(reach).Select(listing => (JsonNode)writer.Write(listing, search.Full)).ToArray();
        var answer = new JsonObject
        {
            ["query"] = search.Query,
            ["sort"] = search.Sort,
            ["responseGroup"] = search.Full ? "full" : "base",
            ["totalResults"] = found.Count,
            ["start"] = search.Start,
            ["numItems"] = items.Length,
            ["items"] = new JsonArray(items),
            ["facets"] = search.WithFacets ? WalmartSearch.Facets(found) : new JsonArray(),
        };
        if (found.Count == 0)
        {
            answer["message"] = "Results not found!";
        }

        return JsonBody.Answer(answer);
    }

    private static IResult Items(HttpContext context, SandboxCatalog catalog, SandboxCredentials credentials)
    {
        var (ids, upc) = (context.Request.Query["ids"].ToString(), context.Request.Query["upc"].ToString());
        if (ids.Length == 0 && upc.Length == 0)
        {
            return WalmartErrors.Service(4_000, "Either ids or upc is required");
        }

        var wanted = ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (wanted.Length > 20)
        {
            return WalmartErrors.Service(4_011, "Too many ids. At most 20 are allowed");
        }

        if (wanted.Any(id => !id.All(char.IsAsciiDigit)))
        {
            return WalmartErrors.Service(4_002, "Invalid itemId");
        }

        var products = upc.Length > 0 ? [catalog.FindByGtin(upc)] : wanted.Select(id => catalog.Find(SandboxPartner.Walmart, id));
        var writer = new WalmartItems(context, credentials);
        var items = products.Where(product => product?.ItemId is not null)
            .Select(product => (JsonNode)writer.Write(catalog.Listing(product!, SandboxPartner.Walmart), full: true)).ToArray();
        return items.Length == 0
            ? WalmartErrors.Service(4_002, "Invalid itemId", StatusCodes.Status404NotFound)
            : JsonBody.Answer(new JsonObject { ["items"] = new JsonArray(items) });
    }

    private static IResult Item(HttpContext context, string id, SandboxCatalog catalog, SandboxCredentials credentials) =>
        catalog.Find(SandboxPartner.Walmart, id) is { } product
            ? JsonBody.Answer(new WalmartItems(context, credentials).Write(catalog.Listing(product, SandboxPartner.Walmart), full: true))
            : WalmartErrors.Service(4_002, "Invalid itemId", StatusCodes.Status404NotFound);

    private static IResult Taxonomy(SandboxCatalog catalog) => JsonBody.Answer(new JsonObject
    {
        ["categories"] = new JsonArray([.. catalog.Kinds.GroupBy(kind => kind.Department).Select(department => (JsonNode)new JsonObject
        {
            ["id"] = department.Key.WalmartId,
            ["name"] = department.Key.WalmartName,
            ["path"] = department.Key.WalmartName,
            ["children"] = new JsonArray([.. department.GroupBy(kind => (kind.WalmartGroupNode, kind.Group)).Select(group => (JsonNode)new JsonObject
            {
                ["id"] = group.Key.WalmartGroupNode,
                ["name"] = group.Key.Group,
                ["path"] = $"{department.Key.WalmartName}/{group.Key.Group}",
                ["children"] = new JsonArray([.. group.Select(kind => (JsonNode)new JsonObject
                {
                    ["id"] = kind.WalmartNode,
                    ["name"] = kind.Leaf,
                    ["path"] = kind.WalmartPath,
                })]),
            })]),
        })]),
    });

    private static IResult Pages(HttpContext context, SandboxCatalog catalog, SandboxCredentials credentials)
    {
        var query = new WalmartQuery(context.Request.Query);
        var count = query.Number("count", 200, 1, 1_000, 4_012);
        var after = query.Number("maxId", 0, 0, int.MaxValue, 4_013);
        query.OneOf("specialOffer", string.Empty, 4_014, "rollback", "clearance", "specialBuy");
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var category = query.Text("category");
        var all = catalog.Products
            .Where(product => product.ItemId is not null && (category.Length == 0 || product.Kind.WalmartNode == category || product.Kind.WalmartNode.StartsWith(category + "_", StringComparison.Ordinal)))
            .OrderBy(product => product.ItemId)
            .ToList();
        var page = all.SkipWhile(product => product.ItemId <= after).Take(count + 1).ToList();
        var writer = new WalmartItems(context, credentials);
        var more = page.Count > count;
        return JsonBody.Answer(new JsonObject
        {
            ["category"] = category,
            ["format"] = "json",
            ["totalPages"] = (all.Count + count - 1) / count,
            ["nextPageExist"] = more,
            ["nextPage"] = more ? NextPage(context.Request.Query, page[count - 1].ItemId!.Value) : null,
            ["items"] = new JsonArray([.. page.Take(count).Select(product => (JsonNode)writer.Write(catalog.Listing(product, SandboxPartner.Walmart), full: true))]),
        });
    }

    // Relative to the host, without the place at which the sandbox mounts it: the caller appends it to the partner's address unchanged.
    private static string NextPage(IQueryCollection query, long last)
    {
        var kept = query.Where(pair => pair.Key != "maxId").Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
        return $"{Service}/paginated/items?{string.Join('&', [.. kept, "maxId=" + last.ToString(CultureInfo.InvariantCulture)])}";
    }
}
