using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Videos.Model;

/// <summary>The id of a <see cref="PlatformAccount"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct PlatformAccountId(Guid Value) : ITypedId<PlatformAccountId>
{
    /// <inheritdoc />
    public static PlatformAccountId From(Guid value) => new(value);
}
