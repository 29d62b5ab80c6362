using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Orders;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Partnerize;

/// <summary>Partnerize's API for partners: campaigns, links, the conversion report.</summary>
internal static class PartnerizeEndpoints
{
    /// <summary>The name of Expedia's campaign.</summary>
    public const string CampaignTitle = "Expedia US";

    public static void Map(RouteGroupBuilder partnerize)
    {
        partnerize.MapGet("/user/publisher/{publisher}/campaign/{list}", Campaigns);
        partnerize.MapPost("/v2/publishers/{publisher}/links", LinkAsync);
        partnerize.MapGet("/reporting/report_publisher/publisher/{publisher}/conversion.json", ConversionsAsync);
    }

    private static IResult Campaigns(string list, SandboxCredentials account)
    {
        // A creator's account holds other advertisers too.
        JsonNode[]? campaigns = list switch
        {
            "a" => [Campaign(account.PartnerizeCampaignId, CampaignTitle, "a", "4", 7, "https://www.expedia.com/"), Campaign("1011l900", "Suitcase Direct", "a", "8", 30, "https://www.suitcase.example/")],
            "p" => [Campaign("1011l778", "Hotels.com US", "p", "4", 7, "https://www.hotels.com/")],
            "r" => [],
            _ => null,
        };
        return campaigns is null
            ? PartnerizeErrors.One(StatusCodes.Status404NotFound, "Not Found")
            : JsonBody.Answer(new JsonObject { ["count"] = campaigns.Length, ["execution_time"] = "0.02 seconds", ["campaigns"] = new JsonArray(campaigns) });
    }

    private static JsonObject Campaign(string id, string title, string status, string rate, int cookie, string page) => new()
    {
        ["campaign"] = new JsonObject
        {
            ["campaign_id"] = id,
            ["title"] = title,
            ["advertiser_id"] = "1101l1",
            ["publisher_status"] = status,
            ["status"] = "a",
            ["default_commission_rate"] = rate,
            ["default_currency"] = "USD",
            ["cookie_period"] = cookie,
            ["allow_deep_linking"] = "y",
            ["destination_url"] = page,
            ["conversion_type"] = "standard",
            ["reporting_timezone"] = "UTC",
            ["vertical_name"] = "Travel",
        },
    };

    private static async Task<IResult> LinkAsync(HttpContext context, SandboxCredentials account)
    {
        if (await JsonBody.ReadAsync(context.Request) is not { } body)
        {
            return PartnerizeErrors.Two(StatusCodes.Status400BadRequest, "Bad Request", string.Empty, "invalid_type", "The body must be a JSON object.");
        }

        var (campaign, page) = (Text(body["campaign_id"]), Text(body["destination_url"]));
        if (campaign is null)
        {
            return PartnerizeErrors.Two(StatusCodes.Status400BadRequest, "Bad Request", "campaign_id", "required_property", "campaign_id is required");
        }

        if (campaign != account.PartnerizeCampaignId)
        {
            return PartnerizeErrors.Two(StatusCodes.Status400BadRequest, "Bad Request", "campaign_id", "invalid_value", "You are not part of this campaign");
        }

        var isOurs = Uri.TryCreate(page, UriKind.Absolute, out var destination)
            && (destination.Host.EndsWith("expedia.com", StringComparison.Ordinal)
                || (destination.Authority == context.Request.Host.Value && destination.AbsolutePath.StartsWith("/sandbox/expedia/", StringComparison.Ordinal)));
        if (!isOurs)
        {
            return PartnerizeErrors.Two(StatusCodes.Status400BadRequest, "Bad Request", "destination_url", "invalid_value", "The destination is not on a domain of the campaign");
        }

        var pubref = (body["params"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(parameter => Text(parameter["key"]) == "pubref") is { } given ? Text(given["value"]) : null;
        return JsonBody.Answer(
            new JsonObject
            {
                ["execution_time"] = "0.21 seconds",
                ["link"] = new JsonObject
                {
                    ["id"] = "1011l42",
                    ["campaign_id"] = campaign,
                    ["description"] = null,
                    ["destination_url"] = page,
                    ["tracking_short_url"] = "https://prf.hn/l/Ab1Cd2E",
                    ["tracking_url"] = $"https://prf.hn/click/camref:{account.PartnerizeCamref}{(pubref is null ? string.Empty : $"/pubref:{pubref}")}/destination:{page}",
                    ["params"] = body["params"]?.DeepClone() ?? new JsonArray(),
                    ["active"] = body["active"]?.DeepClone() ?? true,
                },
            },
            StatusCodes.Status201Created);
    }

    private static async Task<IResult> ConversionsAsync(HttpContext context, string publisher, OrderBook orders, SandboxCredentials account, TimeProvider clock, IOptions<SandboxOptions> options)
    {
        var now = clock.UtcNow();
        var query = ConversionQuery.Read(context.Request.Query, now);
        if (query.Problem is { } problem)
        {
            return PartnerizeErrors.One(StatusCodes.Status400BadRequest, problem);
        }

        var writer = new ConversionWriter(account, options.Value, now);

        // A booking without a click through the network is nobody's, one under another camref that account's.
        var all = (await orders.AllOfAsync(SandboxPartner.Expedia, context.RequestAborted))
            .Where(order => order.ClickId.Length > 0 && order.Tag == account.PartnerizeCamref && Fits(query, writer, order))
            .OrderBy(writer.ChangedAt).ThenBy(order => order.Id).ToList();
        var page = all.Skip(query.Offset).Take(query.Limit).ToList();
        var next = query.Offset + page.Count;
        return JsonBody.Answer(new JsonObject
        {
            ["start_date_time_utc"] = query.From.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["end_date_time_utc"] = query.To.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["total_conversion_count"] = new JsonObject { ["USD"] = all.Count },
            ["total_value"] = new JsonObject { ["USD"] = all.Sum(order => order.Amount.Major) },
            ["total_publisher_commission"] = new JsonObject { ["USD"] = all.Sum(order => order.Payout.Major) },
            ["limit"] = query.Limit,
            ["count"] = page.Count,
            ["execution_time"] = "0.5 seconds",
            ["hypermedia"] = new JsonObject
            {
                ["pagination"] = new JsonObject
                {
                    ["total_page_count"] = (all.Count + query.Limit - 1) / query.Limit,
                    ["total_item_count"] = all.Count,
                    ["next_page"] = next < all.Count ? PageAt(context, publisher, next) : null,
                },
            },
            ["conversions"] = new JsonArray([.. page.Select(order => (JsonNode)writer.Write(order))]),
        });
    }

    private static bool Fits(ConversionQuery query, ConversionWriter writer, SandboxOrder order)
    {
        var time = query.DateType switch { "last_updated" => writer.ChangedAt(order), "approved_at" => writer.ApprovedAt(order) ?? DateTime.MinValue, _ => order.OrderedAt };
        return time >= query.From && time <= query.To
            && (query.Statuses.Count == 0 || query.Statuses.Contains(writer.StatusOf(order)))
            && (query.SubId.Length == 0 || query.SubId == order.SubId);
    }

    // From the host's root, without the place at which the sandbox mounts it.
    private static string PageAt(HttpContext context, string publisher, int offset)
    {
        var kept = context.Request.Query.Where(pair => pair.Key != "offset").SelectMany(pair => pair.Value, (pair, value) => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? string.Empty)}");
        return $"/reporting/report_publisher/publisher/{publisher}/conversion.json?{string.Join('&', [.. kept, "offset=" + offset.ToString(CultureInfo.InvariantCulture)])}";
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
