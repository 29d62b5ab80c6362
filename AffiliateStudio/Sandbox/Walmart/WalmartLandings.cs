using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Walmart;

/// <summary>What impact.com's redirect puts on Walmart's landing pages, and what the shop reads there.</summary>
internal static class WalmartLandings
{
    private const string Publisher = "imp_";

    /// <summary>The item of a page: the last segment of <c>.../ip/{slug}/{id}</c> or <c>.../ip/{id}</c>.</summary>
    public static string? ItemId(Uri page)
    {
        var last = page.Segments[^1].Trim('/');
        return page.AbsolutePath.Contains("/ip/", StringComparison.Ordinal) && last.Length > 0 && last.All(char.IsAsciiDigit) ? last : null;
    }

    /// <summary>The parameters of a landing.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Parameters(string publisherId, string adId, string campaignId, string click) =>
    [
        new("irgwc", "1"),
        new("sourceid", Publisher + click),
        new("veh", "aff"),
        new("wmlspartner", Publisher + publisherId),
        new("clickid", click),
        new("affiliates_ad_id", adId),
        new("campaign_id", campaignId),
    ];

    /// <summary>Reads what the redirect brought along.</summary>
    public static ShopClick Read(IQueryCollection query, TimeProvider clock)
    {
        var partner = query["wmlspartner"].ToString();
        return new ShopClick
        {
            Tag = partner.StartsWith(Publisher, StringComparison.Ordinal) ? partner[Publisher.Length..] : partner,
            SubId = query["subId1"].ToString(),
            SubId2 = query["subId2"].ToString(),
            SubId3 = query["subId3"].ToString(),
            SharedId = query["sharedid"].ToString(),
            ClickId = query["clickid"].ToString(),
            CampaignId = query["campaign_id"].ToString(),
            AdId = query["affiliates_ad_id"].ToString(),
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
    }
}
