using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>The id of a <see cref="LedgerEntry"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct LedgerTransactionId(Guid Value) : ITypedId<LedgerTransactionId>
{
    /// <inheritdoc />
    public static LedgerTransactionId From(Guid value) => new(value);
}
