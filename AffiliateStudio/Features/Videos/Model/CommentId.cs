using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Videos.Model;

/// <summary>The id of a <see cref="Comment"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct CommentId(Guid Value) : ITypedId<CommentId>
{
    /// <inheritdoc />
    public static CommentId From(Guid value) => new(value);
}
