namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>A video at a platform, as it stands there now.</summary>
public sealed record PlatformVideo
{
    /// <summary>Its id there.</summary>
    public required string Id { get; init; }

    /// <summary>The caption; empty when there is none.</summary>
    public required string Caption { get; init; }

    /// <summary>When it was published there, UTC.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>The picture, https or a path of the sandbox. It expires within hours.</summary>
    public string? CoverUrl { get; init; }

    /// <summary>Its page there, https or a path of the sandbox.</summary>
    public string? ShareUrl { get; init; }

    /// <summary>The player's address for a frame, https or a path of the sandbox.</summary>
    public required string PlayerUrl { get; init; }

    /// <summary>Views.</summary>
    public long? Views { get; init; }

    /// <summary>Likes.</summary>
    public long? Likes { get; init; }

    /// <summary>Comments.</summary>
    public long? Comments { get; init; }

    /// <summary>Shares.</summary>
    public long? Shares { get; init; }
}
