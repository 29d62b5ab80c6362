using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>The id of a <see cref="ImportBatch"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct ImportBatchId(Guid Value) : ITypedId<ImportBatchId>
{
    /// <inheritdoc />
    public static ImportBatchId From(Guid value) => new(value);
}
