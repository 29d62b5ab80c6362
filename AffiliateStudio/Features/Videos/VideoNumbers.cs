namespace AffiliateStudio.Features.Videos;

/// <summary>What a video does for its creator.</summary>
/// <param name="Pins">Pins that are not retired.</param>
/// <param name="Clicks">Counted clicks on all its pins, retired ones too.</param>
public sealed record VideoNumbers(int Pins, long Clicks)
{
    /// <summary>A video on which nothing is pinned.</summary>
    public static VideoNumbers None { get; } = new(0, 0);
}
