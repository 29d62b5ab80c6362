namespace AffiliateStudio.Features.Videos.Model;

/// <summary>What a person lets us use of their account. A platform may ask for each on its own.</summary>
public enum PlatformProgram
{
    /// <summary>Profile and videos.</summary>
    Videos,

    /// <summary>Comments under the videos.</summary>
    Comments,
}
