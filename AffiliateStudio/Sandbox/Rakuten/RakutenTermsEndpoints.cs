using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Partnerships, advertisers and offers.</summary>
internal static class RakutenTermsEndpoints
{
    private static readonly string[] Statuses =
        ["active", "pending", "self-removed", "permanent-decline", "permanent-remove", "temp-decline", "temp-remove", "extended"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/v1/partnerships", Partnerships);
        api.MapGet("/v2/advertisers", Advertisers);
        api.MapGet("/v1/offers", Offers);
    }

    private static IResult Partnerships(HttpContext context)
    {
        var status = context.Request.Query["partner_status"].ToString();
        if (status.Length > 0 && !Statuses.Contains(status))
        {
            return RakutenErrors.Parameter("partner_status is not valid");
        }

        return RakutenPaging.Read(context.Request.Query, out var refusal) is { } paging
            ? paging.Answer(context, "partnerships-v1.0.0", "/v1/partnerships", "partnerships", [.. RakutenMerchants.All.Where(merchant => status.Length == 0 || merchant.Status == status).Select(Partnership)])
            : refusal!;
    }

    private static IResult Advertisers(HttpContext context) => RakutenPaging.Read(context.Request.Query, out var refusal) is { } paging
        ? paging.Answer(context, "advertisers-v2.0.0", "/v2/advertisers", "advertisers", [.. RakutenMerchants.All.Select(Advertiser)])
        : refusal!;

    private static IResult Offers(HttpContext context)
    {
        var query = context.Request.Query;
        var (status, mid) = (query["offer_status"].ToString(), query["advertiser"].ToString());
        if (status is not ("active" or "available" or "upcoming"))
        {
            return RakutenErrors.Parameter("offer_status is required: active, available or upcoming");
        }

        if (RakutenPaging.Read(query, out var refusal) is not { } paging)
        {
            return refusal!;
        }

        // Active offers are those of shops that approved us; the others could be applied for.
        var told = RakutenMerchants.All.Where(merchant => status != "upcoming" && merchant.IsActive == (status == "active") && (mid.Length == 0 || merchant.Mid == mid));
        return paging.Answer(context, "offers-v1.0.0", "/v1/offers", "offers", [.. told.Select(Offer)]);
    }

    private static JsonNode Partnership(RakutenMerchant merchant) => new JsonObject
    {
        ["advertiser"] = new JsonObject
        {
            ["id"] = Number(merchant),
            ["network"] = 1,
            ["name"] = merchant.Name,
            ["status"] = "active",
            ["categories"] = new JsonArray([.. merchant.Departments.Select(name => JsonValue.Create(name))]),
            ["details"] = $"/v2/advertisers/{merchant.Mid}",
        },
        ["status"] = merchant.Status,
        ["status_update_datetime"] = "2026-03-02T10:00:00Z",
        ["approve_datetime"] = merchant.Status == "pending" ? null : "2026-02-02T10:00:00Z",
        ["apply_datetime"] = "2026-02-01T10:00:00Z",
        ["offers"] = $"/v1/offers?advertiser={merchant.Mid}",
    };

    private static JsonNode Advertiser(RakutenMerchant merchant) => new JsonObject
    {
        ["id"] = Number(merchant),
        ["name"] = merchant.Name,
        ["url"] = $"https://{merchant.Host}",
        ["description"] = string.Join(", ", merchant.Departments),
        ["policies"] = new JsonObject
        {
            ["international_capabilities"] = new JsonObject { ["ships_to"] = new JsonArray("US") },
            ["software"] = new JsonObject { ["dsa"] = false },
        },
        ["features"] = new JsonObject { ["product_feed"] = true, ["deep_links"] = merchant.AllowsDeepLinks, ["itp_compliant"] = true },
        ["contact"] = new JsonObject { ["country"] = "US" },
    };

    private static JsonNode Offer(RakutenMerchant merchant) => new JsonObject
    {
        ["advertiser"] = new JsonObject { ["id"] = Number(merchant), ["name"] = merchant.Name },
        ["offer_number"] = merchant.OfferId,
        ["goid"] = merchant.OfferId + 5_000,
        ["status"] = "active",
        ["name"] = $"{merchant.Name} public offer",
        ["type"] = "public",
        ["return_days"] = merchant.ReturnDays,
        ["truelock"] = "N",
        ["update_window"] = 60,
        ["start_datetime"] = "2026-01-01T00:00:00Z",
        ["end_datetime"] = null,
        ["terms_url"] = $"https://{merchant.Host}/affiliates",
        ["offer_rules"] = new JsonArray(new JsonObject
        {
            ["oid"] = merchant.OfferId,
            ["is_base_commission"] = true,
            ["is_first_click"] = false,
            ["is_dynamic"] = false,
            ["commissions"] = new JsonArray(new JsonObject
            {
                ["commission_type"] = "percentage",
                ["description"] = "Percent of the sale",
                ["tiers"] = new JsonArray([.. Tiers(merchant)]),
            }),
        }),
    };

    private static IEnumerable<JsonNode> Tiers(RakutenMerchant merchant)
    {
        yield return Tier(merchant.Rate, 0, merchant.UpperTier?.From);
        if (merchant.UpperTier is { } upper)
        {
            yield return Tier(upper.Rate, upper.From, null);
        }
    }

    private static JsonObject Tier(Rate rate, int from, int? to) => new()
    {
        ["commission"] = rate.BasisPoints / 100m,
        ["threshold"] = from,
        ["upper_threshold"] = to,
    };

    private static int Number(RakutenMerchant merchant) => int.Parse(merchant.Mid, CultureInfo.InvariantCulture);
}
