namespace AffiliateStudio.Sandbox.Orders;

/// <summary>What the shop's page sends when the buyer presses Buy.</summary>
internal sealed record NewOrder
{
    public required SandboxPartner Partner { get; init; }

    public required string ProductId { get; init; }

    public int Quantity { get; init; } = 1;

    public string Tag { get; init; } = string.Empty;

    public string SubId { get; init; } = string.Empty;

    public string SubId2 { get; init; } = string.Empty;

    public string SubId3 { get; init; } = string.Empty;

    public string SharedId { get; init; } = string.Empty;

    public string ClickId { get; init; } = string.Empty;

    public string CampaignId { get; init; } = string.Empty;

    public string AdId { get; init; } = string.Empty;

    /// <summary>When the link was followed; later than now counts as now.</summary>
    public DateTime? ClickedAt { get; init; }
}
