using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>An order line as a partner reports it, in our words, with the partner's raw word beside it.</summary>
public sealed record ReportedConversion
{
    /// <summary>What makes the line unique with this partner for ever: an action id, or file day + tracking id + ASIN + ordinal.</summary>
    public required string ExternalKey { get; init; }

    /// <summary>Our state for it.</summary>
    public required ConversionState State { get; init; }

    /// <summary>The partner's word, such as <c>PENDING</c>.</summary>
    public required string StateRaw { get; init; }

    /// <summary>When the order was made or shipped, UTC. For a report that knows only a day: noon of that day in the partner's zone.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>The partner's own day of it.</summary>
    public required DateOnly PartnerDay { get; init; }

    /// <summary>What the buyer paid for it; negative for a return row.</summary>
    public required Money SaleAmount { get; init; }

    /// <summary>What the partner pays us for it; negative for a return row.</summary>
    public required Money Commission { get; init; }

    /// <summary>How many pieces; negative for a return row.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>The partner's product id.</summary>
    public string? ProductExternalId { get; init; }

    /// <summary>The id of the offer in our catalog, where it is not <see cref="ProductExternalId"/>; null where it is.</summary>
    public string? OfferExternalId { get; init; }

    /// <summary>What was bought.</summary>
    public string? ProductTitle { get; init; }

    /// <summary>The sub-id that came back, when the partner reports it.</summary>
    public string? SubId { get; init; }

    /// <summary>The tracking id or publisher id that came back.</summary>
    public string? TrackingTag { get; init; }

    /// <summary>The partner's order number, when it reports one.</summary>
    public string? OrderId { get; init; }

    /// <summary>When the partner will stop changing it, UTC.</summary>
    public DateTime? LocksAt { get; init; }

    /// <summary>When the partner says it is cleared for payment, UTC.</summary>
    public DateTime? ClearedAt { get; init; }

    /// <summary>The partner's reason for a reversal or change.</summary>
    public string? Reason { get; init; }
}
