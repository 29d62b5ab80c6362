using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>A batch that is being taken in, and what its work looks things up in.</summary>
internal sealed record BatchFacts
{
    /// <summary>Whose report it is.</summary>
    public required PartnerKey Partner { get; init; }

    /// <summary>Sandbox or live.</summary>
    public required ConnectionKind Side { get; init; }

    /// <summary>The batch.</summary>
    public required ConversionBatch Batch { get; init; }

    /// <summary>Its id in the import log.</summary>
    public required ImportBatchId Id { get; init; }

    /// <summary>Whose an order is.</summary>
    public required ConversionMatcher Matcher { get; init; }

    /// <summary>What the rate cards say.</summary>
    public required CommissionEstimates Estimates { get; init; }

    /// <summary>The creator's part of new conversions.</summary>
    public required Rate CreatorShare { get; init; }

    /// <summary>When the report was made, UTC; now when the partner does not say.</summary>
    public required DateTime ReportedAt { get; init; }

    /// <summary>Now, UTC.</summary>
    public required DateTime Now { get; init; }

    /// <summary>
    /// How recent the batch counts as. What nobody has confirmed has no age: it loses against every report, and only rows that are as ageless are its to change.
    /// </summary>
    public DateTime AsOf => Batch.IsUnconfirmed ? DateTime.UnixEpoch : ReportedAt;

    /// <summary>Whether the partner said how recent the report is.</summary>
    public bool AsOfIsKnown => Batch.AsOf is not null;

    /// <summary>Whether the batch is the partner's own report and the row only somebody's upload: then it has the last word, however much later the upload came.</summary>
    public bool Overrules(Conversion row) => AmazonReportKeys.IsAccountDay(Batch.ReplacesScope) && !AmazonReportKeys.IsAccountDay(row.Scope);

    /// <summary>Whether the row is the partner's own report and the batch only somebody's upload, which then changes nothing about it.</summary>
    public bool Yields(Conversion row) => Batch.ReplacesScope is { } scope && !AmazonReportKeys.IsAccountDay(scope) && AmazonReportKeys.IsAccountDay(row.Scope);
}
