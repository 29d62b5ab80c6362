using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>The id of a <see cref="Conversion"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct ConversionId(Guid Value) : ITypedId<ConversionId>
{
    /// <inheritdoc />
    public static ConversionId From(Guid value) => new(value);
}
