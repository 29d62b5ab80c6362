using System.Globalization;
using System.Security.Cryptography;

namespace AffiliateStudio.Sandbox.Shops;

/// <summary>What a tracking link brought along: the shop's page carries it to the order.</summary>
public sealed record ShopClick
{
    /// <summary>Amazon: the tracking id. Walmart: the publisher id.</summary>
    public string Tag { get; init; } = string.Empty;

    /// <summary>Amazon: ascsubtag. Walmart: subId1.</summary>
    public string SubId { get; init; } = string.Empty;

    /// <summary>Walmart: subId2.</summary>
    public string SubId2 { get; init; } = string.Empty;

    /// <summary>Walmart: subId3.</summary>
    public string SubId3 { get; init; } = string.Empty;

    /// <summary>Walmart: sharedid.</summary>
    public string SharedId { get; init; } = string.Empty;

    /// <summary>The id of the click.</summary>
    public string ClickId { get; init; } = string.Empty;

    /// <summary>The campaign at impact.com.</summary>
    public string CampaignId { get; init; } = string.Empty;

    /// <summary>The ad at impact.com.</summary>
    public string AdId { get; init; } = string.Empty;

    /// <summary>When the link was followed, milliseconds since 1970.</summary>
    public long At { get; init; }

    /// <summary>The fields of the order form, by name.</summary>
    public IEnumerable<(string Name, string Value)> Fields =>
    [
        (nameof(Tag), Tag), (nameof(SubId), SubId), (nameof(SubId2), SubId2), (nameof(SubId3), SubId3), (nameof(SharedId), SharedId),
        (nameof(ClickId), ClickId), (nameof(CampaignId), CampaignId), (nameof(AdId), AdId), (nameof(At), At.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>An id for a click.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
}
