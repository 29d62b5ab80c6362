using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Sandbox.Shops;

/// <summary>The order form as the browser posts it.</summary>
internal sealed class BuyForm
{
    public string Product { get; set; } = string.Empty;

    public int Quantity { get; set; } = 1;

    public string? Tag { get; set; }

    public string? SubId { get; set; }

    public string? SubId2 { get; set; }

    public string? SubId3 { get; set; }

    public string? SharedId { get; set; }

    public string? ClickId { get; set; }

    public string? CampaignId { get; set; }

    public string? AdId { get; set; }

    public long At { get; set; }

    /// <summary>The order that it asks for.</summary>
    public NewOrder ToOrder(SandboxPartner partner) => new()
    {
        Partner = partner,
        ProductId = Product,
        Quantity = Quantity,
        Tag = Tag ?? string.Empty,
        SubId = SubId ?? string.Empty,
        SubId2 = SubId2 ?? string.Empty,
        SubId3 = SubId3 ?? string.Empty,
        SharedId = SharedId ?? string.Empty,
        ClickId = ClickId ?? string.Empty,
        CampaignId = CampaignId ?? string.Empty,
        AdId = AdId ?? string.Empty,
        ClickedAt = At is > 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(At).UtcDateTime : null,
    };

    /// <summary>The click that it carries, for showing the page again.</summary>
    public ShopClick ToClick() => new()
    {
        Tag = Tag ?? string.Empty,
        SubId = SubId ?? string.Empty,
        SubId2 = SubId2 ?? string.Empty,
        SubId3 = SubId3 ?? string.Empty,
        SharedId = SharedId ?? string.Empty,
        ClickId = ClickId ?? string.Empty,
        CampaignId = CampaignId ?? string.Empty,
        AdId = AdId ?? string.Empty,
        At = At,
    };
}
