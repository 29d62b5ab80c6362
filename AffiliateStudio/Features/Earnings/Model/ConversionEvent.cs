using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>One change of a conversion, kept for ever.</summary>
public sealed class ConversionEvent
{
    /// <summary>The row's number.</summary>
    public long Id { get; init; }

    /// <summary>The conversion.</summary>
    public ConversionId ConversionId { get; init; }

    /// <summary>What kind of change it was.</summary>
    public ConversionEventKind Kind { get; init; }

    /// <summary>The state before; null for the first event.</summary>
    public ConversionState? From { get; init; }

    /// <summary>The state after.</summary>
    public ConversionState To { get; init; }

    /// <summary>The partner's word.</summary>
    public required string StateRaw { get; init; }

    /// <summary>The partner's commission after the change, in minor units.</summary>
    public long CommissionMinor { get; init; }

    /// <summary>The creator's part of it after the change, in minor units.</summary>
    public long CreatorMinor { get; init; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The batch that brought it.</summary>
    public ImportBatchId BatchId { get; init; }

    /// <summary>When we learned of it, UTC.</summary>
    public DateTime RecordedAt { get; init; }
}
