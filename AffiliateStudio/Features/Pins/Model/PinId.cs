using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Pins.Model;

/// <summary>The id of a <see cref="Pin"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct PinId(Guid Value) : ITypedId<PinId>
{
    /// <inheritdoc />
    public static PinId From(Guid value) => new(value);
}
