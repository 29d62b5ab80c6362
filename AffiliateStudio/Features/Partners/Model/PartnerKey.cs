using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Partners.Model;

/// <summary>The short name of a partner in code, database and URLs.</summary>
/// <param name="Value">Lower case letters.</param>
public readonly record struct PartnerKey(string Value) : ITypedKey<PartnerKey>
{
    /// <summary>Amazon Associates with the Creators API.</summary>
    public static PartnerKey Amazon { get; } = new("amazon");

    /// <summary>Walmart's affiliate API, with impact.com for links and money.</summary>
    public static PartnerKey Walmart { get; } = new("walmart");

    /// <summary>Target's programme at impact.com.</summary>
    public static PartnerKey Target { get; } = new("target");

    /// <summary>Rakuten Advertising: a network of many merchants.</summary>
    public static PartnerKey Rakuten { get; } = new("rakuten");

    /// <summary>Expedia Group: stays and activities, with Partnerize for links and money.</summary>
    public static PartnerKey Expedia { get; } = new("expedia");

    /// <summary>TikTok: a platform, where creators have videos. It is no shop and has no row among the partners.</summary>
    public static PartnerKey TikTok { get; } = new("tiktok");

    /// <inheritdoc />
    public static PartnerKey From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
