namespace AffiliateStudio.Features.Pins.Model;

/// <summary>What has to be done at a platform for a pin.</summary>
public enum PlatformStep
{
    /// <summary>Write the comment.</summary>
    Post,

    /// <summary>Pin it to the top.</summary>
    Pin,

    /// <summary>Take it away.</summary>
    Remove,
}
