namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>What networks and advertisers hang onto a shop's addresses. None of it belongs to the page, and some of it is another person's tag.</summary>
internal static class TrackingJunk
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "ranMID", "ranEAID", "ranSiteID", "siteID", "LSNSUBSITE", "u1", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "fbclid", "msclkid", "ttclid", "twclid", "yclid", "igshid", "epik",
        "mc_cid", "mc_eid", "_ga", "_gl", "irclickid", "irgwc", "clickid", "cjevent", "cjdata", "awc", "sscid", "afsrc", "affid", "aff_id", "affiliate", "affiliate_id", "subid", "sub_id",
        "tag", "ascsubtag", "ref_src", "mkevt", "mkcid", "srsltid",
    };

    /// <summary>A query (empty, or with its question mark) without it; what is left stays as it was written.</summary>
    public static string Without(string query)
    {
        if (query.Length < 2)
        {
            return string.Empty;
        }

        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsJunk(Uri.UnescapeDataString(pair.Split('=', 2)[0]))).ToList();
        return kept.Count == 0 ? string.Empty : "?" + string.Join('&', kept);
    }

    private static bool IsJunk(string name) => Names.Contains(name) || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("pk_", StringComparison.OrdinalIgnoreCase);
}
