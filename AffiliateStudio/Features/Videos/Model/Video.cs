using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Videos.Model;

/// <summary>A short video of a creator: uploaded here, or published at a platform (TikTok) and imported from there.</summary>
public sealed class Video
{
    /// <summary>The id.</summary>
    public VideoId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public CreatorId CreatorId { get; init; }

    /// <summary>The caption, 1 to 2,200 characters.</summary>
    public required string Caption { get; set; }

    /// <summary>The media type of the file: <c>video/mp4</c> or <c>video/webm</c>, found in its content; empty for a video that is elsewhere.</summary>
    public string MediaType { get; init; } = string.Empty;

    /// <summary>The size of the file in bytes.</summary>
    public long SizeBytes { get; init; }

    /// <summary>The file's name inside the data directory's <c>videos</c> folder; empty for a video that is elsewhere.</summary>
    public string FileName { get; init; } = string.Empty;

    /// <summary>The poster's file name beside it, or null when there is none yet.</summary>
    public string? PosterFileName { get; set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it was deleted, UTC; null while it is there. Pins and clicks of a deleted video stay in the books.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>Where it was published, or null when it was uploaded here.</summary>
    public PartnerKey? Platform { get; init; }

    /// <summary>Its id there.</summary>
    public string? PlatformVideoId { get; init; }

    /// <summary>The account that it belongs to there; after somebody has connected another account it is asked for no more.</summary>
    public string? PlatformOwner { get; set; }

    /// <summary>Its page there.</summary>
    public string? ShareUrl { get; set; }

    /// <summary>The player's address, for a frame.</summary>
    public string? PlayerUrl { get; set; }

    /// <summary>Its picture there, which may be shown until <see cref="CoverLifetime"/> after <see cref="PlatformReadAt"/>.</summary>
    public string? CoverUrl { get; set; }

    /// <summary>Views there.</summary>
    public long? ViewCount { get; set; }

    /// <summary>Likes there.</summary>
    public long? LikeCount { get; set; }

    /// <summary>Comments there.</summary>
    public long? CommentCount { get; set; }

    /// <summary>Shares there.</summary>
    public long? ShareCount { get; set; }

    /// <summary>When the platform last told about it, UTC.</summary>
    public DateTime? PlatformReadAt { get; set; }

    /// <summary>Since when it is not there any more, UTC; null while it is.</summary>
    public DateTime? GoneAt { get; set; }

    /// <summary>How long a platform's picture may be shown after it was told.</summary>
    public static TimeSpan CoverLifetime { get; } = TimeSpan.FromHours(6);

    /// <summary>Whether it has a picture, here or at its platform.</summary>
    public bool HasPoster => PosterFileName is not null || CoverUrl is not null;
}
