using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Partners.Model;

/// <summary>The id of a <see cref="RateCard"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct RateCardId(Guid Value) : ITypedId<RateCardId>
{
    /// <inheritdoc />
    public static RateCardId From(Guid value) => new(value);
}
