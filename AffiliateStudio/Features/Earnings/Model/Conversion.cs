using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>An order line reported by a partner, as it stands now. Every change is kept as a <see cref="ConversionEvent"/>; money moves only through the ledger.</summary>
public sealed class Conversion
{
    /// <summary>The id.</summary>
    public ConversionId Id { get; init; }

    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>Whether the partner itself reported it or its sandbox on this server. The two are never the same line, whatever their keys.</summary>
    public ConnectionKind Side { get; init; }

    /// <summary>What makes the line unique with the partner, so that the same line twice is one conversion.</summary>
    public required string ExternalKey { get; init; }

    /// <summary>The scope that a later batch replaces whole (an Amazon report day), or null.</summary>
    public string? Scope { get; set; }

    /// <summary>Who earns it; null while it is unmatched.</summary>
    public CreatorId? CreatorId { get; set; }

    /// <summary>The pin that led to it; null when only the creator is known (a tracking id without sub-id) or when it is unmatched.</summary>
    public PinId? PinId { get; set; }

    /// <summary>The click that led to it, when the sub-id came back.</summary>
    public Guid? ClickId { get; set; }

    /// <summary>Our state.</summary>
    public ConversionState State { get; set; }

    /// <summary>The partner's word for it.</summary>
    public required string StateRaw { get; set; }

    /// <summary>When it happened at the partner, UTC.</summary>
    public DateTime OccurredAt { get; set; }

    /// <summary>The UTC day of <see cref="OccurredAt"/>, which charts and filters go by.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The partner's own day of it.</summary>
    public DateOnly PartnerDay { get; set; }

    /// <summary>The currency of all amounts here.</summary>
    public Currency Currency { get; init; }

    /// <summary>What the buyer paid, in minor units; negative for a return row.</summary>
    public long SaleMinor { get; set; }

    /// <summary>What the partner pays us, in minor units.</summary>
    public long CommissionMinor { get; set; }

    /// <summary>The creator's part of the commission, in minor units, by exact allocation. On a reversed conversion: what was lost.</summary>
    public long CreatorMinor { get; set; }

    /// <summary>The share that the creator gets, as it was when the conversion was first reported.</summary>
    public Rate CreatorShare { get; init; }

    /// <summary>What of it the creator has been paid, in minor units; null until then.</summary>
    public long? PaidMinor { get; set; }

    /// <summary>What we would have expected from the rate card, in minor units; kept beside the partner's figure.</summary>
    public long? EstimatedCommissionMinor { get; set; }

    /// <summary>The rate card of the estimate.</summary>
    public RateCardId? RateCardId { get; set; }

    /// <summary>Pieces; negative for a return row.</summary>
    public int Quantity { get; set; }

    /// <summary>The partner's product id, or empty.</summary>
    public string ProductExternalId { get; set; } = string.Empty;

    /// <summary>What was bought, or empty.</summary>
    public string ProductTitle { get; set; } = string.Empty;

    /// <summary>The partner's order number, or empty.</summary>
    public string OrderId { get; set; } = string.Empty;

    /// <summary>The sub-id as reported, or empty.</summary>
    public string SubId { get; set; } = string.Empty;

    /// <summary>The tracking tag as reported, or empty.</summary>
    public string TrackingTag { get; set; } = string.Empty;

    /// <summary>When the partner stops changing it, UTC.</summary>
    public DateTime? LocksAt { get; set; }

    /// <summary>When it was cleared, UTC.</summary>
    public DateTime? ClearedAt { get; set; }

    /// <summary>The partner's reason for the last change, or empty.</summary>
    public string Reason { get; set; } = string.Empty;

    /// <summary>Whether the line is no longer in the newest report of its scope. It counts for nothing until a report lists it again.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>How recent the report is that the row says, UTC.</summary>
    public DateTime AsOf { get; set; }

    /// <summary>A digest of what the partner said last, so that the same again changes nothing.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>A digest of the last report that was refused, so that it is noticed once; or empty.</summary>
    public string RefusedFingerprint { get; set; } = string.Empty;

    /// <summary>The batch that brought the last change.</summary>
    public ImportBatchId BatchId { get; set; }

    /// <summary>When it was first reported, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>The <see cref="UpdatedAt"/> for which its items were read, UTC; null while they never were.</summary>
    public DateTime? ItemsAsOf { get; set; }

    /// <summary>Says who earns it and through what; nulls where nobody knows.</summary>
    public void BelongTo(CreatorId? creator, PinId? pin, Guid? click)
    {
        CreatorId = creator;
        PinId = pin;
        ClickId = click;
    }

    /// <summary>Computes the creator's part of the commission anew, by exact allocation; nothing while nobody earns it.</summary>
    public void Allocate() => CreatorMinor = CreatorId is null ? 0 : new Money(CommissionMinor, Currency).Split(CreatorShare).Share.MinorUnits;
}
