using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Catalog.Model;

/// <summary>The id of a <see cref="Offer"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct OfferId(Guid Value) : ITypedId<OfferId>
{
    /// <inheritdoc />
    public static OfferId From(Guid value) => new(value);
}
