using AffiliateStudio.Features.Accounts.Model;

namespace AffiliateStudio.Features.Videos.Model;

/// <summary>A short video of a creator, uploaded to our own platform.</summary>
public sealed class Video
{
    /// <summary>The id.</summary>
    public VideoId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public CreatorId CreatorId { get; init; }

    /// <summary>The caption, 1 to 2,200 characters.</summary>
    public required string Caption { get; set; }

    /// <summary>The media type of the file: <c>video/mp4</c> or <c>video/webm</c>, found in its content.</summary>
    public required string MediaType { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public long SizeBytes { get; init; }

    /// <summary>The file's name inside the data directory's <c>videos</c> folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The poster's file name beside it, or null when there is none yet.</summary>
    public string? PosterFileName { get; set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it was deleted, UTC; null while it is there. Pins and clicks of a deleted video stay in the books.</summary>
    public DateTime? DeletedAt { get; set; }
}
