using System.Globalization;
using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Pages of the JSON lists: limits and their refusals, and the path of the next one.</summary>
internal sealed record RakutenPaging(int Limit, int Page)
{
    private const int MostRows = 200;
    private const int LastPage = 1_000;

    /// <summary>Reads a request; the answer is set when it refuses.</summary>
    public static RakutenPaging? Read(IQueryCollection query, out IResult? refusal)
    {
        refusal = null;
        var limit = Number(query["limit"], 10);
        if (limit is null or < 1 or > MostRows)
        {
            refusal = RakutenErrors.Parameter($"limit must be between 1 and {MostRows}");
            return null;
        }

        var page = Number(query["page"], 1);
        if (page is null or < 1 or > LastPage)
        {
            refusal = RakutenErrors.Parameter($"page must be between 1 and {LastPage}");
            return null;
        }

        return new RakutenPaging(limit.Value, page.Value);
    }

    /// <summary>A page of rows with its metadata. Paths are on Rakuten's host, without the place at which the sandbox mounts it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">Name and version of the API.</param>
    /// <param name="path">Its path on Rakuten's host.</param>
    /// <param name="member">The member that holds the rows.</param>
    /// <param name="rows">All rows.</param>
    public IResult Answer(HttpContext context, string name, string path, string member, IReadOnlyList<JsonNode> rows)
    {
        string At(int page)
        {
            var kept = context.Request.Query.Where(pair => pair.Key is not "page" and not "limit").Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
            return string.Create(CultureInfo.InvariantCulture, $"{path}?{string.Join('&', [.. kept, $"limit={Limit}", $"page={page}"])}");
        }

        var links = new JsonObject { ["self"] = At(Page) };
        if (Page > 1)
        {
            links["prev"] = At(Page - 1);
        }

        if (Page * Limit < rows.Count)
        {
            links["next"] = At(Page + 1);
        }

        return JsonBody.Answer(new JsonObject
        {
            ["_metadata"] = new JsonObject { ["api_name_version"] = name, ["page"] = Page, ["limit"] = Limit, ["total"] = rows.Count, ["_links"] = links },
            [member] = new JsonArray([.. rows.Skip((Page - 1) * Limit).Take(Limit)]),
        });
    }

    private static int? Number(string? text, int usual) =>
        string.IsNullOrEmpty(text) ? usual : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
