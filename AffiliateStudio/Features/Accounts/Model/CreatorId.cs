using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Accounts.Model;

/// <summary>The id of a <see cref="Creator"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct CreatorId(Guid Value) : ITypedId<CreatorId>
{
    /// <inheritdoc />
    public static CreatorId From(Guid value) => new(value);
}
