using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Target;

/// <summary>What impact.com's redirect puts on Target's landing pages, and what the shop reads there.</summary>
internal static class TargetLandings
{
    private const string Before = "/-/A-";

    /// <summary>The item of a page: <c>/p/{slug}/-/A-{id}</c>.</summary>
    public static string? ItemId(Uri page)
    {
        var at = page.AbsolutePath.LastIndexOf(Before, StringComparison.Ordinal);
        var id = at < 0 ? string.Empty : page.AbsolutePath[(at + Before.Length)..].TrimEnd('/');
        return id.Length > 0 && id.All(char.IsAsciiDigit) ? id : null;
    }

    /// <summary>The parameters of a landing.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Parameters(string publisherId, string adId, string campaignId, string click) =>
    [
        new("clkid", click),
        new("cpng", campaignId),
        new("lnm", adId),
        new("afid", publisherId),
        new("ref", "tgt_adv_xasd0002"),
    ];

    /// <summary>Reads what the redirect brought along.</summary>
    public static ShopClick Read(IQueryCollection query, TimeProvider clock) => new()
    {
        Tag = query["afid"].ToString(),
        SubId = query["subId1"].ToString(),
        SubId2 = query["subId2"].ToString(),
        SubId3 = query["subId3"].ToString(),
        SharedId = query["sharedid"].ToString(),
        ClickId = query["clkid"].ToString(),
        CampaignId = query["cpng"].ToString(),
        AdId = query["lnm"].ToString(),
        At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };
}
