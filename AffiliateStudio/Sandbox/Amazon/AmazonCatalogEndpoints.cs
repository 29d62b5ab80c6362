using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>searchItems and getItems.</summary>
internal static class AmazonCatalogEndpoints
{
    private static readonly string[] SearchTexts = ["keywords", "title", "brand", "actor", "artist", "author"];

    public static void Map(RouteGroupBuilder catalog)
    {
        catalog.MapPost("/searchItems", SearchItemsAsync);
        catalog.MapPost("/getItems", GetItemsAsync);
    }

    private static async Task<IResult> SearchItemsAsync(HttpContext context, SandboxCatalog catalog)
    {
        if (await JsonBody.ReadAsync(context.Request) is not { } body)
        {
            return AmazonErrors.Validation("CannotParse", "The request is not a JSON object.");
        }

        var check = new AmazonRequestCheck(body);
        var query = AmazonSearch.Read(check, body, catalog.Kinds);
        if (check.Refusal is { } refusal)
        {
            return refusal;
        }

        if (check.TagRefusal() is { } tagRefusal)
        {
            return tagRefusal;
        }

        var found = query.Run(catalog);
        if (found.Count == 0)
        {
            return JsonBody.Answer(new JsonObject { ["errors"] = new JsonArray(Error("NoResults", "No results found for your request.")) });
        }

        var origin = Origin(context);
        var items = found.Skip((query.Page - 1) * query.Count).Take(query.Count)
            .Select(listing => (JsonNode)AmazonItems.Write(listing, origin, query.Tag, query.Resources));
        return JsonBody.Answer(new JsonObject
        {
            ["searchResult"] = new JsonObject
            {
                ["totalResultCount"] = found.Count,
                ["searchURL"] = $"{origin}/sandbox/amazon/s?k={Uri.EscapeDataString(query.Words)}&tag={Uri.EscapeDataString(query.Tag)}",
                ["items"] = new JsonArray([.. items]),
            },
        });
    }

    private static async Task<IResult> GetItemsAsync(HttpContext context, SandboxCatalog catalog)
    {
        if (await JsonBody.ReadAsync(context.Request) is not { } body)
        {
            return AmazonErrors.Validation("CannotParse", "The request is not a JSON object.");
        }

        var check = new AmazonRequestCheck(body);
        var ids = check.Texts("itemIds", 1, 10);
        var resources = ReadResources(check);
        if (check.Refusal is { } refusal)
        {
            return refusal;
        }

        if (check.TagRefusal() is { } tagRefusal)
        {
            return tagRefusal;
        }

        var origin = Origin(context);
        var items = new JsonArray();
        var errors = new JsonArray();
        foreach (var id in ids)
        {
            if (id.Length != 10 || !id.All(char.IsAsciiLetterOrDigit))
            {
                errors.Add(Error("InvalidItemId", $"The ItemId {id} provided in the request is invalid."));
            }
            else if (catalog.Find(SandboxPartner.Amazon, id) is { } product)
            {
                items.Add(AmazonItems.Write(catalog.Listing(product, SandboxPartner.Amazon), origin, check.Text("partnerTag", 64)!, resources));
            }
            else
            {
                errors.Add(Error("ItemNotFound", $"The ItemId {id} could not be found."));
            }
        }

        var answer = new JsonObject { ["itemsResult"] = new JsonObject { ["items"] = items } };
        if (errors.Count > 0)
        {
            answer["errors"] = errors;
        }

        return JsonBody.Answer(answer);
    }

    /// <summary>The resources asked for, or the few that come by themselves.</summary>
    internal static List<string> ReadResources(AmazonRequestCheck check)
    {
        var resources = check.Texts("resources", 0, 100);
        foreach (var unknown in resources.Where(resource => !AmazonItems.Resources.Contains(resource)).Take(5))
        {
            check.Add("resources", $"{unknown} is not a resource");
        }

        return resources;
    }

    /// <summary>What a search may look for.</summary>
    internal static string ReadWords(AmazonRequestCheck check) =>
        string.Join(' ', SearchTexts.Select(name => check.Text(name, 1_000)).Where(text => !string.IsNullOrWhiteSpace(text)));

    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    private static JsonObject Error(string code, string message) => new() { ["code"] = code, ["message"] = message };
}
