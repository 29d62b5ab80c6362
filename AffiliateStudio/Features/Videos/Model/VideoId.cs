using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Videos.Model;

/// <summary>The id of a <see cref="Video"/>.</summary>
/// <param name="Value">The bare value.</param>
public readonly record struct VideoId(Guid Value) : ITypedId<VideoId>
{
    /// <inheritdoc />
    public static VideoId From(Guid value) => new(value);
}
