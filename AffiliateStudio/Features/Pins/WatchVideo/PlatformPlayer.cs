namespace AffiliateStudio.Features.Pins.WatchVideo;

/// <summary>A video that plays in its platform's own player.</summary>
/// <param name="Address">The player's address: https, or a path of the sandbox. Null when the video is not there any more.</param>
/// <param name="Page">The video's page there.</param>
public sealed record PlatformPlayer(string? Address, string? Page)
{
    /// <summary>What may be framed for it.</summary>
    public string FrameSource => Address is { } address && Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps
        ? parsed.GetLeftPart(UriPartial.Authority)
        : "'self'";
}
