namespace AffiliateStudio.Features.Videos.Model;

/// <summary>What a signed-in person wrote under a video. Pins stand above comments and are not comments.</summary>
public sealed class Comment
{
    /// <summary>The id.</summary>
    public CommentId Id { get; init; }

    /// <summary>The video.</summary>
    public VideoId VideoId { get; init; }

    /// <summary>Who wrote it.</summary>
    public Guid UserId { get; init; }

    /// <summary>The text, 1 to 500 characters, plain.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When its writer or the video's creator took it away, UTC.</summary>
    public DateTime? DeletedAt { get; set; }
}
